import { useAddress } from "../../address";
import { ErrorLine } from "../../parts/ErrorLine";
import type { Problem } from "../../problem";
import { mended, mends } from "./mending";

/** What went wrong, and where a name is meant that is known, a press away. */
export function Mending({ problem, again }: { problem: Problem; again: () => void }) {
  const { query } = useAddress();
  const offered = mends(problem.message, query);
  return (
    <>
      <ErrorLine problem={problem} again={again} />
      {offered.length > 0 && (
        <p class="follows-mends">
          Did you mean{" "}
          {offered.map((one, n) => (
            <span key={one.name}>
              {n > 0 && " or "}
              <a href={mended(query, one)}>{one.name}</a>
            </span>
          ))}
          ?
        </p>
      )}
    </>
  );
}
