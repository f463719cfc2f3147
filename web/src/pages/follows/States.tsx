import { useState } from "preact/hooks";
import { entityPath, href } from "../../address";
import type { Names } from "../../contract/pages";
import { nameOf, stateId } from "./questions";

const LISTED = 12;

/** States as links to what is known of them; of many the first ones, and how many more there are. */
export function States({ codes, names }: { codes: readonly string[]; names: Names }) {
  const [all, setAll] = useState(false);
  const shown = all || codes.length <= LISTED + 1 ? codes : codes.slice(0, LISTED);
  return (
    <span class="follows-states">
      {shown.map((code, n) => (
        <span key={code}>
          {n > 0 && ", "}
          <a href={href(entityPath(stateId(code)))}>{nameOf(names, code)}</a>
        </span>
      ))}
      {shown.length < codes.length && (
        <>
          {" "}
          <button type="button" class="plain" onClick={() => setAll(true)}>
            and {codes.length - shown.length} more
          </button>
        </>
      )}
    </span>
  );
}

/** An agreement or regime as a link to what is known of it. */
export function Named({ id, title, names }: { id: string; title?: string | null; names: Names }) {
  const name = title ?? nameOf(names, id);
  return /^(agreement|regime):/.test(id) ? <a href={href(entityPath(id))}>{name}</a> : <span>{name}</span>;
}
