import type { AsyncRouteComponent } from "@tanstack/react-router";
import { meQuery, ownQuery } from "@/lib/me";
import { modelQuery } from "@/lib/model";
import { queries } from "./queries";

/** So long the very first look waits for what is likely to be there in a moment. */
const MOMENT = 150;

/**
 * Until a page's scripts are there, one stays where one was: once React has begun without them, it
 * holds back what comes for 300 ms.
 */
export async function there(page: AsyncRouteComponent<never>): Promise<void> {
  await page.preload?.();
}

/** Who is here and what a tenant holds; a failure is told by the page that reads it. */
export async function known(tenant: string): Promise<void> {
  if (queries.getQueryData(modelQuery(tenant).queryKey) === undefined) {
    await Promise.all([
      queries.prefetchQuery(modelQuery(tenant)),
      queries.prefetchQuery(ownQuery(tenant)),
      queries.prefetchQuery(meQuery()),
    ]);
  }
}

/** While nothing is drawn yet, waits a moment, so that the first look is whole and drawn once. */
export async function atFirst(coming: Promise<unknown>): Promise<void> {
  if (document.getElementById("root")?.childElementCount === 0) {
    await Promise.race([coming, new Promise((over) => setTimeout(over, MOMENT))]);
  }
}
