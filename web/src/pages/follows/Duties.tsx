/** Who owes what: counts that filter, the map, the table with proofs, what depends on the attacker. */
import { useMemo } from "preact/hooks";
import { setQuery, useAddress } from "../../address";
import type { Duty, Nothing } from "../../contract/answers";
import type { FollowsPage, Names } from "../../contract/pages";
import { dayWords } from "../../days";
import { counted } from "../../parts/Sources";
import { Depends } from "./Depends";
import { DutyMap } from "./DutyMap";
import { counts, type DutyRow, dutyRows, isDuty, STATUS_WORDS, type Status } from "./duties";
import { NotDue } from "./NotDue";
import { Only } from "./Only";
import { listed, nameOf } from "./questions";
import { Reasoned, type ReasonedColumn } from "./Reasoned";
import { Searched } from "./Searched";
import { Named, States } from "./States";
import { Legend, StatusMark, Sure } from "./StatusMark";

interface Props {
  duties: readonly (Duty | Nothing)[];
  data: FollowsPage;
  /** Left out where the map stands elsewhere already. */
  map?: boolean;
}

const HOW: Record<string, string> = {
  automatic: "due at once",
  "each-decides": "each judges itself what help to give",
};

export function Duties({ duties, data, map = true }: Props) {
  const { query } = useAddress();
  const { names } = data;
  const found = useMemo(() => duties.filter(isDuty), [duties]);
  const rows = useMemo(() => dutyRows(found), [found]);
  const statuses = query.getAll("view.status");
  const state = query.get("view.state");
  const nothing = duties.find((one) => !isDuty(one)) as Nothing | undefined;
  const shown = rows.filter(
    (one) => (statuses.length === 0 || statuses.includes(one.status)) && (!state || one.states.includes(state)),
  );
  const notes = [...new Set(duties.flatMap((one) => one.notes))];
  const asked = found[0]?.asked;
  return (
    <>
      {map && asked && <h2 class="follows-asked">{question(asked, names)}</h2>}
      {notes.length > 0 && (
        <ul class="follows-notes" aria-label="Notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {nothing ? (
        <Searched told="Nobody has promised anything that bears on this." searched={nothing.searched} />
      ) : (
        <>
          <Counts rows={rows} />
          <div class={map ? "follows-answer" : ""}>
            {map && (
              <div class="follows-side">
                <DutyMap states={data.states} label="Who owes what, by country" />
                <details class="follows-legend-of">
                  <summary>What the words and shapes say</summary>
                  <Legend />
                </details>
              </div>
            )}
            <div class="follows-main">
              {map && <Only names={names} />}
              <Reasoned
                caption={`${counted(shown.length, "ground")}${shown.length < rows.length ? ` of ${rows.length}` : ""}`}
                columns={columns(data)}
                rows={shown}
                id={(row) => row.key}
                called={(row) => `${STATUS_WORDS[row.status].word}, ${listed(row.states, names)}`}
                reasons={(row) => reasonsOf(row, data)}
                names={names}
              />
              {shown.length === 0 && <p class="muted">No ground fits. Everyone else owes nothing by what is kept.</p>}
            </div>
          </div>
          <Depends duties={found} names={names} />
        </>
      )}
      <NotDue duties={duties} names={names} />
    </>
  );
}

/** What was asked, as the service understood it. */
function question({ attacked, by, at, as_of }: Duty["asked"], names: Names): string {
  const name = nameOf(names, attacked);
  const where = at === name ? "" : ` at ${at}`;
  return `If ${name} is attacked${by ? ` by ${nameOf(names, by)}` : ""}${where} on ${dayWords(as_of)}`;
}

/** How many states have each status; pressing one shows only these. */
function Counts({ rows }: { rows: readonly DutyRow[] }) {
  const { query } = useAddress();
  const chosen = query.getAll("view.status");
  const toggle = (status: Status) =>
    setQuery(
      { "view.status": chosen.includes(status) ? chosen.filter((one) => one !== status) : [...chosen, status] },
      { replace: true },
    );
  return (
    <ul class="follows-counts" aria-label="Show only">
      {[...counts(rows)].map(([status, n]) => (
        <li key={status}>
          <button type="button" aria-pressed={chosen.includes(status)} onClick={() => toggle(status)}>
            <StatusMark status={status} /> <span class="follows-count">{counted(n, "state")}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function columns(data: FollowsPage): ReasonedColumn<DutyRow>[] {
  const { names } = data;
  return [
    {
      name: "Status",
      by: (row) => row.status,
      class: "follows-status-cell",
      show: (row) => <StatusMark status={row.status} arguable={row.lawWhy.length > 0} />,
    },
    {
      name: "Who, and what",
      by: (row) => nameOf(names, row.states[0] ?? ""),
      show: (row) => <What row={row} data={data} />,
    },
    { name: "Since", wide: true, by: (row) => row.since ?? "", class: "follows-day", show: (row) => row.since ?? "" },
    { name: "Sure", wide: true, by: (row) => row.facts, show: (row) => <Sure facts={row.facts} why={row.lawWhy} /> },
  ];
}

function What({ row, data }: { row: DutyRow; data: FollowsPage }) {
  const one = row.duties[0] as Duty;
  const how = one.discretion ? HOW[one.discretion] : undefined;
  return (
    <>
      <div class="follows-who">
        <States codes={row.states} names={data.names} />
      </div>
      <div>
        <Named id={one.agreement} title={one.title} names={data.names} />
        {row.articles && `, ${row.articles}`}
        <span class="follows-obligation">{one.obligation}</span>
      </div>
      <dl class="follows-terms">
        <Term name="how" said={how} />
        <Term name="if" said={one.condition} strong />
        {one.conflicts.map((said) => (
          <Term key={said} name="but" said={said} strong />
        ))}
        <Term name="arguable" said={row.lawWhy.filter((why) => why !== one.condition).join("; ")} />
        <Term name="formal" said={one.formal.join("; ")} />
      </dl>
      <div class="follows-narrow muted">
        {row.since && `since ${row.since} · `}
        <Sure facts={row.facts} why={row.lawWhy} />
      </div>
    </>
  );
}

/** One line of what goes with it; nothing where nothing is said. */
export function Term({
  name,
  said,
  strong = false,
}: {
  name: string;
  said: string | null | undefined;
  strong?: boolean;
}) {
  if (!said) return null;
  return (
    <div class={strong ? "follows-term-strong" : ""}>
      <dt>{name}</dt>
      <dd>{said}</dd>
    </div>
  );
}

function reasonsOf(row: DutyRow, { names }: FollowsPage) {
  const many = row.duties.length > row.states.length;
  return row.duties.map((duty) => ({
    of: nameOf(names, duty.state) + (many && duty.article ? `, art. ${duty.article}` : ""),
    proof: duty.proof,
    changes: duty.changes,
  }));
}
