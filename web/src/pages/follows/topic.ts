import type { Names } from "../../contract/pages";
import { inWords } from "./duties";
import { nameOf } from "./questions";

/** What a record of reference facts is about, in words: "party:anzus:NZL" is "New Zealand". */
export function topicWords(topic: string | null, names: Names): string {
  if (!topic) return "";
  if (names[topic]) return names[topic];
  const [kind, ...rest] = topic.split(":");
  const last = rest.at(-1) ?? "";
  if (kind === "party") return nameOf(names, last);
  if (kind === "provision") {
    const [, article = "", ...provides] = rest;
    return [inWords([article]), provides.join(" ").replaceAll("-", " ")].filter(Boolean).join(", ");
  }
  return rest.join(", ").replaceAll("-", " ") || topic;
}
