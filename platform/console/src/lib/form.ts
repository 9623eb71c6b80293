import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { send, tenantPath } from "@/lib/client";
import type { Entity } from "@/lib/model";
import type { Changes } from "@/lib/record";

/** What the definitions say of fields, where it depends on the values. */
export type Form = { fields: Record<string, { visible: boolean; required: boolean }> };

/** Whether a form has to ask what to show and to require. */
export function isConditional({ fields }: Entity): boolean {
  return Object.values(fields).some(
    ({ visible, required }) => visible !== undefined || typeof required === "string",
  );
}

/** The server understands expressions; the console only asks it. */
export function formQuery(tenant: string, entity: Entity, values: Changes) {
  return queryOptions({
    queryKey: [tenant, entity.name, "form", values],
    queryFn: () =>
      send<Form>(tenantPath(tenant, `data/${entity.name}/form`), {
        method: "POST",
        body: { values },
      }),
    enabled: isConditional(entity),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
