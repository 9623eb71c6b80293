import { useEffect } from "react";

/** Names the window after the page, from the nearest to the farthest. */
export function usePageTitle(...parts: (string | undefined)[]) {
  const title = [...parts.filter((part) => part !== undefined), "Entente"].join(" · ");
  useEffect(() => {
    document.title = title;
  }, [title]);
}
