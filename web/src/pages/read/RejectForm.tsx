import { useEffect, useRef, useState } from "preact/hooks";
import type { KeptClaim } from "../../contract/pages";
import type { Acting } from "./acting";

/** Why a claim is rejected: it stays as known until now, with the reason. */
export function RejectForm({ record, acting }: { record: KeptClaim; acting: Acting }) {
  const [why, setWhy] = useState("the report does not tell this");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <form
      class="read-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (why.trim()) acting.reject(record, why.trim());
      }}
      onKeyDown={(event) => event.key === "Escape" && acting.open(null)}
    >
      <label class="field">
        <span class="field-label">Why is it rejected?</span>
        <input ref={field} value={why} required onInput={(event) => setWhy(event.currentTarget.value)} />
      </label>
      <div class="read-buttons">
        <button type="submit" class="primary" disabled={acting.busy}>
          Reject
        </button>
        <button type="button" onClick={() => acting.open(null)}>
          Cancel
        </button>
      </div>
    </form>
  );
}
