import type { Entity, View } from "@/lib/model";

/**
 * The lists of an entity in order: the one that shows everything first, made up when the model has
 * none, then the saved views. Undefined stands for the made-up one.
 */
export function viewsOf(entity: Entity): (View | undefined)[] {
  const whole = entity.views.find(({ filter }) => filter === undefined);
  return [whole, ...entity.views.filter((view) => view !== whole)];
}

/** The view of this name, else the first list. */
export function chosenView(entity: Entity, name: string | undefined): View | undefined {
  return viewsOf(entity).find((view) => view?.name === name) ?? viewsOf(entity)[0];
}

/** A made-up list has the columns of the first saved view, which its author found telling. */
export function columnsFrom(entity: Entity, view: View | undefined): View | undefined {
  return view ?? entity.views[0];
}
