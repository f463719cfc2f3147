/** Lines of a page in their sections, and what stands on each. */
import type { EntityLine, EntityPage } from "../../contract/pages";
import { type Body, type Field, fieldsOf, textsOf } from "./bodies";

/** A line with what the service may tell beside: the record's body, and where a reference work says it. */
export type Line = EntityLine & { body?: Body; source?: { key: string; cites: string } | null };

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
  const body = fieldsOf(line.body ?? {}, page.called).map((field) => field.value);
  const text = [line.what, line.words, line.modality, ...names, ...day, ...line.said_by, ...body]
    .join(" ")
    .toLowerCase();
  return sought.every((word) => text.includes(word));
}

/** Who and whom of a line, without the one that the page is about, unless nobody else is there. */
export function sidesOf(line: Line, about: string): { who: string[]; whom: string[] } {
  const same = (id: string) => id === about || id.replace(/^state:/, "country:") === about;
  const who = line.who.filter((id) => !same(id));
  const whom = line.whom.filter((id) => !same(id));
  return who.length + whom.length > 0 ? { who, whom } : { who: [], whom: [] };
}

/** The agreement, regime or group that a line belongs to, where that is not the page's own. */
export function standsIn(line: Line, about: string): string | null {
  const body = line.body ?? {};
  for (const name of ["agreement", "regime", "standing", "group"]) {
    const id = textsOf(body, name)[0];
    if (id?.includes(":") && id !== about) return id;
  }
  return null;
}

/** What a provision or measure says beside its words, in the order in which one asks for it. */
const ASKED: Record<string, readonly string[]> = {
  provision: [
    "trigger",
    "territory",
    "discretion",
    "conditions",
    "suspensions",
    "terms",
    "binding",
    "instrument",
    "article",
  ],
  measure: ["scope", "exemptions", "resolution", "detail", "note"],
  party: ["note"],
  membership: ["note", "elected"],
  transfer: ["quantity", "value", "goods_class"],
  regime: [
    "established_by",
    "instruments",
    "committee",
    "experts",
    "renewed",
    "steps",
    "events",
    "exemptions",
    "disputed",
    "notes",
  ],
  agreement: ["form", "spheres", "signed_at", "in_force", "ended", "aliases", "basis", "notes"],
};

/** Those of its fields that its kind is asked for; what stands in the words is not said twice. */
export function detailsOf(line: Line, called: Readonly<Record<string, string>>): Field[] {
  const body = line.body ?? {};
  const fields = fieldsOf(body, called);
  return (ASKED[line.kind] ?? []).flatMap((name) =>
    fields.filter((field) => field.name === name && field.value !== line.words && field.value !== "bears on: nothing"),
  );
}

/** "defence, in force" of a provision and "AGREE" of an event, as words of a sentence. */
export function sortWords(line: Line): string {
  return line.what === line.what.toUpperCase() ? line.what.toLowerCase() : line.what;
}
