/** Keys of a page: they work where nobody types, and the help dialog lists those that work now. */
import { useEffect, useRef } from "preact/hooks";

/** `key` as in KeyboardEvent.key; `shown` where the key cap says something else; `does` completes "j: ...". */
export interface Key {
  key: string;
  does: string;
  run: (event: KeyboardEvent) => void;
  shown?: string;
}

const active: Key[][] = [];

/** The keys that work now, of the shell first. */
export function keysNow(): readonly Key[] {
  return active.flat();
}

/** Makes keys work while the component is there. */
export function useKeys(keys: Key[]): void {
  const set = useRef<Key[]>([]);
  set.current.splice(0, set.current.length, ...keys);
  useEffect(() => {
    const mine = set.current;
    active.push(mine);
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      if (document.querySelector("dialog[open]")) return;
      const key = mine.find((one) => one.key === event.key);
      if (!key) return;
      event.preventDefault();
      key.run(event);
    };
    addEventListener("keydown", pressed);
    return () => {
      active.splice(active.indexOf(mine), 1);
      removeEventListener("keydown", pressed);
    };
  }, []);
}

function typing(target: EventTarget | null): boolean {
  const place = target as HTMLElement | null;
  return Boolean(place?.closest?.("input, textarea, select, [contenteditable], [role=combobox], [role=listbox]"));
}
