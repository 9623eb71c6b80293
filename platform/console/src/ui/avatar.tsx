import classes from "./avatar.module.css";

const COLORS = ["red", "orange", "amber", "green", "teal", "blue", "violet", "pink", "brown"];

type Shape = "round" | "square";

/** People are round and organisations square; other records have no face. */
const SHAPES: Record<string, Shape> = { person: "round", user: "round", organization: "square" };

export function shapeOf(entity: string): Shape | undefined {
  return SHAPES[entity];
}

export function Avatar({ name, shape, large }: { name: string; shape: Shape; large?: boolean }) {
  const color = COLORS[sumOf(name) % COLORS.length] ?? "gray";
  return (
    <span
      aria-hidden="true"
      className={classes.avatar}
      data-tint={color}
      data-shape={shape}
      data-large={large}
      data-letters={initials(name)}
    />
  );
}

/** A word that begins so has no first letter. Spelt out: the class of all letters is slow to build. */
const MARK = /^[!-/:-@[-`{-~\u0080-\u00bf×÷\u2000-\u2bff\u3000-\u303f]/;

/** First letters of the first and the last word. */
export function initials(name: string): string {
  const words = name.split(/[\s’'-]+/).filter((word) => word !== "" && !MARK.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => Array.from(word ?? "")[0]?.toLocaleUpperCase() ?? "").join("");
}

/** The same name has the same colour on every screen. */
function sumOf(name: string): number {
  return Array.from(name).reduce(
    (sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521,
    7,
  );
}
