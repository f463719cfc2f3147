/** When what came to be known of it: each day leads to the page as it was known then. */
import { setQuery, useAddress } from "../../address";
import { useAsked } from "../../asking";
import type { EntityPage, TimelinePage } from "../../contract/pages";
import { dayWords } from "../../days";

const KINDS = [
  "event",
  "statement",
  "agreement",
  "provision",
  "measure",
  "transfer",
  "position",
  "membership",
  "party",
  "regime",
];

type Day = TimelinePage["recorded"][number];

/** What to ask for the days on which the ledger learnt, changed or took back something of it. */
export function changesQuestion(page: EntityPage): string {
  const standing = page.kind === "agreement" || page.kind === "regime";
  const asked = new URLSearchParams({ [standing ? "about" : "actor"]: page.id, limit: "1", facts: "true" });
  for (const kind of KINDS) asked.append("kind", kind);
  return `/timeline.json?${asked}`;
}

export function Changed({ page }: { page: EntityPage }) {
  const own = (page as EntityPage & { recorded?: Day[] }).recorded;
  const { data } = useAsked<TimelinePage>(own ? null : changesQuestion(page));
  const { query } = useAddress();
  const days = own ?? data?.recorded ?? [];
  if (days.length === 0) return null;
  const known = query.get("known_at");
  return (
    <section class="entity-section" aria-labelledby="section-changed">
      <h2 id="section-changed" tabIndex={-1}>
        What became known when
      </h2>
      <ul class="entity-changed">
        {[...days].reverse().map((one) => (
          <li key={one.day}>
            <button
              type="button"
              class="plain"
              aria-pressed={known === one.day}
              onClick={() => setQuery({ known_at: known === one.day ? null : one.day })}
            >
              {dayWords(one.day)}
              <span class="visually-hidden">: show the page as it was known then</span>
            </button>
            <span>
              {one.new.toLocaleString("en")} new
              {one.changed > 0 && `, ${one.changed.toLocaleString("en")} changed`}
              {one.retracted > 0 && `, ${one.retracted.toLocaleString("en")} taken back`}
            </span>
          </li>
        ))}
      </ul>
      <p class="muted">
        By reading or by hand: “why” at a line has its whole history. A day shows the page as it was known then.
      </p>
    </section>
  );
}
