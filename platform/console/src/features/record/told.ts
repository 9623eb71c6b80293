import { useTranslation } from "react-i18next";
import { plainValue } from "@/fields/field-value";
import { type Field, fieldOf } from "@/lib/model";
import type { Fault } from "@/lib/problem";
import { textIn } from "@/lib/text";
import { say } from "@/ui/toasts";
import { useRecord } from "./known";

/** Changes a field and says so, with the way back; answers with what was wrong with the value. */
export function useTold() {
  const { saving, format, model, entity } = useRecord();
  const { t } = useTranslation();
  const nameOf = ({ label }: Field) => textIn(label, format.language);
  const failed = (why: string) => say({ said: t("record.failed", { why }), failed: true });
  const undo = async (field: Field, value: unknown) => {
    const ended = await saving.save({ [field.name]: value });
    if (ended !== "conflict" && "faults" in ended) {
      failed(messageIn(ended.faults, field) ?? "");
    }
  };
  const attempt = async (field: Field, value: unknown): Promise<Fault | "conflict" | undefined> => {
    const ended = await saving.save({ [field.name]: value });
    if (ended === "conflict") {
      return ended;
    }
    if ("faults" in ended) {
      return ended.faults[field.name] ?? elsewhere(ended.faults);
    }
    const { [field.name]: old } = ended.old;
    const written = plainValue({ field, value, format });
    say({
      said: t(written === "" ? "record.cleared" : "record.changed", {
        field: nameOf(field),
        value: written,
      }),
      action: { label: t("record.undo"), run: () => undo(field, old) },
    });
    return undefined;
  };
  /** What is wrong with another field is said with that one's name. */
  const elsewhere = (faults: Record<string, Fault>): Fault | undefined => {
    const [first] = Object.entries(faults);
    const other = first && fieldOf(model, entity, first[0]);
    return first && other
      ? {
          ...first[1],
          message: t("record.faultOf", { field: nameOf(other), why: first[1].message }),
        }
      : first?.[1];
  };
  /** For a change that no input stands for, so that a refusal has no place but a message. */
  const change = async (field: Field, value: unknown) => {
    const fault = await attempt(field, value);
    if (fault !== undefined && fault !== "conflict") {
      failed(fault.message);
    }
  };
  return { attempt, change };
}

function messageIn(faults: Record<string, Fault>, { name }: Field): string | undefined {
  return (faults[name] ?? Object.values(faults)[0])?.message;
}
