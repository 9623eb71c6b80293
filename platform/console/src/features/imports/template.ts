import type { Language } from "@/lib/language";

/** An empty table whose header is understood without a further word. French spreadsheets expect semicolons. */
export function saveTemplate(name: string, headings: string[], language: Language): void {
  const separator = language === "fr" ? ";" : ",";
  const quoted = headings.map((heading) =>
    /[",;]/.test(heading) ? `"${heading.replaceAll('"', '""')}"` : heading,
  );
  const text = `\ufeff${quoted.join(separator)}\r\n`;
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}
