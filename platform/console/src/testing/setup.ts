import { cleanup } from "@testing-library/react";
import { afterEach, beforeAll } from "vitest";
import { startLanguage } from "@/lib/language";

beforeAll(async () => {
  window.localStorage.setItem("entente.language", "fr");
  await startLanguage();
});

afterEach(cleanup);
