import { useEffect, useRef, useState } from "preact/hooks";
import { rememberToken, tokenIsAskedBy } from "../token";

/** Asks for the token when something needs it first; several that wait share one answer. */
export function TokenDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const waiting = useRef<((given: boolean) => void)[]>([]);
  const [why, setWhy] = useState("");
  const [typed, setTyped] = useState("");

  useEffect(() => {
    tokenIsAskedBy((reason) => {
      setWhy(reason);
      if (!dialog.current?.open) dialog.current?.showModal();
      return new Promise((resolve) => waiting.current.push(resolve));
    });
  }, []);

  const closed = (given: boolean) => {
    if (given) rememberToken(typed);
    setTyped("");
    for (const resolve of waiting.current.splice(0)) resolve(given);
  };
  const submitted = (event: Event) => {
    event.preventDefault();
    if (!typed.trim()) return;
    closed(true);
    dialog.current?.close();
  };
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="token-title" onClose={() => closed(false)}>
      <form onSubmit={submitted}>
        <h2 id="token-title">The token of this service</h2>
        <p>{why}.</p>
        <p class="muted">
          <code>casus serve</code> shows it when it starts, or it is in the file of <code>--token-file</code>. It is
          kept until this tab is closed.
        </p>
        <label class="field">
          <span class="field-label">Token</span>
          <input
            type="password"
            autocomplete="off"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
        <div class="dialog-buttons">
          <button type="button" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
          <button type="submit" class="primary">
            Use it
          </button>
        </div>
      </form>
    </dialog>
  );
}
