/** A record that was opened here lately. */
export type Recent = { entity: string; id: string; label: string };

const KEPT = 8;

export function recentOf(tenant: string): Recent[] {
  const kept = window.localStorage.getItem(place(tenant));
  return kept === null ? [] : (JSON.parse(kept) as Recent[]);
}

/** Puts a record at the head of those opened lately. */
export function remember(tenant: string, opened: Recent): void {
  const others = recentOf(tenant).filter(({ id }) => id !== opened.id);
  const all = [opened, ...others].slice(0, KEPT);
  window.localStorage.setItem(place(tenant), JSON.stringify(all));
}

function place(tenant: string): string {
  return `entente.recent.${tenant}`;
}
