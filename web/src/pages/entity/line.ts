/** Lines of a page in their sections, and what stands on each. */
import type { EntityLine, EntityPage } from "../../contract/pages";
import { type Body, type Field, fieldsOf, textsOf } from "./bodies";

export type Line = EntityLine;

export interface Section {
  id: string;
  title: string;
  /** How many there are, also those that are not given. */
  count: number;
  lines: Line[];
}

/** The sections of a page that have lines fitting the words, in the page's order. */
export function sectionsOf(page: EntityPage, words = ""): Section[] {
  const sought = words.toLowerCase().split(/\s+/).filter(Boolean);
  return page.sections
    .map((section) => {
      const lines = page.lines.filter((line) => line.section === section.id);
      return { ...section, lines: sought.length === 0 ? lines : lines.filter((line) => fits(line, page, sought)) };
    })
    .filter((section) => (sought.length === 0 ? section.count > 0 : section.lines.length > 0));
}

function fits(line: Line, page: EntityPage, sought: readonly string[]): boolean {
  const names = [...line.who, ...line.whom].map((id) => page.called[id] ?? id);
  const day = [...(line.when.from ?? []), ...(line.when.to ?? [])];
  const body = fieldsOf(bodyOf(line), page.called).map((field) => field.value);
  const text = [line.what, line.words, line.modality, ...names, ...day, ...line.said_by, ...body]
    .join(" ")
    .toLowerCase();
  return sought.every((word) => text.includes(word));
}

function bodyOf(line: Line): Body {
  return (line.body ?? {}) as Body;
}

/** What is done has two sides, which must both be there to tell who does it. */
const DONE = new Set(["event", "statement", "transfer", "position"]);

/** Who and whom of a line. What stands, as a membership, is told without the one that the page is about. */
export function sidesOf(line: Line, about: string): { who: string[]; whom: string[] } {
  if (DONE.has(line.kind)) return { who: line.who, whom: line.whom };
  const same = (id: string) => id === about || id.replace(/^state:/, "country:") === about;
  const who = line.who.filter((id) => !same(id));
  const whom = line.whom.filter((id) => !same(id));
  return { who, whom };
}

/** The agreement or regime that a line belongs to, where that is not the page's own. */
export function standsIn(line: Line, about: string): string | null {
  const body = bodyOf(line);
  for (const name of ["agreement", "regime", "standing"]) {
    const id = textsOf(body, name)[0];
    if (id?.includes(":") && id !== about) return id;
  }
  return null;
}

/** What a line says beside its words, in the order in which one asks for it. */
const ASKED: Record<string, readonly string[]> = {
  provision: [
    "trigger",
    "obligation",
    "territory",
    "discretion",
    "conditions",
    "suspensions",
    "terms",
    "binding",
    "instrument",
    "article",
  ],
  measure: ["exemptions", "resolution", "detail", "note"],
  party: ["note"],
  membership: ["note", "elected"],
  transfer: ["quantity", "value", "goods_class"],
};

/** What stands on the page of an agreement or regime about itself. */
const OF_ITSELF = [
  "form",
  "spheres",
  "signed",
  "signed_at",
  "in_force",
  "ended",
  "established_by",
  "instruments",
  "committee",
  "experts",
  "renewed",
  "steps",
  "events",
  "exemptions",
  "disputed",
  "basis",
  "notes",
];

/** Those of its fields that its kind is asked for, in order; what stands in the words is not said twice. */
export function detailsOf(line: Line, called: Readonly<Record<string, string>>): Field[] {
  const fields = fieldsOf(bodyOf(line), called);
  const asked = line.section === "itself" ? OF_ITSELF : (ASKED[line.kind] ?? []);
  return asked.flatMap((name) => fields.filter((field) => field.name === name && field.value !== "bears on: nothing"));
}

/** The words of a line, where they do not stand elsewhere on it: in its details, or as the name of what it belongs to. */
export function wordsOf(line: Line, standing: string | null, called: Readonly<Record<string, string>>): string {
  const body = bodyOf(line);
  if (line.kind === "provision" && body.obligation === line.words) return "";
  if (standing && called[standing] === line.words) return "";
  return line.words;
}

/** "defence, in force" of a provision and "AGREE" of an event, as words of a sentence. */
export function sortWords(line: Line): string {
  if (line.kind === "party" || line.kind === "agreement") return [line.kind, line.what].filter(Boolean).join(", ");
  return line.what === line.what.toUpperCase() ? line.what.toLowerCase() : line.what;
}
