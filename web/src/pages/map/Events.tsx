/** Events in words: what is told, who does it to whom, when, on whose word, and why it stands there. */
import type { Mark, Names } from "../../contract/pages";
import { dayWords, spanWords } from "../../days";
import { Modality } from "../../parts/Modality";
import { SaidBy } from "../../parts/SaidBy";
import { Sources } from "../../parts/Sources";
import { Why } from "../entity/Explanation";

export function Events({ marks, names }: { marks: readonly Mark[]; names: Names }) {
  return (
    <ol class="map-events">
      {marks.map((mark) => (
        <li key={mark.id}>
          <p class="map-event-head">
            <time>{spanWords(mark.from, mark.to)}</time>
            <span class="map-event-what">{mark.what.toLowerCase()}</span>
            <Modality modality={mark.modality} negated={mark.negated} />
          </p>
          <p class="map-event-who">{whoWords(mark, names)}</p>
          <blockquote>{mark.words}</blockquote>
          <p class="map-event-foot muted">
            <SaidBy names={mark.said_by} inline /> · <Sources independent={mark.independent} />
            {mark.reported[0] && ` · first reported ${dayWords(mark.reported[0])}`}
            {mark.cited && " · also a reference fact"} <Why id={mark.id} of={mark.words} />
          </p>
        </li>
      ))}
    </ol>
  );
}

/** "Russia → North Korea", "Argentina, Brazil". */
export function whoWords({ who, whom }: Mark, names: Names): string {
  const called = (ids: readonly string[]) => [...new Set(ids.map((id) => names[id] ?? id))].join(", ");
  return [called(who), called(whom)].filter(Boolean).join(" → ") || "nobody is named";
}
