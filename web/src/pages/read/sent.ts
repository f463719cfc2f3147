/** What was pasted or dropped last: it stays while the tab is there, so that a reload shows the same. */
import type { Reading } from "../../contract/reading";
import type { Sent } from "../../writing";

const KEPT = "casus-sent";
const LARGEST = 2_000_000;

/** A reading that is not kept. `sent` is null where a file was dropped and the page was loaded again since. */
export interface Unkept {
  reading: Reading;
  sent: Sent | File | null;
}

let last: Unkept | null = null;

export function lastSent(): Unkept | null {
  if (last) return last;
  try {
    const kept = sessionStorage.getItem(KEPT);
    last = kept ? (JSON.parse(kept) as Unkept) : null;
  } catch {
    last = null;
  }
  return last;
}

export function rememberSent(unkept: Unkept): void {
  last = unkept;
  const text = JSON.stringify({ ...unkept, sent: unkept.sent instanceof File ? null : unkept.sent });
  try {
    if (text.length <= LARGEST) sessionStorage.setItem(KEPT, text);
    else sessionStorage.removeItem(KEPT);
  } catch {
    // The browser has no room for it, so a reload will ask for it again.
    sessionStorage.removeItem(KEPT);
  }
}

export function forgetSent(): void {
  last = null;
  sessionStorage.removeItem(KEPT);
}
