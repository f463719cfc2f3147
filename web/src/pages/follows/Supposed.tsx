/** What follows from each supposition, under all of them, as a difference to without. */

import type { Supposed as One, SupposedAttack, SupposedTransfer } from "../../contract/answers";
import type { FollowsPage, Names } from "../../contract/pages";
import { Difference } from "./Difference";
import { DrawnIn } from "./DrawnIn";
import { Duties } from "./Duties";
import { DutyMap } from "./DutyMap";
import { ofDuties, ofLifted, ofMeasures, ofPromises, verdictWithout } from "./difference";
import { Only } from "./Only";
import { Verdict } from "./StatusMark";
import { inWords } from "./supposition";

interface Props {
  items: readonly One[];
  claims: readonly string[];
  data: FollowsPage;
}

const WITH_ALL = ["without the others", "with all"] as const;
const WITH_IT = ["without it", "with it"] as const;

export function Supposed({ items, claims, data }: Props) {
  const attacks = items.filter((one) => one.kind === "attack");
  const outcomes = items.map((one, n) => (
    <section key={`${n}:${one.supposed}`} class="follows-outcome" aria-labelledby={`outcome-${n}`}>
      <h2 id={`outcome-${n}`}>
        <span class="muted">Suppose:</span> {said(one, claims[n], data.names)}
      </h2>
      {"condition" in one && one.condition && <p class="muted">Told under the condition: {one.condition}</p>}
      <Outcome one={one} alone={items.length === 1} data={data} />
    </section>
  ));
  if (attacks.length === 0) return <>{outcomes}</>;
  return (
    <div class="follows-answer">
      <div class="follows-side">
        <DutyMap states={data.states} label="Who owes what under what is supposed, by country" />
      </div>
      <div class="follows-main">
        <Only names={data.names} />
        {outcomes}
      </div>
    </div>
  );
}

/** A supposition in words; of a kept claim its own. */
export function said(one: One, claim: string | undefined, names: Names): string {
  return one.supposed === claim ? inWords(one.supposed, names) : `“${one.supposed}”`;
}

function Outcome({ one, alone, data }: { one: One; alone: boolean; data: FollowsPage }) {
  switch (one.kind) {
    case "attack":
      return <Attack one={one} alone={alone} data={data} />;
    case "transfer":
      return <Transfer one={one} alone={alone} data={data} />;
    case "lift":
      return <Difference caption="Measures in force" changes={ofLifted(one)} names={data.names} sides={WITH_IT} />;
    case "agreement":
      return (
        <Difference caption="Promises" changes={ofPromises(one.added, one.lost)} names={data.names} sides={WITH_IT} />
      );
  }
}

function Attack({ one, alone, data }: { one: SupposedAttack; alone: boolean; data: FollowsPage }) {
  return (
    <>
      {alone ? (
        <p class="muted">
          Supposed alone, it is what these duties follow from. Suppose something beside it, as an end of an agreement,
          to see what that changes.
        </p>
      ) : (
        <Difference
          caption="What the others change of who owes what"
          changes={ofDuties(one)}
          names={data.names}
          sides={WITH_ALL}
        />
      )}
      <details class="follows-more" open={alone}>
        <summary>Who owes what, with all that is supposed</summary>
        <Duties duties={one.duties} data={data} map={false} />
      </details>
      <DrawnIn one={one} names={data.names} />
    </>
  );
}

function Transfer({ one, alone, data }: { one: SupposedTransfer; alone: boolean; data: FollowsPage }) {
  const without = verdictWithout(one);
  return (
    <>
      <p class="follows-over-all">
        {!alone && (
          <>
            without the others <Verdict verdict={without} /> <span aria-hidden="true">→</span> with all{" "}
          </>
        )}
        <Verdict verdict={one.verdict} />
      </p>
      <Difference
        caption="Measures against it"
        changes={ofMeasures(one)}
        names={data.names}
        sides={alone ? null : WITH_ALL}
        all
      />
    </>
  );
}
