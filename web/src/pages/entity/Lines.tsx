/** The lines of a section: when, what, on how much it rests, and why. */
import type { ComponentChildren } from "preact";
import { entityPath, href, setQuery } from "../../address";
import type { EntityPage } from "../../contract/pages";
import { spanWords } from "../../days";
import { Modality } from "../../parts/Modality";
import { SaidBy } from "../../parts/SaidBy";
import { Sources } from "../../parts/Sources";
import { Why } from "./Explanation";
import { detailsOf, type Line, type Section, sidesOf, sortWords, standsIn, wordsOf } from "./line";

const MOST_LINES = 1000;

export function SectionOf({ section, page, narrowed }: { section: Section; page: EntityPage; narrowed: boolean }) {
  const { lines, count } = section;
  return (
    <section class="entity-section" aria-labelledby={`section-${section.id}`}>
      <h2 id={`section-${section.id}`} tabIndex={-1}>
        {section.title}{" "}
        <span class="entity-count">{narrowed ? `${lines.length} of ${count}` : count.toLocaleString("en")}</span>
      </h2>
      <ul class="entity-lines">
        {lines.map((line) => (
          <LineOf key={`${line.id} ${line.what} ${line.who.join()}`} line={line} page={page} />
        ))}
      </ul>
      {!narrowed && count > lines.length && (
        <p class="entity-rest">
          <span class="muted">
            the {lines.length.toLocaleString("en")} latest of {count.toLocaleString("en")}
          </span>{" "}
          {lines.length < MOST_LINES && (
            <button type="button" onClick={() => setQuery({ limit: String(Math.min(MOST_LINES, count)) })}>
              Show {count <= MOST_LINES ? "all" : `${MOST_LINES.toLocaleString("en")}`}
            </button>
          )}
        </p>
      )}
    </section>
  );
}

function LineOf({ line, page }: { line: Line; page: EntityPage }) {
  const { who, whom } = sidesOf(line, page.id);
  const standing = standsIn(line, page.id);
  const sort = sortWords(line);
  const when = spanWords(line.when.from, line.when.to);
  const details = detailsOf(line, page.called);
  const words = wordsOf(line, standing, page.called);
  const tie = tieOf(line, standing, who, whom);
  const office = line.kind === "office";
  const known = line.when.from !== null || line.when.to !== null;
  return (
    <li class="entity-line">
      <span class={known ? "entity-when" : "entity-when muted"}>{when}</span>
      <div class="entity-what">
        <p>
          <span class="entity-sort">{sort}</span>{" "}
          {line.modality !== "actual" || line.negated ? (
            <Modality modality={line.modality} negated={line.negated} />
          ) : null}{" "}
          {standing && <NameOf id={standing} called={page.called} />} {tie && <span class="muted">{tie} </span>}
          {office ? <NameOf id={line.id} called={page.called} /> : <Sides who={who} whom={whom} called={page.called} />}
        </p>
        {words && <p class="entity-words">{words}</p>}
        {details.length > 0 && (
          <dl class="entity-details">
            {details.map((field) => (
              <div key={field.name}>
                <dt>{field.words}</dt>
                <dd>
                  {field.items.length > 0 ? (
                    <ul>
                      {field.items.map((item) => (
                        <li key={item}>{item}</li>
                      ))}
                    </ul>
                  ) : (
                    field.value
                  )}
                </dd>
              </div>
            ))}
          </dl>
        )}
        {line.said_by.length > 0 && (
          <p class="muted">
            <SaidBy names={line.said_by} inline />
          </p>
        )}
      </div>
      <span class="entity-sources">
        <Rests line={line} />
      </span>
      {office ? <span /> : <Why id={line.id} of={`${sort}, ${when}`} />}
    </li>
  );
}

/** The word between what something is and those who are in it. */
function tieOf(line: Line, standing: string | null, who: readonly string[], whom: readonly string[]): string {
  if (line.kind === "measure" || line.kind === "regime") return who.length > 0 ? "by" : "against";
  if (line.kind === "membership") return who.length === 0 && whom.length > 0 ? "of" : "";
  if (line.kind === "event" && who.length === 0 && whom.length > 0) return "to";
  return standing && who.length > 0 ? "with" : "";
}

/** On how much a line rests: reports, a citation, or both. */
function Rests({ line }: { line: Line }) {
  const cited = line.cited && (
    <span class="entity-cited" title={line.source?.cites}>
      {line.source?.cites ?? "reference fact"}
    </span>
  );
  if (line.reports === 0) return cited || <span class="muted">nothing kept</span>;
  return (
    <>
      <Sources {...(line.kind === "event" ? { events: 1 } : {})} independent={line.independent} />
      {line.reports > line.independent && <span class="muted"> (of {line.reports})</span>}
      {cited && <> {cited}</>}
      {line.by_hand && <span class="entity-hand"> changed by hand</span>}
    </>
  );
}

function Sides({
  who,
  whom,
  called,
}: {
  who: readonly string[];
  whom: readonly string[];
  called: EntityPage["called"];
}) {
  if (who.length === 0 && whom.length === 0) return null;
  return (
    <span class="entity-sides">
      <Many ids={who} called={called} />
      {whom.length > 0 && (
        <>
          {who.length > 0 && (
            <>
              {" "}
              <span aria-hidden="true">→</span>
              <span class="visually-hidden">to</span>{" "}
            </>
          )}
          <Many ids={whom} called={called} />
        </>
      )}
    </span>
  );
}

const SHOWN = 8;

function Many({ ids, called }: { ids: readonly string[]; called: EntityPage["called"] }) {
  const parts: ComponentChildren[] = ids.slice(0, SHOWN).map((id, n) => (
    <span key={id}>
      {n > 0 && ", "}
      <NameOf id={id} called={called} />
    </span>
  ));
  const rest = ids.slice(SHOWN).map((id) => called[id] ?? id);
  return (
    <>
      {parts}
      {rest.length > 0 && <span title={rest.join(", ")}> and {rest.length} more</span>}
    </>
  );
}

/** A name as a link to all that is known of it; what only one report knows has no page. */
export function NameOf({ id, called }: { id: string; called: EntityPage["called"] }) {
  const name = called[id] ?? id;
  return id.startsWith("report:") ? <span>{name}</span> : <a href={href(entityPath(id))}>{name}</a>;
}
