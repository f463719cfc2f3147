/** Asking the service for data: one request at a time for each place, what was told last stays until there is an answer. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { asProblem, type Problem, problemOf } from "./problem";
import { askForToken, forgetToken, shown } from "./token";

/** `data` is the last answer, also while a new one is awaited (`asking`) or where the new one failed (`problem`). */
export interface Asked<T> {
  data: T | null;
  asking: boolean;
  problem: Problem | null;
  again: () => void;
}

const REMEMBERED = 40;
const FRESH = 5_000;
const CHANGED = "casus:changed";
const remembered = new Map<string, { data: unknown; at: number }>();

/** Data of an address of the service. Raises Problem. Asks for the token where the service is open to other machines. */
export async function ask<T>(address: string, signal?: AbortSignal): Promise<T> {
  const answer = await asked(address, { signal: signal ?? null });
  return (await answer.json()) as T;
}

/** As fetch, with the token, and once more where it had to be asked for. Raises Problem unless the answer is fine. */
export async function asked(address: string, init: RequestInit = {}): Promise<Response> {
  for (;;) {
    const answer = await fetch(address, { ...init, headers: { ...init.headers, ...shown() } });
    if (answer.ok) return answer;
    const problem = await problemOf(answer);
    if (problem.status !== 401) throw problem;
    forgetToken();
    if (!(await askForToken(problem.message))) throw problem;
  }
}

/** What the ledger told may have changed: every place that shows data asks anew. */
export function ledgerChanged(): void {
  remembered.clear();
  dispatchEvent(new Event(CHANGED));
}

/** The data of an address, kept up to date; null asks nothing. Leaving, or another address, ends the request. */
export function useAsked<T>(address: string | null): Asked<T> {
  const [, render] = useState(0);
  const state = useRef<{ address: string | null; data: T | null; problem: Problem | null; asking: boolean }>({
    address: null,
    data: null,
    problem: null,
    asking: false,
  });
  const running = useRef<AbortController | null>(null);

  const start = useCallback(async (of: string) => {
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    state.current = { ...state.current, asking: true };
    render((n) => n + 1);
    try {
      const data = await ask<T>(of, control.signal);
      remember(of, data);
      if (control.signal.aborted) return;
      state.current = { address: of, data, problem: null, asking: false };
    } catch (thrown) {
      if (control.signal.aborted) return;
      state.current = { ...state.current, address: of, problem: asProblem(thrown), asking: false };
    }
    render((n) => n + 1);
  }, []);

  useEffect(() => {
    if (address === null) return;
    const known = remembered.get(address);
    if (known) {
      state.current = { address, data: known.data as T, problem: null, asking: false };
      render((n) => n + 1);
    }
    if (!known || Date.now() - known.at > FRESH) void start(address);
    const anew = () => void start(address);
    const seen = () => {
      // Somebody may have written from another window or the command line meanwhile.
      const last = remembered.get(address);
      if (document.visibilityState === "visible" && (!last || Date.now() - last.at > FRESH)) void start(address);
    };
    addEventListener(CHANGED, anew);
    document.addEventListener("visibilitychange", seen);
    return () => {
      removeEventListener(CHANGED, anew);
      document.removeEventListener("visibilitychange", seen);
      running.current?.abort();
    };
  }, [address, start]);

  const again = useCallback(() => {
    if (address !== null) void start(address);
  }, [address, start]);
  const { data, problem, asking } = state.current;
  return { data, problem, asking: asking || (address !== null && state.current.address !== address), again };
}

function remember(address: string, data: unknown): void {
  remembered.delete(address);
  remembered.set(address, { data, at: Date.now() });
  const oldest = remembered.keys().next().value;
  if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
}
