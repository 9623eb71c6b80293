/**
 * Where the house is mounted: what stands before `t/{tenant}/` in the page's base address, which
 * the server writes. Ends with a slash.
 */
export const root = new URL(document.baseURI).pathname.replace(/t\/[^/]+\/$/, "");

export function tenantHome(tenant: string): string {
  return `${root}t/${encodeURIComponent(tenant)}/`;
}

export function recordAddress(tenant: string, entity: string, id: string): string {
  return `${tenantHome(tenant)}e/${encodeURIComponent(entity)}/${encodeURIComponent(id)}`;
}

/** The sign-in page, which leads back to where the person stands now. */
export function signInAddress(): string {
  const here = window.location.pathname + window.location.search;
  return `${root}login?next=${encodeURIComponent(here)}`;
}
