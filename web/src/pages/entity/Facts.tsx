/** The head of a page: what it is called, its codes, where else it is shown. */
import { href, setQuery, useAddress } from "../../address";
import type { EntityPage } from "../../contract/pages";
import { counted } from "../../parts/Sources";

const KINDS: Record<string, string> = { org: "organisation", country: "state" };
const CODES: Record<string, string> = {
  alpha2: "ISO alpha-2",
  alpha3: "ISO alpha-3",
  numeric: "ISO number",
  cow: "COW",
  gw: "Gleditsch–Ward",
  wikidata: "Wikidata",
  atop: "ATOP",
};

export function Facts({ page }: { page: EntityPage }) {
  const codes = Object.entries(page.codes);
  return (
    <header class="entity-facts">
      <p class="entity-kind">
        {KINDS[page.kind] ?? page.kind}
        {page.country && page.kind !== "state" && ` · ${page.called[`country:${page.country}`] ?? page.country}`}
        <code>{page.id}</code>
      </p>
      <h1>{page.name}</h1>
      {page.text && <p class="entity-text">{page.text}</p>}
      {page.names.length > 0 && (
        <p>
          <span class="muted">also</span> {page.names.join(" · ")}
        </p>
      )}
      {codes.length > 0 && (
        <ul class="entity-codes" aria-label="Codes">
          {codes.map(([name, code]) => (
            <li key={name}>
              <span class="muted">{CODES[name] ?? name}</span> <code>{code}</code>
            </li>
          ))}
        </ul>
      )}
      <Elsewhere page={page} />
    </header>
  );
}

/** The same on the other pages, as of the same day and as known on the same day. */
function Elsewhere({ page }: { page: EntityPage }) {
  const { id } = page;
  const agreement = page.kind === "agreement";
  const regime = page.kind === "regime";
  const filter = agreement || regime ? { about: id } : { actor: id };
  const code = page.country ?? id;
  const target = page.lines.find((line) => line.section === "itself")?.whom[0];
  return (
    <nav class="entity-elsewhere" aria-label={`${page.name} on other pages`}>
      <a href={href("/timeline", { ...filter, facts: agreement || regime ? "true" : null })}>Timeline</a>
      {!agreement && !regime && <a href={href("/map", { actor: id })}>Map</a>}
      <a href={href("/network", { center: id, facts: agreement || regime ? "true" : null })}>Network</a>
      {page.kind === "state" && (
        <>
          <a href={href("/follows", { ask: "obligations", attacked: code })}>Who owes what if it is attacked</a>
          <a href={href("/follows", { ask: "promises", of: code })}>What it promised</a>
          <a href={href("/follows", { ask: "forbids", target: code })}>What is forbidden toward it</a>
        </>
      )}
      {regime && target && <a href={href("/follows", { ask: "forbids", target })}>What it forbids, with all others</a>}
      {(agreement || regime) && <a href={href("/follows", { ask: "positions", about: id })}>Who stands where on it</a>}
    </nav>
  );
}

/** How much is known, and how it is narrowed. */
export function Narrowed({ page, shown }: { page: EntityPage; shown: number }) {
  const { query } = useAddress();
  const all = page.sections.reduce((sum, section) => sum + section.count, 0);
  return (
    <div class="entity-narrowing">
      <label class="field">
        <span class="field-label">Find in these lines</span>
        <input
          type="search"
          value={query.get("view.find") ?? ""}
          placeholder="words, names, years"
          onInput={(event) => setQuery({ "view.find": event.currentTarget.value.trim() }, { replace: true })}
        />
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={query.get("facts") === "false"}
          onChange={(event) => setQuery({ facts: event.currentTarget.checked ? "false" : null })}
        />
        only what reports tell
      </label>
      <p class="muted" role="status">
        {shown === all ? counted(all, "line") : `${shown.toLocaleString("en")} of ${counted(all, "line")} shown`}
      </p>
    </div>
  );
}
