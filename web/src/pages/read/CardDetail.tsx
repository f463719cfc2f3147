/** All of a claim: on whose word, when, how sure, and what a person may say of it. */
import { entityPath, href } from "../../address";
import type { KeptClaim } from "../../contract/pages";
import type { Claim, Span } from "../../contract/reading";
import { spanWords, whenWords } from "../../days";
import { ErrorLine } from "../../parts/ErrorLine";
import { SaidBy } from "../../parts/SaidBy";
import { Why } from "../entity/Explanation";
import type { Acting } from "./acting";
import { CorrectForm } from "./CorrectForm";
import { byHandWords } from "./correcting";
import { type Described, describe, type Party, partyWords, type Register } from "./describing";
import { FarEnds } from "./FarEnds";
import { RejectForm } from "./RejectForm";
import { sureWords } from "./written";

interface Props {
  claim: Claim;
  told: Described;
  record: KeptClaim | undefined;
  register: Register;
  acting: Acting;
  kept: boolean;
  choose: (claim: Claim | null) => void;
  goTo: (span: Span) => void;
}

export function CardDetail({ claim, told, record, register, acting, kept, choose, goTo }: Props) {
  const sure = record?.confidence ?? claim.confidence;
  const condition = register.claims.get(claim.condition ?? "");
  const when = record ? spanWords(record.valid.from, record.valid.to) : whenWords(claim.when);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: only keeps clicks in the card from choosing words under it
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps clicks in the card from choosing words under it
    <div class="read-detail" onClick={(event) => event.stopPropagation()}>
      <p class="read-quote">“{told.words}”</p>
      <dl>
        <dt>Said by</dt>
        <dd>
          <SaidBy names={told.ladder} />
        </dd>
        {told.who.length > 0 && <Parties name="Who" parties={told.who} />}
        {told.whom.length > 0 && <Parties name="To whom" parties={told.whom} />}
        <dt>When</dt>
        <dd>
          {when}
          {claim.when?.basis && <span class="muted"> ({claim.when.basis})</span>}
        </dd>
        {told.facts.length > 0 && (
          <>
            <dt>Also</dt>
            <dd>{told.facts.join(" · ")}</dd>
          </>
        )}
        {condition && (
          <>
            <dt>If</dt>
            <dd>
              <button type="button" class="plain" onClick={() => choose(condition)}>
                {gist(condition, register)}
              </button>
            </dd>
          </>
        )}
        <dt>Sure</dt>
        <dd>
          {record?.by_hand && sure === 1
            ? "On a person's word"
            : `${sureWords(sure)} (${Math.round((sure ?? 0) * 100)} in 100 such claims are right)`}
        </dd>
        {record && byHandWords(record) && (
          <>
            <dt>By hand</dt>
            <dd>{byHandWords(record)}</dd>
          </>
        )}
      </dl>
      <FarEnds claim={claim} register={register} goTo={goTo} />
      {acting.problem && <ErrorLine problem={acting.problem} />}
      {record && acting.form === "reject" && <RejectForm record={record} acting={acting} />}
      {record && acting.form === "correct" && <CorrectForm record={record} acting={acting} register={register} />}
      {record && acting.form === null && <Buttons record={record} acting={acting} />}
      {record && <Why id={record.fact} of={told.words} label="all that tells it, and its history" />}
      {!record && (
        <p class="muted">
          {kept
            ? "The ledger holds no record of this claim; keeping the report again reads it anew."
            : "Keep the report to accept, reject or correct what it tells."}
        </p>
      )}
    </div>
  );
}

function Parties({ name, parties }: { name: string; parties: Party[] }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {parties.map((party, n) => (
          <span key={party.id ?? party.name}>
            {n > 0 && ", "}
            {party.id ? <a href={href(entityPath(party.id))}>{party.name}</a> : party.name}
          </span>
        ))}
      </dd>
    </>
  );
}

/** The kinds that the timeline shows without being asked for them. */
const IN_A_COURSE = ["event", "agreement", "transfer", "measure"];

function Buttons({ record, acting }: { record: KeptClaim; acting: Acting }) {
  const kind = IN_A_COURSE.includes(record.kind) ? null : record.kind;
  return (
    <div class="read-buttons">
      <button type="button" disabled={acting.busy || record.accepted} onClick={() => acting.accept(record)}>
        {record.retracted ? "Hold again" : "Accept"} <kbd>a</kbd>
      </button>
      <button type="button" disabled={acting.busy || record.retracted} onClick={() => acting.open("reject")}>
        Reject <kbd>x</kbd>
      </button>
      <button type="button" disabled={acting.busy || record.retracted} onClick={() => acting.open("correct")}>
        Correct <kbd>c</kbd>
      </button>
      <button type="button" disabled={acting.busy || !record.by_hand} onClick={() => acting.undo(record)}>
        Undo <kbd>u</kbd>
      </button>
      <a href={href("/timeline", { about: record.fact, kind })}>On the timeline</a>
    </div>
  );
}

function gist(claim: Claim, register: Register): string {
  const told = describe(claim, register);
  return `${partyWords(told.who)} ${told.what} “${told.words}”`.trim();
}
