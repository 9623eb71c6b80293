/// <reference types="vitest/config" />
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { ahead } from "./ahead.ts";
import { budget } from "./budget.ts";

const server = process.env.ENTENTE_URL ?? "http://localhost:9080";

/** Stands in for the server, which fills the page's placeholders at each request. */
const placeholders: Plugin = {
  name: "placeholders",
  apply: "serve",
  transformIndexHtml: (html) => html.replaceAll("__BASE__", "/").replaceAll("__NONCE__", ""),
};

export default defineConfig({
  base: "./",
  plugins: [react(), ahead(), placeholders, budget()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  html: { cspNonce: "__NONCE__" },
  build: {
    target: "es2023",
    // A data: address would need a hole in the content security policy.
    assetsInlineLimit: 0,
    // The server sends no file with a second dot in its name, such as that of a shared CSS module.
    rolldownOptions: {
      output: {
        chunkFileNames: ({ name }) => `assets/${name.replaceAll(".", "-")}-[hash].js`,
      },
    },
    // The budget above judges what counts: the size on the wire.
    chunkSizeWarningLimit: 1_000,
  },
  server: {
    port: 9390,
    strictPort: true,
    proxy: { "^(/t/[^/]+)?/api/": server, "^/(login|logout|oidc)": server },
  },
  test: {
    environment: "happy-dom",
    // One worker loads the libraries once; no test leaves anything behind.
    pool: "threads",
    isolate: false,
    maxWorkers: 1,
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/testing/setup.ts"],
  },
});
