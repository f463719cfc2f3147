/** What stands over a report: its title, its days with the doubt in words, what it tells, warnings. */
import { useState } from "preact/hooks";
import { href, segment } from "../../address";
import type { ReadPage } from "../../contract/pages";
import type { Reading, Span } from "../../contract/reading";
import { ErrorLine } from "../../parts/ErrorLine";
import { counted } from "../../parts/Sources";
import { asProblem, type Problem } from "../../problem";
import { announce } from "../../shell/live";
import { keep, type Sent } from "../../writing";
import { doubtWords, stampWords, writtenWords } from "./written";

/** What may be done with a report that is not kept. */
export interface UnkeptActions {
  sent: Sent | File | null;
  kept: (report: string) => void;
  leave: () => void;
}

interface Props {
  title: string;
  data: ReadPage;
  goTo: (span: Span) => void;
  unkept?: UnkeptActions | undefined;
}

export function ReportHead({ title, data, goTo, unkept }: Props) {
  const { reading, copies } = data;
  const { report, warnings } = reading;
  return (
    <header class="read-head">
      <h1>{title}</h1>
      <p class="read-dates">
        <strong>{writtenWords(report)}.</strong> {doubtWords(report)}
      </p>
      <ul class="read-facts">
        {report.publisher && <li>{report.publisher}</li>}
        {report.dateline_place && <li>from {report.dateline_place}</li>}
        {report.stamps.map((stamp) => (
          <li key={`${stamp.origin}${stamp.value}${stamp.span?.[0]}`}>{stampWords(stamp, report)}</li>
        ))}
        {report.url && <li class="read-url">{report.url}</li>}
        <li>{tells(reading)}</li>
        {copies.map((copy) => (
          <li key={copy}>
            much of it is also in <a href={href(`/read/${segment(copy)}`)}>{copy.slice(0, 12)}</a>
          </li>
        ))}
      </ul>
      {warnings.length > 0 && (
        <details class="read-warnings" open={warnings.length <= 3}>
          <summary>{counted(warnings.length, "doubt")} of the reader</summary>
          <ul>
            {warnings.map((warning) => (
              <li key={`${warning.code}${warning.span?.[0]}${warning.message}`}>
                {warning.message}{" "}
                {warning.span && (
                  <button type="button" class="plain" onClick={() => goTo(warning.span as Span)}>
                    show where
                  </button>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      {unkept && <Unkept {...unkept} />}
    </header>
  );
}

function Unkept({ sent, kept, leave }: UnkeptActions) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const keepIt = async () => {
    if (!sent) return;
    setBusy(true);
    setProblem(null);
    try {
      const outcome = await keep(sent);
      announce(`kept: ${outcome.new} new, ${outcome.changed} changed`);
      kept(outcome.report);
    } catch (thrown) {
      setProblem(asProblem(thrown));
      setBusy(false);
    }
  };
  return (
    <div class="read-unkept">
      <p>
        <strong>Not kept.</strong>{" "}
        {sent
          ? "Keep it to have it in the ledger and to accept or correct what it tells."
          : "To keep it, choose its file again: this page was loaded anew since."}
      </p>
      {problem && <ErrorLine problem={problem} />}
      <div class="read-buttons">
        {sent && (
          <button type="button" class="primary" disabled={busy} onClick={keepIt}>
            {busy ? "Keeping …" : "Keep it"}
          </button>
        )}
        <button type="button" onClick={leave}>
          Read another
        </button>
      </div>
    </div>
  );
}

/** "40 claims: 18 events, 14 statements; 2 denied, 1 planned". */
function tells(reading: Reading): string {
  const kinds = counts(reading.claims.map((claim) => claim.kind));
  const modalities = counts(reading.claims.map((claim) => claim.modality).filter((one) => one !== "actual"));
  const kindWords = kinds.map(([kind, n]) => counted(n, kind));
  const modalityWords = modalities.map(([modality, n]) => `${n} ${modality}`);
  return [`tells ${kindWords.join(", ") || "nothing"}`, modalityWords.join(", ")].filter(Boolean).join("; ");
}

function counts(words: readonly string[]): [string, number][] {
  const found = new Map<string, number>();
  for (const word of words) found.set(word, (found.get(word) ?? 0) + 1);
  return [...found].sort(([, one], [, other]) => other - one);
}
