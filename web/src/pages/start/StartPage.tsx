/** What is kept, and the ways in. */
import type { ComponentChildren } from "preact";
import { entityPath, href, navigate, segment, useAddress } from "../../address";
import { useAsked } from "../../asking";
import type { IndexPage } from "../../contract/pages";
import { boundWords } from "../../days";
import { ErrorLine } from "../../parts/ErrorLine";
import { Loading } from "../../parts/Loading";
import { NamePicker } from "../../parts/NamePicker";
import { counted } from "../../parts/Sources";
import { useTitle } from "../../shell/title";
import "./start.css";

export default function StartPage() {
  useTitle("");
  const known = useAddress().query.get("known_at");
  const asked = `/index.json${known ? `?${new URLSearchParams({ known_at: known })}` : ""}`;
  const { data, problem, again } = useAsked<IndexPage>(asked);
  return (
    <div class="start">
      <h1>What reports tell, and on whose word</h1>
      <p class="start-lead">
        casus reads reports of world politics and keeps what they tell: who did what to whom and when, told by whom, and
        how sure that is.
      </p>
      {problem && <ErrorLine problem={problem} again={again} />}
      {!data && !problem && <Loading what="what is kept" />}
      {data && (data.reports.length === 0 ? <FirstSteps /> : <Kept data={data} />)}
    </div>
  );
}

function FirstSteps() {
  return (
    <section class="start-first" aria-label="First steps">
      <h2>Nothing is kept yet</h2>
      <p>
        <a href={href("/read")}>Read a report</a>: paste it or drop a file, look at what it tells, then keep it. In a
        terminal: <code>casus keep FILE...</code>
      </p>
      <p>
        Treaties and sanctions of the reference facts are there already:{" "}
        <a href={href("/follows", { ask: "obligations" })}>ask who must help whom</a>.
      </p>
    </section>
  );
}

const KINDS: readonly (readonly [string, string, string])[] = [
  ["event", "event", "/timeline"],
  ["statement", "statement", "/timeline"],
  ["agreement", "agreement", "/network"],
  ["measure", "measure", "/timeline"],
  ["transfer", "transfer", "/timeline"],
  ["position", "position", "/timeline"],
];

function Kept({ data }: { data: IndexPage }) {
  const { counts, recorded } = data;
  const first = data.actors[0];
  return (
    <>
      <ul class="start-counts" aria-label="What is kept">
        {KINDS.filter(([kind]) => (counts[kind] ?? 0) > 0).map(([kind, name, path]) => (
          <li key={kind}>
            <a href={href(path, path === "/timeline" ? { kind } : {})}>{counted(counts[kind] ?? 0, name)}</a>
          </li>
        ))}
        {recorded && (
          <li class="muted">recorded {boundWords(recorded.first.slice(0, 10), recorded.last.slice(0, 10))}</li>
        )}
      </ul>
      <div class="start-columns">
        <section aria-labelledby="start-ways">
          <h2 id="start-ways">Ways in</h2>
          <NamePicker
            label="Look up an actor, agreement or regime"
            placeholder="Russia, ANZUS, arms embargo …"
            onPick={(one) => navigate(href(entityPath(one.id, one.kind)))}
          />
          <dl class="start-ways">
            <Way to={href("/read")} name="Read">
              A report with what it tells beside its words, to keep, accept or correct.
            </Way>
            <Way to={href("/timeline")} name="Timeline">
              What happened when, and when it was told.
            </Way>
            <Way to={href("/map")} name="Map">
              Where it happened, and what has no place.
            </Way>
            <Way to={href("/network", { center: first?.id })} name="Network">
              Who has to do with whom.
            </Way>
            <Way to={href("/follows", { ask: "obligations" })} name="What follows">
              Who must help whom, what is forbidden, what contradicts what, and what would be if.
            </Way>
          </dl>
        </section>
        <section aria-labelledby="start-actors">
          <h2 id="start-actors">Most told of</h2>
          <ol class="start-list">
            {data.actors.map((actor) => (
              <li key={actor.id}>
                <a href={href(entityPath(actor.id, actor.kind))}>{actor.name}</a>
                <span class="muted">{actor.n.toLocaleString("en")}</span>
              </li>
            ))}
          </ol>
        </section>
        <section aria-labelledby="start-reports">
          <h2 id="start-reports">Kept last</h2>
          <ol class="start-list">
            {data.reports.map((report) => (
              <li key={report.id}>
                <a href={href(`/read/${segment(report.id.slice(0, 16))}`)}>{report.title || report.id.slice(0, 12)}</a>
                <span class="muted">
                  {report.first && report.last ? boundWords(report.first, report.last) : "no day known"}
                </span>
              </li>
            ))}
          </ol>
        </section>
      </div>
    </>
  );
}

function Way({ to, name, children }: { to: string; name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>
        <a href={to}>{name}</a>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
