import type { Claim, Span } from "../../contract/reading";
import { endsOf, wordOf } from "./arcs";
import type { Register } from "./describing";

/** More than a page of text apart, counted in sentences: an arc would not be seen whole. */
const FAR = 5;

/** Ends of a claim's arcs that stand far from its words, as ways to them. */
export function FarEnds({ claim, register, goTo }: { claim: Claim; register: Register; goTo: (span: Span) => void }) {
  const { sentences } = register.reading;
  const sentence = (at: number) => sentences.findLastIndex(([start]) => start <= at);
  const here = sentence(wordOf(claim)[0]);
  const far = endsOf(claim, register)
    .map((end) => ({ end, apart: sentence(end.span[0]) - here }))
    .filter(({ apart }) => Math.abs(apart) > FAR);
  if (far.length === 0) return null;
  return (
    <p class="read-far">
      {far.map(({ end, apart }) => (
        <button type="button" class="plain" key={`${end.role}${end.span[0]}`} onClick={() => goTo(end.span)}>
          {end.role} {end.name}, {apart < 0 ? "up" : "down"} {Math.abs(apart)} sentences
        </button>
      ))}
    </p>
  );
}
