import { useQuery } from "@tanstack/react-query";
import { ownQuery } from "@/lib/me";
import { type Deed, type Entity, type Grant, type Model, modelQuery } from "@/lib/model";

/**
 * Whether roles open a deed on an entity at all, so that what can never succeed is not offered. A
 * grant with a condition counts as open: the server alone decides.
 */
export function may(model: Model, roles: string[], entity: Entity, deed: Deed): boolean {
  const grants = roles.flatMap((role) => model.roles[role] ?? []);
  return grants.some((grant) => concerns(grant, entity) && grant.can.includes(deed));
}

function concerns({ entity: name, trait }: Grant, entity: Entity): boolean {
  return (
    name === "*" || name === entity.name || (trait !== undefined && entity.traits.includes(trait))
  );
}

/** What the caller may do with an entity; nothing until it is known. */
export function useRights(tenant: string): (entity: Entity, deed: Deed) => boolean {
  const { data: model } = useQuery(modelQuery(tenant));
  const { data: own } = useQuery(ownQuery(tenant));
  return (entity, deed) =>
    model !== undefined && own !== undefined && may(model, own.roles, entity, deed);
}
