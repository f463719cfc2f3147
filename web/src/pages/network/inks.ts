/** The colours of the style sheets, for what is drawn on a canvas. */
import { useEffect, useState } from "preact/hooks";
import type { Inks } from "./paint";

export function useInks(): Inks {
  const [inks, setInks] = useState<Inks>(() => read());
  useEffect(() => {
    const anew = () => setInks(() => read());
    addEventListener("casus:theme", anew);
    return () => removeEventListener("casus:theme", anew);
  }, []);
  return inks;
}

function read(): Inks {
  const style = getComputedStyle(document.documentElement);
  const known = new Map<string, string>();
  return (name) => {
    const colour = known.get(name) ?? (style.getPropertyValue(name).trim() || "#888888");
    known.set(name, colour);
    return colour;
  };
}
