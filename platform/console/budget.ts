import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";

/** What a person waits for at first sight, and beyond it for a page: bytes on the wire. */
const ENTRY_BUDGET = 250_000;
const ROUTE_BUDGET = 200_000;

type Bundle = Parameters<
  Extract<NonNullable<Plugin["generateBundle"]>, (...all: never[]) => unknown>
>[1];
type Chunk = Extract<Bundle[string], { type: "chunk" }>;

/** Fails the build when the first page or what a lazy route adds to it has grown too large. */
export function budget(): Plugin {
  return {
    name: "budget",
    apply: "build",
    // After Vite has told each chunk which styles it brings.
    enforce: "post",
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
      const entry = chunks.find(({ isEntry }) => isEntry);
      if (entry === undefined) {
        return;
      }
      const first = [...filesOf(entry, bundle)];
      const told = [judged("entry", first, ENTRY_BUDGET)];
      for (const route of chunks.filter(({ isDynamicEntry }) => isDynamicEntry)) {
        const more = [...filesOf(route, bundle)].filter((file) => !first.includes(file));
        told.push(judged(nameOf(route), more, ROUTE_BUDGET));
      }
      for (const { line } of told) {
        console.log(line);
      }
      const beyond = told.filter(({ fits }) => !fits);
      if (beyond.length > 0) {
        this.error(`Too large: ${beyond.map(({ line }) => line).join("; ")}`);
      }

      function judged(name: string, files: string[], most: number) {
        const bytes = files.reduce((sum, file) => sum + sizeOf(bundle[file]), 0);
        return { fits: bytes <= most, line: `${name}: ${bytes} of ${most} bytes (gzip)` };
      }
    },
  };
}

/** A chunk, all that it imports before it can run, and their styles. */
export function filesOf(chunk: Chunk, bundle: Bundle, found = new Set<string>()): Set<string> {
  found.add(chunk.fileName);
  for (const style of chunk.viteMetadata?.importedCss ?? []) {
    found.add(style);
  }
  for (const name of chunk.imports.filter((other) => !found.has(other))) {
    const next = bundle[name];
    if (next?.type === "chunk") {
      filesOf(next, bundle, found);
    }
  }
  return found;
}

function nameOf({ facadeModuleId, name }: Chunk): string {
  return facadeModuleId?.split("/src/")[1] ?? name;
}

function sizeOf(file: Bundle[string] | undefined): number {
  return file === undefined ? 0 : gzipSync(file.type === "chunk" ? file.code : file.source).length;
}
