import { useState } from "react";
import { filterOf, type Part, partsIn } from "./conditions";
import { useFilterWords } from "./filter-words";
import type { List } from "./use-list";

/**
 * The filter as parts. Those that are not complete live here only; the others are the address's,
 * and whatever changes it from elsewhere is read anew.
 */
export function useParts(list: List) {
  const { kindOf } = useFilterWords(list);
  const [draft, setDraft] = useState<{ filter: string; parts: Part[] }>();
  const parts = draft?.filter === list.filter ? draft.parts : partsIn(list.filter, kindOf);
  const change = (next: Part[]) => {
    const filter = filterOf(next);
    setDraft({ filter, parts: next });
    if (filter !== list.filter) {
      list.setFilter(filter === (list.view?.filter ?? "") ? undefined : filter);
    }
  };
  const put = (part: Part) =>
    change(
      parts.some(({ id }) => id === part.id)
        ? parts.map((other) => (other.id === part.id ? part : other))
        : [...parts, part],
    );
  const remove = ({ id }: Part) => change(parts.filter((other) => other.id !== id));
  return { parts, put, remove };
}
