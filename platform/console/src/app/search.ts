/**
 * What stands behind the question mark is texts. The router's own way reads JSON in it, so that a
 * filter that somebody sent as `true` would be no text any more.
 */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: Record<string, unknown>): string {
  const texts = Object.entries(search).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value]] : [],
  );
  const text = new URLSearchParams(texts).toString();
  return text === "" ? "" : `?${text}`;
}
