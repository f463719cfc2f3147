/** When a report was written, and what it says of itself, with the doubt in words. */
import type { Reading } from "../../contract/reading";
import { boundWords, dayOfYearWords, dayWords } from "../../days";

type Stamp = Reading["report"]["stamps"][number];

const ORIGINS: Record<Stamp["origin"], string> = {
  header: "its head says",
  dateline: "its dateline says",
  metadata: "the page's data say",
  feed: "the feed says",
  archive: "the archive says",
  given: "who sent it says",
};

/** "written 19 June 2024", or that it is not known. */
export function writtenWords(report: Reading["report"]): string {
  return report.written
    ? `Written ${boundWords(report.written.from, report.written.to)}`
    : "When it was written is not known";
}

/** How sure that is, in words, and why. */
export function doubtWords(report: Reading["report"]): string {
  const { written } = report;
  if (!written) {
    const told = report.dateline_day
      ? `only ${dayOfYearWords(...report.dateline_day)} without a year`
      : "no day of its own";
    return `It gives ${told}, so days that it counts from there ("on Thursday") stay open.`;
  }
  return `${sureWords(written.confidence)}${basisWords(written.basis)}.`;
}

/** Why: the stamp that is believed, or what is known beside the report. */
function basisWords(basis: string): string {
  const stamp = /^(\w+) date \d{4}-\d\d-\d\d \(/.exec(basis)?.[1];
  if (stamp && stamp in ORIGINS) return `, as ${ORIGINS[stamp as Stamp["origin"]]}`;
  const known = /^known: (.+)$/s.exec(basis);
  return known ? `, as is known of ${known[1]}` : `: ${basis}`;
}

/** A confidence in words; without a figure none is claimed. */
export function sureWords(confidence: number | undefined): string {
  if (confidence === undefined) return "As far as can be told";
  if (confidence >= 0.95) return "As good as certain";
  if (confidence >= 0.8) return "Most likely";
  if (confidence >= 0.6) return "Likely";
  return "Doubtful";
}

/** "its dateline says 19 June 2024", and whether that is believed. */
export function stampWords(stamp: Stamp, report: Reading["report"]): string {
  const { written } = report;
  const against = written && (stamp.value < written.from || stamp.value > written.to) ? ", which is not believed" : "";
  return `${ORIGINS[stamp.origin]} ${dayWords(stamp.value)}${against}`;
}
