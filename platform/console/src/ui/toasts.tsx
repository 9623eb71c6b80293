import { ActionIcon, UnstyledButton } from "@mantine/core";
import { X } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import classes from "./toasts.module.css";

type Toast = {
  id: number;
  said: string;
  /** What the button says and does, such as undoing; without it the toast only tells. */
  action?: { label: string; run: () => unknown } | undefined;
  /** A failure stays until it is closed. */
  failed?: boolean | undefined;
};

const SHOWN = 3;
const LASTS = 10_000;

let toasts: Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function put(next: Toast[]) {
  toasts = next;
  for (const listener of listeners) {
    listener();
  }
}

/** Says what happened, bottom right, for ten seconds. */
export function say(toast: Omit<Toast, "id">) {
  last += 1;
  put([...toasts, { ...toast, id: last }].slice(-SHOWN));
}

function close(id: number) {
  put(toasts.filter((toast) => toast.id !== id));
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where toasts appear; it stands once in the shell. */
export function Toasts() {
  const { t } = useTranslation();
  const shown = useSyncExternalStore(subscribe, () => toasts);
  return (
    <section className={classes.toasts} aria-label={t("toasts")} aria-live="polite">
      {shown.map((toast) => (
        <Shown key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function Shown({ toast: { id, said, action, failed } }: { toast: Toast }) {
  const { t } = useTranslation();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held || failed) {
      return;
    }
    const timer = setTimeout(() => close(id), LASTS);
    return () => clearTimeout(timer);
  }, [id, held, failed]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only waits while someone looks at it
    <div
      className={classes.toast}
      data-failed={failed}
      data-held={held}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p>{said}</p>
      {action === undefined ? null : (
        <UnstyledButton
          className={classes.action}
          onClick={() => {
            close(id);
            action.run();
          }}
        >
          {action.label}
        </UnstyledButton>
      )}
      <ActionIcon
        size="xs"
        className={classes.close}
        aria-label={t("close")}
        onClick={() => close(id)}
      >
        <X />
      </ActionIcon>
    </div>
  );
}
