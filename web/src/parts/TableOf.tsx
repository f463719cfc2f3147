import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

export interface Column<T> {
  name: string;
  show: (row: T) => ComponentChildren;
  /** What to sort by; a column without can't be sorted. */
  by?: (row: T) => string | number;
  number?: boolean;
}

interface Props<T> {
  caption: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  id: (row: T) => string;
  chosen?: string | null;
  empty?: string;
}

/** A table that scrolls in itself where it is too wide, and sorts by its heads. */
export function TableOf<T>({ caption, columns, rows, id, chosen, empty = "Nothing." }: Props<T>) {
  const [sorted, setSorted] = useState<{ name: string; down: boolean } | null>(null);
  const by = columns.find((column) => column.name === sorted?.name)?.by;
  const shown = by ? [...rows].sort((one, other) => order(by(one), by(other)) * (sorted?.down ? -1 : 1)) : rows;
  const turn = (name: string) =>
    setSorted((now) => (now?.name === name ? { name, down: !now.down } : { name, down: false }));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class="table-of" aria-label={caption} tabIndex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.name}
                scope="col"
                class={column.number ? "number" : ""}
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
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={id(row)} class={chosen === id(row) ? "chosen" : ""}>
              {columns.map((column) => (
                <td key={column.name} class={column.number ? "number" : ""}>
                  {column.show(row)}
                </td>
              ))}
            </tr>
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={columns.length}>{empty}</td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

function order(one: string | number, other: string | number): number {
  if (typeof one === "number" && typeof other === "number") return one - other;
  return String(one).localeCompare(String(other), "en");
}
