import { useAddress } from "../../address";
import type { Nothing, Promised } from "../../contract/answers";
import type { FollowsPage } from "../../contract/pages";
import { counted } from "../../parts/Sources";
import { Term } from "./Duties";
import { DutyMap } from "./DutyMap";
import { inWords } from "./duties";
import { Only } from "./Only";
import { Reasoned, type ReasonedColumn } from "./Reasoned";
import { Searched } from "./Searched";
import { Named, States } from "./States";
import { Sure } from "./StatusMark";

/** All that a state has promised, one provision a row, with whom it is toward on the map. */
export function Promises({ items, data }: { items: readonly (Promised | Nothing)[]; data: FollowsPage }) {
  const { query } = useAddress();
  const { names } = data;
  const promises = items.filter((one): one is Promised => one.status !== "nothing");
  const nothing = items.find((one): one is Nothing => one.status === "nothing");
  if (nothing) return <Searched told="No promise of it is kept." searched={nothing.searched} />;
  const state = query.get("view.state");
  const shown = promises.filter((one) => !state || one.state === state || one.toward.includes(state));
  return (
    <div class="follows-answer">
      <div class="follows-side">
        <DutyMap states={data.states} label="Toward whom it has promised what, by country" />
      </div>
      <div class="follows-main">
        <Only names={names} />
        <Reasoned
          caption={counted(shown.length, "promise")}
          columns={columns(data)}
          rows={shown}
          id={(one) => [one.agreement, one.article, one.provides].join("~")}
          called={(one) => `${one.provides}, ${one.title}`}
          reasons={(one) => [{ of: one.title, proof: one.proof }]}
          names={names}
        />
      </div>
    </div>
  );
}

function columns({ names }: FollowsPage): ReasonedColumn<Promised>[] {
  return [
    {
      name: "Promise",
      by: (one) => one.provides,
      class: "follows-status-cell",
      show: (one) => (
        <>
          <strong>{one.provides}</strong>
          {one.law_why.length > 0 && <span class="follows-arguable">arguable</span>}
          {one.status !== "in force" && <span class="follows-term-strong">{one.status}</span>}
        </>
      ),
    },
    {
      name: "Toward whom, and what",
      by: (one) => one.title,
      show: (one) => (
        <>
          <div class="follows-who">
            <States codes={one.toward} names={names} />
          </div>
          <div>
            <Named id={one.agreement} title={one.title} names={names} />
            {one.article && `, ${inWords([one.article])}`}
            <span class="follows-obligation">{one.obligation}</span>
          </div>
          <dl class="follows-terms">
            <Term name="when" said={one.trigger} />
            {one.conditions.map((said) => (
              <Term key={said} name="if" said={said} strong />
            ))}
            <Term name="arguable" said={one.law_why.join("; ")} />
            <Term name="ends" said={one.ends.join("; ")} />
          </dl>
          <div class="follows-narrow muted">
            {days(one)} · <Sure facts={one.certainty.facts} why={one.law_why} />
          </div>
        </>
      ),
    },
    { name: "Days", wide: true, by: (one) => one.since ?? "", class: "follows-day", show: days },
    {
      name: "Sure",
      wide: true,
      by: (one) => one.certainty.facts,
      show: (one) => <Sure facts={one.certainty.facts} why={one.law_why} />,
    },
  ];
}

function days(one: Promised): string {
  return [one.since && `since ${one.since}`, one.last && `to ${one.last}`].filter(Boolean).join(" ") || "no day known";
}
