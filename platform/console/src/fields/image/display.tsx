import type { ImageValue } from "@/fields/definition";
import { Display as Named } from "@/fields/file/display";
import classes from "./image.module.css";

/** A list of fifty larger ones would be too much to fetch for pictures of this size. */
const MOST_BYTES = 2_000_000;

/** A small picture beside the name, which says what is on it as far as anybody knows. */
export function Display({ value, source }: { value: ImageValue; source?: string | undefined }) {
  return source === undefined || value.size > MOST_BYTES ? (
    <Named value={value} />
  ) : (
    <span className="who">
      {/* The digest makes another picture another element: else the one before would stay. */}
      <img key={value.sha256} src={source} alt="" loading="lazy" className={classes.small} />
      <span className="cut">{value.name}</span>
    </span>
  );
}
