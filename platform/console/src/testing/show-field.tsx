import { MantineProvider } from "@mantine/core";
import { render } from "@testing-library/react";
import type { Values } from "@/fields/definition";
import { FieldValue } from "@/fields/field-value";
import { formatIn } from "@/lib/format";
import type { Language } from "@/lib/language";
import type { Field, FieldKind } from "@/lib/model";

type Extra = { language?: Language } & Record<string, unknown>;

/** Draws a value as a list does and gives what is on the screen. */
export function showField<K extends FieldKind>(
  kind: K,
  value: Values[K] | null,
  { language = "fr", ...type }: Extra = {},
): HTMLElement {
  const field = { name: "field", label: "Champ", ...type, kind } as unknown as Field;
  const format = formatIn(language, "Europe/Paris");
  const { container } = render(
    <MantineProvider>
      <span data-testid="shown">
        <FieldValue field={field} value={value} format={format} />
      </span>
    </MantineProvider>,
  );
  return container.querySelector<HTMLElement>("[data-testid=shown]") as HTMLElement;
}
