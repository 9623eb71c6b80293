import { Check, Minus } from "lucide-react";
import { defineField } from "@/fields/definition";
import type { Language } from "@/lib/language";
import classes from "./boolean.module.css";

const WORDS: Record<Language, { yes: string; no: string }> = {
  fr: { yes: "Oui", no: "Non" },
  en: { yes: "Yes", no: "No" },
};

export const boolean = defineField("boolean", {
  width: 88,
  align: "start",
  plain: ({ value, format }) => WORDS[format.language][value ? "yes" : "no"],
  Display: ({ value, format }) => {
    const Icon = value ? Check : Minus;
    return (
      <span className={value ? classes.yes : classes.no}>
        <Icon aria-hidden="true" />
        {WORDS[format.language][value ? "yes" : "no"]}
      </span>
    );
  },
});
