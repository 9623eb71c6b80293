import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { setNonce } from "get-nonce";
import { isPassing, problemOf } from "@/lib/problem";
import { router } from "./router";
import { theme, variables } from "./theme";

const RETRIES = 2;

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // A refusal stays one, however often it is asked.
      retry: (count, error) => count < RETRIES && isPassing(problemOf(error)),
      refetchOnWindowFocus: false,
    },
  },
});

const schemes = localStorageColorSchemeManager({ key: "entente.theme" });

/** The server allows style elements that carry this, and no others. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";
// For what stops the page from scrolling behind a drawer, which is not Mantine's own.
setNonce(nonce);

export function Providers() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      colorSchemeManager={schemes}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
