/** The fields of a claim that a person may say otherwise, as the service takes them: every value as text. */
import { ALLOWED } from "../../contract/allowed.generated";
import type { KeptClaim } from "../../contract/pages";
import { MODALITIES } from "../../contract/reading";
import { dayWords } from "../../days";

/** `actors`: a list of names or ids; `words`: one of `among`; `flag`: true or nothing. */
export interface Field {
  name: string;
  label: string;
  as: "actors" | "text" | "words" | "flag" | "when";
  among?: readonly string[];
  hint?: string;
}

const actors = (name: string, label: string): Field => ({ name, label, as: "actors" });
const text = (name: string, label: string): Field => ({ name, label, as: "text" });

const OWN: Record<string, Field[]> = {
  statement: [
    actors("speaker", "Speaker"),
    actors("co_speakers", "With"),
    actors("addressees", "To"),
    text("via", "Read from"),
  ],
  event: [
    actors("actors", "Who"),
    actors("recipients", "To whom"),
    text("mode", "Mode"),
    text("killed", "Killed"),
    text("injured", "Injured"),
    text("crowd", "In the crowd"),
  ],
  agreement: [text("title", "Title"), actors("parties", "Parties"), text("spheres", "Spheres")],
  provision: [
    actors("bound", "Who is bound"),
    actors("beneficiaries", "For whom"),
    text("trigger", "If"),
    text("obligation", "Then"),
  ],
  measure: [actors("imposers", "By whom"), actors("targets", "Against whom"), text("regime", "Regime")],
  transfer: [
    actors("suppliers", "From"),
    actors("recipients", "To"),
    text("goods", "Goods"),
    text("purpose", "Purpose"),
  ],
  position: [actors("holder", "Who"), text("object", "On what"), actors("toward", "Toward")],
  membership: [actors("member", "Who"), actors("group", "Of what")],
};

const WORD_LABELS: Record<string, string> = {
  goods_class: "Class of goods",
  type: "Type",
  act: "Act",
  quoting: "Quoting",
};

/** The fields of a kind of claim: who, what, how it is told, when, where. */
export function fieldsOf(kind: string): Field[] {
  const words = Object.entries(ALLOWED[kind] ?? {}).map(
    ([name, among]): Field => ({ name, label: WORD_LABELS[name] ?? capital(name), as: "words", among }),
  );
  return [
    ...(OWN[kind] ?? []),
    ...words,
    { name: "modality", label: "Told as", as: "words", among: MODALITIES },
    { name: "negated", label: "that it should not happen", as: "flag" },
    { name: "when", label: "When", as: "when", hint: "2024, 2024-06, 2024-06-19, or two of them with a slash" },
    actors("place", "Where"),
  ];
}

/** What the fields of a record say now, as text: actors by name, several with commas. */
export function valuesOf(record: KeptClaim): Record<string, string> {
  const values: Record<string, string> = {};
  for (const field of fieldsOf(record.kind)) values[field.name] = textOf(record, field);
  return values;
}

function textOf(record: KeptClaim, field: Field): string {
  if (field.as === "when") return whenText(record);
  const value = (record.body as Record<string, unknown>)[field.name];
  if (value === undefined || value === null) return "";
  const all = Array.isArray(value) ? value.map(String) : [String(value)];
  return (field.as === "actors" ? all.map((id) => record.names[id] ?? id) : all).join(", ");
}

/** When, as the service takes it: "2024-06-19", "2024-06", "2024", or two with a slash. */
function whenText(record: KeptClaim): string {
  const { from, to } = record.valid;
  if (!from && !to) return "";
  const first = from && boundText(from);
  const last = to && boundText(to);
  return first === last ? String(first) : `${first ?? ""}/${last ?? ""}`;
}

function boundText([first, last]: readonly [string, string]): string {
  if (first === last) return first;
  const years = first.endsWith("-01-01") && last.endsWith("-12-31") && first.slice(0, 4) === last.slice(0, 4);
  if (years) return first.slice(0, 4);
  const month = first.endsWith("-01") && first.slice(0, 7) === last.slice(0, 7);
  return month ? first.slice(0, 7) : first;
}

/** What a person changed, as the service takes it; actors that stay are named by id, so that they stay who they are. */
export function changesOf(record: KeptClaim, typed: Record<string, string>): Record<string, string> {
  const before = valuesOf(record);
  const ids = new Map(Object.entries(record.names).map(([id, name]) => [name, id]));
  const changes: Record<string, string> = {};
  for (const field of fieldsOf(record.kind)) {
    const value = (typed[field.name] ?? "").trim();
    if (value === before[field.name]) continue;
    changes[field.name] =
      field.as !== "actors"
        ? value
        : value
            .split(",")
            .map((one) => ids.get(one.trim()) ?? one.trim())
            .filter((one) => one !== "")
            .join(",");
  }
  return changes;
}

/** What a person's word made of a record, in words; "" where no person spoke of it. */
export function byHandWords(record: KeptClaim): string {
  if (!record.by_hand) return "";
  const day = dayWords(record.recorded_at.slice(0, 10));
  const what = record.retracted ? "Rejected" : record.accepted ? "Accepted" : "Corrected";
  return `${what} by hand on ${day}${record.why ? `: ${record.why}` : ""}`;
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replaceAll("_", " ");
}
