/** The signs of the page: a shape and a word for each status, verdict and difference, so that colour adds nothing. */
import type { ComponentChildren } from "preact";
import { MARKS, type Mark } from "./difference";
import { STATUS_WORDS, STATUSES, type Status } from "./duties";

const SHAPES: Record<Status, ComponentChildren> = {
  owed: <circle cx={8} cy={8} r={6} fill="currentColor" />,
  "owed-if": (
    <>
      <circle cx={8} cy={8} r={5.5} fill="none" stroke="currentColor" stroke-width={1.5} />
      <path d="M8 2.5a5.5 5.5 0 0 0 0 11z" fill="currentColor" />
    </>
  ),
  consult: <path d="M8 2l6 6-6 6-6-6z" fill="none" stroke="currentColor" stroke-width={1.6} />,
  barred: <path d="M3 3h10v10H3zM3 3l10 10M13 3L3 13" fill="none" stroke="currentColor" stroke-width={1.6} />,
  "may-not": (
    <>
      <circle cx={8} cy={8} r={5.5} fill="none" stroke="currentColor" stroke-width={1.6} />
      <path d="M4.2 11.8l7.6-7.6" stroke="currentColor" stroke-width={1.6} />
    </>
  ),
};

export function StatusShape({ status }: { status: Status }) {
  return (
    <svg class={`follows-shape follows-${status}`} width={16} height={16} viewBox="0 0 16 16" aria-hidden="true">
      {SHAPES[status]}
    </svg>
  );
}

/** A status in word and shape. `arguable`: the reading of the law is. */
export function StatusMark({ status, arguable = false }: { status: Status; arguable?: boolean }) {
  return (
    <span class="follows-status">
      <span class="follows-status-word">
        <StatusShape status={status} /> {STATUS_WORDS[status].word}
      </span>
      {arguable && <span class="follows-arguable">arguable</span>}
    </span>
  );
}

/** What the words and shapes say. */
export function Legend() {
  return (
    <dl class="follows-legend">
      {STATUSES.map((status) => (
        <div key={status}>
          <dt>
            <StatusMark status={status} />
          </dt>
          <dd>{STATUS_WORDS[status].says}</dd>
        </div>
      ))}
      <div>
        <dt>
          <span class="follows-arguable">arguable</span>
        </dt>
        <dd>the text, or its reading, does not settle it</dd>
      </div>
      <div>
        <dt>not owed</dt>
        <dd>every state without a line owes nothing by what is kept</dd>
      </div>
    </dl>
  );
}

/** How something differs, in sign and word. */
export function DifferenceMark({ mark }: { mark: Mark }) {
  return (
    <span class={`follows-mark follows-mark-${mark}`}>
      <span class="follows-mark-sign" aria-hidden="true">
        {MARKS[mark].sign}
      </span>
      {MARKS[mark].word}
    </span>
  );
}

const VERDICTS: Record<string, string> = { forbidden: "⊘", "forbidden with exemptions": "⊖", allowed: "○" };

/** A verdict in sign and words; what is allowed is so by what is kept alone. */
export function Verdict({ verdict }: { verdict: string }) {
  return (
    <span class={`follows-verdict follows-verdict-${verdict.split(" ").join("-")}`}>
      <span aria-hidden="true">{VERDICTS[verdict] ?? ""}</span> {verdict === "allowed" ? "not forbidden" : verdict}
    </span>
  );
}

/** How sure: the records and the reading of the law. */
export function Sure({ facts, why }: { facts: number; why: readonly string[] }) {
  return (
    <span class="follows-sure">
      <span>facts {Math.round(facts * 100)}%,</span> <span>law {why.length > 0 ? "arguable" : "certain"}</span>
    </span>
  );
}
