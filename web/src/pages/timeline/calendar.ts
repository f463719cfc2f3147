/** The marks of a view as an iCalendar (RFC 5545), for calendars and other timelines. */
import type { Mark, Names } from "../../contract/pages";
import { dayNumber, dayOf, spanWords } from "../../days";

/** One VEVENT for each mark with a day. What is imprecise is as long as it may be, and says so. `made`: when, as ISO time. */
export function calendarOf(marks: readonly Mark[], names: Names, made: string): string {
  const stamp = `${made.replace(/[-:]/g, "").slice(0, 15)}Z`;
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//casus//timeline//EN", "CALSCALE:GREGORIAN"];
  for (const mark of marks) lines.push(...event(mark, names, stamp));
  lines.push("END:VCALENDAR", "");
  return lines.map(folded).join("\r\n");
}

/** "Russia, China → Japan: ACCUSE (denied)". */
export function titleOf(mark: Mark, names: Names): string {
  const told = (ids: readonly string[]) => ids.map((id) => names[id] ?? id).join(", ");
  const sides = [told(mark.who), told(mark.whom)].filter(Boolean).join(" → ");
  const how =
    mark.modality === "actual" && !mark.negated ? "" : ` (${mark.negated ? "not to be, " : ""}${mark.modality})`;
  return `${sides ? `${sides}: ` : ""}${mark.what}${how}`;
}

function event(mark: Mark, names: Names, stamp: string): string[] {
  const first = mark.from?.[0] ?? mark.to?.[0];
  if (!first) return [];
  const last = mark.to?.[1] ?? mark.from?.[1] ?? first;
  const said = ["report", ...mark.said_by].join(" › ");
  const note = [
    mark.words,
    `When: ${spanWords(mark.from, mark.to)}`,
    `Said by: ${said}`,
    `${mark.independent} independent of ${mark.reports} reports`,
  ];
  return [
    "BEGIN:VEVENT",
    `UID:${mark.id}@casus`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(first)}`,
    `DTEND;VALUE=DATE:${compact(dayOf(Math.max(dayNumber(first), dayNumber(last)) + 1))}`,
    `SUMMARY:${escaped(titleOf(mark, names))}`,
    `DESCRIPTION:${escaped(note.join("\n"))}`,
    `CATEGORIES:${escaped(mark.kind)}`,
    `STATUS:${mark.modality === "actual" && !mark.negated ? "CONFIRMED" : "TENTATIVE"}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

function compact(day: string): string {
  return day.replaceAll("-", "");
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, "\\n");
}

/** Lines are at most 75 octets; the rest follows after a space. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let size = 0;
  for (const sign of line) {
    const octets = new TextEncoder().encode(sign).length;
    if (size + octets > 75) {
      parts.push(part);
      part = " ";
      size = 1;
    }
    part += sign;
    size += octets;
  }
  return [...parts, part].join("\r\n");
}
