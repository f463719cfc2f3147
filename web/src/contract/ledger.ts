/** The lines of the ledger, by the names that the pages use for them. */
export type { Bound, Outcome, Record as LedgerRecord, Report, Row, Valid } from "./ledger.generated";
