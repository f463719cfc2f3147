/** Why something stands in the ledger: the words of each report, who says it, and what became of the record. */
import { useState } from "preact/hooks";
import { href, segment, useAddress } from "../../address";
import { useAsked } from "../../asking";
import type { LedgerRecord, Row } from "../../contract/ledger";
import { ErrorLine } from "../../parts/ErrorLine";
import { Loading } from "../../parts/Loading";
import { SaidBy } from "../../parts/SaidBy";
import { type Body, fieldsOf } from "./bodies";
import { momentWords, stepsOf } from "./history";
import "./explanation.css";

export type Explained = Row & { history: Record<string, LedgerRecord[]>; links: LedgerRecord[] };

/** A button that opens the explanation of an id below it. `of`: what it is, for those who do not see the line. */
export function Why({ id, of, label = "why" }: { id: string; of: string; label?: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        class="plain why"
        aria-expanded={open}
        aria-label={`${label}: ${of}`}
        onClick={() => setOpen(!open)}
      >
        {label} <span aria-hidden="true">{open ? "▴" : "▾"}</span>
      </button>
      {open && <Explanation id={id} />}
    </>
  );
}

export function Explanation({ id }: { id: string }) {
  const { query } = useAddress();
  const asked = new URLSearchParams();
  for (const name of ["as_of", "known_at"]) for (const value of query.getAll(name)) asked.append(name, value);
  const suffix = asked.size > 0 ? `?${asked}` : "";
  const { data, problem, again } = useAsked<Explained>(`/api/v1/explain/${segment(id)}${suffix}`);
  if (problem && !data) return <ErrorLine problem={problem} again={again} />;
  if (!data) return <Loading what="the explanation" />;
  return (
    <div class="explanation">
      <section aria-label="On whose word">
        <SaidBy names={data.said_by} />
      </section>
      <Fields row={data} />
      <section aria-label="Words and history">
        {Object.entries(data.history).map(([fact, records]) => (
          <Fact key={fact} records={records} called={data.names} />
        ))}
      </section>
      {data.links.length > 0 && <Links links={data.links} />}
    </div>
  );
}

function Fields({ row }: { row: Explained }) {
  const fields = fieldsOf(row.body as Body, row.names);
  if (fields.length === 0) return null;
  return (
    <dl class="explanation-fields">
      {fields.map((field) => (
        <div key={field.name}>
          <dt>{field.words}</dt>
          <dd>{field.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** One telling of it: the words, then the history of its record. */
function Fact({ records, called }: { records: readonly LedgerRecord[]; called: Row["names"] }) {
  // A record made by hand cites the hand; the words are those that were read first.
  const told = records.find((record) => "report" in record.source) ?? records.at(-1);
  const steps = stepsOf(records, called);
  return (
    <article class="explanation-fact">
      {told && <Source of={told} />}
      <ol class="explanation-history">
        {steps.map((step) => (
          <li key={step.id}>
            <time dateTime={step.at}>{momentWords(step.at)}</time>:{" "}
            <span class={step.byHand ? "explanation-hand" : ""}>
              {step.did} {step.by}
            </span>
            {step.why && <q>{step.why}</q>}
            {step.changes.length > 0 && (
              <ul>
                {step.changes.map((change) => (
                  <li key={change.words}>
                    {change.words}: <del>{change.was}</del> <ins>{change.is}</ins>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </article>
  );
}

function Source({ of }: { of: LedgerRecord }) {
  const { source } = of;
  if ("citation" in source) {
    return (
      <p class="explanation-cited">
        <span class="muted">{source.citation === "hand" ? "by hand: " : "reference fact: "}</span>
        {source.cites || source.citation}
      </p>
    );
  }
  const quotes = source.quotes.filter(([role]) => role === "told" || role === "content");
  return (
    <div class="explanation-told">
      {quotes.map(([, start, , words]) => (
        <blockquote key={String(start)}>{String(words)}</blockquote>
      ))}
      <a href={href(`/read/${segment(source.report)}`, { "view.claim": of.fact })}>
        in the report {source.report.slice(0, 8)}
      </a>
    </div>
  );
}

const LINKED: Record<string, string> = {
  same: "told as one event with another telling",
  echo: "its report only repeats another report",
};

function Links({ links }: { links: readonly LedgerRecord[] }) {
  return (
    <section aria-label="Why tellings are one">
      <ul class="explanation-links">
        {links.map((link) => (
          <li key={link.id}>
            {LINKED[link.kind] ?? link.kind}
            {link.why && <q>{link.why}</q>} <span class="muted">({Math.round(link.confidence * 100)} % sure)</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
