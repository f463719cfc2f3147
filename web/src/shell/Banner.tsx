/** One line over every page while something holds that a reader must not forget, as while supposing. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";

const CHANGED = "casus:banner";
let shown: ComponentChildren = null;

/** Shows the banner until it is set to null; it stays when the page changes. */
export function setBanner(banner: ComponentChildren): void {
  shown = banner;
  dispatchEvent(new Event(CHANGED));
}

export function Banner() {
  const [, render] = useState(0);
  useEffect(() => {
    const changed = () => render((n) => n + 1);
    addEventListener(CHANGED, changed);
    changed();
    return () => removeEventListener(CHANGED, changed);
  }, []);
  return shown ? (
    <div class="shell-banner" role="status">
      {shown}
    </div>
  ) : null;
}
