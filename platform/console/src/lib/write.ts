import type { QueryClient } from "@tanstack/react-query";
import { send, tenantPath } from "@/lib/client";
import type { Changes, Row } from "@/lib/record";

export type Place = { tenant: string; entity: string; id: string };

/** Changes fields of a record, upon the version that was seen. */
export function update({ tenant, entity, id }: Place, version: number, values: Changes) {
  return send<Row>(tenantPath(tenant, `data/${entity}/${id}`), {
    method: "PATCH",
    body: { values },
    version,
  });
}

export function create(tenant: string, entity: string, values: Changes) {
  return send<Row>(tenantPath(tenant, `data/${entity}`), { method: "POST", body: { values } });
}

/** Puts a record in the recycle bin, out of which `restore` takes it again. */
export function remove({ tenant, entity, id }: Place, version: number) {
  return send<void>(tenantPath(tenant, `data/${entity}/${id}`), { method: "DELETE", version });
}

export function restore({ tenant, entity, id }: Place) {
  return send<Row>(tenantPath(tenant, `data/${entity}/${id}/actions/restore`), {
    method: "POST",
    body: {},
  });
}

/** Everything read of an entity's records is asked for again; what is shown stays meanwhile. */
export function forget(queries: QueryClient, tenant: string, entity: string) {
  return queries.invalidateQueries({ queryKey: [tenant, entity] });
}
