import { describe, expect, test } from "vitest";
import type { KeptClaim } from "../src/contract/pages";
import type { Claim, Reading } from "../src/contract/reading";
import { curve, endsOf, nearest } from "../src/pages/read/arcs";
import { byHandWords, changesOf, fieldsOf, valuesOf } from "../src/pages/read/correcting";
import { describe as inWords, partyWords, registerOf } from "../src/pages/read/describing";
import { claimsAt, lastAtOrBefore, nextAt, placesOf, wordsAt } from "../src/pages/read/places";
import { placeCards } from "../src/pages/read/placing";
import { inOrder, rowsOf } from "../src/pages/read/rows";
import { eventsOf } from "../src/pages/read/streaming";
import { doubtWords, stampWords, sureWords, writtenWords } from "../src/pages/read/written";

const TEXT =
  "Envoy 🕊 warns of closure\n\nARLEN, May 3 - The minister of Norland said Corvia had shelled a dam. Corvia denied it.\n";

function event(id: string, spans: [number, number][], more: Partial<Claim> = {}): Claim {
  const own = { kind: "event", type: "ASSAULT", actors: ["x1"], recipients: ["x2"], by: null, modality: "actual" };
  return { ...own, id, spans, ...more } as Claim;
}

function at(words: string): [number, number] {
  const start = [...TEXT.slice(0, TEXT.indexOf(words))].length;
  return [start, start + [...words].length];
}

const SAID: Claim = {
  ...event("s1", [at("The minister of Norland said Corvia had shelled a dam")]),
  ...{ kind: "statement", speaker: "x3", co_speakers: [], act: "say", quoting: "indirect", via: "a letter" },
  ...{ source: [at("The minister of Norland")], cue: [at("said")], content: [at("Corvia had shelled a dam")] },
} as Claim;
const SHELLED = event("e1", [at("Corvia had shelled a dam")], { by: "s1", trigger: at("shelled") } as Partial<Claim>);
const DENIED = event("e2", [at("Corvia denied it")], { modality: "denied" });

const READING = {
  casus: "1",
  report: { id: "0".repeat(64), text: TEXT, stamps: [] },
  sentences: [
    at("Envoy 🕊 warns of closure"),
    at("The minister of Norland said Corvia had shelled a dam."),
    at("Corvia denied it."),
  ],
  actors: [
    {
      id: "x1",
      name: "Corvia",
      kind: "state",
      world: "state:COR",
      mentions: [{ span: at("Corvia had"), form: "name" }],
    },
    { id: "x2", name: "dam", kind: "place", mentions: [] },
    { id: "x3", name: "minister of Norland", kind: "person", mentions: [] },
  ],
  times: [],
  claims: [DENIED, SHELLED, SAID],
  warnings: [],
} as unknown as Reading;
const PLACES = placesOf(TEXT);
const REGISTER = registerOf(READING, PLACES);

describe("places count code points, as the format does", () => {
  test("a sign outside the first plane is one character", () => {
    const span = at("warns");
    expect(wordsAt(PLACES, [span])).toBe("warns");
    expect(PLACES.unit(span[0])).toBe(span[0] + 1);
    for (let point = 0; point < 30; point++) expect(PLACES.point(PLACES.unit(point))).toBe(point);
  });

  test("text of the first plane alone counts the same both ways", () => {
    const plain = placesOf("ARLEN – “no”");
    expect([0, 5, 12].map((point) => plain.unit(point))).toEqual([0, 5, 12]);
  });

  test("the last at or before a value is found", () => {
    expect([0, 4, 5, 99].map((value) => lastAtOrBefore([0, 5, 9], value))).toEqual([0, 0, 1, 2]);
  });
});

describe("the text in rows", () => {
  test.each(["paragraphs", "sentences"] as const)("by %s they hold every character and every claim once", (by) => {
    const { rows, orphans } = rowsOf(READING, PLACES, by);
    expect(rows.map((row) => TEXT.slice(PLACES.unit(row.start), PLACES.unit(row.end))).join("")).toBe(TEXT);
    expect(rows.flatMap((row) => row.claims.map((claim) => claim.id))).toEqual(["s1", "e1", "e2"]);
    expect(orphans).toEqual([]);
  });

  test("a paragraph is a row, a sentence is one where claims stand under it", () => {
    expect(rowsOf(READING, PLACES, "paragraphs").rows).toHaveLength(2);
    expect(rowsOf(READING, PLACES, "sentences").rows).toHaveLength(4);
  });

  test("a claim whose words are not in the text is an orphan", () => {
    const lost = event("e9", [[5000, 5010]]);
    const { rows, orphans } = rowsOf({ ...READING, claims: [lost] }, PLACES, "paragraphs");
    expect(orphans).toEqual([lost]);
    expect(rows.flatMap((row) => row.claims)).toEqual([]);
  });

  test("a long paragraph is cut between sentences", () => {
    const sentence = "The envoys met again and said nothing of what they had agreed on there. ";
    const text = sentence.repeat(60);
    const sentences = Array.from({ length: 60 }, (_, n) => [n * sentence.length, (n + 1) * sentence.length - 1]);
    const long = { ...READING, report: { ...READING.report, text }, sentences, claims: [] } as unknown as Reading;
    const { rows } = rowsOf(long, placesOf(text), "paragraphs");
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.every((row) => row.start % sentence.length === 0)).toBe(true);
  });

  test("claims go by their first word, what carries another before it", () => {
    expect(
      inOrder([event("b", [[5, 9]]), event("c", [[5, 20]]), event("a", [[1, 2]])], 99).map((one) => one.id),
    ).toEqual(["a", "c", "b"]);
  });
});

