import { readFile } from "node:fs/promises";
import { type HtmlTagDescriptor, type Plugin, transformWithOxc } from "vite";
import { filesOf } from "./budget.ts";

const SOURCE = new URL("./src/app/ahead.ts", import.meta.url);

/** The page that most people open first or next: it is fetched beside the first scripts. */
const NEXT = "/src/features/records/list.tsx";

/** Puts `src/app/ahead.ts` into the page itself, so that it need not be loaded to run. */
export function ahead(): Plugin[] {
  return [early, next];
}

const early: Plugin = {
  name: "ahead",
  transformIndexHtml: {
    order: "pre",
    async handler() {
      const source = await readFile(SOURCE, "utf8");
      const { code } = await transformWithOxc(source, SOURCE.pathname);
      const bare = code.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "").replace(/\s*\n\s*/g, "\n");
      return [{ tag: "script", attrs: { nonce: "__NONCE__" }, children: bare, injectTo: "head" }];
    },
  },
};

const next: Plugin = {
  name: "next",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler(_, { bundle = {}, chunk: entry }) {
      const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
      const page = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(NEXT));
      if (page === undefined || entry === undefined) {
        return [];
      }
      const first = filesOf(entry, bundle);
      return [...filesOf(page, bundle)].filter((file) => !first.has(file)).map(link);
    },
  },
};

function link(file: string): HtmlTagDescriptor {
  const how = file.endsWith(".css") ? { rel: "preload", as: "style" } : { rel: "modulepreload" };
  const href = `./${file}`;
  return {
    tag: "link",
    attrs: { ...how, crossorigin: true, fetchpriority: "low", href, nonce: "__NONCE__" },
    injectTo: "head",
  };
}
