import { setQuery, useAddress } from "../../address";
import type { Names } from "../../contract/pages";
import { nameOf } from "./questions";

/** That only the lines of one state are shown, and the way back. */
export function Only({ names }: { names: Names }) {
  const state = useAddress().query.get("view.state");
  if (!state) return null;
  return (
    <p class="follows-only">
      Only {nameOf(names, state)}{" "}
      <button
        type="button"
        onClick={() => {
          // The button goes with what it says, and the focus must not.
          document.querySelector<HTMLElement>(".follows-table")?.focus();
          setQuery({ "view.state": null }, { replace: true });
        }}
      >
        Show all
      </button>
    </p>
  );
}
