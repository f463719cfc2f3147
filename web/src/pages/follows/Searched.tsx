/** What was looked through where nothing was found, and what an answer is and is not. */
import { counted } from "../../parts/Sources";

interface Of {
  not_covered: readonly string[];
  kinds?: readonly string[];
  [what: string]: number | readonly string[] | undefined;
}

const LOOKED: Record<string, string> = {
  agreements: "agreement",
  provisions: "provision",
  regimes: "regime",
  measures: "measure",
  claims: "claim",
  reports: "report",
  positions: "position",
  acts: "act of support or rejection",
};

/** `told`: that nothing was found, as a sentence. */
export function Searched({ told, searched }: { told: string; searched: Of }) {
  const looked = Object.entries(LOOKED)
    .map(([key, what]) => [searched[key], what] as const)
    .filter((one): one is readonly [number, string] => typeof one[0] === "number")
    .map(([n, what]) =>
      what.startsWith("act ") && n !== 1 ? `${n} ${what.replace("act", "acts")}` : counted(n, what),
    );
  return (
    <section class="follows-searched" aria-label="What was searched">
      <p class="follows-silence">
        {told} <span class="muted">By what is kept.</span>
      </p>
      <p>
        Searched: {looked.join(", ")}
        {searched.kinds && searched.kinds.length > 0 && `; for ${searched.kinds.join(", ")}`}.
      </p>
      <p>Not covered: {searched.not_covered.join("; ")}.</p>
    </section>
  );
}

/** The line that ends every answer. */
export function Footer({ sides = false }: { sides?: boolean }) {
  return (
    <p class="follows-footer muted">
      {sides && "What reports tell against each other, by what is kept. Which of them is right is not said. "}
      What texts provide, by what is kept. No legal advice; it predicts no one's behaviour.
    </p>
  );
}
