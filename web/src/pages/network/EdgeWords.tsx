/** The words behind an edge: each thing with how it is told, on whose word, on how many reports, and why. */
import { href, useAddress } from "../../address";
import { useAsked } from "../../asking";
import type { EdgePage, Mark, Names } from "../../contract/pages";
import { spanWords } from "../../days";
import { Empty } from "../../parts/Empty";
import { ErrorLine } from "../../parts/ErrorLine";
import { Loading } from "../../parts/Loading";
import { Modality } from "../../parts/Modality";
import { SaidBy } from "../../parts/SaidBy";
import { counted, Sources } from "../../parts/Sources";
import { Why } from "../entity/Explanation";
import type { Edge } from "./graph";
import { edgeSort } from "./kinds";

/** The parameters of /network/edge.json for an edge, narrowed as the network is. */
export function edgeQuestion(edge: Edge, query: URLSearchParams): string {
  const asked = new URLSearchParams({ from: edge.from, to: edge.to });
  // There `from` and `to` are the ends of the edge, so the days have other names.
  const renamed: Record<string, string> = { from: "since", to: "until" };
  for (const name of ["from", "to", "type", "modality", "about", "as_of", "known_at", "facts", "confidence"])
    for (const value of query.getAll(name)) asked.append(renamed[name] ?? name, value);
  for (const kind of edgeSort(edge.kind).kinds) asked.append("kind", kind);
  return `/network/edge.json?${asked}`;
}

/** Of things that tie the two, those that go the way of the edge: what Iran sends to Russia, not what it gets from there. */
export function ofTheEdge(edge: Edge, marks: readonly Mark[]): Mark[] {
  if (edge.kind !== "transfer" && edge.kind !== "measure" && edge.kind !== "position") return [...marks];
  const does = marks.filter((mark) => mark.who.some((id) => id === edge.from || actsFor(id) === edge.from));
  return does.length > 0 ? does : [...marks];
}

/** The country for which a state, an office or forces act, as its id among the nodes. */
function actsFor(id: string): string {
  const code = /^state:(.+)$/.exec(id)?.[1] ?? /^(?:org|person|group):.+@([^@]+)$/.exec(id)?.[1];
  return code ? `country:${code}` : id;
}

export function EdgeWords({ edge, names }: { edge: Edge; names: Names }) {
  const { query } = useAddress();
  const { data, problem, asking, again } = useAsked<EdgePage>(edgeQuestion(edge, query));
  if (problem) return <ErrorLine problem={problem} again={again} />;
  if (!data || asking) return <Loading what="the words" />;
  if (data.marks.length === 0) return <Empty title="No words are kept behind this edge" />;
  const called = { ...names, ...data.names };
  const marks = ofTheEdge(edge, data.marks);
  return (
    <>
      <ul class="network-words">
        {marks.map((mark) => (
          <Told key={mark.id} mark={mark} called={called} />
        ))}
      </ul>
      {data.total > data.marks.length && (
        <p class="muted">
          The {data.marks.length} latest of {counted(data.total, "thing")}.{" "}
          <a href={href("/timeline", { actor: edge.from, with: edge.to })}>All of them in the timeline</a>
        </p>
      )}
    </>
  );
}

function Told({ mark, called }: { mark: Mark; called: Names }) {
  const who = (ids: readonly string[]) => ids.map((id) => called[id] ?? id).join(", ");
  const sort = mark.type ?? mark.what;
  return (
    <li>
      <p class="network-words-head">
        <span class="network-words-when">{spanWords(mark.from, mark.to)}</span> <strong>{sort.toLowerCase()}</strong>{" "}
        <Modality modality={mark.modality} negated={mark.negated} />
      </p>
      {mark.words && <blockquote>{mark.words}</blockquote>}
      <p class="muted">
        {who(mark.who)}
        {mark.whom.length > 0 && ` → ${who(mark.whom)}`}
      </p>
      {mark.reports > 0 && <SaidBy names={mark.said_by} />}
      <p class="network-words-foot">
        {mark.reports > 0 && (
          <Sources {...(mark.kind === "event" ? { events: 1 } : {})} independent={mark.independent} />
        )}
        {mark.cited && <span>{mark.reports > 0 ? "also a" : "a"} reference fact</span>}
        <Why id={mark.id} of={`${sort.toLowerCase()}, ${spanWords(mark.from, mark.to)}`} />
      </p>
    </li>
  );
}
