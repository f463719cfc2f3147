/** The filters that timeline, map and network share. Each is a parameter of the address, so each is in a copied link. */
import { setQuery, useAddress } from "../address";
import type { Facets, Names } from "../contract/pages";
import { MODALITIES } from "../contract/reading";
import { DayInput } from "./DayInput";
import { NamePicker } from "./NamePicker";
import { useNames } from "./naming";
import { counted } from "./Sources";

interface Props {
  /** Names of ids that are filtered by. */
  names: Names;
  /** How many there are of each, where known. */
  facets?: Facets | null;
  /** Filters that this page has no use for. */
  without?: readonly string[];
}

const NO_FACETS: Facets = { type: {}, modality: {}, kind: {}, year: {}, actor: {} };
const ALL = ["actor", "with", "kind", "type", "modality", "about", "from", "to", "confidence", "facts"];

export function Filters({ names, facets, without = [] }: Props) {
  const { query } = useAddress();
  const has = (name: string) => !without.includes(name);
  const own = ALL.filter(has);
  const nameOf = useNames(
    NAMED.flatMap((name) => query.getAll(name)),
    names,
  );
  const set = own.filter((name) => query.has(name)).map((name) => setWords(name, query.getAll(name), nameOf));
  const told = facets ?? NO_FACETS;
  return (
    <details class="filters">
      <summary>
        Filter
        {set.length > 0 && <span class="filters-set">: {set.join(" · ")}</span>}
      </summary>
      <form class="filters-fields" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
        {has("actor") && <Actors parameter="actor" label="Actor" nameOf={nameOf} />}
        {has("with") && <Actors parameter="with" label="With" nameOf={nameOf} one />}
        {has("kind") && <Choice parameter="kind" label="Kind" counts={told.kind} />}
        {has("type") && <Choice parameter="type" label="Sort" counts={told.type} />}
        {has("modality") && <Choice parameter="modality" label="Told as" counts={told.modality} order={MODALITIES} />}
        {has("about") && <Actors parameter="about" label="Belongs to" nameOf={nameOf} one />}
        {has("from") && (
          <DayInput label="From" value={query.get("from") ?? ""} onChange={(day) => setQuery({ from: day })} />
        )}
        {has("to") && <DayInput label="To" value={query.get("to") ?? ""} onChange={(day) => setQuery({ to: day })} />}
        {has("confidence") && <Confidence />}
        {has("facts") && (
          <label class="check">
            <input
              type="checkbox"
              checked={query.get("facts") === "true"}
              onChange={(event) => setQuery({ facts: event.currentTarget.checked ? "true" : null })}
            />
            also what only reference facts say
          </label>
        )}
        {set.length > 0 && (
          <button type="button" onClick={() => setQuery(Object.fromEntries(own.map((name) => [name, null])))}>
            Take all out
          </button>
        )}
      </form>
    </details>
  );
}

/** The filters whose values are ids. */
const NAMED = ["actor", "with", "about"];
const SAID: Record<string, string> = {
  actor: "of",
  with: "with",
  about: "belongs to",
  modality: "told as",
  confidence: "confidence at least",
};

/** One filter in words: "told as denied, planned". */
function setWords(name: string, values: string[], nameOf: (id: string) => string): string {
  if (name === "facts") return "also reference facts";
  const said = values.map((value) => (NAMED.includes(name) ? nameOf(value) : value.toLowerCase())).join(", ");
  return `${SAID[name] ?? (name === "kind" || name === "type" ? "" : name)} ${said}`.trim();
}

interface ActorsProps {
  parameter: string;
  label: string;
  nameOf: (id: string) => string;
  one?: boolean;
}

function Actors({ parameter, label, nameOf, one = false }: ActorsProps) {
  const { query } = useAddress();
  const chosen = query.getAll(parameter);
  return (
    <div class="filters-actors">
      <NamePicker
        label={label}
        placeholder="a name or code"
        onPick={(picked) => setQuery({ [parameter]: one ? picked.id : [...new Set([...chosen, picked.id])] })}
      />
      {chosen.length > 0 && (
        <ul class="chips" aria-label={`${label}: chosen`}>
          {chosen.map((id) => (
            <li key={id}>
              <button type="button" onClick={() => setQuery({ [parameter]: chosen.filter((other) => other !== id) })}>
                {nameOf(id)} <span aria-hidden="true">×</span>
                <span class="visually-hidden">take out</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface ChoiceProps {
  parameter: string;
  label: string;
  counts: Record<string, number>;
  order?: readonly string[];
}

function Choice({ parameter, label, counts, order }: ChoiceProps) {
  const { query } = useAddress();
  const chosen = query.getAll(parameter);
  const known = Object.keys(counts).sort((one, other) => (counts[other] ?? 0) - (counts[one] ?? 0));
  const values = [...new Set([...(order ? order.filter((one) => one in counts) : known), ...chosen])];
  if (values.length === 0) return null;
  return (
    <fieldset class="filters-choice">
      <legend class="field-label">{label}</legend>
      {values.map((value) => (
        <label class="check" key={value}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) =>
              setQuery({
                [parameter]: event.currentTarget.checked ? [...chosen, value] : chosen.filter((one) => one !== value),
              })
            }
          />
          {value.toLowerCase()} <span class="muted">{counts[value]?.toLocaleString("en") ?? 0}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Confidence() {
  const { query } = useAddress();
  const least = query.get("confidence") ?? "";
  return (
    <label class="field">
      <span class="field-label">Confidence at least</span>
      <select value={least} onChange={(event) => setQuery({ confidence: event.currentTarget.value })}>
        <option value="">any</option>
        {["0.5", "0.7", "0.8", "0.9"].map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </label>
  );
}

/** How many of all are shown, in words, for the live region and the title. */
export function shownOf(shown: number, total: number): string {
  return shown === total ? counted(total, "event") : `${shown.toLocaleString("en")} of ${counted(total, "event")}`;
}
