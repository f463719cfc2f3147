/** Claims in words: who, to whom, what, on whose word. */
import type { KeptClaim } from "../../contract/pages";
import type { Actor, Claim, Event, Reading, Span, Statement } from "../../contract/reading";
import { type Places, wordsAt } from "./places";

/** A reading whose claims and actors are found by id. */
export interface Register {
  reading: Reading;
  places: Places;
  claims: ReadonlyMap<string, Claim>;
  actors: ReadonlyMap<string, Actor>;
}

/** Somebody in a claim; `id` is of the ledger, where it is known. */
export interface Party {
  name: string;
  id: string | null;
}

/** One claim in words. `words` are the report's; `facts` are the rest, each short; `ladder` is who says it, outermost first. */
export interface Described {
  what: string;
  who: Party[];
  whom: Party[];
  words: string;
  facts: string[];
  ladder: string[];
  modality: string;
  negated: boolean;
}

export function registerOf(reading: Reading, places: Places): Register {
  return {
    reading,
    places,
    claims: new Map(reading.claims.map((claim) => [claim.id, claim])),
    actors: new Map(reading.actors.map((actor) => [actor.id, actor])),
  };
}

export function nameOf(register: Register, id: string): string {
  return register.actors.get(id)?.name ?? "?";
}

/** The statements that carry a claim, outermost first. */
export function carriersOf(register: Register, claim: Claim): Statement[] {
  const found: Statement[] = [];
  let above = register.claims.get(claim.by ?? "");
  while (above?.kind === "statement" && !found.includes(above)) {
    found.unshift(above);
    above = register.claims.get(above.by ?? "");
  }
  return found;
}

/** A claim in words: as it was read, or as its record says it now. */
export function describe(read: Claim, register: Register, record?: KeptClaim): Described {
  const claim = record ? asKept(read, record) : read;
  const own = ownWords(claim);
  const party = (id: string): Party => {
    const kept = record?.names[id];
    return kept ? { name: kept, id } : { name: nameOf(register, id), id: register.actors.get(id)?.world ?? null };
  };
  const facts = own.facts.filter((fact) => fact !== "");
  if (claim.place) facts.push(`in ${party(claim.place).name}`);
  return {
    what: own.what,
    who: own.who.map(party),
    whom: own.whom.map(party),
    words: own.words || wordsAt(register.places, own.spans ?? claim.spans.slice(0, 1)),
    facts,
    ladder: carriersOf(register, read).flatMap((statement) => rungs(register, statement)),
    modality: claim.modality,
    negated: claim.negated ?? false,
  };
}

/** "Russia, Iran"; "?" where the report tells whom only. */
export function partyWords(parties: readonly Party[]): string {
  return parties.map((party) => party.name).join(", ");
}

/** The ids, in the reading, of the actors that do something in a claim and of those to whom it is done. */
export function partiesOf(claim: Claim): { who: string[]; whom: string[] } {
  const { who, whom } = ownWords(claim);
  return { who, whom };
}

const NOBODY: Record<Claim["kind"], object> = {
  statement: { speaker: "?", co_speakers: [], addressees: [], via: null },
  event: { actors: [], recipients: [], mode: null, killed: null, injured: null, crowd: null },
  agreement: { parties: [], title: null, spheres: [] },
  provision: { bound: [], beneficiaries: [], trigger: null, obligation: null },
  measure: { imposers: [], targets: [], regime: null },
  transfer: { suppliers: [], recipients: [], purpose: null },
  position: { toward: [] },
  membership: {},
};

/** A claim with the values of its record: what the record does not say is not said. */
function asKept(read: Claim, record: KeptClaim): Claim {
  const own = { place: null, negated: false };
  return { ...read, ...own, ...NOBODY[read.kind], ...record.body, id: read.id, spans: read.spans } as Claim;
}

function rungs(register: Register, statement: Statement): string[] {
  const speakers = [statement.speaker, ...(statement.co_speakers ?? [])]
    .map((id) => nameOf(register, id))
    .join(" and ");
  return statement.via ? [speakers, statement.via] : [speakers];
}

interface Own {
  what: string;
  who: string[];
  whom: string[];
  words: string;
  facts: string[];
  spans?: readonly Span[];
}

function ownWords(claim: Claim): Own {
  switch (claim.kind) {
    case "statement":
      return {
        what: claim.act,
        who: [claim.speaker, ...(claim.co_speakers ?? [])],
        whom: claim.addressees ?? [],
        words: "",
        spans: claim.content,
        facts: [quoted(claim), claim.via ? `from ${claim.via}` : ""],
      };
    case "event":
      return {
        what: claim.mode ? `${claim.type} (${claim.mode})` : claim.type,
        who: claim.actors,
        whom: claim.recipients.filter((one) => !claim.actors.includes(one)),
        words: "",
        spans: fromTrigger(claim),
        facts: [number(claim.killed, "killed"), number(claim.injured, "injured"), number(claim.crowd, "in the crowd")],
      };
    case "agreement":
      return {
        what: `agreement, ${claim.status}`,
        who: claim.parties,
        whom: [],
        words: claim.title ?? "",
        facts: claim.spheres?.length ? [`on ${claim.spheres.join(", ")}`] : [],
      };
    case "provision":
      return {
        what: `provision: ${claim.provides}`,
        who: claim.bound ?? [],
        whom: claim.beneficiaries ?? [],
        words: claim.obligation ?? "",
        facts: [claim.trigger ? `if “${claim.trigger}”` : ""],
      };
    case "measure":
      return {
        what: `${claim.measure === "other" ? "measure" : claim.measure}, ${claim.status}`,
        who: claim.imposers,
        whom: claim.targets,
        words: "",
        facts: [claim.regime ?? ""],
      };
    case "transfer":
      return {
        what: `transfer of ${claim.goods_class ?? "goods"}`,
        who: claim.suppliers,
        whom: claim.recipients,
        words: claim.goods,
        facts: [claim.purpose ? `for ${claim.purpose}` : ""],
      };
    case "position":
      return { what: claim.stance, who: [claim.holder], whom: claim.toward ?? [], words: claim.object, facts: [] };
    case "membership":
      return { what: `membership, ${claim.relation}`, who: [claim.member], whom: [claim.group], words: "", facts: [] };
  }
}

/** The first telling of an event from the word that names it on: who does it stands before and is named anyway. */
function fromTrigger({ spans, trigger }: Event): Span[] {
  const [start, end] = spans[0] as Span;
  return [trigger && start <= trigger[0] && trigger[0] < end ? [trigger[0], end] : [start, end]];
}

function quoted(statement: Statement): string {
  return { direct: "quoted", indirect: "", mixed: "partly quoted" }[statement.quoting];
}

function number(n: number | null | undefined, what: string): string {
  return n === null || n === undefined ? "" : `${n.toLocaleString("en")} ${what}`;
}
