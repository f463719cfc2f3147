/** What a record says, field by field, in words. */
import { dayWords } from "../../days";

export type Body = Record<string, unknown>;
export type Called = Readonly<Record<string, string>>;

/** Fields that say nothing to a reader by themselves: they tie records together, or stand elsewhere on the line. */
const APART = new Set(["modality", "negated", "by", "standing", "agreement", "regime", "commitment", "condition"]);

const WORDS: Record<string, string> = {
  bound: "who is bound",
  provides: "what it is about",
  spheres: "about",
  discretion: "room to decide",
  recipients: "to whom",
  toward: "toward whom",
  goods_class: "sort of goods",
  in_force: "in force since",
  signed: "signed on",
  signed_at: "signed at",
  atop: "ATOP number",
  target_kind: "aimed at",
  target_names: "targets by name",
  first: "since",
  last: "until",
  bears_on: "bears on",
};

const VALUES: Record<string, string> = {
  "each-decides": "each decides for itself",
  automatic: "none: it is due at once",
  consult: "they consult first",
};

export interface Field {
  name: string;
  words: string;
  value: string;
  /** Its parts, where they stand better below each other. */
  items: string[];
}

/** The fields of a body, in its order. `without`: those that the line shows elsewhere. */
export function fieldsOf(body: Body, called: Called, without: Iterable<string> = []): Field[] {
  const left = new Set([...APART, ...without]);
  return Object.entries(body)
    .filter(([name, value]) => !left.has(name) && value !== null && value !== "")
    .map(([name, value]) => ({
      name,
      words: fieldWords(name),
      value: valueWords(value, called),
      items: listed(value) ? value.map((one) => valueWords(one, called)) : [],
    }));
}

export function fieldWords(name: string): string {
  return WORDS[name] ?? name.replaceAll("_", " ");
}

/** A value in words: ids by their names, days as days, lists and objects on one line. */
export function valueWords(value: unknown, called: Called): string {
  if (value === null || value === undefined) return "nothing";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.map((one) => valueWords(one, called)).join(between(value));
  if (typeof value === "object") return partsWords(value, called);
  const text = String(value);
  return called[text] ?? VALUES[text] ?? (/^\d{4}-\d{2}-\d{2}$/.test(text) ? dayWords(text) : bare(text));
}

/** A part of a field: its days ahead, then what it says, then the rest by name. */
function partsWords(value: object, called: Called): string {
  const { first, last, ...rest } = value as Body;
  const days = [first, last].filter((day) => day !== undefined && day !== null).map((day) => valueWords(day, called));
  const told = Object.entries(rest).map(([name, one]) => {
    const words = valueWords(one, called);
    return SAYING.has(name) ? words : `${fieldWords(name)}: ${words}`;
  });
  const when = first === undefined && last !== undefined ? `until ${days[0]}` : days.join(" to ");
  return [when, told.join("; ")].filter(Boolean).join(": ");
}

/** Names of parts that say by themselves what they are. */
const SAYING = new Set(["adds", "what", "effect", "claim", "body"]);

function listed(value: unknown): value is object[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "object" && one !== null);
}

/** An id that has no name here, without its class: "territory:puerto-rico" is "puerto rico". */
function bare(text: string): string {
  const found = /^(territory|place|state|org|group|person|bloc):([a-z0-9-]+)$/.exec(text);
  return found?.[2] ? found[2].replaceAll("-", " ") : text;
}

/** Sentences follow each other, names are listed, and what has commas itself is parted by more. */
function between(values: readonly unknown[]): string {
  if (values.every((one) => typeof one === "string" && /[.!?]$/.test(one))) return " ";
  return values.some((one) => typeof one === "object" || String(one).includes(",")) ? "; " : ", ";
}

/** What a later body says otherwise than an earlier one. */
export function otherwise(before: Body, after: Body, called: Called): { words: string; was: string; is: string }[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map((name) => ({
      words: fieldWords(name),
      was: valueWords(before[name], called),
      is: valueWords(after[name], called),
    }));
}

/** A list of texts that a body has under a name; one text is a list of one. */
export function textsOf(body: Body, name: string): string[] {
  const value = body[name];
  if (value === null || value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === "string");
}
