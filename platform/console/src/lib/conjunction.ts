/** The parts of an expression that all must hold: what stands between `&&` outside brackets. */
export function partsOf(expression: string): string[] {
  const cuts: number[] = [];
  let depth = 0;
  for (const { index, 0: token } of expression.matchAll(
    /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|&&|\|\||[()[\]{}?]/g,
  )) {
    if ("([{".includes(token)) {
      depth += 1;
    } else if (")]}".includes(token)) {
      depth -= 1;
    } else if (depth === 0 && (token === "||" || token === "?")) {
      // Weaker than `&&`: the whole is one part.
      return [expression.trim()];
    } else if (depth === 0 && token === "&&") {
      cuts.push(index);
    }
  }
  const ends = [...cuts, expression.length];
  return ends
    .map((end, at) => expression.slice(at === 0 ? 0 : (ends[at - 1] ?? 0) + 2, end).trim())
    .filter((part) => part !== "");
}

/** An expression of which all parts must hold. */
export function joined(parts: string[]): string {
  return parts.length === 1
    ? (parts[0] ?? "")
    : parts.map((part) => (isLoose(part) ? `(${part})` : part)).join(" && ");
}

/** Whether a part would fall apart beside `&&`. */
function isLoose(part: string): boolean {
  return partsOf(`${part} && true`).length === 1;
}
