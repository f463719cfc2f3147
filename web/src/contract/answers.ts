/** The lines of what follows, by the names that the page uses; fields that the schema leaves open are told here. */
import type * as made from "./answers.generated";

export type {
  Borne,
  Claim,
  Duty,
  Finding,
  NoConflict,
  Nothing,
  Premise,
  Promise as Promised,
  Proof,
} from "./answers.generated";

type Claim = made.Claim;

/** A measure that forbids nothing of what is asked, and why. */
export interface Beside {
  measure: string;
  resolution: string | null;
  scope: string | null;
  from: string | null;
  to: string | null;
  why: string;
}

/** What is told with each line about measures. */
interface AroundMeasures {
  asked: { target: string; what: string | null; things: string[]; from: string | null; as_of: string };
  over_all: string;
  lapsed: Beside[];
  not_binding: Beside[];
  beside: Beside[];
  notes: string[];
}

export type Prohibition = Omit<made.Prohibition, keyof AroundMeasures> & AroundMeasures;

export type Allowed = Omit<made.Allowed, "searched" | keyof AroundMeasures> & {
  searched: { regimes: number; measures: number; against_target: number; not_covered: string[] };
} & AroundMeasures;

export interface Telling {
  side: string;
  stance: string;
  day: string | null;
  matched_by: string[];
  claim: Claim;
}

interface AskedPosition {
  on: string;
  taken_for: string[];
}

export type Position = Omit<made.Position, "before" | "told" | "asked"> & {
  before: { side: string; last_told: string | null }[];
  told: Telling[];
  asked: AskedPosition;
};

export interface NoPosition {
  side: "nothing";
  asked: AskedPosition;
  searched: { positions: number; acts: number; reports: number; not_covered: string[] };
}

/** What a ground for a duty is the same ground by. */
export type Ground = Pick<made.Duty, "state" | "status" | "toward" | "agreement" | "article" | "condition">;

export interface Drawn {
  state: string;
  side: "attacked" | "attacker";
  step: number;
  toward: string;
  certain: boolean;
  why: string | null;
  agreement: string;
  article: string | null;
  status: string;
  proof: made.Proof;
}

export type Lifting = Pick<
  made.Prohibition,
  "verdict" | "measure" | "regime" | "resolution" | "paragraph" | "binds" | "exemptions" | "scope" | "proof"
>;

interface Supposing {
  supposing: true;
  supposed: string;
  as_of: string;
  known_at: string | null;
}

export type SupposedAttack = Supposing & {
  kind: "attack";
  attacker: string;
  attacked: string;
  condition: string | null;
  duties: (made.Duty | made.Nothing)[];
  added: Ground[];
  lost: Ground[];
  depth: number;
  drawn_in: Drawn[];
  both_sides: string[];
};

export type SupposedTransfer = Supposing & {
  kind: "transfer";
  from: string;
  to: string;
  goods: string;
  condition: string | null;
  verdict: string;
  forbidden_by: Lifting[];
  lost: Lifting[];
};

export type SupposedAgreement = Supposing & {
  kind: "agreement";
  agreement: string;
  added: made.Promise[];
  lost: made.Promise[];
};

export type SupposedLift = Supposing & {
  kind: "lift";
  gone: string;
  lost: { measure: string; regime: string | null; resolution: string | null; kind: string }[];
};

export type Supposed = SupposedAttack | SupposedTransfer | SupposedAgreement | SupposedLift;
