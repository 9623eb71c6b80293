import { QueryClient } from "@tanstack/react-query";
import { isPassing, problemOf } from "@/lib/problem";

const RETRIES = 2;

/** What is known of the server; its answers are kept here and nowhere else. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // A refusal stays one, however often it is asked.
      retry: (count, error) => count < RETRIES && isPassing(problemOf(error)),
      refetchOnWindowFocus: false,
    },
  },
});
