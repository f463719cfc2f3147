import type { Claim } from "../../contract/answers";
import type { Bound } from "../../contract/pages";
import { spanWords } from "../../days";
import { Modality } from "../../parts/Modality";
import { SaidBy } from "../../parts/SaidBy";
import { inReport } from "./inReport";

interface Props {
  claim: Claim;
  /** Why it adds no witness, or by what it was matched. */
  why?: string | undefined;
}

/** A claim in its words: how it is told, for which days, by whom, and where it stands. */
export function Told({ claim, why }: Props) {
  const valid = claim.valid as { from?: Bound; to?: Bound };
  const days = valid.from || valid.to ? spanWords(valid.from ?? null, valid.to ?? null) : "";
  return (
    <p class="follows-told">
      <Modality modality={claim.modality} negated={claim.negated} /> {days && <span class="follows-days">{days} </span>}
      <q class="follows-words">{claim.words}</q>{" "}
      <span class="muted">
        {claim.said_by.length > 0 && (
          <>
            <SaidBy names={claim.said_by} inline />,{" "}
          </>
        )}
        <a href={inReport(claim.report, claim.fact)}>{claim.report_name}</a>
        {why && <span class="follows-open">{why}</span>}
      </span>
    </p>
  );
}
