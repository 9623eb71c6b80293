import { queryOptions, useQuery } from "@tanstack/react-query";
import { read } from "@/lib/client";
import { useLanguage } from "@/lib/language";
import { type Text, textIn } from "@/lib/text";

export type TenantEntry = { name: string; title: Text };

/** Who is signed in, and where that person may work. */
export type Me = {
  user: { name: string };
  tenants: TenantEntry[];
  operator: boolean;
};

export function meQuery() {
  return queryOptions({
    queryKey: ["me"],
    queryFn: ({ signal }) => read<Me>("api/v1/me", { signal }),
    staleTime: 60_000,
  });
}

/** What the tenant calls itself; its name until that is known. */
export function useTenantTitle(tenant: string): string {
  const spoken = useLanguage();
  const { data: me } = useQuery(meQuery());
  return textIn(me?.tenants.find(({ name }) => name === tenant)?.title ?? tenant, spoken);
}
