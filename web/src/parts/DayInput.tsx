import { useEffect, useId, useState } from "preact/hooks";

interface Props {
  label: string;
  /** YYYY-MM-DD, or nothing. */
  value: string;
  /** A whole day, or "" where it was taken out. */
  onChange: (day: string) => void;
  hint?: string;
  required?: boolean;
}

/** A day, typed as 2024-06-19 or picked. It is given on when it is whole and the field is left, or on Enter. */
export function DayInput({ label, value, onChange, hint, required = false }: Props) {
  const [typed, setTyped] = useState(value);
  const id = useId();
  useEffect(() => setTyped(value), [value]);
  const wrong = typed !== "" && !isDay(typed);
  const given = () => {
    if (!wrong && typed !== value) onChange(typed);
  };
  return (
    <div class="field day-input">
      <label class="field-label" for={id}>
        {label}
      </label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        placeholder="YYYY-MM-DD"
        size={11}
        maxLength={10}
        required={required}
        value={typed}
        aria-invalid={wrong}
        aria-describedby={hint || wrong ? `${id}-hint` : undefined}
        onInput={(event) => setTyped(event.currentTarget.value.trim())}
        onBlur={given}
        onKeyDown={(event) => {
          if (event.key === "Enter") given();
        }}
      />
      {(hint || wrong) && (
        <span class={wrong ? "field-hint field-wrong" : "field-hint"} id={`${id}-hint`}>
          {wrong ? "a day is written 2024-06-19" : hint}
        </span>
      )}
    </div>
  );
}

/** Whether a text is a day of the calendar. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}
