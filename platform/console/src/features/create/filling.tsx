import { plainValue } from "@/fields/field-value";
import { useFormat } from "@/lib/format";
import { type Entity, fieldOf, type Model } from "@/lib/model";
import { nameOf } from "@/lib/naming";
import type { Changes, Referred } from "@/lib/record";
import { RecordForm } from "@/views/form/record-form";
import { startingWith } from "@/views/form/values";

type Properties = {
  tenant: string;
  model: Model;
  entity: Entity;
  typed: string;
  given: Changes | undefined;
  onCreated: (made: Referred) => void;
  onCancel: () => void;
};

/** The form of a new record, which answers with what was made and how it is called. */
export function Filling({ model, entity, typed, given, onCreated, ...others }: Properties) {
  const format = useFormat(model.timeZone);
  return (
    <RecordForm
      {...others}
      model={model}
      entity={entity}
      given={{ ...startingWith(entity, typed), ...given }}
      onCreated={({ id, values }) => {
        const label = nameOf(entity, (name) => {
          const field = fieldOf(model, entity, name);
          return field === undefined ? "" : plainValue({ field, value: values[name], format });
        });
        onCreated({ id, entity: entity.name, label });
      }}
    />
  );
}
