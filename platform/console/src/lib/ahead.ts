declare global {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface merges with the window's
  interface Window {
    /** Answers that `app/ahead.ts` asked for before the scripts were there, by their addresses. */
    ahead?: Map<string, Promise<Response>>;
  }
}

const KEPT = "entente.ahead";
const MOST = 24;
/** After so long an answer is no longer what the server would say now. */
const FRESH = 10_000;

setTimeout(() => {
  window.ahead = new Map();
}, FRESH);

/** The answer that was asked for ahead, once, and only a good one: problems speak a language. */
export async function answeredAhead(address: string): Promise<Response | undefined> {
  const early = window.ahead?.get(address);
  window.ahead?.delete(address);
  const response = await early?.catch(() => undefined);
  return response?.ok === true ? response : undefined;
}

/** Keeps what the page at this place asked for, so that it is asked for ahead the next time. */
export function keepAhead(place: string, address: string): void {
  const others = Object.entries(kept()).filter(([other]) => other !== place);
  const all = Object.fromEntries([[place, address], ...others].slice(0, MOST));
  window.localStorage.setItem(KEPT, JSON.stringify(all));
}

function kept(): Record<string, string> {
  try {
    return JSON.parse(window.localStorage.getItem(KEPT) ?? "{}");
  } catch {
    // Whatever else wrote there: it begins anew.
    return {};
  }
}
