/** What measures forbid: the verdict on the whole, each measure with its proof, and what forbids nothing of it and why. */
import type { Allowed, Beside, Prohibition } from "../../contract/answers";
import type { FollowsPage } from "../../contract/pages";
import { dayWords } from "../../days";
import { counted } from "../../parts/Sources";
import { Term } from "./Duties";
import { nameOf } from "./questions";
import { Reasoned, type ReasonedColumn } from "./Reasoned";
import { Searched } from "./Searched";
import { Named, States } from "./States";
import { Sure, Verdict } from "./StatusMark";

const WAYS: Record<string, string> = { to: "to it", from: "from it", both: "both ways", any: "" };

export function Forbids({ items, data }: { items: readonly (Prohibition | Allowed)[]; data: FollowsPage }) {
  const first = items[0];
  if (!first) return null;
  const { names } = data;
  const { asked } = first;
  const measures = items.filter((one): one is Prohibition => one.verdict !== "allowed");
  const allowed = items.find((one): one is Allowed => one.verdict === "allowed");
  return (
    <>
      <h2 class="follows-over-all">
        {capital(asked.what ?? "everything")} toward {nameOf(names, asked.target)}
        {asked.from && ` from ${nameOf(names, asked.from)}`} on {dayWords(asked.as_of)}:{" "}
        <Verdict verdict={first.over_all} />
      </h2>
      {first.notes.length > 0 && (
        <ul class="follows-notes" aria-label="Notes">
          {first.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {allowed && <Searched told="Nothing forbids it." searched={allowed.searched} />}
      {measures.length > 0 && (
        <Reasoned
          caption={`${counted(measures.length, "measure")} in force that forbid${measures.length === 1 ? "s" : ""} it`}
          columns={columns(data)}
          rows={measures}
          id={(one) => one.measure}
          called={(one) => `${one.verdict}, ${[one.resolution, one.paragraph].filter(Boolean).join(" para. ")}`}
          reasons={(one) => [{ of: one.measure, proof: one.proof, changes: one.changes }]}
          names={names}
        />
      )}
      <Others title="Beside it" says="forbidding nothing by itself" of={first.beside} data={data} />
      <Others title="Not binding" says="not binding who is asked about" of={first.not_binding} data={data} />
      <Others title="Lapsed" says="not in force on that day" of={first.lapsed} data={data} />
    </>
  );
}

function columns({ names }: FollowsPage): ReasonedColumn<Prohibition>[] {
  return [
    {
      name: "Verdict",
      by: (one) => one.verdict,
      class: "follows-status-cell",
      show: (one) => (
        <>
          <Verdict verdict={one.verdict} />
          {one.law_why.length > 0 && <span class="follows-arguable">arguable</span>}
          {one.told && <span class="follows-arguable">told by reports</span>}
        </>
      ),
    },
    {
      name: "By what, and how far",
      by: (one) => one.regime ?? one.measure,
      show: (one) => (
        <>
          <div class="follows-who">
            {one.regime ? <Named id={one.regime} names={names} /> : nameOf(names, one.measure)}
            {one.resolution && `, ${one.resolution}`}
            {one.paragraph && !one.resolution?.includes(one.paragraph) && ` para. ${one.paragraph}`}
          </div>
          <div>{[one.scope, WAYS[one.direction]].filter(Boolean).join(", ")}</div>
          <dl class="follows-terms">
            <div>
              <dt>binds</dt>
              <dd>
                {one.binds}
                {one.bound && one.bound.length > 0 && (
                  <>
                    : <States codes={one.bound} names={names} />
                  </>
                )}
              </dd>
            </div>
            {[...one.exemptions, ...one.purposes].map((said) => (
              <Term key={said} name="but for" said={said} strong />
            ))}
            <Term name="arguable" said={one.law_why.join("; ")} />
            <Term name="brought back by" said={one.restored_by} />
          </dl>
          <div class="follows-narrow muted">
            {days(one)} · <Sure facts={one.certainty.facts} why={one.law_why} />
          </div>
        </>
      ),
    },
    { name: "Days", wide: true, by: (one) => one.from ?? "", class: "follows-day", show: days },
    {
      name: "Sure",
      wide: true,
      by: (one) => one.certainty.facts,
      show: (one) => <Sure facts={one.certainty.facts} why={one.law_why} />,
    },
  ];
}

function days(one: { from: string | null; to: string | null }): string {
  const told = [one.from && `since ${one.from}`, one.to && `to ${one.to}`].filter(Boolean).join(" ");
  return told.replaceAll("..", " – ") || "no day known";
}

interface OthersProps {
  title: string;
  says: string;
  of: readonly Beside[];
  data: FollowsPage;
}

function Others({ title, says, of, data }: OthersProps) {
  if (of.length === 0) return null;
  return (
    <details class="follows-more">
      <summary>
        {title}: {counted(of.length, "measure")} {says}
      </summary>
      <ul>
        {of.map((one) => (
          <li key={one.measure}>
            <strong>{measureWords(one, data)}</strong>
            {one.scope && `: ${one.scope}`} <span class="muted">({one.why})</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** A measure in words: its regime, where that is named, and the decision. */
function measureWords(one: Beside, { names }: FollowsPage): string {
  const named = names[one.measure] ?? names[`regime:${one.measure.split(":")[1]}`];
  return [named, one.resolution].filter(Boolean).join(", ") || one.measure.split(":").slice(1).join(", ");
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
