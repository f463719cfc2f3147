/** What is supposed, as chips that can be switched off and taken out; how to add one, and how to undo. */
import { useRef, useState } from "preact/hooks";
import { setQuery, useAddress } from "../../address";
import type { Names } from "../../contract/pages";
import { useKeys } from "../../shell/keys";
import { announce } from "../../shell/live";
import { Builder } from "./Builder";
import { OF_ANSWER, OnTheDay } from "./Fields";
import { inWords, MOST } from "./supposition";

const OFF = "view.off";
const STEPS = ["0", "1", "2", "3", "4"];
const MOST_UNDONE = 50;

/** What was supposed before each change of this visit, the last one at the end; longer steps back are the browser's. */
const before: string[] = [];

interface Props {
  names: Names;
  /** What each supposition that is asked says in the report, by its words in the address. */
  told: ReadonlyMap<string, string>;
}

export function Suppositions({ names, told }: Props) {
  const { query } = useAddress();
  const [undoable, setUndoable] = useState(before.length > 0);
  const claims = query.getAll("claim");
  const off = query.getAll(OFF);
  const all = [...claims, ...off];

  const change = (next: string[], nextOff: string[], says: string) => {
    before.push(JSON.stringify([claims, off]));
    if (before.length > MOST_UNDONE) before.shift();
    setUndoable(true);
    setQuery({ ask: "suppose", ...OF_ANSWER, claim: next, [OFF]: nextOff });
    announce(says);
  };
  const undo = () => {
    const last = before.pop();
    setUndoable(before.length > 0);
    if (!last) return announce("there is nothing to undo");
    const [claim, offThen] = JSON.parse(last) as [string[], string[]];
    setQuery({ ask: "suppose", ...OF_ANSWER, claim, [OFF]: offThen });
    announce("undone: the suppositions are as before");
  };
  const add = (words: string) => change([...claims, words], off, `supposed: ${inWords(words, names)}`);
  useKeys([{ key: "u", does: "undo the last change of what is supposed", run: undo }]);
  // What is taken out must not take the focus with it.
  const undoButton = useRef<HTMLButtonElement>(null);
  const takeOut = (next: string[], nextOff: string[], says: string) => {
    change(next, nextOff, says);
    requestAnimationFrame(() => undoButton.current?.focus());
  };

  return (
    <section class="follows-suppositions" aria-label="Suppositions">
      {all.length > 0 && (
        <ul class="follows-chips" aria-label={`Supposed: ${claims.length} of at most ${MOST}`}>
          {all.map((claim, n) => {
            const is = n < claims.length;
            const words = told.get(claim) ?? inWords(claim, names);
            return (
              <li key={`${n}:${claim}`} class={is ? "" : "follows-chip-off"}>
                <label class="check" title={claim}>
                  <input
                    type="checkbox"
                    checked={is}
                    disabled={!is && claims.length >= MOST}
                    onChange={() =>
                      is
                        ? change(without(claims, n), [...off, claim], `no longer supposed: ${words}`)
                        : change([...claims, claim], without(off, n - claims.length), `supposed: ${words}`)
                    }
                  />
                  <span>{words}</span>
                  {!is && <span class="muted">(not supposed now)</span>}
                </label>
                <button
                  type="button"
                  class="plain"
                  aria-label={`Take out: ${words}`}
                  onClick={() => takeOut(without(claims, n), without(off, n - claims.length), `taken out: ${words}`)}
                >
                  ×
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <Builder full={claims.length >= MOST} names={names} add={add} known={all} />
      <div class="follows-suppose-tools">
        <button type="button" ref={undoButton} disabled={!undoable} onClick={undo}>
          Undo
        </button>
        {all.length > 0 && (
          <button type="button" onClick={() => takeOut([], [], "nothing is supposed any more")}>
            Suppose nothing
          </button>
        )}
        <OnTheDay ask="suppose" />
        <label class="field">
          <span class="field-label">Steps of who draws in whom</span>
          <select
            value={query.get("depth") ?? "2"}
            onChange={(event) =>
              setQuery({ depth: event.currentTarget.value === "2" ? null : event.currentTarget.value })
            }
          >
            {STEPS.map((step) => (
              <option key={step}>{step}</option>
            ))}
          </select>
        </label>
      </div>
    </section>
  );
}

function without(all: readonly string[], n: number): string[] {
  return all.filter((_, place) => place !== n);
}
