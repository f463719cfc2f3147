/** Names of ids that an address holds, where the data of the page do not name them. */
import { useEffect, useState } from "preact/hooks";
import { ask } from "../asking";
import type { Named, Names } from "../contract/pages";

const found = new Map<string, string>();
const asked = new Set<string>();

/** The names of ids: those that are known, and those that the service gives. An id that nobody knows names itself. */
export function useNames(ids: readonly string[], known: Names): (id: string) => string {
  const [, render] = useState(0);
  const missing = ids.filter((id) => !nameIn(known, id) && !found.has(id)).join("\n");
  useEffect(() => {
    for (const id of missing.split("\n").filter((one) => one && !asked.has(one))) {
      asked.add(id);
      const query = new URLSearchParams({ find: id.replace(/^(state|country):/, ""), limit: "1" });
      ask<{ items: Named[] }>(`/api/v1/names?${query}`).then(
        ({ items }) => {
          if (items[0]) found.set(id, items[0].name);
          render((n) => n + 1);
        },
        () => asked.delete(id),
      );
    }
  }, [missing]);
  return (id) => nameIn(known, id) ?? found.get(id) ?? id;
}

/** A state is also known as all that acts for it. */
function nameIn(known: Names, id: string): string | undefined {
  return known[id] ?? known[id.replace(/^state:/, "country:")] ?? known[id.replace(/^country:/, "state:")];
}
