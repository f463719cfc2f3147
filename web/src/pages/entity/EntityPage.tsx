/** All that is known of an actor, agreement or regime, dated, in sections, each line with its sources and its why. */
import { useMemo } from "preact/hooks";
import { dataAddress, entityPath, href, navigate, useAddress } from "../../address";
import { useAsked } from "../../asking";
import type { EntityPage as Told } from "../../contract/pages";
import { Empty } from "../../parts/Empty";
import { ErrorLine } from "../../parts/ErrorLine";
import { Loading } from "../../parts/Loading";
import { NamePicker } from "../../parts/NamePicker";
import { SameAs } from "../../parts/SameAs";
import { useTitle } from "../../shell/title";
import { Changed, changesOf } from "./Changed";
import { Contents } from "./Contents";
import "./entity.css";
import { Facts, Narrowed } from "./Facts";
import { SectionOf } from "./Lines";
import { sectionsOf } from "./line";
import { sameAs } from "./same";

export default function EntityPage() {
  const here = useAddress();
  const { data, asking, problem, again } = useAsked<Told>(dataAddress(here, ".json"));
  // While another one is asked for, the last one must not stand under its address.
  const page = data && isOf(data, here.path) ? data : null;
  useTitle(page?.name ?? (problem ? "Not known" : ""));
  return (
    <div class="entity">
      {problem && !page && <h1>Not known</h1>}
      {problem && <ErrorLine problem={problem} again={again} />}
      {problem?.status === 404 && (
        <NamePicker label="Look for it by its name" onPick={(one) => navigate(href(entityPath(one.id, one.kind)))} />
      )}
      {!page && asking && <Loading what="all that is known" />}
      {page && <Known page={page} />}
    </div>
  );
}

/** Whether data belong to a path; codes and names in it mean ids that the service knows. */
export function isOf(page: Told, path: string): boolean {
  const asked = decodeURIComponent(path.split("/").slice(2).join("/"));
  return !asked.includes(":") || page.id === asked || page.id === asked.replace(/^state:/, "country:");
}

function Known({ page }: { page: Told }) {
  const { query } = useAddress();
  const words = query.get("view.find") ?? "";
  const told = query.get("facts") === "false";
  const sections = useMemo(
    // Who holds an office is no report's word.
    () => sectionsOf(page, words).filter((section) => !told || section.id !== "offices"),
    [page, words, told],
  );
  const shown = sections.reduce((sum, section) => sum + section.lines.length, 0);
  const beside: [string, string][] = [];
  if (changesOf(page).length > 0) beside.push(["changed", "What became known when"]);
  if (page.sources.length > 0) beside.push(["sources", "Reference works"]);
  const same = sameAs(page, query.get("as_of"), query.get("known_at"));
  return (
    <>
      <Facts page={page} />
      <div class="entity-body">
        <Contents sections={sections} beside={beside} />
        <div class="entity-main">
          <Narrowed page={page} shown={shown} />
          {sections.map((section) => (
            <SectionOf key={section.id} section={section} page={page} narrowed={words !== ""} />
          ))}
          {sections.length === 0 && (
            <Empty title={words ? `No line has “${words}”` : "Nothing is known of it, filtered like this"}>
              <p>Take filters out, or look at another day.</p>
            </Empty>
          )}
          <Changed page={page} />
          {page.sources.length > 0 && <Cited page={page} />}
          <SameAs command={same.command} python={same.python} />
        </div>
      </div>
    </>
  );
}

function Cited({ page }: { page: Told }) {
  return (
    <section class="entity-section" aria-labelledby="section-sources">
      <h2 id="section-sources" tabIndex={-1}>
        Reference works <span class="entity-count">{page.sources.length}</span>
      </h2>
      <ul class="entity-cites">
        {page.sources.map((source) => (
          <li key={`${source.key} ${source.cites}`}>{source.cites || source.key}</li>
        ))}
      </ul>
    </section>
  );
}
