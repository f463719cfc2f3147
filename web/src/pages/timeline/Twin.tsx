/** The same as the drawing, as a table: for the keyboard, for screen readers, and for whoever reads numbers. */
import { useEffect, useState } from "preact/hooks";
import type { Names, TimelinePage } from "../../contract/pages";
import { boundWords, dayNumber } from "../../days";
import { Modality } from "../../parts/Modality";
import { SaidBy } from "../../parts/SaidBy";
import { counted, Sources } from "../../parts/Sources";
import { type Column, TableOf } from "../../parts/TableOf";
import { Ids } from "./Details";
import type { Prepared } from "./scene";
import { SIGNS, SINCE_WORDS } from "./since";
import { reportedWords, whatWords, whenTold } from "./words";

const PAGE = 50;

interface Props {
  of: Prepared;
  /** Places in the order of time. */
  order: readonly number[];
  names: Names;
  chosen: string | null;
  onChoose: (place: number) => void;
}

export function Twin({ of, order, names, chosen, onChoose }: Props) {
  const [at, setAt] = useState(0);
  const pages = Math.max(Math.ceil(order.length / PAGE), 1);
  const place = chosen === null ? -1 : order.findIndex((one) => of.marks[one]?.id === chosen);
  useEffect(() => {
    if (place >= 0) setAt(Math.floor(place / PAGE));
  }, [place]);
  const shown = Math.min(at, pages - 1);
  const rows = order.slice(shown * PAGE, (shown + 1) * PAGE);
  const later = [...of.since.values()].filter((since) => since === "added").length;
  const columns: Column<number>[] = [
    {
      name: "When",
      show: (one) => (
        <button type="button" class="plain timeline-row" onClick={() => onChoose(one)}>
          {whenTold(markAt(of, one))}
        </button>
      ),
    },
    { name: "Who", show: (one) => <Ids ids={markAt(of, one).who} names={names} /> },
    { name: "What", show: (one) => whatWords(markAt(of, one)) },
    { name: "To whom", show: (one) => <Ids ids={markAt(of, one).whom} names={names} /> },
    {
      name: "Told as",
      show: (one) => <Modality modality={markAt(of, one).modality} negated={markAt(of, one).negated} />,
    },
    { name: "Said by", show: (one) => <SaidBy names={markAt(of, one).said_by} inline /> },
    { name: "Reported", show: (one) => reportedWords(markAt(of, one)) },
    { name: "Rests on", show: (one) => <Sources independent={markAt(of, one).independent} /> },
  ];
  if (of.since.size > 0)
    columns.push({
      name: "Since then",
      show: (one) => {
        const since = of.since.get(markAt(of, one).id);
        return since ? `${SIGNS[since]} ${SINCE_WORDS[since]}` : "";
      },
    });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys scroll the table here, they step through no marks
    <div class="timeline-twin" onKeyDown={ownArrows}>
      <TableOf
        caption={`${caption(order.length, shown, "mark")}${later > 0 ? `, ${later} of them known only since` : ""}`}
        columns={columns}
        rows={rows}
        id={(one) => markAt(of, one).id}
        chosen={chosen}
        empty="Nothing with a day is in this stretch."
      />
      <Pager at={shown} pages={pages} onTurn={setAt} />
    </div>
  );
}

interface Step {
  from: string;
  to: string;
  count: number;
  lanes: string;
}

/** Where there is too much to show one by one: how many in each step. */
export function CountsTwin({ data, onZoom }: { data: TimelinePage; onZoom: (from: number, to: number) => void }) {
  const [at, setAt] = useState(0);
  const steps = stepsOf(data);
  const pages = Math.max(Math.ceil(steps.length / PAGE), 1);
  const shown = Math.min(at, pages - 1);
  const columns: Column<Step>[] = [
    {
      name: "When",
      show: (one) => (
        <button
          type="button"
          class="plain timeline-row"
          aria-label={`${boundWords(one.from, one.to)}: zoom in`}
          onClick={() => onZoom(dayNumber(one.from), dayNumber(one.to) + 1)}
        >
          {boundWords(one.from, one.to)}
        </button>
      ),
    },
    { name: "In the lanes", show: (one) => one.count.toLocaleString("en"), number: true },
    { name: "Most in", show: (one) => one.lanes },
  ];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys scroll the table here, they step through no marks
    <div class="timeline-twin" onKeyDown={ownArrows}>
      <TableOf
        caption={caption(steps.length, shown, "step of time")}
        columns={columns}
        rows={steps.slice(shown * PAGE, (shown + 1) * PAGE)}
        id={(one) => one.from}
      />
      <Pager at={shown} pages={pages} onTurn={setAt} />
    </div>
  );
}

function stepsOf(data: TimelinePage): Step[] {
  const names = new Map(data.lanes.map((lane) => [lane.id, lane.name]));
  const found = new Map<string, { to: string; count: number; lanes: [string, number][] }>();
  for (const { lane, from, to, count } of data.bins) {
    const step = found.get(from) ?? { to, count: 0, lanes: [] };
    step.count += count;
    step.lanes.push([names.get(lane) ?? lane, count]);
    found.set(from, step);
  }
  return [...found]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([from, { to, count, lanes }]) => ({
      from,
      to,
      count,
      lanes: lanes
        .sort(([, one], [, other]) => other - one)
        .slice(0, 3)
        .map(([name, n]) => `${name} ${n.toLocaleString("en")}`)
        .join(", "),
    }));
}

function Pager({ at, pages, onTurn }: { at: number; pages: number; onTurn: (at: number) => void }) {
  if (pages < 2) return null;
  return (
    <nav class="timeline-pager" aria-label="Pages of the table">
      <button type="button" disabled={at === 0} onClick={() => onTurn(at - 1)}>
        Earlier
      </button>
      <span class="muted">
        {at + 1} of {pages.toLocaleString("en")}
      </span>
      <button type="button" disabled={at >= pages - 1} onClick={() => onTurn(at + 1)}>
        Later
      </button>
    </nav>
  );
}

function caption(all: number, at: number, what: string): string {
  if (all <= PAGE) return `The same as a table: ${counted(all, what)}`;
  const last = Math.min((at + 1) * PAGE, all);
  return `The same as a table: ${at * PAGE + 1} to ${last} of ${all.toLocaleString("en")}, the earliest first`;
}

function ownArrows(event: KeyboardEvent): void {
  if (event.key === "ArrowLeft" || event.key === "ArrowRight") event.stopPropagation();
}

function markAt(of: Prepared, place: number): Prepared["marks"][number] {
  return of.marks[place] as Prepared["marks"][number];
}
