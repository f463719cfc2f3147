/** Suppositions as `casus suppose` takes them: read for people, written from what was picked. */
import type { Names } from "../../contract/pages";
import { nameOf } from "./questions";

export const MOST = 8;

export type Supposition =
  | { form: "attack"; attacker: string; attacked: string; at: string }
  | { form: "transfer"; from: string; to: string; goods: string }
  | { form: "denounce"; agreement: string; state: string }
  | { form: "accede"; agreement: string; state: string }
  | { form: "lift"; gone: string }
  | { form: "claim"; id: string };

export type Form = Supposition["form"];

/** A supposition in the command's words. */
export function written(one: Supposition): string {
  switch (one.form) {
    case "attack":
      return words("ASSAULT", one.attacker, one.attacked, ...(one.at ? ["at", one.at] : []));
    case "transfer":
      return words("transfer", one.from, one.to, one.goods);
    case "denounce":
      return words("denounce", one.agreement, one.state);
    case "accede":
      return words("accede", one.agreement, one.state);
    case "lift":
      return words("lift", one.gone);
    case "claim":
      return one.id.trim();
  }
}

/** What the command would understand of words; null where it would not. */
export function read(text: string): Supposition | null {
  const parts = split(text);
  if (!parts) return null;
  const [first = "", ...rest] = parts;
  const [one = "", other = "", ...more] = rest;
  switch (first.toLowerCase()) {
    case "assault":
    case "attack":
      if (rest.length < 2 || (more.length > 0 && more[0]?.toLowerCase() !== "at")) return null;
      return { form: "attack", attacker: one, attacked: other, at: more.slice(1).join(" ") };
    case "transfer":
      return more.length > 0 ? { form: "transfer", from: one, to: other, goods: more.join(" ") } : null;
    case "denounce":
      return rest.length === 1 || rest.length === 2 ? { form: "denounce", agreement: one, state: other } : null;
    case "accede":
      return rest.length === 2 ? { form: "accede", agreement: one, state: other } : null;
    case "lift":
      return rest.length === 1 ? { form: "lift", gone: one } : null;
    default:
      return rest.length === 0 && first !== "" ? { form: "claim", id: first } : null;
  }
}

/** A supposition in a reader's words; as it is written where it is none. */
export function inWords(text: string, names: Names): string {
  const one = read(text);
  const name = (id: string) => nameOf(names, id);
  switch (one?.form) {
    case "attack":
      return `${name(one.attacker)} attacks ${name(one.attacked)}${one.at ? ` at ${name(one.at)}` : ""}`;
    case "transfer":
      return `${name(one.from)} sends ${one.goods} to ${name(one.to)}`;
    case "denounce":
      return one.state ? `${name(one.state)} leaves: ${name(one.agreement)}` : `ended for all: ${name(one.agreement)}`;
    case "accede":
      return `${name(one.state)} joins: ${name(one.agreement)}`;
    case "lift":
      return `lifted: ${name(one.gone)}`;
    case "claim":
      return `claim ${one.id.length > 20 ? one.id.slice(0, 8) : one.id}`;
    default:
      return text;
  }
}

/** What is still missing of a supposition, as the field is called; null where it says enough. */
export function missing(one: Supposition): string | null {
  const needed: [string, string][] =
    one.form === "attack"
      ? [
          ["who attacks", one.attacker],
          ["who is attacked", one.attacked],
        ]
      : one.form === "transfer"
        ? [
            ["who sends", one.from],
            ["who receives", one.to],
            ["what goods", one.goods],
          ]
        : one.form === "denounce"
          ? [["which agreement", one.agreement]]
          : one.form === "accede"
            ? [
                ["which agreement", one.agreement],
                ["which state", one.state],
              ]
            : one.form === "lift"
              ? [["which regime or measure", one.gone]]
              : [["which claim", one.id]];
  return needed.find(([, value]) => value.trim() === "")?.[0] ?? null;
}

function words(...parts: string[]): string {
  return parts
    .filter((part) => part !== "")
    .map((part, n) => (n > 0 && !/^[\p{L}\p{N}:@._/ -]+$/u.test(part) ? quoted(part) : spaced(part, n)))
    .join(" ");
}

/** Names of several words stand in quotes, but for what the command takes as a whole to the end. */
function spaced(part: string, n: number): string {
  return n > 0 && n < 3 && part.includes(" ") ? quoted(part) : part;
}

function quoted(part: string): string {
  return `"${part.replaceAll(/["\\]/g, "\\$&")}"`;
}

/** Words as a shell splits them: quotes hold words together. null where a quote is not closed. */
function split(text: string): string[] | null {
  const parts: string[] = [];
  let part: string | null = null;
  let quote = "";
  for (let n = 0; n < text.length; n++) {
    const sign = text[n] as string;
    if (quote) {
      if (sign === quote) quote = "";
      else if (sign === "\\" && quote === '"' && /["\\]/.test(text[n + 1] ?? "")) part = (part ?? "") + text[++n];
      else part = (part ?? "") + sign;
    } else if (sign === '"' || sign === "'") {
      quote = sign;
      part ??= "";
    } else if (/\s/.test(sign)) {
      if (part !== null) parts.push(part);
      part = null;
    } else part = (part ?? "") + (sign === "\\" ? (text[++n] ?? "") : sign);
  }
  if (quote) return null;
  if (part !== null) parts.push(part);
  return parts;
}
