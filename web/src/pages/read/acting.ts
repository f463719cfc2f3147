/** What a person says of a claim's record: accepted, rejected, corrected, undone. */
import { useState } from "preact/hooks";
import type { KeptClaim } from "../../contract/pages";
import { asProblem, type Problem } from "../../problem";
import { announce } from "../../shell/live";
import { accept, correct, restore, retract, undo } from "../../writing";

export type Form = "reject" | "correct" | null;

export interface Acting {
  /** The form that is open in the chosen card. */
  form: Form;
  busy: boolean;
  problem: Problem | null;
  open: (form: Form) => void;
  accept: (record: KeptClaim | undefined) => void;
  reject: (record: KeptClaim, why: string) => void;
  correct: (record: KeptClaim, changes: Record<string, string>, why: string) => void;
  undo: (record: KeptClaim | undefined) => void;
}

const FOUND_RIGHT = "found right when read beside its words";
const TAKEN_BACK = "taken back while reading";

/** `records`: as they stand now; what was changed last may be undone also when another claim is chosen. */
export function useActing(records: Readonly<Record<string, KeptClaim>>): Acting {
  const [form, setForm] = useState<Form>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [last, setLast] = useState<string | null>(null);

  // Only what a form has sent closes the form: another may have been opened while an undoing was on its way.
  const act = async (record: KeptClaim, done: string, what: () => Promise<unknown>, formed = false) => {
    setBusy(true);
    setProblem(null);
    try {
      await what();
      setLast(record.fact);
      if (formed) setForm(null);
      announce(done);
    } catch (thrown) {
      setProblem(asProblem(thrown));
    }
    setBusy(false);
  };
  return {
    form,
    busy,
    problem,
    open: (opened) => {
      setForm(opened);
      setProblem(null);
    },
    accept: (record) => {
      if (!record || busy) return;
      if (record.retracted) void act(record, "held again", () => restore(record.id, FOUND_RIGHT));
      else if (!record.accepted) void act(record, "accepted", () => accept(record.id, FOUND_RIGHT));
    },
    reject: (record, why) => void act(record, "rejected", () => retract(record.id, why), true),
    correct: (record, changes, why) => void act(record, "corrected", () => correct(record.id, changes, why), true),
    undo: (record) => {
      const changed = record?.by_hand ? record : Object.values(records).find((one) => one.fact === last);
      if (changed && !busy) void act(changed, "undone", () => undo(changed.id, TAKEN_BACK));
      else announce("nothing was changed by hand here");
    },
  };
}
