import { queryOptions } from "@tanstack/react-query";
import { read, tenantPath } from "@/lib/client";
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

/** The caller as a user of one tenant. */
export type Own = { user: { id: string; name: string }; roles: string[] };

export function ownQuery(tenant: string) {
  return queryOptions({
    queryKey: [tenant, "me"],
    queryFn: ({ signal }) => read<Own>(tenantPath(tenant, "me"), { signal }),
    staleTime: 60_000,
  });
}
