/** What changes the ledger: every change is a record of its own, made with the token and with a reason. */
import { asked, ledgerChanged } from "./asking";
import type { LedgerRecord, Outcome } from "./contract/ledger";

/** What is known of a report beside its text. */
export interface Sent {
  text: string;
  name?: string;
  published?: string;
  publisher?: string;
  title?: string;
}

/** Keeps a report. Raises Problem, as all here. */
export function keep(sent: Sent | File): Promise<Outcome> {
  if (!(sent instanceof File)) return write<Outcome>("keep", sent);
  const form = new FormData();
  form.append("file", sent);
  return write<Outcome>("keep", form);
}

/** Puts other values for fields of a record's body. */
export function correct(id: string, fields: Record<string, unknown>, why: string): Promise<LedgerRecord> {
  return write<LedgerRecord>("correct", { id, fields, why });
}

/** Says that a record is no longer held. */
export function retract(id: string, why: string): Promise<LedgerRecord> {
  return write<LedgerRecord>("retract", { id, why });
}

/** Holds a retracted record again. */
export function restore(id: string, why: string): Promise<LedgerRecord> {
  return write<LedgerRecord>("restore", { id, why });
}

/** Confirms a record by hand. */
export function accept(id: string, why: string): Promise<LedgerRecord> {
  return write<LedgerRecord>("accept", { id, why });
}

/** Says again what a record said before its last change. */
export function undo(id: string, why: string): Promise<LedgerRecord> {
  return write<LedgerRecord>("undo", { id, why });
}

async function write<T>(what: string, body: unknown): Promise<T> {
  const form = body instanceof FormData;
  const answer = await asked(`/api/v1/${what}`, {
    method: "POST",
    body: form ? body : JSON.stringify(body),
    headers: form ? {} : { "Content-Type": "application/json" },
  });
  ledgerChanged();
  return (await answer.json()) as T;
}
