/** The data of the pages. */
import type { LedgerRecord, Report, Row } from "./ledger";
import type { Modality, Reading } from "./reading";

/** A day, YYYY-MM-DD. */
export type Day = string;
/** The first and the last day that an end of a time may be; null: open, or not known. */
export type Bound = [Day, Day] | null;
/** Names of ids. */
export type Names = Record<string, string>;

/** One thing of the ledger, as lists and drawings show it. */
export interface Mark {
  id: string;
  kind: string;
  type: string | null;
  what: string;
  modality: Modality;
  negated: boolean;
  from: Bound;
  to: Bound;
  who: string[];
  whom: string[];
  place: string | null;
  words: string;
  said_by: string[];
  reported: Day[];
  reports: number;
  independent: number;
  confidence: number;
  recorded_at: string;
}

export interface Facets {
  type: Record<string, number>;
  modality: Record<string, number>;
  kind: Record<string, number>;
  year: Record<string, number>;
  actor: Record<string, number>;
}

export interface IndexPage {
  counts: Record<string, number>;
  reports: Report[];
  actors: { id: string; name: string; kind: string; n: number }[];
  recorded: { first: string; last: string } | null;
}

/** What the ledger holds now of a claim of a reading. */
export interface ReadRecord {
  id: string;
  fact: string;
  kind: string;
  body: Record<string, unknown>;
  valid: { from: Bound; to: Bound };
  names: Names;
  modality: Modality | null;
  retracted: boolean;
  by_hand: boolean;
  accepted: boolean;
  why: string | null;
  confidence: number;
  recorded_at: string;
  supersedes: string | null;
}

export interface ReadPage {
  reading: Reading;
  kept: boolean;
  copies: string[];
  records: Record<string, ReadRecord>;
}

export interface TimelinePage {
  names: Names;
  lanes: { id: string; name: string; count: number }[];
  marks: (Mark & { lane: string[] })[];
  bins: { lane: string; from: Day; to: Day; count: number }[];
  binned: boolean;
  total: number;
  span: { from: Day; to: Day } | null;
  facets: Facets;
  recorded: { day: Day; new: number; changed: number; retracted: number }[];
}

export interface MapPage {
  names: Names;
  by: "place" | "actor";
  states: { id: string; country: string; name: string; events: number; reports: number; independent: number }[];
  dyads: { from: string; to: string; events: number; reports: number; independent: number }[];
  no_place: { events: number; marks: Mark[] };
  total: number;
  facets: Facets;
  disputed: { id: string; name: string; claimants: string[] }[];
}

export type EdgeKind = "events" | "party" | "measure" | "transfer" | "position" | "member";

export interface NetworkPage {
  nodes: { id: string; kind: string; name: string; country: string | null; n: number; center: boolean }[];
  edges: {
    id: string;
    from: string;
    to: string;
    kind: EdgeKind;
    events: number;
    independent: number;
    modality: Partial<Record<Modality, number>>;
    first: Day | null;
    last: Day | null;
  }[];
  more: Record<string, number>;
  total: number;
}

export interface EdgePage {
  names: Names;
  marks: Mark[];
  total: number;
}

export interface EntityLine {
  section: string;
  id: string;
  what: string;
  words: string;
  when: { from: Bound; to: Bound };
  reports: number;
  independent: number;
  cited: boolean;
  confidence: number;
  said_by: string[];
  who: string[];
  whom: string[];
  modality: Modality;
}

export interface EntityPage {
  id: string;
  kind: string;
  name: string;
  names: string[];
  codes: Record<string, string>;
  country: string | null;
  text: string | null;
  lines: EntityLine[];
  sections: string[];
  sources: string[];
}

export interface FollowsPage {
  asked: Record<string, unknown>;
  items: unknown[];
  next: string | null;
  names: Names;
  states: { id: string; country: string; name: string; status: string }[];
  same: { command: string; python: string; curl: string };
}

/** One answer of the pickers of names. */
export interface Named {
  id: string;
  name: string;
  kind: string;
  hint: string;
}

export type { LedgerRecord, Report, Row };
