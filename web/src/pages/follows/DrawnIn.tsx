/** Who may be drawn in, step by step; only the first step can be certain. */
import type { Drawn, SupposedAttack } from "../../contract/answers";
import type { Names } from "../../contract/pages";
import { grouped, inWords } from "./duties";
import { listed, nameOf } from "./questions";
import { Reasoned, type ReasonedColumn } from "./Reasoned";
import { Named, States } from "./States";

interface Row {
  key: string;
  drawn: Drawn[];
  first: Drawn;
}

export function DrawnIn({ one, names }: { one: SupposedAttack; names: Names }) {
  if (one.drawn_in.length === 0) return null;
  const titles = new Map(
    one.duties.flatMap((duty) => (duty.status === "nothing" ? [] : [[duty.agreement, duty.title]])),
  );
  return (
    <details class="follows-more">
      <summary>
        Who may be drawn in, in up to {one.depth} {one.depth === 1 ? "step" : "steps"}
        {one.both_sides.length > 0 &&
          `; bound on both sides: ${one.both_sides.map((code) => nameOf(names, code)).join(", ")}`}
      </summary>
      <Reasoned
        caption="Who may be drawn in"
        columns={columns(names, titles)}
        rows={rowsOf(one.drawn_in)}
        id={(row) => row.key}
        called={(row) =>
          `step ${row.first.step}, ${listed(
            row.drawn.map((drawn) => drawn.state),
            names,
          )}`
        }
        reasons={(row) => row.drawn.map((drawn) => ({ of: nameOf(names, drawn.state), proof: drawn.proof }))}
        names={names}
      />
    </details>
  );
}

/** Those who are drawn in at the same step, on the same side and for the same reason as one row, the certain ones first. */
function rowsOf(drawn: readonly Drawn[]): Row[] {
  const alike = grouped(drawn, (one) =>
    JSON.stringify([one.side, one.step, one.certain, one.agreement, one.step === 1 ? one.why : null]),
  );
  return alike
    .map((same) => {
      const first = same[0] as Drawn;
      const unlike = same.filter((one, n) => same.findIndex((other) => other.state === one.state) === n);
      return { key: ["drawn", first.step, first.side, first.agreement, first.state].join("~"), drawn: unlike, first };
    })
    .sort((a, b) => a.first.step - b.first.step || Number(b.first.certain) - Number(a.first.certain));
}

function columns(names: Names, titles: ReadonlyMap<string, string>): ReasonedColumn<Row>[] {
  return [
    {
      name: "Step",
      by: ({ first }) => first.step,
      class: "follows-status-cell",
      show: ({ first }) => (
        <>
          step {first.step}{" "}
          <span class={first.certain ? "follows-certain" : "follows-arguable"}>
            {first.certain ? "certain" : "uncertain"}
          </span>
        </>
      ),
    },
    {
      name: "Who, on whose side, by what",
      by: ({ first }) => nameOf(names, first.state),
      show: ({ first, drawn }) => (
        <>
          <div class="follows-who">
            <States codes={drawn.map((one) => one.state)} names={names} />
          </div>
          <div>
            on the side of the {first.side};{" "}
            <Named id={first.agreement} title={titles.get(first.agreement) ?? null} names={names} />
            {first.article && `, ${inWords([first.article])}`}
          </div>
          {first.why && (
            <div class="follows-open">
              {first.why}
              {new Set(drawn.map((one) => one.why)).size > 1 && ` (and ${drawn.length - 1} like it)`}
            </div>
          )}
        </>
      ),
    },
  ];
}
