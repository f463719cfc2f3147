/** By what the map counts, and from whose point of view it draws what is disputed. */
import { setQuery } from "../../address";
import type { NameOf } from "./claims";
import type { Shown } from "./shown";

interface Props {
  by: "place" | "actor";
  shown: Shown;
  /** Codes of the states from whose point of view something looks different. */
  views: readonly string[];
  nameOf: NameOf;
}

const BY = [
  ["place", "where it happened"],
  ["actor", "who has a part in it"],
] as const;

export function Choices({ by, shown, views, nameOf }: Props) {
  return (
    <div class="map-choices">
      <fieldset class="map-by">
        <legend class="field-label">Count events by</legend>
        {BY.map(([value, words]) => (
          <label class="check" key={value}>
            <input
              type="radio"
              name="map-by"
              checked={by === value}
              onChange={() => setQuery({ by: value === "place" ? null : value })}
            />
            {words}
          </label>
        ))}
      </fieldset>
      <label class="field">
        <span class="field-label">Draw disputed areas</span>
        <select value={shown.stands ?? ""} onChange={(event) => setQuery({ "view.stands": event.currentTarget.value })}>
          <option value="">as they are held</option>
          {views.map((code) => (
            <option key={code} value={code}>
              as {nameOf(code)} sees it
            </option>
          ))}
        </select>
      </label>
      {shown.stands && (
        <p class="muted map-stands">
          Areas that {nameOf(shown.stands)} claims have its colour and stay hatched. The counts are the same.
        </p>
      )}
    </div>
  );
}
