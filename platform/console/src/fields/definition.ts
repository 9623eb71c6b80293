import type { ComponentType } from "react";
import type { Format } from "@/lib/format";
import type { Language } from "@/lib/language";
import type { Field, FieldKind } from "@/lib/model";

export type Money = { amount: string; currency: string };
export type Reference = { id: string; entity: string; label?: string };
export type GeoPoint = { lat: number; lon: number };
export type Address = {
  street?: string;
  line2?: string;
  postal_code?: string;
  city?: string;
  region?: string;
  country?: string;
};

/** A file in a field, as it travels; a picture's size in pixels stands beside. */
export type FileValue = { name: string; type: string; size: number; sha256: string };
export type ImageValue = FileValue & { width?: number; height?: number };

/** What a value of each kind is on the wire; an absent value is null or missing. */
export type Values = {
  text: string;
  long_text: string;
  integer: number;
  decimal: string;
  money: Money;
  percent: string;
  boolean: boolean;
  date: string;
  date_time: string;
  duration: string;
  choice: string;
  multi_choice: string[];
  auto_number: string;
  email: string;
  phone: string;
  url: string;
  address: Address;
  json: unknown;
  geo: GeoPoint;
  file: FileValue;
  image: ImageValue;
  reference: Reference;
  multi_reference: Reference[];
};

export type FieldOf<K extends FieldKind> = Extract<Field, { kind: K }>;

/** What is shown: a value that is there, its field, and how things are written here. */
export type Shown<V, F> = {
  value: V;
  field: F;
  format: Format;
  /** Where the bytes of a file lie. */
  source?: string | undefined;
};

/**
 * What may stand in an input: a value, nothing, or a text that could not be read as a value. Such a
 * text is sent as it is; the server refuses it and says why, and the text stays.
 */
export type Draft<V> = V | string | null;

/**
 * What an input is given, in a form, on a record's page and in a cell of a list alike. It draws no
 * label: its control carries `id`, and while there is a problem `aria-invalid` and
 * `aria-describedby={problemId(id)}`; who places it draws the label and the problem's words.
 */
export type Entry<V, F> = {
  id: string;
  /** For what an input asks the API, such as the records of a picker. */
  tenant: string;
  field: F;
  value: Draft<V>;
  onChange: (value: Draft<V>) => void;
  /** The value is final, as when an option is picked or Enter is pressed; absent in forms. */
  onCommit?: ((value: Draft<V>) => void) | undefined;
  /** Escape gives up; absent in forms. An open menu takes the first Escape for itself. */
  onCancel?: (() => void) | undefined;
  /** Takes the focus when it appears, with its text selected and its menu open. */
  autoFocus?: boolean | undefined;
  /** Why the value was refused. */
  problem?: string | undefined;
  /** In a cell: no border and no background of its own, as high and wide as what holds it. */
  compact?: boolean | undefined;
};

export function problemId(id: string): string {
  return `${id}-problem`;
}

type Drawing<V, F> = {
  /** Width of a column in pixels, for every field of the kind or by what the field may hold. */
  width: number | ((field: F, spoken: Language) => number);
  /** Whether words fill the column, so that it takes a share of the room that is left. */
  grows?: boolean;
  /** Figures stand at the end, so that their digits stack. */
  align: "start" | "end";
  /** The value in words: what is shown when nothing draws it, and its full text where it is cut. */
  plain: (shown: Shown<V, F>) => string;
  /** Draws what plain words cannot; without it the words are shown. */
  Display?: ComponentType<Shown<V, F>>;
  /** Edits the value; a kind without it is read only. It stands in the type's `input.tsx`. */
  Input?: ComponentType<Entry<V, F>>;
};

export type FieldDefinition = Drawing<unknown, Field>;

/** Writes a definition with the types of its kind; the registry pairs each kind with its own. */
export function defineField<K extends FieldKind>(
  _kind: K,
  drawing: Drawing<Values[K], FieldOf<K>>,
): FieldDefinition {
  return drawing as unknown as FieldDefinition;
}
