import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FileValue } from "@/fields/definition";
import { refusalOf } from "@/fields/file/check";
import type { Sending } from "@/fields/file/slot";
import { fileIn, putFile } from "@/lib/files";
import type { Field } from "@/lib/model";
import type { Fault } from "@/lib/problem";
import type { Referred, Row } from "@/lib/record";
import { textIn } from "@/lib/text";
import { say } from "@/ui/toasts";
import { recordQuery } from "./api";
import { useRecord } from "./known";

type FileField = Extract<Field, { kind: "file" | "image" }>;

/** Puts and removes the file of a field; each says what it did and can be undone. */
export function useFiles(field: FileField, value: FileValue | undefined) {
  const { place, saving, format } = useRecord();
  const { t } = useTranslation();
  const { put, setProblem, ...shown } = usePutting(field);
  const undoing = (run: () => unknown) => ({ label: t("record.undo"), run });
  /** What is there now, so that it can come back. */
  const kept = async () =>
    value === undefined ? undefined : fileIn(place, field.name, value.name).catch(() => undefined);
  const back = async (file: File) => {
    if (await put(file)) {
      say({ said: t("files.back", { name: file.name }) });
    }
  };
  const clear = async () => {
    const ended = await saving.save({ [field.name]: null });
    if (ended !== "conflict" && "faults" in ended) {
      setProblem(Object.values(ended.faults)[0]?.message);
    }
    return ended !== "conflict" && "old" in ended;
  };
  return {
    ...shown,
    choose: async (file: File) => {
      const refusal = refusalOf(field, file, format);
      if (refusal !== undefined) {
        setProblem(refusal);
        return;
      }
      const before = await kept();
      if (await put(file)) {
        const action = undoing(before === undefined ? clear : () => back(before));
        const label = textIn(field.label, format.language);
        say({ said: t("files.sent", { field: label, name: file.name }), action });
      }
    },
    remove: async () => {
      const before = await kept();
      setProblem(undefined);
      if (await clear()) {
        const action = before && undoing(() => back(before));
        say({ said: t("files.removed", { name: value?.name ?? "" }), action });
      }
    },
  };
}

/** Sends a file for a field, and tells how far it is and why it was refused. */
function usePutting(field: FileField) {
  const { place, saving } = useRecord();
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [sending, setSending] = useState<Sending>();
  const [problem, setProblem] = useState<string>();
  const stop = useRef<AbortController>(undefined);
  const { name: at } = field;

  const differing = (): string => {
    const values = queries.getQueryData<Row>(recordQuery(place).queryKey)?.values ?? {};
    const now = values[at] as FileValue | null | undefined;
    const who = (values.updated_by as Referred | null | undefined)?.label ?? t("files.somebody");
    return now ? t("files.other", { who, name: now.name }) : t("files.otherGone");
  };
  const reasonIn = (faults: Record<string, Fault>): string => {
    const fault = faults[at] ?? Object.values(faults)[0];
    return fault?.message || t("files.unreachable");
  };
  const put = async (file: File): Promise<boolean> => {
    const { name } = file;
    const stopping = new AbortController();
    const { signal } = stopping;
    stop.current = stopping;
    const onShare = (share: number) => setSending({ name, share });
    setProblem(undefined);
    onShare(0);
    const ended = await saving.save({ [at]: { name } }, (version) =>
      putFile({ place, field: at, version, file, onShare, signal }),
    );
    setSending(undefined);
    if (ended === "conflict") {
      setProblem(differing());
      return false;
    }
    // Whoever stops the sending needs not be told so.
    setProblem("faults" in ended && !signal.aborted ? reasonIn(ended.faults) : undefined);
    return "old" in ended;
  };
  return { put, sending, problem, setProblem, stop: () => stop.current?.abort() };
}
