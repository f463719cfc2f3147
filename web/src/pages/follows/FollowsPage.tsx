/** What follows from what is kept: six questions, each with its answer, why, and how to ask the same elsewhere. */
import { useEffect, useMemo } from "preact/hooks";
import { dataAddress, href, useAddress } from "../../address";
import { useAsked } from "../../asking";
import type { FollowsPage as Data, Names } from "../../contract/pages";
import { Loading } from "../../parts/Loading";
import { useNames } from "../../parts/naming";
import { SameAs } from "../../parts/SameAs";
import { counted } from "../../parts/Sources";
import { setBanner } from "../../shell/Banner";
import { announce } from "../../shell/live";
import { useTitle } from "../../shell/title";
import { Answer } from "./Answer";
import { Examples } from "./Examples";
import { Fields } from "./Fields";
import "./follows.css";
import type { Supposed as SupposedOne } from "../../contract/answers";
import { withHeard } from "./heard";
import { Mending } from "./Mending";
import { ASKS, type Ask, askOf, complete, idsAsked, nameOf, namesOf, QUESTIONS } from "./questions";
import { Footer } from "./Searched";
import { said } from "./Supposed";
import { Suppositions } from "./Suppositions";
import { useStepping } from "./stepping";
import { inWords } from "./supposition";
import { titleOf } from "./titles";

const NO_NAMES: Names = {};

/** What each tab was last asked in this visit, so that going to another and back loses nothing. */
const last = new Map<Ask, Record<string, string[]>>();

export default function FollowsPage() {
  const { query } = useAddress();
  const ask = askOf(query);
  last.set(ask, Object.fromEntries(QUESTIONS[ask].takes.map((name) => [name, query.getAll(name)])));
  return (
    <div class="follows">
      <h1>What follows</h1>
      <nav class="follows-tabs" aria-label="Questions">
        <ul>
          {ASKS.map((one) => (
            <li key={one}>
              <a
                href={one === ask ? href("/follows", { ask, ...last.get(ask) }) : tab(one)}
                aria-current={one === ask ? "page" : undefined}
              >
                {QUESTIONS[one].tab}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Asked key={ask} ask={ask} />
    </div>
  );
}

function tab(ask: Ask): string {
  const asked = last.get(ask);
  // Comparing all that is kept may take a while, so only a press on it does.
  return asked && Object.values(asked).some((values) => values.length > 0)
    ? href("/follows", { ask, ...asked })
    : href("/follows", { ask });
}

function Asked({ ask }: { ask: Ask }) {
  const here = useAddress();
  const { query } = here;
  const whole = complete(query);
  const { data, asking, problem, again } = useAsked<Data>(whole ? dataAddress(here, ".json") : null);
  const told = withHeard(useMemo(() => (data ? namesOf(data) : NO_NAMES), [data]));
  const ids = idsAsked(query).filter((id) => nameOf(told, id) === id);
  const called = useNames(ids, told);
  const names = { ...Object.fromEntries(ids.map((id) => [id, called(id)])), ...told };
  const answered = whole && data && !problem ? { ...data, names } : null;
  const claims = query.getAll("claim");
  useTitle(titleOf(query, names));
  useStepping();
  useEffect(() => {
    if (answered && !asking) announce(`answered: ${counted(answered.items.length, "line")}`);
  }, [data, asking]);
  const wordsOf = toldOf(ask === "suppose" ? answered : null);
  const supposed = ask === "suppose" && whole ? claims.map((claim) => wordsOf.get(claim) ?? inWords(claim, names)) : [];
  useSupposingBanner(supposed);
  return (
    <>
      {whole && <p class="follows-answers muted">{QUESTIONS[ask].answers}</p>}
      <Fields ask={ask} names={names} />
      {ask === "suppose" && <Suppositions names={names} told={wordsOf} />}
      {!whole && <Examples ask={ask} />}
      {whole && problem && <Mending problem={problem} again={again} />}
      {whole && !data && !problem && <Loading what="the answer" />}
      {answered && (
        <div class={asking ? "follows-stale" : ""} aria-busy={asking}>
          <Answer ask={ask} data={answered} claims={claimsOf(answered)} />
          <Footer sides={ask === "conflicts"} />
          <SameAs {...answered.same} />
        </div>
      )}
    </>
  );
}

/** While something is supposed, a line over the page says so. */
function useSupposingBanner(supposed: readonly string[]): void {
  const words = supposed.join("; ");
  useEffect(() => {
    setBanner(
      words === "" ? null : (
        <>
          <strong>Supposed:</strong> {words}. Nothing is kept.
        </>
      ),
    );
    return () => setBanner(null);
  }, [words]);
}

/** What kept claims say that are supposed by their ids. */
function toldOf(data: Data | null): ReadonlyMap<string, string> {
  if (!data) return new Map();
  const items = data.items as unknown as SupposedOne[];
  return new Map(claimsOf(data).map((claim, n) => [claim, said(items[n] as SupposedOne, claim, data.names)]));
}

/** The suppositions that an answer is to, as they were written; while a new one is awaited, they are not those of the address. */
function claimsOf(data: Data): readonly string[] {
  return (data.asked as { claim?: string[] }).claim ?? [];
}
