/** Questions to begin with: they need no report, since reference facts ship with casus. */
import { href } from "../../address";
import { Empty } from "../../parts/Empty";
import { type Ask, QUESTIONS } from "./questions";

const EXAMPLES: readonly { says: string; to: Record<string, string | string[] | null> }[] = [
  {
    says: "Who would have owed Poland help on 1 June 1985, had the Soviet Union attacked it?",
    to: { ask: "obligations", attacked: "POL", by: "RUS", as_of: "1985-06-01" },
  },
  {
    says: "What forbids that Russia sends arms to North Korea, or takes them from there?",
    to: { ask: "forbids", target: "PRK", what: "arms", from: "RUS", as_of: null },
  },
  {
    says: "New Zealand leaves ANZUS, and China attacks Australia: what does the one change of the other?",
    to: { ask: "suppose", claim: ["ASSAULT CHN AUS", "denounce agreement:anzus NZL"], as_of: null },
  },
];

const NEEDED: Record<Ask, string> = {
  obligations: "Say who is attacked",
  promises: "Say whose promises",
  forbids: "Say toward whom",
  conflicts: "What reports tell against each other",
  positions: "Say on what",
  suppose: "Suppose something",
};

export function Examples({ ask }: { ask: Ask }) {
  return (
    <Empty title={NEEDED[ask]}>
      <p>{QUESTIONS[ask].answers}</p>
      {ask === "conflicts" && (
        <p>
          <a class="button" href={href("/follows", { ask: "conflicts" })}>
            Compare all that is kept
          </a>
        </p>
      )}
      <p class="muted">To begin with, without any report:</p>
      <ul class="follows-examples">
        {EXAMPLES.map(({ says, to }) => (
          <li key={says}>
            <a href={href("/follows", to)}>{says}</a>
          </li>
        ))}
      </ul>
    </Empty>
  );
}
