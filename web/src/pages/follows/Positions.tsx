/** Who is for a thing, against it or neither; the latest telling counts, and those before are told. */
import { entityPath, href, useAddress } from "../../address";
import type { NoPosition, Position } from "../../contract/answers";
import type { FollowsPage } from "../../contract/pages";
import { counted } from "../../parts/Sources";
import { DutyMap } from "./DutyMap";
import { Only } from "./Only";
import { Reasoned, type ReasonedColumn } from "./Reasoned";
import { Searched } from "./Searched";
import { Told } from "./Told";

const SIDES: Record<string, string> = { for: "▲", against: "▼", neither: "◆" };
const TOLD = 3;

export function Positions({ items, data }: { items: readonly (Position | NoPosition)[]; data: FollowsPage }) {
  const state = useAddress().query.get("view.state");
  const first = items[0];
  if (!first) return null;
  const nothing = items.find((one): one is NoPosition => one.side === "nothing");
  const stands = items.filter((one): one is Position => one.side !== "nothing");
  const shown = stands.filter(
    ({ holder }) => !state || holder === state || (/^(state|country):/.test(holder) && holder.endsWith(`:${state}`)),
  );
  const changed = stands.filter((one) => one.before.length > 0).length;
  return (
    <>
      <p class="muted">
        “{first.asked.on}” was taken for: {first.asked.taken_for.join("; ") || "nothing that is known"}
      </p>
      {nothing && <Searched told="Nobody is told to stand anywhere on it." searched={nothing.searched} />}
      {stands.length > 0 && (
        <div class="follows-answer">
          <div class="follows-side">
            <DutyMap states={data.states} label="Where states stand, by country" />
          </div>
          <div class="follows-main">
            <Only names={data.names} />
            <Reasoned
              caption={`${counted(stands.length, "holder")}, ${changed} of whom changed`}
              columns={COLUMNS}
              rows={shown}
              id={(one) => one.holder}
              called={(one) => `${one.name}, ${one.side}`}
              reasons={(one) => [{ of: one.name, proof: one.proof }]}
              names={data.names}
            />
          </div>
        </div>
      )}
    </>
  );
}

const COLUMNS: ReasonedColumn<Position>[] = [
  {
    name: "Stands",
    by: (one) => one.side,
    class: "follows-status-cell",
    show: (one) => (
      <>
        <span class={`follows-stance follows-stance-${one.side}`}>
          <span aria-hidden="true">{SIDES[one.side] ?? "·"}</span> {one.side}
        </span>
        {one.torn && <span class="follows-arguable">and not, on that day</span>}
      </>
    ),
  },
  {
    name: "Who, and in which words",
    by: (one) => one.name,
    show: (one) => (
      <>
        <div class="follows-who">
          <a href={href(entityPath(one.holder))}>{one.name}</a>
          {one.before.length > 0 && (
            <span class="follows-open">
              before: {one.before.map(({ side, last_told: day }) => `${side} until ${day ?? "?"}`).join("; ")}
            </span>
          )}
        </div>
        {one.told
          .slice(-TOLD)
          .reverse()
          .map((telling) => (
            <Told
              key={telling.claim.record}
              claim={telling.claim}
              why={`${telling.stance}; matched by ${telling.matched_by.join(", ")}`}
            />
          ))}
        {one.told.length > TOLD && <p class="muted">and {counted(one.told.length - TOLD, "earlier telling")}</p>}
      </>
    ),
  },
  { name: "Since", wide: true, by: (one) => one.since ?? "", class: "follows-day", show: (one) => one.since ?? "" },
];
