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

/**
 * The columns of a list. A made-up one has those of the first saved view, which its author found
 * telling, and the fields that this view holds fixed by its filter: here they differ. Nothing when
 * there is no view at all.
 */
export function telling(entity: Entity, view: View | undefined): string[] | undefined {
  const shown = view ?? entity.views[0];
  const fixed = view === undefined ? (shown?.filter?.match(/[a-z][a-z0-9_]*/g) ?? []) : [];
  const differing = fixed.filter((word) => entity.fields[word] !== undefined);
  const [first, ...others] = shown?.columns ?? [];
  return first === undefined ? undefined : [...new Set([first, ...differing, ...others])];
}

/** What a list's address holds: a saved view, and the filter and order put in place of its own. */
export type ListSearch = { view?: string; filter?: string; sort?: string };
