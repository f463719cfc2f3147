import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Duty, Nothing, Supposed } from "../src/contract/answers";
import type { FollowsPage } from "../src/contract/pages";
import { lookOf, statusesOf } from "../src/pages/follows/coloured";
import { ofPromises } from "../src/pages/follows/difference";
import { dutyRows, isDuty } from "../src/pages/follows/duties";
import { branches, seen, treeOf } from "../src/pages/follows/proofTree";
import { nameOf } from "../src/pages/follows/questions";

describe("what the service answers", () => {
  const answered = (name: string): FollowsPage =>
    JSON.parse(
      readFileSync(new URL(`../../tests/faces/service/contract/follows-${name}.json`, import.meta.url), "utf8"),
    );

  test("duties are rows with a name for each state, and proofs that reach the sources", () => {
    const data = answered("obligations");
    const rows = dutyRows((data.items as unknown as (Duty | Nothing)[]).filter(isDuty));
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      for (const state of row.states) expect(nameOf(data.names, state)).not.toBe(state);
      expect(row.since).toMatch(/^\d{4}/);
      for (const one of row.duties) {
        const root = treeOf(one.proof, one.changes);
        const all = seen(root, new Set(branches(root)));
        expect(all.some((node) => node.kind === "citation" || node.kind === "words")).toBe(true);
        expect(new Set(all.map((node) => node.id)).size).toBe(all.length);
      }
    }
    expect(statusesOf(data.states).size).toBeGreaterThan(1);
  });

  test("every status on the map has a look of its own", () => {
    for (const name of ["obligations", "promises", "forbids", "positions", "suppose"]) {
      for (const { status } of answered(name).states)
        expect(lookOf(status).class, `${name}: ${status}`).not.toMatch(/other/);
    }
  });

  test("what is supposed is a difference whose lines are named", () => {
    const data = answered("suppose");
    const [one] = data.items as unknown as Supposed[];
    if (one?.kind !== "agreement") throw new Error("the file supposes an end of an agreement");
    const changes = ofPromises(one.added, one.lost);
    expect(changes.every((change) => change.mark === "gone" && change.proofs.length >= change.states.length)).toBe(
      true,
    );
    for (const change of changes) expect(nameOf(data.names, change.by)).not.toBe(change.by);
  });
});
