/** Above the drawing: what stands in a lane, which days, how near; and the same filters on other pages. */
import { href, setQuery, useAddress } from "../../address";
import { DayInput } from "../../parts/DayInput";

const LANES = ["actor", "agreement", "kind"] as const;
const CARRIED = ["actor", "with", "kind", "type", "modality", "about", "from", "to", "confidence", "facts"];

interface Props {
  onZoom: (factor: number) => void;
  onMove: (share: number) => void;
}

export function Tools({ onZoom, onMove }: Props) {
  const { query } = useAddress();
  const lanes = query.get("lanes") ?? "actor";
  const reports = query.get("view.reports") !== "off";
  const cut = query.has("from") || query.has("to");
  return (
    <div class="timeline-tools">
      <fieldset class="timeline-choice">
        <legend class="field-label">Lanes by</legend>
        {LANES.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={lanes === one}
            onClick={() => setQuery({ lanes: one === "actor" ? null : one })}
          >
            {one}
          </button>
        ))}
      </fieldset>
      <DayInput label="From" value={query.get("from") ?? ""} onChange={(day) => setQuery({ from: day })} />
      <DayInput label="To" value={query.get("to") ?? ""} onChange={(day) => setQuery({ to: day })} />
      <fieldset class="timeline-choice">
        <legend class="field-label">Look</legend>
        <button type="button" aria-label="Earlier" onClick={() => onMove(-0.25)}>
          ←
        </button>
        <button type="button" aria-label="Later" onClick={() => onMove(0.25)}>
          →
        </button>
        <button type="button" aria-label="Zoom out" onClick={() => onZoom(2)}>
          −
        </button>
        <button type="button" aria-label="Zoom in" onClick={() => onZoom(0.5)}>
          +
        </button>
        <button type="button" disabled={!cut} onClick={() => setQuery({ from: null, to: null })}>
          All of it
        </button>
      </fieldset>
      <label class="check timeline-reports">
        <input
          type="checkbox"
          checked={reports}
          onChange={(event) => setQuery({ "view.reports": event.currentTarget.checked ? null : "off" })}
        />
        days of the reports
      </label>
      <nav class="timeline-elsewhere" aria-label="The same filters elsewhere">
        <span class="muted">The same on the</span>
        <a href={href("/map", carried(query))}>map</a>
        <a href={href("/network", carried(query))}>network</a>
      </nav>
    </div>
  );
}

/** The filters that other pages take. */
function carried(query: URLSearchParams): Record<string, string[]> {
  return Object.fromEntries(CARRIED.filter((name) => query.has(name)).map((name) => [name, query.getAll(name)]));
}
