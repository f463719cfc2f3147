/** A table each of whose rows opens to why it says so. What is open stands in the address. */
import { Fragment } from "preact";
import { useId, useState } from "preact/hooks";
import { setQuery, useAddress } from "../../address";
import type { Proof } from "../../contract/answers";
import type { Names } from "../../contract/pages";
import type { Column } from "../../parts/TableOf";
import { ProofTree } from "./ProofTree";

const OPEN = "view.why";

/** A proof of a row; of several, `of` says what each is of. */
export interface Reason {
  of: string;
  proof: Proof;
  changes?: readonly string[];
}

/** `wide`: left out where there is little room, since another column has it then. */
export type ReasonedColumn<T> = Column<T> & { wide?: boolean; class?: string };

interface Props<T> {
  caption: string;
  columns: readonly ReasonedColumn<T>[];
  rows: readonly T[];
  id: (row: T) => string;
  /** What a row is of, in few words: "owed, Bulgaria". */
  called: (row: T) => string;
  reasons: (row: T) => readonly Reason[];
  names: Names;
}

export function Reasoned<T>({ caption, columns, rows, id, called, reasons, names }: Props<T>) {
  const { query } = useAddress();
  const [sorted, setSorted] = useState<{ name: string; down: boolean } | null>(null);
  const mine = useId();
  const open = query.getAll(OPEN);
  const by = columns.find((column) => column.name === sorted?.name)?.by;
  const shown = by ? [...rows].sort((one, other) => order(by(one), by(other)) * (sorted?.down ? -1 : 1)) : rows;

  const reasoned = rows.some((row) => reasons(row).length > 0);
  const turn = (name: string) =>
    setSorted((now) => (now?.name !== name ? { name, down: false } : now.down ? null : { name, down: true }));
  const toggle = (key: string) =>
    setQuery(
      { [OPEN]: open.includes(key) ? open.filter((other) => other !== key) : [...open, key] },
      { replace: true },
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class="table-of follows-table" aria-label={caption} tabIndex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.name}
                scope="col"
                class={column.wide ? "follows-wide" : ""}
                aria-sort={sorted?.name !== column.name ? undefined : sorted.down ? "descending" : "ascending"}
              >
                {column.by ? (
                  <button type="button" class="plain" onClick={() => turn(column.name)}>
                    {column.name}
                    <span aria-hidden="true">{sorted?.name !== column.name ? " ↕" : sorted.down ? " ↓" : " ↑"}</span>
                  </button>
                ) : (
                  column.name
                )}
              </th>
            ))}
            {reasoned && <th scope="col">Why</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, n) => {
            const key = id(row);
            const is = open.includes(key);
            const found = reasons(row);
            return (
              <Fragment key={key}>
                <tr class={is ? "follows-opened" : ""}>
                  {columns.map((column) => (
                    <td
                      key={column.name}
                      class={[column.wide && "follows-wide", column.class].filter(Boolean).join(" ")}
                    >
                      {column.show(row)}
                    </td>
                  ))}
                  {reasoned && (
                    <td class="follows-why">
                      {found.length > 0 && (
                        <button
                          type="button"
                          data-why=""
                          aria-expanded={is}
                          aria-controls={is ? `${mine}-${n}` : undefined}
                          aria-label={`Why: ${called(row)}`}
                          onClick={() => toggle(key)}
                        >
                          Why
                        </button>
                      )}
                    </td>
                  )}
                </tr>
                {is && (
                  <tr class="follows-reason">
                    <td colSpan={columns.length + 1} id={`${mine}-${n}`}>
                      <Reasons reasons={found} label={called(row)} names={names} />
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Reasons({ reasons, label, names }: { reasons: readonly Reason[]; label: string; names: Names }) {
  const [chosen, setChosen] = useState(0);
  const one = reasons[chosen] ?? reasons[0];
  if (!one) return null;
  return (
    <>
      {reasons.length > 1 && (
        <label class="follows-of">
          <span class="muted">Proof of</span>
          <select value={chosen} onChange={(event) => setChosen(Number(event.currentTarget.value))}>
            {reasons.map((reason, n) => (
              <option key={reason.of} value={n}>
                {reason.of}
              </option>
            ))}
          </select>
        </label>
      )}
      <ProofTree
        key={chosen}
        label={`Why: ${label}`}
        proof={one.proof}
        names={names}
        {...(one.changes ? { changes: one.changes } : {})}
      />
    </>
  );
}

function order(one: string | number, other: string | number): number {
  if (typeof one === "number" && typeof other === "number") return one - other;
  return String(one).localeCompare(String(other), "en");
}
