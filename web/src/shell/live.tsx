/** What screen readers are told when something changes that the eye sees by itself. */
import { useEffect, useState } from "preact/hooks";

const SAID = "casus:said";

/** Tells it once, politely. */
export function announce(text: string): void {
  dispatchEvent(new CustomEvent(SAID, { detail: text }));
}

export function LiveRegion() {
  const [text, setText] = useState("");
  useEffect(() => {
    const said = (event: Event) => setText(String((event as CustomEvent).detail));
    addEventListener(SAID, said);
    return () => removeEventListener(SAID, said);
  }, []);
  return (
    <div class="visually-hidden" role="status" aria-live="polite">
      {text}
    </div>
  );
}
