/** What depends on who attacks, where the question leaves that open; each attacker can be asked about. */
import { href, useAddress } from "../../address";
import type { Duty } from "../../contract/answers";
import type { Names } from "../../contract/pages";
import { grouped } from "./duties";
import { nameOf } from "./questions";

export function Depends({ duties, names }: { duties: readonly Duty[]; names: Names }) {
  const { query } = useAddress();
  const told = duties.flatMap((duty) => duty.depends_on_attacker.map((one) => ({ ...one, state: duty.state })));
  if (told.length === 0) return null;
  const alike = grouped(told, (one) => JSON.stringify([one.what, one.agreement, one.attackers]));
  const titles = new Map(duties.map((duty) => [duty.agreement, duty.title]));
  const asking = (by: string) => href("/follows", { ask: "obligations", attacked: query.get("attacked"), by });
  return (
    <details class="follows-more">
      <summary>It depends on who attacks: {alike.length} cases</summary>
      <ul>
        {alike.map((same) => {
          const one = same[0];
          if (!one) return null;
          const states = [...new Set(same.map((line) => nameOf(names, line.state)))];
          return (
            <li key={`${one.what}~${one.agreement}~${one.attackers.join()}`}>
              If{" "}
              {one.attackers.map((code, n) => (
                <span key={code}>
                  {n > 0 && ", "}
                  <a href={asking(code)}>{nameOf(names, code)}</a>
                </span>
              ))}{" "}
              attacks: {one.what === "defence" ? "promised to defend it" : "bound by a pact with it"}{" "}
              {states.join(", ")}{" "}
              <span class="muted">({titles.get(one.agreement) ?? nameOf(names, one.agreement)})</span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
