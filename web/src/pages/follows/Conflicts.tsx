/** What conflicts: both sides of each finding in their words, why, and how sure; first what bears the thing asked about. */
import { setQuery } from "../../address";
import type { Borne, Claim, Finding, NoConflict } from "../../contract/answers";
import type { FollowsPage } from "../../contract/pages";
import { counted } from "../../parts/Sources";
import { inReport } from "./inReport";
import { Reasoned, type ReasonedColumn } from "./Reasoned";
import { Searched } from "./Searched";
import { Told } from "./Told";
import { topicWords } from "./topic";

type Item = Borne | Finding | NoConflict;

export function Conflicts({ items, data }: { items: readonly Item[]; data: FollowsPage }) {
  const borne = items.find((one): one is Borne => one.kind === "borne");
  const nothing = items.find((one): one is NoConflict => one.kind === "nothing");
  const findings = items.filter((one): one is Finding => one.kind !== "borne" && one.kind !== "nothing");
  const certain = findings.filter((one) => one.certainty.conflict === "certain").length;
  const { next } = data;
  return (
    <>
      {borne && <Bearing borne={borne} />}
      {nothing && (
        <Searched told="Nothing conflicts." searched={nothing.searched as { not_covered: string[]; kinds: string[] }} />
      )}
      {findings.length > 0 && (
        <Reasoned
          caption={`${counted(findings.length, "conflict")}, ${certain} certain`}
          columns={columns(data)}
          rows={findings}
          id={(one) => one.id}
          called={(one) => `${one.kind}, ${one.why}`}
          reasons={(one) => [{ of: one.kind, proof: one.proof }]}
          names={data.names}
        />
      )}
      {next && (
        <button type="button" onClick={() => setQuery({ after: next })}>
          More
        </button>
      )}
    </>
  );
}

function columns({ names }: FollowsPage): ReasonedColumn<Finding>[] {
  return [
    {
      name: "Conflict",
      by: (one) => one.kind,
      class: "follows-status-cell",
      show: (one) => (
        <>
          <strong>{one.kind}</strong>
          <span class={one.certainty.conflict === "arguable" ? "follows-arguable" : "follows-certain"}>
            {one.certainty.conflict}
          </span>
        </>
      ),
    },
    {
      name: "Who tells what",
      show: (one) => (
        <>
          {one.claims.map((claim) => (
            <Told key={claim.record} claim={claim} />
          ))}
          {one.known.map((record) => (
            <p key={record.record} class="follows-told">
              <span class="muted">known:</span> {record.kind} {topicWords(record.topic, names)}, {record.valid}
            </p>
          ))}
          {one.report && (
            <p class="follows-told">
              <a href={inReport(one.report)}>{names[one.report] ?? `report ${one.report.slice(0, 8)}`}</a>
            </p>
          )}
          <div class="follows-narrow">
            <Because one={one} />
          </div>
        </>
      ),
    },
    { name: "Why it conflicts", wide: true, show: (one) => <Because one={one} /> },
    {
      name: "Facts",
      wide: true,
      by: (one) => one.certainty.facts,
      show: (one) => `${Math.round(one.certainty.facts * 100)}%`,
    },
  ];
}

function Because({ one }: { one: Finding }) {
  return (
    <>
      {one.why}
      {one.open.map((words) => (
        <span key={words} class="follows-open">
          but {words}
        </span>
      ))}
    </>
  );
}

function Bearing({ borne }: { borne: Borne }) {
  const echoes = borne.echoes as (Claim & { why?: string })[];
  return (
    <section class="follows-borne" aria-label="What bears it">
      <h2>
        {counted(borne.claims.length, "telling")} · {counted(borne.independent, "independent report")}
      </h2>
      {borne.claims.map((claim) => (
        <Told key={claim.record} claim={claim} />
      ))}
      {echoes.length > 0 && (
        <details class="follows-more">
          <summary>Echoes: {counted(echoes.length, "telling")} that add no witness</summary>
          {echoes.map((claim) => (
            <Told key={claim.record} claim={claim} why={claim.why} />
          ))}
        </details>
      )}
    </section>
  );
}
