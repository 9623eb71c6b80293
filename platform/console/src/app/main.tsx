import "@fontsource-variable/inter/opsz.css";
import "@fontsource-variable/jetbrains-mono/wght.css";
import "./mantine-parts";
import "@/ui/tokens.css";
import "@/ui/global.css";
import "@/ui/colors.css";
import "./mantine.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { startLanguage } from "@/lib/language";
import { Providers } from "./providers";
import { bringPages, router } from "./router";

const place = document.getElementById("root");
if (place !== null) {
  await startLanguage();
  await router.load();
  createRoot(place).render(
    <StrictMode>
      <Providers />
    </StrictMode>,
  );
  whenIdle(bringPages);
}

/** Not every browser tells when it has nothing to do. */
function whenIdle(run: () => void) {
  const idle: typeof window.requestIdleCallback | undefined = window.requestIdleCallback;
  idle === undefined ? setTimeout(run, 500) : idle(run, { timeout: 2_000 });
}
