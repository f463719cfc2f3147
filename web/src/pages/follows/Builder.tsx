/** Building a supposition from picked names, in one of the forms that the command takes. */
import { useRef, useState } from "preact/hooks";
import type { Names } from "../../contract/pages";
import { NamePicker } from "../../parts/NamePicker";
import { hear, withHeard } from "./heard";
import { asAsked, nameOf } from "./questions";
import { type Form, inWords, MOST, missing, read, type Supposition, written } from "./supposition";

const FORMS: readonly [Form | "written", string][] = [
  ["attack", "An armed attack"],
  ["transfer", "Goods that pass"],
  ["denounce", "An agreement ends"],
  ["accede", "A state joins an agreement"],
  ["lift", "A regime or measure is lifted"],
  ["claim", "A claim that is kept"],
  ["written", "In the command's words"],
];

interface Field {
  key: string;
  label: string;
  kinds?: readonly string[];
  hint?: string;
  /** Words, and no name. */
  free?: boolean;
}

const FIELDS: Record<Form | "written", readonly Field[]> = {
  attack: [
    { key: "attacker", label: "Who attacks", kinds: ["state"] },
    { key: "attacked", label: "Who is attacked", kinds: ["state"] },
    { key: "at", label: "Where", kinds: ["place", "state"], hint: "or where it lies" },
  ],
  transfer: [
    { key: "from", label: "Who sends", kinds: ["state"] },
    { key: "to", label: "Who receives", kinds: ["state"] },
    { key: "goods", label: "What", hint: "missiles, oil, coal …", free: true },
  ],
  denounce: [
    { key: "agreement", label: "Agreement", kinds: ["agreement"] },
    { key: "state", label: "Who leaves", kinds: ["state"], hint: "empty: it ends for all" },
  ],
  accede: [
    { key: "agreement", label: "Agreement", kinds: ["agreement"] },
    { key: "state", label: "Who joins", kinds: ["state"] },
  ],
  lift: [{ key: "gone", label: "Regime, or a measure's id", kinds: ["regime"] }],
  claim: [{ key: "id", label: "Its id", hint: "c17, REPORT:c17, or a record's id", free: true }],
  written: [{ key: "words", label: "Supposition", hint: "ASSAULT USA RUS; lift regime:un-dprk-1718 …", free: true }],
};

interface Props {
  full: boolean;
  names: Names;
  /** What is there already, as it is written. */
  known: readonly string[];
  add: (words: string) => void;
}

export function Builder({ full, names, known, add }: Props) {
  const [form, setForm] = useState<Form | "written">("attack");
  const [draft, setDraft] = useState<Record<string, string>>({});
  const [wrong, setWrong] = useState("");
  const first = useRef<HTMLFieldSetElement>(null);
  const shown = withHeard(names);
  const set = (key: string, value: string) => {
    setDraft((now) => ({ ...now, [key]: value }));
    setWrong("");
  };
  const submitted = (event: Event) => {
    event.preventDefault();
    const made = form === "written" ? read(draft.words ?? "") : suppositionOf(form, draft);
    const lacks = made ? missing(made) : null;
    const words = made ? written(made) : "";
    if (!made) setWrong("That is none of the forms; below the field there are examples.");
    else if (lacks) setWrong(`Say ${lacks}.`);
    else if (known.includes(words)) setWrong(`That is supposed already: ${inWords(words, shown)}.`);
    else {
      add(words);
      setDraft({});
      first.current?.querySelector("input")?.focus();
    }
  };
  return (
    <form class="follows-builder" aria-label="Suppose something" onSubmit={submitted}>
      <label class="field">
        <span class="field-label">Suppose</span>
        <select
          value={form}
          onChange={(event) => {
            setForm(event.currentTarget.value as Form);
            setDraft({});
            setWrong("");
          }}
        >
          {FORMS.map(([value, says]) => (
            <option key={value} value={value}>
              {says}
            </option>
          ))}
        </select>
      </label>
      <fieldset class="follows-fieldset" ref={first} aria-label="What is supposed">
        {FIELDS[form].map((field) =>
          field.free ? (
            <label class="field" key={`${form}-${field.key}`}>
              <span class="field-label">{field.label}</span>
              <input
                type="text"
                autocomplete="off"
                spellcheck={false}
                value={draft[field.key] ?? ""}
                onInput={(event) => set(field.key, event.currentTarget.value)}
              />
              {field.hint && <span class="field-hint">{field.hint}</span>}
            </label>
          ) : (
            <NamePicker
              key={`${form}-${field.key}`}
              label={field.label}
              {...(field.kinds ? { kinds: field.kinds } : {})}
              {...(field.hint ? { hint: field.hint } : {})}
              placeholder="a name or code"
              value={nameOf(shown, draft[field.key] ?? "")}
              onPick={(one) => {
                hear(one.id, one.name);
                set(field.key, asAsked(one.id));
              }}
              onWords={(words) => set(field.key, words)}
            />
          ),
        )}
      </fieldset>
      <button type="submit" class="primary" disabled={full}>
        Suppose it
      </button>
      <p class="follows-builder-says" role="status">
        {full ? `At most ${MOST} things can be supposed at once.` : wrong}
      </p>
    </form>
  );
}

function suppositionOf(form: Form, draft: Record<string, string>): Supposition {
  const of = (key: string) => (draft[key] ?? "").trim();
  switch (form) {
    case "attack":
      return { form, attacker: of("attacker"), attacked: of("attacked"), at: of("at") };
    case "transfer":
      return { form, from: of("from"), to: of("to"), goods: of("goods") };
    case "denounce":
    case "accede":
      return { form, agreement: of("agreement"), state: of("state") };
    case "lift":
      return { form, gone: of("gone") };
    case "claim":
      return { form, id: of("id") };
  }
}
