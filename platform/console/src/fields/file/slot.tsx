import { ActionIcon } from "@mantine/core";
import { Paperclip, Trash2, Upload, X } from "lucide-react";
import { type DragEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FileValue } from "@/fields/definition";
import { useFormat } from "@/lib/format";
import type { Field } from "@/lib/model";
import { textIn } from "@/lib/text";
import { limitsOf, sizeIn } from "./check";
import { iconOf } from "./display";
import classes from "./slot.module.css";

export type Sending = { name: string; share: number };

type Properties = {
  id: string;
  field: Extract<Field, { kind: "file" | "image" }>;
  value: FileValue | undefined;
  /** Where the bytes lie; not known of a file that was only chosen. */
  source?: string | undefined;
  sending?: Sending | undefined;
  /** The id of the words that say what is wrong. */
  told?: string | undefined;
  deeds?: { choose: (file: File) => void; remove: () => void; stop?: () => void } | undefined;
};

/** The place of a file: what is there, what is on its way, or where one can be put. */
export function Slot({ id, field, value, source, sending, told, deeds }: Properties) {
  const [over, setOver] = useState(false);
  const hover = (entered: boolean) => (event: DragEvent) => {
    if (deeds !== undefined && event.dataTransfer.types.includes("Files")) {
      event.preventDefault();
      setOver(entered);
    }
  };
  const drop = (event: DragEvent) => {
    hover(false)(event);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) {
      deeds?.choose(file);
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is dropped can be chosen by the button too
    <div
      className={classes.slot}
      data-over={over}
      data-empty={value === undefined}
      onDragEnter={hover(true)}
      onDragOver={hover(true)}
      onDragLeave={hover(false)}
      onDrop={drop}
    >
      {sending === undefined ? (
        <>
          {value === undefined ? null : <There field={field} value={value} source={source} />}
          {deeds === undefined ? null : (
            <Ways {...{ id, field, value, told }} choose={deeds.choose} remove={deeds.remove} />
          )}
        </>
      ) : (
        <OnItsWay sending={sending} stop={deeds?.stop} />
      )}
    </div>
  );
}

type ThereProperties = Required<Pick<Properties, "field">> & {
  value: FileValue;
  source: string | undefined;
};

function There({ field, value, source }: ThereProperties) {
  const { t } = useTranslation();
  const format = useFormat();
  const { name, type, size, sha256 } = value;
  const Icon = iconOf(type);
  const label = textIn(field.label, format.language);
  const drawn = field.kind === "image" && source !== undefined;
  return (
    <>
      {drawn ? (
        <a href={source} target="_blank" rel="noreferrer" className={classes.picture}>
          <img key={sha256} src={source} alt={t("files.alt", { field: label, name })} />
        </a>
      ) : (
        <Icon aria-hidden="true" />
      )}
      <span className={classes.named}>
        {source === undefined ? (
          <span>{name}</span>
        ) : (
          <a
            className={classes.name}
            href={source}
            download={name}
            aria-label={t("files.download", { name })}
          >
            {name}
          </a>
        )}
        <small>{sizeIn(format, size)}</small>
      </span>
    </>
  );
}

type WaysProperties = Pick<Properties, "id" | "field" | "value" | "told"> & {
  choose: (file: File) => void;
  remove: () => void;
};

function Ways({ id, field, value, told, choose, remove }: WaysProperties) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = { field: textIn(field.label, format.language) };
  const there = value !== undefined;
  return (
    <span className={classes.ways}>
      <label className={classes.choose} htmlFor={id}>
        <input
          id={id}
          type="file"
          data-edit
          accept={field.accept?.join()}
          aria-label={t(there ? "files.replace" : "files.choose", label)}
          aria-invalid={told === undefined ? undefined : true}
          aria-describedby={told}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file !== undefined) {
              choose(file);
            }
            // The same file can be chosen again after it was mended.
            target.value = "";
          }}
        />
        {there ? <Upload aria-hidden="true" /> : <Paperclip aria-hidden="true" />}
        {t(there ? "files.replaceShort" : "files.chooseShort")}
      </label>
      {there ? (
        <ActionIcon size="sm" aria-label={t("files.remove", { name: value.name })} onClick={remove}>
          <Trash2 />
        </ActionIcon>
      ) : (
        <small>
          <span className={classes.byMouse}>{t("files.orDrop")}. </span>
          {limitsOf(field, format)}
        </small>
      )}
    </span>
  );
}

function OnItsWay({ sending, stop }: { sending: Sending; stop: (() => void) | undefined }) {
  const { t } = useTranslation();
  const { percent } = useFormat();
  const { name, share } = sending;
  const said = t("files.sending", { name, share: percent(share.toFixed(2)) });
  return (
    <>
      <span className={classes.named} role="status">
        <span>{said}</span>
        <progress max={1} value={share} aria-label={name} />
      </span>
      {stop === undefined ? null : (
        <ActionIcon size="sm" aria-label={t("files.stop", { name })} onClick={stop}>
          <X />
        </ActionIcon>
      )}
    </>
  );
}
