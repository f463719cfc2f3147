/** What suppositions change, without them and with them side by side; what stays the same can be shown, too. */
import { useState } from "preact/hooks";
import { setQuery, useAddress } from "../../address";
import type { Names } from "../../contract/pages";
import { counted } from "../../parts/Sources";
import { type Change, MARKS, type Mark } from "./difference";
import { nameOf } from "./questions";
import { Reasoned, type ReasonedColumn } from "./Reasoned";
import { Named, States } from "./States";
import { DifferenceMark } from "./StatusMark";

const SAME = "view.same";
const LISTED = 8;

interface Props {
  caption: string;
  changes: readonly Change[];
  names: Names;
  /** What stands over the two columns; null where there is nothing to compare with. */
  sides: readonly [string, string] | null;
  /** Also what stays the same, without being asked. */
  all?: boolean;
}

export function Difference({ caption, changes, names, sides, all = false }: Props) {
  const { query } = useAddress();
  const asked = query.has(SAME);
  const [whole, setWhole] = useState(false);
  const same = changes.filter((one) => one.mark === "same");
  const fitting = all || asked ? changes : changes.filter((one) => one.mark !== "same");
  const shown = whole || fitting.length <= LISTED + 2 ? fitting : fitting.slice(0, LISTED);
  return (
    <div class="follows-difference">
      <p class="follows-difference-head">
        {sides && <Totals changes={changes} />}
        {!all && same.length > 0 && (
          <label class="check">
            <input
              type="checkbox"
              checked={asked}
              onChange={() => setQuery({ [SAME]: asked ? null : "true" }, { replace: true })}
            />
            also what stays the same ({same.length})
          </label>
        )}
      </p>
      {shown.length === 0 ? (
        <p class="muted">{changes.length === 0 ? "Nothing of what is kept bears on it." : "Nothing of it changes."}</p>
      ) : (
        <Reasoned
          caption={caption}
          columns={columns(names, sides)}
          rows={shown}
          id={(one) => one.key}
          called={(one) =>
            [sides && MARKS[one.mark].word, one.with ?? one.without, one.title].filter(Boolean).join(", ")
          }
          reasons={(one) =>
            one.proofs.map(({ state, proof, changes }) => ({
              of: state ? nameOf(names, state) : one.by,
              proof,
              changes,
            }))
          }
          names={names}
        />
      )}
      {shown.length < fitting.length && (
        <button type="button" onClick={() => setWhole(true)}>
          Show all {counted(fitting.length, "line")}
        </button>
      )}
    </div>
  );
}

function columns(names: Names, sides: readonly [string, string] | null): ReasonedColumn<Change>[] {
  const what: ReasonedColumn<Change> = {
    name: "What",
    show: (one) => (
      <div class="follows-difference-what">
        {one.states.length > 0 && (
          <span class="follows-who">
            <States codes={one.states} names={names} />
          </span>
        )}
        {one.toward.length > 0 && (
          <span>
            toward <States codes={one.toward} names={names} />
          </span>
        )}
        <span>
          <By one={one} names={names} />
        </span>
        {sides && (
          <dl class="follows-narrow follows-narrow-sides">
            <div>
              <dt>{sides[0]}</dt>
              <dd>
                <Without one={one} />
              </dd>
            </div>
            <div>
              <dt>{sides[1]}</dt>
              <dd>
                <Side says={one.with} />
              </dd>
            </div>
          </dl>
        )}
      </div>
    ),
  };
  if (!sides) return [{ name: "Verdict", class: "follows-side-cell", show: (one) => one.with ?? one.without }, what];
  return [
    { name: "Change", class: "follows-mark-cell", show: (one) => <DifferenceMark mark={one.mark} /> },
    what,
    { name: sides[0], wide: true, class: "follows-side-cell", show: (one) => <Without one={one} /> },
    { name: sides[1], wide: true, class: "follows-side-cell", show: (one) => <Side says={one.with} /> },
  ];
}

function By({ one, names }: { one: Change; names: Names }) {
  const regime = /^(regime|measure):/.test(one.by);
  return (
    <>
      <Named id={one.by} title={regime ? nameOf(names, one.by) : one.title} names={names} />
      {one.article && `, ${one.article}`}
      {regime && one.title && <span class="follows-obligation">{one.title}</span>}
    </>
  );
}

function Without({ one }: { one: Change }) {
  return <Side says={one.without} gone={one.mark === "gone" || one.mark === "changed"} />;
}

function Side({ says, gone = false }: { says: string | null; gone?: boolean }) {
  if (says !== null) return gone ? <del>{says}</del> : <span>{says}</span>;
  return (
    <>
      <span aria-hidden="true">—</span>
      <span class="visually-hidden">nothing</span>
    </>
  );
}

/** "2 lines gone, 1 line added", in the order in which they are told. */
function Totals({ changes }: { changes: readonly Change[] }) {
  const marks: Mark[] = ["changed", "gone", "added"];
  return (
    <span class="follows-totals">
      {marks
        .map((mark) => [mark, changes.filter((one) => one.mark === mark).length] as const)
        .filter(([, n]) => n > 0)
        .map(([mark, n]) => (
          <span key={mark} class={`follows-mark follows-mark-${mark}`}>
            <span class="follows-mark-sign" aria-hidden="true">
              {MARKS[mark].sign}
            </span>
            {counted(n, "line")} {MARKS[mark].word}
          </span>
        ))}
    </span>
  );
}