describe("a click in the text", () => {
  const claims = [event("wide", [[0, 50]]), event("small", [[10, 20]]), event("other", [[60, 70]])];
  test("chooses the shortest first, then the next, and begins anew", () => {
    expect(nextAt(claims, 12, null)?.id).toBe("small");
    expect(nextAt(claims, 12, "small")?.id).toBe("wide");
    expect(nextAt(claims, 12, "wide")?.id).toBe("small");
    expect(nextAt(claims, 12, "other")?.id).toBe("small");
  });
  test("beside all words chooses nothing; a span ends before its last number", () => {
    expect(nextAt(claims, 55, null)).toBeNull();
    expect(claimsAt(claims, 20).map((claim) => claim.id)).toEqual(["wide"]);
  });
});

describe("cards in the margin", () => {
  test("stand on the line of their words where there is room", () => {
    expect(
      placeCards(
        [
          { at: 0, height: 20 },
          { at: 100, height: 20 },
        ],
        200,
        2,
      ).tops,
    ).toEqual([0, 100]);
  });
  test("go down where several want one line, and up where the row would end", () => {
    expect(placeCards(Array(3).fill({ at: 50, height: 20 }), 200, 2).tops).toEqual([50, 72, 94]);
    expect(placeCards(Array(3).fill({ at: 90, height: 20 }), 100, 2).tops).toEqual([36, 58, 80]);
  });
  test("make the row higher only where they do not fit", () => {
    const placed = placeCards(Array(10).fill({ at: 0, height: 20 }), 100, 2);
    expect(placed.height).toBe(218);
    expect(placed.tops[9]).toBe(198);
  });
  test("never lie on each other, for many wants", () => {
    for (let seed = 1; seed < 60; seed++) {
      const cards = Array.from({ length: seed }, (_, n) => ({
        at: (n * seed * 37) % 900,
        height: 10 + ((n * 7) % 40),
      }));
      cards.sort((one, other) => one.at - other.at);
      const { tops, height } = placeCards(cards, 900, 3);
      tops.forEach((top, n) => {
        const before = n === 0 ? 0 : (tops[n - 1] as number) + (cards[n - 1]?.height ?? 0);
        expect(top).toBeGreaterThanOrEqual(before);
        expect(top + (cards[n]?.height ?? 0)).toBeLessThanOrEqual(height);
      });
    }
  });
});

describe("claims in words", () => {
  test("an event says who, to whom, its words from the trigger on, and its ladder", () => {
    const told = inWords(SHELLED, REGISTER);
    expect([told.what, partyWords(told.who), partyWords(told.whom), told.words]).toEqual([
      "ASSAULT",
      "Corvia",
      "dam",
      "shelled a dam",
    ]);
    expect(told.ladder).toEqual(["minister of Norland", "a letter"]);
    expect(told.who[0]?.id).toBe("state:COR");
  });

  test("what a person corrected is shown instead of what was read", () => {
    const told = inWords(
      SHELLED,
      REGISTER,
      kept({ body: { type: "COERCE", modality: "possible", actors: ["state:NOR"] } }),
    );
    expect([told.what, told.modality, partyWords(told.who), told.whom]).toEqual(["COERCE", "possible", "Norland", []]);
  });

  test("carriers that name each other in a ring end", () => {
    const one = { ...SAID, id: "s8", by: "s9" } as Claim;
    const other = { ...SAID, id: "s9", by: "s8" } as Claim;
    const ring = registerOf({ ...READING, claims: [one, other] }, PLACES);
    expect(inWords(one, ring).ladder.length).toBeLessThanOrEqual(4);
  });

  test("arcs go to the nearest mention and to who says it", () => {
    expect(endsOf(SHELLED, REGISTER).map((end) => [end.role, end.name])).toEqual([
      ["who", "Corvia"],
      ["said by", "minister of Norland"],
    ]);
    expect(
      nearest(
        [
          [0, 3],
          [40, 45],
          [90, 95],
        ],
        [50, 55],
      ),
    ).toEqual([40, 45]);
    expect(nearest([], [1, 2])).toBeNull();
    expect(curve({ x: 10, y: 100 }, { x: 80, y: 100 })).toMatch(/^M 10 100 C 10 8\d/);
  });
});

