import type { ReadPage } from "../../contract/pages";
import type { Claim } from "../../contract/reading";
import { Modality } from "../../parts/Modality";
import { SaidBy } from "../../parts/SaidBy";
import { describe, partyWords, type Register } from "./describing";

interface Props {
  claims: readonly Claim[];
  register: Register;
  records: ReadPage["records"];
}

/** Claims of which no words stand in the text: listed, not dropped. */
export function Orphans({ claims, register, records }: Props) {
  if (claims.length === 0) return null;
  return (
    <section class="read-orphans" aria-labelledby="orphans">
      <h2 id="orphans">Without a place in the text</h2>
      <ul>
        {claims.map((claim) => {
          const told = describe(claim, register, records[claim.id]);
          return (
            <li key={claim.id}>
              <Modality modality={told.modality} negated={told.negated} /> {told.what} {partyWords(told.who)}
              {told.whom.length > 0 && ` → ${partyWords(told.whom)}`} <SaidBy names={told.ladder} inline />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
