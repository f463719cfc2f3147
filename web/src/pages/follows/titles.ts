import type { Names } from "../../contract/pages";
import { askOf, complete, nameOf } from "./questions";
import { inWords } from "./supposition";

/** What the title of the document says. */
export function titleOf(query: URLSearchParams, names: Names): string {
  const name = (parameter: string) => nameOf(names, query.get(parameter) ?? "");
  const day = query.get("as_of");
  const dated = day ? ` on ${day}` : "";
  if (!complete(query)) return "What follows";
  switch (askOf(query)) {
    case "obligations":
      return `If ${name("attacked")} is attacked${query.has("by") ? ` by ${name("by")}` : ""}${dated}`;
    case "promises":
      return `Promises of ${name("of")}${dated}`;
    case "forbids":
      return `What is forbidden toward ${name("target")}${dated}`;
    case "conflicts":
      return `What conflicts${dated}`;
    case "positions":
      return `Who stands where on ${name("on")}`;
    case "suppose":
      return `Supposed: ${query
        .getAll("claim")
        .map((claim) => inWords(claim, names))
        .join("; ")}${dated}`;
  }
}
