/** The format of readings, by the names that the pages use. */
import type {
  Agreement,
  Event,
  Reading as Generated,
  Measure,
  Membership,
  Position,
  Provision,
  Span,
  Statement,
  Transfer,
} from "./reading.generated";

export type Reading = Generated;
export type Actor = Reading["actors"][number];
export type Time = Reading["times"][number];
export type Warning = Reading["warnings"][number];
export type Claim = Statement | Event | Agreement | Provision | Measure | Transfer | Position | Membership;
export type { Agreement, Event, Measure, Membership, Position, Provision, Span, Statement, Transfer };

/** The modalities of claims, from the firmest on. */
export const MODALITIES = [
  "actual",
  "denied",
  "planned",
  "promised",
  "threatened",
  "demanded",
  "possible",
  "conditional",
  "supposed",
] as const;
export type Modality = (typeof MODALITIES)[number];
