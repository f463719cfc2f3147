import { useEffect, useState } from "preact/hooks";
import { href, segment } from "../../address";
import { ask } from "../../asking";
import type { IndexPage } from "../../contract/pages";
import { boundWords } from "../../days";
import { Empty } from "../../parts/Empty";
import { ErrorLine } from "../../parts/ErrorLine";
import { Loading } from "../../parts/Loading";
import { asProblem, type Problem } from "../../problem";

type Report = IndexPage["reports"][number];

const PAGE = 500;
const SHOWN = 60;

/** The reports that are kept, to pick one by its title or publisher. */
export function KeptReports() {
  const [reports, setReports] = useState<Report[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [find, setFind] = useState("");
  const get = async (after: string | null, signal?: AbortSignal) => {
    const query = new URLSearchParams({ limit: String(PAGE), ...(after && { after }) });
    try {
      const page = await ask<{ items: Report[]; next: string | null }>(`/api/v1/show/reports?${query}`, signal);
      setReports((before) => [...(after ? (before ?? []) : []), ...page.items]);
      setNext(page.next);
    } catch (thrown) {
      if (!signal?.aborted) setProblem(asProblem(thrown));
    }
  };
  useEffect(() => {
    const control = new AbortController();
    void get(null, control.signal);
    return () => control.abort();
  }, []);

  if (problem) return <ErrorLine problem={problem} />;
  if (!reports) return <Loading what="what is kept" />;
  if (reports.length === 0) {
    return (
      <Empty title="No report is kept yet">
        <p>Read one and keep it, or in a terminal: casus keep FILE.</p>
      </Empty>
    );
  }
  const words = find.toLowerCase().split(/\s+/).filter(Boolean);
  const found = reports.filter((report) => {
    const all = `${report.title} ${report.publisher} ${report.first} ${report.id}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
  return (
    <section class="read-kept" aria-labelledby="read-kept">
      <h2 id="read-kept">Kept reports</h2>
      <label class="field">
        <span class="field-label">Find by title, publisher or day</span>
        <input type="search" value={find} onInput={(event) => setFind(event.currentTarget.value)} />
      </label>
      <ul>
        {found.slice(0, SHOWN).map((report) => (
          <li key={report.id}>
            <a href={href(`/read/${segment(report.id.slice(0, 16))}`)}>{report.title || report.id.slice(0, 12)}</a>
            <span class="muted"> {[report.publisher, daysOf(report)].filter(Boolean).join(", ")}</span>
          </li>
        ))}
      </ul>
      <p class="muted" role="status">
        {found.length > SHOWN ? `${SHOWN} of ${found.length} shown; narrow it by a word of the title.` : ""}
        {found.length === 0 ? "None has these words." : ""}
      </p>
      {next && (
        <button type="button" onClick={() => void get(next)}>
          Look among more
        </button>
      )}
    </section>
  );
}

function daysOf(report: Report): string {
  return report.first && report.last ? boundWords(report.first, report.last) : "";
}
