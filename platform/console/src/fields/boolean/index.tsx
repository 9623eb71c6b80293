import { Check, Minus } from "lucide-react";
import { defineField } from "@/fields/definition";
import classes from "./boolean.module.css";
import { Input } from "./input";
import { WORDS } from "./words";

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
  Input,
});
