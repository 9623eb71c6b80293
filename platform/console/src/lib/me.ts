import { queryOptions } from "@tanstack/react-query";
import { read } from "@/lib/client";
import type { Text } from "@/lib/text";

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
