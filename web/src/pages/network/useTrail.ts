/** Undoing and doing again on the network: the steps live as long as the page, their states in the address. */
import { useRef } from "preact/hooks";
import { type Changes, changed, navigate, setQuery, useAddress } from "../../address";
import { announce } from "../../shell/live";
import { acted, followed, lasting, NO_TRAIL, redoes, seenFrom, type Trail, undoes } from "./trail";

export interface Steps {
  act: (what: string, changes: Changes) => void;
  undo: () => void;
  redo: () => void;
  /** What undoing would take back, and what would come again. */
  undoes: string | null;
  redoes: string | null;
}

export function useTrail(): Steps {
  const { path, query } = useAddress();
  const kept = useRef<Trail>(NO_TRAIL);
  const now = lasting(query);
  kept.current = followed(kept.current, now);
  const last = undoes(kept.current, now);
  const next = redoes(kept.current, now);
  const go = (state: string, at: number, said: string) => {
    kept.current = { ...kept.current, at };
    const to = seenFrom(state, query);
    navigate(to ? `${path}?${to}` : path);
    announce(said);
  };
  return {
    act: (what, changes) => {
      const done = { what, before: now, after: lasting(changed(query, changes)) };
      kept.current = acted(kept.current, done);
      setQuery(changes);
    },
    undo: () => (last ? go(last.before, kept.current.at - 1, `undone: ${last.what}`) : announce("nothing to undo")),
    redo: () =>
      next ? go(next.after, kept.current.at + 1, `done again: ${next.what}`) : announce("nothing to do again"),
    undoes: last?.what ?? null,
    redoes: next?.what ?? null,
  };
}
