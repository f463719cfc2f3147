/** The two clocks of a ledger: what held on a day, and what was known by a day. Both live in the address. */
import { setQuery, useAddress } from "../address";
import { DayInput } from "../parts/DayInput";

export function Clocks() {
  const { query } = useAddress();
  const asOf = query.get("as_of") ?? "";
  const knownAt = query.get("known_at") ?? "";
  const [summary, set] =
    asOf || knownAt
      ? [[asOf && `as of ${asOf}`, knownAt && `known by ${knownAt}`].filter(Boolean).join(", "), true]
      : ["as of today", false];
  return (
    <details class="shell-clocks">
      <summary class={set ? "shell-clocks-set" : ""}>{summary}</summary>
      <div class="shell-clocks-panel">
        <DayInput
          label="As of"
          hint="what held on this day"
          value={asOf}
          onChange={(day) => setQuery({ as_of: day })}
        />
        <DayInput
          label="As known on"
          hint="what the ledger had been told by the end of this day"
          value={knownAt}
          onChange={(day) => setQuery({ known_at: day })}
        />
        {set && (
          <button type="button" onClick={() => setQuery({ as_of: null, known_at: null })}>
            Back to today
          </button>
        )}
      </div>
    </details>
  );
}
