import { fileAddress } from "@/lib/files";
import { type Field, holdsFile } from "@/lib/model";
import type { Row } from "@/lib/record";

/** Where the bytes of a file in a list lie; what a path leads to is shown by its name alone. */
export function sourceOf(
  tenant: string,
  row: Row,
  { path, field }: { path: string; field: Field },
): string | undefined {
  return holdsFile(field) && !path.includes(".")
    ? fileAddress({ tenant, entity: row.entity, id: row.id }, path)
    : undefined;
}
