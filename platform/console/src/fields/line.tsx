import {
  type InputHTMLAttributes,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from "react";
import classes from "./control.module.css";
import { type Entry, problemId } from "./definition";

type Named = { id: string; problem?: string | undefined };

/** What ties an input to the words of its problem. */
export function toldBy({ id, problem }: Named) {
  return problem === undefined
    ? { id }
    : { id, "aria-invalid": true, "aria-describedby": problemId(id) };
}

/** Focus at the first sight, with the text selected, for what was opened to be edited. */
export function useFirstFocus<E extends HTMLInputElement | HTMLTextAreaElement>(
  wanted: boolean | undefined,
): RefObject<E | null> {
  const ref = useRef<E>(null);
  useEffect(() => {
    if (wanted) {
      ref.current?.focus();
      ref.current?.select();
    }
  }, [wanted]);
  return ref;
}

type Written<V> = {
  entry: Omit<Entry<V, unknown>, "field">;
  /** The value as it is typed. */
  write: (value: V) => string;
  /** The value that a text means; nothing when it cannot be read as one. */
  read: (text: string) => V | undefined;
  unit?: string | undefined;
} & Pick<InputHTMLAttributes<HTMLInputElement>, "inputMode" | "maxLength" | "placeholder">;

/** One line of text that stands for a value. What cannot be read stays as it was typed. */
export function Line<V>({ entry, write, read, unit, ...looks }: Written<V>) {
  const { value, onChange, onCommit, onCancel, autoFocus, compact } = entry;
  const ref = useFirstFocus<HTMLInputElement>(autoFocus);
  const drafted = (text: string) => (text.trim() === "" ? null : (read(text.trim()) ?? text));
  const written = inWords(value, read, write);
  const [typed, setTyped] = useState(written);
  // What was typed stays as it was typed, unless the value was changed from elsewhere.
  const current = same(drafted(typed), value) ? typed : written;
  const input = (
    <input
      {...looks}
      {...toldBy(entry)}
      ref={ref}
      type="text"
      autoComplete="off"
      className={classes.control}
      data-compact={compact}
      value={current}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(drafted(target.value));
      }}
      onKeyDown={keysOf(onCommit && (() => onCommit(drafted(current))), onCancel)}
    />
  );
  return unit === undefined ? (
    input
  ) : (
    <span className={classes.measured}>
      {input}
      <span className={classes.unit} aria-hidden="true">
        {unit}
      </span>
    </span>
  );
}

/** A draft that could not be read stands as it is. */
function inWords<V>(
  value: V | string | null,
  read: (text: string) => V | undefined,
  write: (value: V) => string,
) {
  if (value === null) {
    return "";
  }
  return typeof value === "string" && read(value) === undefined ? value : write(value as V);
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Enter is final, Escape gives up; each only where somebody listens. */
export function keysOf(commit: (() => void) | undefined, cancel: (() => void) | undefined) {
  return (event: KeyboardEvent) => {
    if (event.key === "Enter" && commit !== undefined && !event.nativeEvent.isComposing) {
      // Else the key would still press what takes the focus now.
      event.preventDefault();
      commit();
    }
    if (event.key === "Escape" && cancel !== undefined) {
      event.stopPropagation();
      cancel();
    }
  };
}
