import type { ComponentType } from "react";
import type { Format } from "@/lib/format";
import type { Language } from "@/lib/language";
import type { Field, FieldKind } from "@/lib/model";

export type Money = { amount: string; currency: string };
export type Reference = { id: string; entity: string; label?: string };
export type Address = {
  street?: string;
  line2?: string;
  postal_code?: string;
  city?: string;
  region?: string;
  country?: string;
};

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
  choice: string;
  email: string;
  phone: string;
  url: string;
  address: Address;
  reference: Reference;
};

export type FieldOf<K extends FieldKind> = Extract<Field, { kind: K }>;

/** What is shown: a value that is there, its field, and how things are written here. */
export type Shown<V, F> = { value: V; field: F; format: Format };

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
};

export type FieldDefinition = Drawing<unknown, Field>;

/** Writes a definition with the types of its kind; the registry pairs each kind with its own. */
export function defineField<K extends FieldKind>(
  _kind: K,
  drawing: Drawing<Values[K], FieldOf<K>>,
): FieldDefinition {
  return drawing as unknown as FieldDefinition;
}
