import { tenantAddress, tenantPath } from "@/lib/client";
import { language } from "@/lib/language";
import { root, signInAddress } from "@/lib/place";
import { type Problem, Refusal } from "@/lib/problem";
import type { Row } from "@/lib/record";
import type { Place } from "@/lib/write";

export type FileDeed = {
  place: Place;
  field: string;
  /** The record's version that it is done upon. */
  version: number;
};

function pathOf({ entity, id }: Omit<Place, "tenant">, field: string): string {
  return `data/${entity}/${id}/files/${field}`;
}

/** Where the bytes of a file lie, for a link or a picture. */
export function fileAddress({ tenant, ...rest }: Place, field: string): string {
  return tenantAddress(tenant, pathOf(rest, field));
}

type Sending = FileDeed & {
  file: File;
  /** Tells what share has left, from 0 to 1. */
  onShare: (share: number) => void;
  signal?: AbortSignal | undefined;
};

/** Puts a file into a field; only the older way of asking tells how much of it has left. */
export function putFile({ place, field, version, file, onShare, signal }: Sending): Promise<Row> {
  const { tenant, ...rest } = place;
  const request = new XMLHttpRequest();
  request.open("PUT", root + tenantPath(tenant, pathOf(rest, field)));
  const headers = {
    Accept: "application/json",
    "Accept-Language": language(),
    "X-Requested-With": "entente",
    "Content-Type": "application/octet-stream",
    "Content-Disposition": dispositionOf(file.name),
    "If-Match": `"${version}"`,
  };
  for (const [name, value] of Object.entries(headers)) {
    request.setRequestHeader(name, value);
  }
  request.upload.addEventListener("progress", ({ loaded, total }) => {
    onShare(total === 0 ? 0 : loaded / total);
  });
  signal?.addEventListener("abort", () => request.abort());
  return new Promise((resolve, reject) => {
    request.addEventListener("load", () => answered(request, resolve, reject));
    for (const end of ["error", "abort", "timeout"] as const) {
      request.addEventListener(end, () => reject(new Refusal(cutOff(end))));
    }
    request.send(file);
  });
}

function answered(
  request: XMLHttpRequest,
  resolve: (row: Row) => void,
  reject: (error: Refusal) => void,
) {
  const { status, statusText } = request;
  if (status === 401) {
    window.location.assign(signInAddress());
  }
  const told = readable(request.responseText);
  if (status >= 200 && status < 300) {
    resolve(told as Row);
  } else {
    const reference = request.getResponseHeader("X-Request-Id");
    const problem = { code: "unknown", title: statusText, ...told, status };
    reject(new Refusal(reference === null ? problem : { ...problem, reference }));
  }
}

function readable(text: string): object {
  try {
    return JSON.parse(text) as object;
  } catch {
    return {};
  }
}

function cutOff(end: string): Problem {
  return { status: 0, code: end === "abort" ? "aborted" : "unreachable", title: "" };
}

/** The name as RFC 6266 writes it in letters of any kind. */
export function dispositionOf(name: string): string {
  // Half of a letter cannot be written.
  const plain = encodeURIComponent(name.replace(/[\ud800-\udfff]/gu, "\ufffd")).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename*=UTF-8''${plain}`;
}

/** The bytes that a field holds now, to be put back later. */
export async function fileIn(place: Place, field: string, name: string): Promise<File | undefined> {
  const answer = await fetch(fileAddress(place, field), { credentials: "same-origin" });
  return answer.ok ? new File([await answer.blob()], name) : undefined;
}
