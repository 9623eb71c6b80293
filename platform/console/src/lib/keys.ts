import { useEffect, useRef } from "react";

/** Hears a letter wherever nothing is being typed and no panel is open. */
export function useKey(wanted: string, run: () => void) {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, defaultPrevented } = event;
      if (key === wanted && !(ctrlKey || metaKey || altKey || defaultPrevented) && isFree()) {
        event.preventDefault();
        latest.current();
      }
    };
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, [wanted]);
}

/** Whether a letter would go nowhere: not into a field, a cell of values or a panel. */
function isFree(): boolean {
  const at = document.activeElement;
  const typed = at?.closest("input:not([type=checkbox]), textarea, select, [contenteditable], td");
  return !typed && document.querySelector('[role="dialog"]') === null;
}
