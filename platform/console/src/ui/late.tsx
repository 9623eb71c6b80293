import { type ReactNode, useEffect, useState } from "react";

const FELT = 200;

/** Drawn only when the wait is long enough to be felt: until then it would cost what it waits for. */
export function Late({ children }: { children: ReactNode }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), FELT);
    return () => clearTimeout(timer);
  }, []);
  return late ? children : null;
}
