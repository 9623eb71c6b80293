import { UnstyledButton } from "@mantine/core";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import control from "@/fields/control.module.css";
import type { FileFormat } from "./api";
import classes from "./imports.module.css";

const ENCODINGS = ["UTF-8", "windows-1252", "ISO-8859-15", "UTF-16LE", "UTF-16BE"];
const DELIMITERS = [
  [",", "comma"],
  [";", "semicolon"],
  ["\t", "tab"],
  ["|", "bar"],
] as const;

type Properties = {
  format: FileFormat;
  said: FileFormat;
  onSay: (said: FileFormat) => void;
};

/** How the file is written, as it was recognised, and a way to say better. */
export function FormatTools({ format, said, onSay }: Properties) {
  const { t } = useTranslation();
  const say = (some: FileFormat) => onSay({ ...said, ...some });
  const { type, encoding, delimiter = "", header, preamble } = format;
  // Of a file that cannot be read in the way that was said, only that way is known.
  if (type === "ndjson" || (type === undefined && Object.keys(said).length === 0)) {
    return null;
  }
  return (
    <fieldset className={classes.tools}>
      <legend>{t("imports.format.title")}</legend>
      {type === "xlsx" ? null : (
        <>
          <Labelled label={t("imports.format.encoding")}>
            {(id) => (
              <Choice
                id={id}
                value={encoding ?? ""}
                options={withOwn(ENCODINGS, encoding).map((one) => [one, one])}
                onPick={(one) => say({ encoding: one })}
              />
            )}
          </Labelled>
          <Labelled label={t("imports.format.delimiter")}>
            {(id) => (
              <Choice
                id={id}
                value={delimiter}
                options={[
                  ...DELIMITERS.map(([one, name]): [string, string] => [
                    one,
                    t(`imports.format.${name}`),
                  ]),
                  ...(DELIMITERS.some(([one]) => one === delimiter)
                    ? []
                    : [[delimiter, delimiter] as [string, string]]),
                ]}
                onPick={(one) => say({ delimiter: one })}
              />
            )}
          </Labelled>
        </>
      )}
      <Labelled label={t("imports.format.header")}>
        {(id) => (
          <Choice
            id={id}
            value={String(header ?? true)}
            options={[
              ["true", t("imports.format.withHeader")],
              ["false", t("imports.format.withoutHeader")],
            ]}
            onPick={(one) => say({ header: one === "true" })}
          />
        )}
      </Labelled>
      <Labelled label={t("imports.format.preamble")}>
        {(id) => (
          <input
            id={id}
            type="number"
            min={0}
            max={100}
            className={control.control}
            value={preamble ?? 0}
            onChange={({ target }) => {
              const lines = Number(target.value);
              say({ preamble: Math.min(100, Math.max(0, Math.trunc(lines))) });
            }}
          />
        )}
      </Labelled>
      {Object.keys(said).length === 0 ? null : (
        <UnstyledButton className={classes.reset} onClick={() => onSay({})}>
          {t("imports.format.reset")}
        </UnstyledButton>
      )}
    </fieldset>
  );
}

function withOwn(all: string[], own: string | undefined): string[] {
  return own === undefined || all.includes(own) ? all : [...all, own];
}

type Label = { label: string; children: (id: string) => ReactNode };

function Labelled({ label, children }: Label) {
  const id = useId();
  return (
    <div className={classes.tool}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

type Choosing = {
  id: string;
  value: string;
  options: [string, string][];
  onPick: (value: string) => void;
};

function Choice({ id, value, options, onPick }: Choosing) {
  return (
    <select
      id={id}
      className={control.control}
      value={value}
      onChange={({ target }) => onPick(target.value)}
    >
      {options.map(([key, label]) => (
        <option key={key} value={key}>
          {label}
        </option>
      ))}
    </select>
  );
}
