/** A claim in the margin: one line, or all of it where it is chosen. */
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import type { ReadPage } from "../../contract/pages";
import type { Claim, Span } from "../../contract/reading";
import { Modality } from "../../parts/Modality";
import type { Acting } from "./acting";
import { CardDetail } from "./CardDetail";
import { describe, partyWords, type Register } from "./describing";
import type { Shown } from "./highlights";

/** What all cards of a report share. */
export interface CardsProps {
  shown: Shown | null;
  register: Register;
  records: ReadPage["records"];
  chosen: Claim | null;
  choose: (claim: Claim | null) => void;
  hover: (claim: Claim | null) => void;
  acting: Acting;
  kept: boolean;
  goTo: (span: Span) => void;
}

interface Props extends CardsProps {
  claim: Claim;
  open: boolean;
  /** Where it stands in its row, in pixels; null where cards stand one under the other. */
  top: number | null;
  measured: (height: number) => void;
}

export function Card(props: Props) {
  const { claim, open, top, measured, register, records, choose, hover } = props;
  const record = records[claim.id];
  const told = useMemo(() => describe(claim, register, record), [claim, register, record]);
  const card = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => {
    const element = card.current;
    if (!element || !open) return;
    const watch = new ResizeObserver(() => measured(element.offsetHeight));
    measured(element.offsetHeight);
    watch.observe(element);
    return () => {
      watch.disconnect();
      measured(0);
    };
  }, [open, measured]);

  const to = partyWords(told.whom);
  const parties = to ? `${partyWords(told.who) || "?"} → ${to}` : partyWords(told.who) || "?";
  const sure = Math.round((record?.confidence ?? claim.confidence ?? 0) * 100);
  const state = stateOf(record);
  const said = claim.kind === "statement" && told.modality === "actual";
  return (
    <li
      id={`claim-${claim.id}`}
      ref={card}
      class={`read-card${open ? " read-open" : ""}${record?.retracted ? " read-rejected" : ""}`}
      style={top === null ? undefined : { top: `${top}px` }}
      onPointerEnter={() => hover(claim)}
      onPointerLeave={() => hover(null)}
    >
      <button
        type="button"
        class="read-card-line"
        aria-expanded={open}
        onClick={(event) => {
          event.stopPropagation();
          choose(open ? null : claim);
        }}
      >
        <Modality modality={told.modality} negated={told.negated} word={said ? "said" : told.modality} />
        {told.ladder.length > 0 && (
          <span class="read-rung" style={{ paddingInlineStart: `${(Math.min(told.ladder.length, 5) - 1) * 0.8}rem` }}>
            <span class="visually-hidden">said by </span>
            {told.ladder.at(-1)} ›
          </span>
        )}
        {!(said && told.what === "say") && <span class="read-what">{told.what}</span>}
        <span class="read-parties">{parties}</span>
        <span class="read-words">{told.words && `“${told.words}”`}</span>
        {state && <span class="read-state">{state}</span>}
        <span class="read-sure">
          {sure}
          <span aria-hidden="true">%</span>
          <span class="visually-hidden"> percent sure</span>
        </span>
      </button>
      {open && <CardDetail {...props} told={told} record={record} />}
    </li>
  );
}

function stateOf(record: ReadPage["records"][string] | undefined): string {
  if (!record?.by_hand) return "";
  return record.retracted ? "rejected" : record.accepted ? "accepted" : "corrected";
}
