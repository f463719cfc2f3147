/** What a question takes, as fields whose values stand in the address. */
import { setQuery, useAddress } from "../../address";
import type { Names } from "../../contract/pages";
import { DayInput } from "../../parts/DayInput";
import { NamePicker } from "../../parts/NamePicker";
import { hear } from "./heard";
import { type Ask, asAsked, nameOf } from "./questions";

/** What belongs to one answer only, and goes when another question is asked. */
export const OF_ANSWER = {
  "view.why": null,
  "view.status": null,
  "view.state": null,
  "view.zoom": null,
  "view.at": null,
  after: null,
};

/** Asks with other values. */
export function askWith(ask: Ask, values: Record<string, string | readonly string[] | null>): void {
  setQuery({ ask, ...OF_ANSWER, ...values });
}

interface Props {
  ask: Ask;
  names: Names;
}

export function Fields({ ask, names }: Props) {
  const { query } = useAddress();
  // What is supposed has its own fields, and the day stands there.
  if (ask === "suppose") return null;
  const attacked = query.get("attacked");
  const by = query.get("by");
  const name = { ask, names };
  return (
    <form class="follows-fields" aria-label="The question" onSubmit={(event) => event.preventDefault()}>
      {ask === "obligations" && (
        <>
          <NameField {...name} parameter="attacked" label="Who is attacked" kinds={["state"]} />
          <button
            type="button"
            class="follows-swap"
            disabled={!attacked || !by}
            title="Swap who is attacked and who attacks"
            aria-label="Swap who is attacked and who attacks"
            onClick={() => askWith(ask, { attacked: by, by: attacked, at: null })}
          >
            ⇄
          </button>
          <NameField {...name} parameter="by" label="By whom" kinds={["state"]} placeholder="anybody" />
          <NameField {...name} parameter="at" label="Where" kinds={["place", "state"]} placeholder="where it lies" />
        </>
      )}
      {ask === "promises" && <NameField {...name} parameter="of" label="Promises of" kinds={["state"]} />}
      {ask === "forbids" && (
        <>
          <NameField {...name} parameter="target" label="Toward whom" />
          <Words {...name} parameter="what" label="What" placeholder="everything" hint="arms, oil, coal, travel …" />
          <NameField {...name} parameter="from" label="Sent or taken by" kinds={["state"]} placeholder="anybody" />
        </>
      )}
      {ask === "conflicts" && (
        <>
          <NameField
            {...name}
            parameter="about"
            label="Only about"
            kinds={["agreement", "regime"]}
            placeholder="a name, or a record's id"
            without={["actor", "since"]}
          />
          <NameField
            {...name}
            parameter="actor"
            label="or only with"
            kinds={["actor"]}
            placeholder="an actor"
            without={["about", "since"]}
          />
          <DayInput
            label="or only kept since"
            value={query.get("since") ?? ""}
            onChange={(day) => askWith(ask, { since: day, about: null, actor: null })}
          />
        </>
      )}
      {ask === "positions" && (
        <>
          <Words
            {...name}
            parameter="on"
            label="On what"
            placeholder="sanctions against PRK"
            hint="words, names, or an id"
          />
          <NameField {...name} parameter="actor" label="Only of" kinds={["actor"]} placeholder="everybody" />
          <DayInput
            label="Said since"
            value={query.get("since") ?? ""}
            onChange={(day) => askWith(ask, { since: day })}
          />
        </>
      )}
      <OnTheDay ask={ask} />
    </form>
  );
}

/** The day of the question; it is that of the whole page. */
export function OnTheDay({ ask }: { ask: Ask }) {
  const day = useAddress().query.get("as_of") ?? "";
  return (
    <DayInput label="On the day" hint={day ? "" : "today"} value={day} onChange={(as_of) => askWith(ask, { as_of })} />
  );
}

interface FieldProps extends Props {
  parameter: string;
  label: string;
  placeholder?: string;
}

interface NameProps extends FieldProps {
  kinds?: readonly string[];
  /** Parameters that this one excludes. */
  without?: readonly string[];
}

function NameField({
  ask,
  names,
  parameter,
  label,
  kinds = [],
  placeholder = "a name or code",
  without = [],
}: NameProps) {
  const { query } = useAddress();
  const value = query.get(parameter) ?? "";
  const others = Object.fromEntries(without.map((other) => [other, null]));
  return (
    <NamePicker
      label={label}
      kinds={kinds}
      placeholder={placeholder}
      value={nameOf(names, value)}
      onPick={({ id, name }) => {
        hear(id, name);
        askWith(ask, { ...others, [parameter]: asAsked(id) });
      }}
      onWords={(words) => askWith(ask, words ? { ...others, [parameter]: words } : { [parameter]: null })}
    />
  );
}

function Words({ ask, parameter, label, placeholder, hint }: FieldProps & { hint: string }) {
  const { query } = useAddress();
  return (
    <label class="field">
      <span class="field-label">{label}</span>
      <input
        type="text"
        autocomplete="off"
        value={query.get(parameter) ?? ""}
        placeholder={placeholder}
        onChange={(event) => askWith(ask, { [parameter]: event.currentTarget.value.trim() })}
      />
      <span class="field-hint">{hint}</span>
    </label>
  );
}
