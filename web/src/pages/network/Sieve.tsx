/** Where the network begins, and what kinds of ties it shows; the filters that all pages share stand below. */
import { setQuery, useAddress } from "../../address";
import type { Facets, Names } from "../../contract/pages";
import { MODALITIES } from "../../contract/reading";
import { Filters } from "../../parts/Filters";
import { NamePicker } from "../../parts/NamePicker";
import { type Edge, means } from "./graph";
import { EDGE_SORTS, type EdgeSort } from "./kinds";
import { EdgeSample } from "./Legend";

const WITHOUT = ["actor", "with", "kind", "type"];

/** Kinds of ties that are asked for: all, unless the address names some. */
export function kindsShown(asked: readonly string[]): EdgeSort[] {
  if (asked.length === 0) return [...EDGE_SORTS];
  return EDGE_SORTS.filter((sort) => sort.kinds.some((kind) => asked.includes(kind)));
}

/** The parameter `kind` for kinds of ties; none where all are wanted. */
export function kindsAsked(shown: readonly EdgeSort[]): string[] {
  return shown.length === EDGE_SORTS.length ? [] : shown.flatMap((sort) => sort.kinds);
}

export function Sieve({ names, edges }: { names: Names; edges: readonly Edge[] }) {
  const { query } = useAddress();
  const centers = query.getAll("center");
  const shown = kindsShown(query.getAll("kind"));
  const turned = (sort: EdgeSort, on: boolean) => {
    const next = EDGE_SORTS.filter((one) => (one === sort ? on : shown.includes(one)));
    setQuery({ kind: kindsAsked(next) });
  };
  const name = (word: string) => names[word] ?? Object.entries(names).find(([id]) => means(word, id))?.[1] ?? word;
  return (
    <>
      <div class="network-sieve">
        <div class="network-centers">
          <NamePicker
            label={centers.length > 0 ? "Open somebody else, too" : "Begin with"}
            placeholder="a state, person, agreement …"
            onPick={(one) =>
              setQuery({
                center: [...new Set([...centers, one.id])],
                "view.on": one.id,
                "view.edge": null,
                "view.at": null,
              })
            }
          />
          {centers.length > 0 && (
            <ul class="chips" aria-label="Opened">
              {centers.map((word) => (
                <li key={word}>
                  <button type="button" onClick={() => setQuery({ center: centers.filter((one) => one !== word) })}>
                    {name(word)} <span aria-hidden="true">×</span>
                    <span class="visually-hidden">close</span>
                  </button>
                </li>
              ))}
            </ul>
          )}
        </div>
        <fieldset class="network-kinds">
          <legend class="field-label">Ties</legend>
          {EDGE_SORTS.map((sort) => {
            const on = shown.includes(sort);
            return (
              <label class="check" key={sort.kind}>
                <input
                  type="checkbox"
                  checked={on}
                  disabled={on && shown.length === 1}
                  onChange={(event) => turned(sort, event.currentTarget.checked)}
                />
                <EdgeSample sort={sort} />
                {sort.words}
              </label>
            );
          })}
        </fieldset>
      </div>
      <Filters names={names} facets={facetsOf(edges)} without={WITHOUT} />
    </>
  );
}

/** How many things on the edges that are shown are told in each way. */
function facetsOf(edges: readonly Edge[]): Facets {
  const modality: Record<string, number> = Object.fromEntries(MODALITIES.map((one) => [one, 0]));
  for (const edge of edges) {
    for (const [word, n] of Object.entries(edge.modality)) modality[word] = (modality[word] ?? 0) + n;
  }
  return { type: {}, modality, kind: {}, year: {}, actor: {} };
}
