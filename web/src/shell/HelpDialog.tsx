import { useEffect, useRef, useState } from "preact/hooks";
import { MODALITIES } from "../contract/reading";
import { Modality } from "../parts/Modality";
import { type Key, keysNow } from "./keys";

const OPEN = "casus:help";

export function openHelp(): void {
  dispatchEvent(new Event(OPEN));
}

/** The keys that work on this page, and how lines are to be read. */
export function HelpDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [keys, setKeys] = useState<readonly Key[]>([]);
  useEffect(() => {
    const open = () => {
      setKeys([...keysNow()]);
      if (!dialog.current?.open) dialog.current?.showModal();
    };
    addEventListener(OPEN, open);
    return () => removeEventListener(OPEN, open);
  }, []);
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="help-title">
      <h2 id="help-title">Keys and lines</h2>
      <dl class="shell-keys">
        {keys.map((key) => (
          <div key={key.key}>
            <dt>
              <kbd>{key.shown ?? key.key}</kbd>
            </dt>
            <dd>{key.does}</dd>
          </div>
        ))}
      </dl>
      <h3>How something is told</h3>
      <ul class="shell-lines">
        {MODALITIES.map((modality) => (
          <li key={modality}>
            <Modality modality={modality} />
          </li>
        ))}
      </ul>
      <p class="muted">
        A word and a line say the same; colour adds nothing. "n events · m independent reports": reports that copy each
        other count once.
      </p>
      <div class="dialog-buttons">
        <a href="/api/v1/docs" target="_blank" rel="noreferrer">
          The service for programs
        </a>
        <button type="button" class="primary" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
    </dialog>
  );
}
