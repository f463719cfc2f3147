/** Picking an actor, agreement or regime by name: a combobox over /api/v1/names. */
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { ask } from "../asking";
import type { Named } from "../contract/pages";

interface Props {
  label: string;
  onPick: (picked: Named) => void;
  /** Words that are left in the field and no name was picked for; "" where what stood there was taken out. */
  onWords?: (words: string) => void;
  /** Kinds to choose from; all where there are none. */
  kinds?: readonly string[];
  /** What stands in the field: the picked one's name. Leave out to empty the field after each pick. */
  value?: string;
  placeholder?: string;
  hint?: string;
}

const PAUSE = 120;

export function NamePicker({ label, onPick, onWords, kinds = [], value, placeholder, hint }: Props) {
  const id = useId();
  const [typed, setTyped] = useState(value ?? "");
  const [found, setFound] = useState<Named[] | null>(null);
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState(false);
  const changed = useRef(false);
  const among = kinds.join(",");
  useEffect(() => setTyped(value ?? ""), [value]);
  useEffect(() => {
    if (!changed.current || typed.trim() === "") return;
    const control = new AbortController();
    const timer = setTimeout(async () => {
      const query = new URLSearchParams({ find: typed.trim(), limit: "12" });
      for (const kind of among.split(",")) if (kind) query.append("kind", kind);
      try {
        const { items } = await ask<{ items: Named[] }>(`/api/v1/names?${query}`, control.signal);
        setFound(items);
        setAt(0);
        setOpen(true);
      } catch {
        if (!control.signal.aborted) setFound(null);
      }
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [typed, among]);

  const pick = (one: Named) => {
    changed.current = false;
    setOpen(false);
    setFound(null);
    setTyped(value === undefined ? "" : one.name);
    onPick(one);
  };
  const leave = () => {
    setOpen(false);
    const words = typed.trim();
    const meant = found?.find((one) => [one.name, one.hint, one.id].some((name) => alike(name, words)));
    if (changed.current && onWords && words !== (value ?? "")) {
      changed.current = false;
      if (words !== "" && meant) pick(meant);
      else onWords(words);
    } else if (value !== undefined) setTyped(value);
  };
  const shown = open && found !== null && typed.trim() !== "" ? found : [];
  const pressed = (event: KeyboardEvent) => {
    const chosen = shown[at];
    if (event.key === "ArrowDown" && found) {
      setOpen(true);
      setAt((n) => Math.min(n + 1, found.length - 1));
    } else if (event.key === "ArrowUp") setAt((n) => Math.max(n - 1, 0));
    else if (event.key === "Enter" && chosen) pick(chosen);
    else if (event.key === "Enter" && onWords) leave();
    else if (event.key === "Escape" && open) setOpen(false);
    else return;
    event.preventDefault();
  };
  return (
    <div class="field name-picker">
      <label class="field-label" for={id}>
        {label}
      </label>
      <input
        id={id}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        placeholder={placeholder}
        aria-expanded={shown.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown[at] ? `${id}-${at}` : undefined}
        aria-describedby={hint ? `${id}-hint` : undefined}
        value={typed}
        onInput={(event) => {
          changed.current = true;
          setTyped(event.currentTarget.value);
        }}
        onKeyDown={pressed}
        onBlur={leave}
      />
      {hint && (
        <span class="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <div id={`${id}-list`} role="listbox" aria-label={label} class="name-picker-list" hidden={shown.length === 0}>
        {shown.map((one, n) => (
          // The keys work in the field, where the focus stays; the mouse must not take it away.
          // biome-ignore lint/a11y/useFocusableInteractive: the active descendant of the field
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
          <div
            key={one.id}
            id={`${id}-${n}`}
            role="option"
            aria-selected={n === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(one)}
          >
            <span>{one.name}</span> <span class="muted">{one.hint || one.kind}</span>
          </div>
        ))}
      </div>
      {open && found?.length === 0 && (
        <p class="field-hint" role="status">
          nobody of this name is known
        </p>
      )}
    </div>
  );
}

function alike(one: string, other: string): boolean {
  return one.toLocaleLowerCase("en") === other.toLocaleLowerCase("en");
}
