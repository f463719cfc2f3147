/** All that is told of one mark: its words, on whose word, when it was reported, what is otherwise now. */
import type { ComponentChildren } from "preact";
import { entityPath, href, segment, useAddress } from "../../address";
import { useAsked } from "../../asking";
import type { LedgerRecord } from "../../contract/ledger";
import type { Mark, Names } from "../../contract/pages";
import { dayWords } from "../../days";
import { Modality } from "../../parts/Modality";
import { SaidBy } from "../../parts/SaidBy";
import { Sources } from "../../parts/Sources";
import { Why } from "../entity/Explanation";
import { changesOf, SINCE_WORDS, type Since } from "./since";
import { hasPage, nameOf, sureWords, whatWords, whenTold } from "./words";

interface Props {
  mark: Mark;
  names: Names;
  /** What became of it since the day as known on, and how it is known now. */
  since: Since | null;
  now: Mark | null;
  /** The others that stand at the same place. */
  beside: readonly Mark[];
  onChoose: (id: string) => void;
  onStep: (by: 1 | -1) => void;
  onClose: () => void;
}

export function Details({ mark, names, since, now, beside, onChoose, onStep, onClose }: Props) {
  const { query } = useAddress();
  const known = query.get("known_at");
  const suffix = known && since !== "added" ? `?${new URLSearchParams({ known_at: known })}` : "";
  const explained = useAsked<{ history: Record<string, LedgerRecord[]> }>(
    `/api/v1/explain/${segment(mark.id)}${suffix}`,
  );
  const told = tellings(explained.asking ? null : explained.data);
  return (
    <aside class="timeline-details" aria-label="The chosen mark">
      <div class="timeline-details-head">
        <h2>{whatWords(mark)}</h2>
        <button type="button" class="plain" aria-label="The mark before" onClick={() => onStep(-1)}>
          ←
        </button>
        <button type="button" class="plain" aria-label="The next mark" onClick={() => onStep(1)}>
          →
        </button>
        <button type="button" class="plain" aria-label="Close the details" onClick={onClose}>
          ×
        </button>
      </div>
      {since && (
        <div class="timeline-details-since">
          <strong>{SINCE_WORDS[since]}</strong>
          {now && since === "changed" && (
            <ul>
              {changesOf(mark, now).map((one) => (
                <li key={one.field}>
                  {one.field}: <del>{one.was || "nothing"}</del> → <ins>{one.now || "nothing"}</ins>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      <blockquote class="timeline-words">{mark.words}</blockquote>
      <dl>
        <Line name="When">{whenTold(mark)}</Line>
        <Line name="Reported">
          {mark.reported.length > 0 ? mark.reported.map(dayWords).join("; ") : "on a day that is not known"}
        </Line>
        <Line name="Told as">
          <Modality modality={mark.modality} negated={mark.negated} />
        </Line>
        {mark.who.length > 0 && (
          <Line name="Who">
            <Ids ids={mark.who} names={names} />
          </Line>
        )}
        {mark.whom.length > 0 && (
          <Line name="To whom">
            <Ids ids={mark.whom} names={names} />
          </Line>
        )}
        {mark.place && (
          <Line name="Where">
            <Ids ids={[mark.place]} names={names} />
          </Line>
        )}
        <Line name="Said by">
          <SaidBy names={mark.said_by} />
        </Line>
        <Line name="Rests on">
          <Sources independent={mark.independent} />
          {mark.reports > mark.independent && ` (of ${mark.reports}; the others repeat them)`}
          {mark.cited && ", and a reference work"}
        </Line>
        <Line name="Sure">{sureWords(mark.confidence)}</Line>
        <Line name="Recorded">{dayWords(mark.recorded_at.slice(0, 10))}</Line>
      </dl>
      {told.length > 0 && (
        <ul class="timeline-told">
          {told.map(({ fact, report }) => (
            <li key={fact}>
              <a class="timeline-told-link" href={href(`/read/${segment(report)}`, { "view.claim": fact })}>
                Read it in the report
              </a>{" "}
              <span class="muted">{report.slice(0, 8)}</span>
            </li>
          ))}
        </ul>
      )}
      {hasPage(mark.id) && (
        <p>
          <a href={href(entityPath(mark.id, mark.kind))}>All that is known of it</a>
        </p>
      )}
      <Why key={mark.id} id={mark.id} of={whatWords(mark)} label="Explain" />
      {beside.length > 1 && (
        <nav aria-label="At the same place">
          <h3>{beside.length.toLocaleString("en")} at the same place</h3>
          <ul class="timeline-beside">
            {beside.slice(0, 60).map((one) => (
              <li key={one.id}>
                <button
                  type="button"
                  class="plain"
                  aria-current={one.id === mark.id ? "true" : undefined}
                  onClick={() => onChoose(one.id)}
                >
                  {whenTold(one)}:{" "}
                  {one.who
                    .map((id) => nameOf(id, names))
                    .slice(0, 3)
                    .join(", ") || "nobody named"}
                  , {whatWords(one)}
                </button>
              </li>
            ))}
          </ul>
          {beside.length > 60 && <p class="muted">and {beside.length - 60} more: zoom in, or see the table</p>}
        </nav>
      )}
    </aside>
  );
}

function Line({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const MOST = 12;

export function Ids({ ids, names }: { ids: readonly string[]; names: Names }) {
  return (
    <>
      {ids.slice(0, MOST).map((id, n) => (
        <span key={id}>
          {n > 0 && ", "}
          {hasPage(id) ? <a href={href(entityPath(id))}>{nameOf(id, names)}</a> : nameOf(id, names)}
        </span>
      ))}
      {ids.length > MOST && ` and ${ids.length - MOST} more`}
    </>
  );
}

/** Where it is told: a fact and its report for each, in the order of recording. */
function tellings(data: { history: Record<string, LedgerRecord[]> } | null): { fact: string; report: string }[] {
  return Object.entries(data?.history ?? {}).flatMap(([fact, records]) => {
    const source = records.map((record) => record.source).find((one) => "report" in one);
    return source && "report" in source ? [{ fact, report: String(source.report) }] : [];
  });
}
