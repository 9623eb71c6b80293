/** A record as a list asks for it: the chosen values only, those of a path under a flat key. */
export type Row = { id: string; entity: string; version: number; values: Record<string, unknown> };

export type Page = {
  data: Row[];
  page: { next: string | null };
  total: { value: number; exact: boolean } | null;
};

/** What a list asks for: fields by path, a filter in CEL, an order such as `-starts`. */
export type Selection = { fields: string[]; filter?: string; sort: string[] };

/** What a record refers to, as it travels. */
export type Referred = { id: string; entity: string; label?: string };

/** The changed fields alone; null clears. */
export type Changes = Record<string, unknown>;