function kept(more: Partial<KeptClaim>): KeptClaim {
  return {
    ...{ id: "r", fact: "f", kind: "event", modality: "actual", retracted: false, by_hand: false, accepted: false },
    ...{ why: null, confidence: 0.8, recorded_at: "2026-02-03T10:00:00+00:00", supersedes: null },
    names: { "state:NOR": "Norland", "state:COR": "Corvia" },
    valid: { from: ["2024-06-01", "2024-06-30"], to: ["2024-06-01", "2024-06-30"] },
    body: { type: "ASSAULT", modality: "actual", actors: ["state:COR"], recipients: ["state:NOR"] },
    ...more,
  } as KeptClaim;
}

describe("correcting", () => {
  test("fields say what the record says, days as wide as they are", () => {
    const values = valuesOf(kept({}));
    expect(values).toMatchObject({
      type: "ASSAULT",
      actors: "Corvia",
      recipients: "Norland",
      when: "2024-06",
      negated: "",
    });
    expect(valuesOf(kept({ valid: { from: ["2024-01-01", "2024-12-31"], to: null } })).when).toBe("2024/");
  });

  test("only what was changed is sent, and who stays is named by id", () => {
    const record = kept({});
    const typed = { ...valuesOf(record), actors: "Corvia, Arlen", when: "2024-06-19", negated: "true" };
    expect(changesOf(record, typed)).toEqual({ actors: "state:COR,Arlen", when: "2024-06-19", negated: "true" });
    expect(changesOf(record, valuesOf(record))).toEqual({});
    expect(changesOf(record, { ...valuesOf(record), recipients: " " })).toEqual({ recipients: "" });
  });

  test.each(["statement", "event", "agreement", "provision", "measure", "transfer", "position", "membership"])(
    "a %s has fields, each once",
    (kind) => {
      const names = fieldsOf(kind).map((field) => field.name);
      expect(new Set(names).size).toBe(names.length);
      expect(names).toEqual(expect.arrayContaining(["modality", "negated", "when", "place"]));
      expect(names.length).toBeGreaterThan(5);
    },
  );

  test("what was done by hand is said", () => {
    expect(byHandWords(kept({}))).toBe("");
    expect(byHandWords(kept({ by_hand: true, accepted: true, why: "read twice" }))).toBe(
      "Accepted by hand on 3 February 2026: read twice",
    );
    expect(byHandWords(kept({ by_hand: true, retracted: true }))).toMatch(/^Rejected/);
    expect(byHandWords(kept({ by_hand: true }))).toMatch(/^Corrected/);
  });
});

describe("when it was written", () => {
  const report = READING.report;
  const written = { from: "2025-01-17", to: "2025-01-17", basis: "known: the signing", confidence: 0.85 };
  test("the doubt is spelt out", () => {
    expect(writtenWords({ ...report, written })).toBe("Written 17 January 2025");
    expect(doubtWords({ ...report, written })).toBe("Most likely, as is known of the signing.");
    expect(writtenWords(report)).toBe("When it was written is not known");
    expect(doubtWords({ ...report, dateline_day: [6, 8] })).toContain("only 8 June without a year");
    expect([undefined, 0.97, 0.7, 0.4].map(sureWords)).toEqual([
      "As far as can be told",
      "As good as certain",
      "Likely",
      "Doubtful",
    ]);
  });
  test("a stamp that is overruled is said not to be believed", () => {
    const stamp = { origin: "header", value: "2025-09-02" } as const;
    expect(stampWords(stamp, { ...report, written })).toBe("its head says 2 September 2025, which is not believed");
    expect(stampWords(stamp, report)).toBe("its head says 2 September 2025");
  });
});

test("server-sent events come whole, however they are cut", async () => {
  const text = 'event: waiting\ndata: {"seconds": 1}\n\nevent: done\ndata: {"a": "ü"}\n\n';
  const bytes = new TextEncoder().encode(text);
  for (let size = 1; size < 9; size++) {
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start(controller) {
        for (let n = 0; n < bytes.length; n += size) controller.enqueue(bytes.slice(n, n + size));
        controller.close();
      },
    });
    const events = [];
    for await (const one of eventsOf(new Response(body))) events.push(one);
    expect(events).toEqual([
      { name: "waiting", data: '{"seconds": 1}' },
      { name: "done", data: '{"a": "ü"}' },
    ]);
  }
});
