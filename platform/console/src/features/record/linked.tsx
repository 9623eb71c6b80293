import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { FieldValue } from "@/fields/field-value";
import type { Field } from "@/lib/model";
import type { Referred } from "@/lib/record";
import { useRecord } from "./known";
import classes from "./record.module.css";

type Properties = { field: Field; value: unknown; children: ReactNode };

/** A value that leads somewhere is a link: a record, a mail, a call, a page. */
export function Linked({ field, value, children }: Properties) {
  const { place, model, format } = useRecord();
  if (field.kind === "reference" && value !== null && value !== undefined) {
    const { id, entity, label } = value as Referred;
    return label === undefined || model.entities[entity]?.rank === "platform" ? (
      children
    ) : (
      <Link
        className={classes.link}
        to="/t/$tenant/e/$entity/$id"
        params={{ tenant: place.tenant, entity, id }}
      >
        {children}
      </Link>
    );
  }
  if (field.kind === "multi_reference" && Array.isArray(value)) {
    const one: Field = { ...field, kind: "reference" };
    return (value as Referred[]).map((referred) => (
      <span key={referred.id} className={classes.each}>
        <Linked field={one} value={referred}>
          <FieldValue field={one} value={referred} format={format} />
        </Linked>
      </span>
    ));
  }
  const address = typeof value === "string" ? addressOf(field, value) : undefined;
  return address === undefined ? (
    children
  ) : (
    <a
      className={classes.link}
      href={address}
      {...(field.kind === "url" ? { target: "_blank", rel: "noreferrer noopener" } : {})}
    >
      {children}
    </a>
  );
}

/** Only what is certainly harmless becomes an address. */
export function addressOf({ kind }: Field, value: string): string | undefined {
  if (kind === "email" && /^[^\s@?&]+@[^\s@?&]+$/.test(value)) {
    return `mailto:${value}`;
  }
  if (kind === "phone" && /^\+?[\d ]+$/.test(value)) {
    return `tel:${value.replaceAll(" ", "")}`;
  }
  return kind === "url" && /^https?:\/\//i.test(value) ? value : undefined;
}
