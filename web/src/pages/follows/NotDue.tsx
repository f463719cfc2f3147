import type { Duty, Nothing } from "../../contract/answers";
import type { Names } from "../../contract/pages";
import { counted } from "../../parts/Sources";
import { inWords } from "./duties";
import { Named, States } from "./States";

/** Promises that were looked at and give no duty here, and why not. */
export function NotDue({ duties, names }: { duties: readonly (Duty | Nothing)[]; names: Names }) {
  const told = duties[0]?.not_due ?? [];
  if (told.length === 0) return null;
  return (
    <details class="follows-more">
      <summary>Not due: {counted(told.length, "promise")} that were looked at</summary>
      <ul>
        {told.map((one) => (
          <li key={`${one.agreement}~${one.article}~${one.why}`}>
            <States codes={one.states} names={names} /> (<Named id={one.agreement} title={one.title} names={names} />
            {one.article && `, ${inWords([one.article])}`}): {one.why}
          </li>
        ))}
      </ul>
    </details>
  );
}
