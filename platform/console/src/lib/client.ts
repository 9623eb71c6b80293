import { answeredAhead } from "@/lib/ahead";
import { language } from "@/lib/language";
import { root, signInAddress } from "@/lib/place";
import { problemIn, Refusal } from "@/lib/problem";

export type Parameters = Record<string, string | number | undefined>;

/**
 * Reads from the API. `path` starts below the mount point, such as `api/v1/me`. A refusal is thrown
 * as `Refusal`; someone who is not signed in is led to the sign-in page.
 */
export async function read<T>(
  path: string,
  { parameters = {}, signal }: { parameters?: Parameters; signal?: AbortSignal } = {},
): Promise<T> {
  const response =
    (await answeredAhead(address(path, parameters))) ??
    (await answered(path, parameters, { signal: signal ?? null }));
  return (await response.json()) as T;
}

export type Sending = {
  method: "POST" | "PATCH" | "PUT" | "DELETE";
  body?: unknown;
  version?: number;
};

export type FileSending = { method: "POST" | "PUT"; parameters?: Parameters; signal?: AbortSignal };

/** Changes something through the API; `version` is the one that the change was made upon. */
export async function send<T>(path: string, { method, body, version }: Sending): Promise<T> {
  const response = await answered(
    path,
    {},
    {
      method,
      body: body === undefined ? null : JSON.stringify(body),
      headers: {
        "X-Requested-With": "entente",
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...(version === undefined ? {} : { "If-Match": `"${version}"` }),
      },
    },
  );
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/** Sends the bytes of a file, or of a part of it. */
export async function sendFile<T>(
  path: string,
  file: Blob,
  { method, parameters = {}, signal }: FileSending,
): Promise<T> {
  const response = await answered(path, parameters, {
    method,
    body: file,
    signal: signal ?? null,
    headers: { "X-Requested-With": "entente", "Content-Type": "application/octet-stream" },
  });
  return (await response.json()) as T;
}

async function answered(path: string, parameters: Parameters, request: RequestInit) {
  const response = await fetch(address(path, parameters), {
    ...request,
    headers: { Accept: "application/json", "Accept-Language": language(), ...request.headers },
    credentials: "same-origin",
  });
  if (response.status === 401) {
    window.location.assign(signInAddress());
  }
  if (!response.ok) {
    throw new Refusal(await problemIn(response));
  }
  return response;
}

/** An address of a tenant's API for a link, such as one to a file. */
export function tenantAddress(tenant: string, rest: string): string {
  return root + tenantPath(tenant, rest);
}

/** The path of a tenant's API. */
export function tenantPath(tenant: string, rest: string): string {
  return `t/${encodeURIComponent(tenant)}/api/v1/${rest}`;
}

/** The whole address of a call, on this origin. */
export function address(path: string, parameters: Parameters): string {
  const query = Object.entries(parameters)
    .filter(([, value]) => value !== undefined && value !== "")
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join("&");
  return root + path + (query === "" ? "" : `?${query}`);
}
