/** When what came to be known of it: each day leads to the page as it was known then. */
import { setQuery, useAddress } from "../../address";
import type { EntityPage } from "../../contract/pages";
import { dayWords } from "../../days";

type Day = NonNullable<EntityPage["recorded"]>[number];

/** The days on which the ledger learnt, changed or took back something of it, where the service tells them. */
export function changesOf(page: EntityPage): Day[] {
  return [...(page.recorded ?? [])].sort((one, other) => (one.day < other.day ? 1 : -1));
}

export function Changed({ page }: { page: EntityPage }) {
  const days = changesOf(page);
  const { query } = useAddress();
  if (days.length === 0) return null;
  const known = query.get("known_at");
  return (
    <section class="entity-section" aria-labelledby="section-changed">
      <h2 id="section-changed" tabIndex={-1}>
        What became known when
      </h2>
      <ul class="entity-changed">
        {days.map((one) => (
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
