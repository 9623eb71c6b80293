import { useQuery } from "@tanstack/react-query";
import { type Form, formQuery } from "@/lib/form";
import { type Entity, holdsFile } from "@/lib/model";
import type { Changes } from "@/lib/record";
import type { FormSection } from "./layout";
import { sent } from "./values";

type Asked = Form["fields"];

/** What is shown and required with these values; nothing is known of it until the server has said. */
export function useAsked(tenant: string, entity: Entity, values: Changes): Asked {
  return useQuery(formQuery(tenant, entity, toSend(entity, values))).data?.fields ?? {};
}

/** The fields of a section without their expressions: hidden, or plainly required or not. */
export function adapted({ label, fields }: FormSection, asked: Asked): FormSection {
  return {
    label,
    fields: fields
      .filter(({ name }) => asked[name]?.visible !== false)
      .map((field) => ({
        ...field,
        required: asked[field.name]?.required ?? field.required ?? false,
      })),
  };
}

/** A file goes its own way, when the record is there. */
export function toSend(entity: Entity, values: Changes): Changes {
  const told = Object.entries(values).flatMap(([name, value]) => {
    const field = entity.fields[name];
    const apart = field !== undefined && holdsFile(field) && value !== null;
    return apart ? [] : [[name, field === undefined ? value : sent(field, value)]];
  });
  return Object.fromEntries(told);
}

/** What of a record a person may fill in. */
export function fillable(entity: Entity, values: Changes): Changes {
  const own = Object.entries(values).filter(([name]) => {
    const field = entity.fields[name];
    return field !== undefined && field.read_only !== true;
  });
  return Object.fromEntries(own);
}
