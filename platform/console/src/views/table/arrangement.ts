/** How a person arranged a list's columns: which, in what order, how wide. */
export type Arrangement = { paths: string[]; widths: Record<string, number> };

export const NARROWEST = 64;
export const WIDEST = 640;
export const STEP = 16;

export function resized(now: Arrangement, path: string, width: number): Arrangement {
  const within = Math.round(Math.min(Math.max(width, NARROWEST), WIDEST));
  return { ...now, widths: { ...now.widths, [path]: within } };
}

/** The column put before or after its neighbour; at an end it stays. */
export function moved(now: Arrangement, path: string, by: -1 | 1): Arrangement {
  const from = now.paths.indexOf(path);
  return movedTo(now, path, from + by);
}

export function movedTo(now: Arrangement, path: string, to: number): Arrangement {
  const within = Math.min(Math.max(to, 0), now.paths.length - 1);
  const others = now.paths.filter((other) => other !== path);
  return { ...now, paths: others.toSpliced(within, 0, path) };
}

/** Shows a column at the end, or hides it; the last one stays. */
export function toggled(now: Arrangement, path: string): Arrangement {
  if (!now.paths.includes(path)) {
    return { ...now, paths: [...now.paths, path] };
  }
  const left = now.paths.filter((other) => other !== path);
  return left.length === 0 ? now : { ...now, paths: left };
}

/** The order after a column's head is pressed: upwards, then downwards, then none of its own. */
export function nextOrder(sort: string[], path: string): string[] {
  if (sort[0] === path) {
    return [`-${path}`];
  }
  return sort[0] === `-${path}` ? [] : [path];
}

export function directionOf(sort: string[], path: string): "ascending" | "descending" | undefined {
  if (sort[0] === path) {
    return "ascending";
  }
  return sort[0] === `-${path}` ? "descending" : undefined;
}
