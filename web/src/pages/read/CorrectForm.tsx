import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { KeptClaim } from "../../contract/pages";
import type { Acting } from "./acting";
import { changesOf, type Field, fieldsOf, valuesOf } from "./correcting";
import type { Register } from "./describing";

interface Props {
  record: KeptClaim;
  acting: Acting;
  register: Register;
}

/** The fields that a claim of this kind has, to say them otherwise. What it said before stays as known then. */
export function CorrectForm({ record, acting, register }: Props) {
  const [typed, setTyped] = useState(() => valuesOf(record));
  const [why, setWhy] = useState("");
  const form = useRef<HTMLFormElement>(null);
  const names = useId();
  useEffect(() => form.current?.querySelector<HTMLElement>("input, select")?.focus(), []);
  const changes = changesOf(record, typed);
  const changed = Object.keys(changes);
  return (
    <form
      class="read-form"
      ref={form}
      aria-label="Correct the claim"
      onSubmit={(event) => {
        event.preventDefault();
        if (changed.length > 0 && why.trim()) acting.correct(record, changes, why.trim());
      }}
      onKeyDown={(event) => event.key === "Escape" && acting.open(null)}
    >
      <div class="read-fields">
        {fieldsOf(record.kind).map((field) => (
          <FieldInput
            key={field.name}
            field={field}
            names={names}
            changed={changed.includes(field.name)}
            value={typed[field.name] ?? ""}
            set={(value) => setTyped((before) => ({ ...before, [field.name]: value }))}
          />
        ))}
      </div>
      <datalist id={names}>
        {register.reading.actors.map((actor) => (
          <option key={actor.id} value={actor.name} />
        ))}
      </datalist>
      <label class="field">
        <span class="field-label">Why?</span>
        <input value={why} required onInput={(event) => setWhy(event.currentTarget.value)} />
      </label>
      <div class="read-buttons">
        <button type="submit" class="primary" disabled={acting.busy || changed.length === 0 || !why.trim()}>
          {changed.length === 0 ? "Nothing changed yet" : "Correct it"}
        </button>
        <button type="button" onClick={() => acting.open(null)}>
          Cancel
        </button>
      </div>
    </form>
  );
}

interface FieldProps {
  field: Field;
  value: string;
  changed: boolean;
  names: string;
  set: (value: string) => void;
}

function FieldInput({ field, value, changed, names, set }: FieldProps) {
  const id = useId();
  if (field.as === "flag") {
    return (
      <label class="check">
        <input
          type="checkbox"
          checked={value === "true"}
          onChange={(event) => set(event.currentTarget.checked ? "true" : "")}
        />
        {field.label}
      </label>
    );
  }
  return (
    <div class={changed ? "field read-changed" : "field"}>
      <label class="field-label" for={id}>
        {field.label}
        {changed && " (changed)"}
      </label>
      {field.as === "words" ? (
        <select id={id} value={value} onChange={(event) => set(event.currentTarget.value)}>
          {!field.among?.includes(value) && <option value={value}>{value}</option>}
          {field.among?.map((word) => (
            <option key={word} value={word}>
              {word}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          value={value}
          title={field.hint}
          placeholder={field.as === "actors" ? "names, with commas" : field.as === "when" ? "2024-06-19" : ""}
          list={field.as === "actors" ? names : undefined}
          onInput={(event) => set(event.currentTarget.value)}
        />
      )}
    </div>
  );
}
