import { describe, expect, test } from "vitest";
import type { Duty, Premise, Proof } from "../src/contract/answers";
import type { FollowsPage } from "../src/contract/pages";
import { legendOf, lookOf, stateIn, statusesOf } from "../src/pages/follows/coloured";
import { inWords as articlesInWords, counts, dutyRows, sinceOf } from "../src/pages/follows/duties";
import { fitted } from "../src/pages/follows/fitting";
import { mends } from "../src/pages/follows/mending";
import { branches, openAtFirst, pressed, seen, treeOf } from "../src/pages/follows/proofTree";
import { asAsked, askOf, complete, idsAsked, nameOf, namesOf } from "../src/pages/follows/questions";
import { titleOf } from "../src/pages/follows/titles";
import { topicWords } from "../src/pages/follows/topic";

const record = (kind: string, topic: string, valid: string, source: Premise["source"]): Premise => ({
  record: "a".repeat(64),
  fact: "a".repeat(64),
  kind,
  topic,
  valid,
  confidence: 0.95,
  source,
  supposed: false,
});
const cited = { citation: "world", cites: "219 UNTS 3" };
const proof = (says: string, rests_on: Proof[] = [], records: Premise[] = []): Proof => ({
  rule: "bound",
  rule_says: "A treaty in force binds its parties",
  rule_source: "VCLT art. 26",
  says,
  records,
  rests_on,
});
const PACT = proof(
  "Treaty, art. 4",
  [],
  [
    record("agreement", "agreement:warsaw-pact-1955", "1955-05-14..1991-06-30", cited),
    record("provision", "provision:warsaw-pact-1955:4:defence", "1955-06-06..1991-06-30", cited),
    record("party", "party:warsaw-pact-1955:BGR", "since 1957", {
      report: "b".repeat(64),
      spans: [[0, 9, "it acceded"]],
    }),
  ],
);
const duty = (of: Partial<Duty>): Duty => ({
  state: "BGR",
  status: "owed",
  agreement: "agreement:warsaw-pact-1955",
  article: "4",
  condition: null,
  discretion: "each-decides",
  certainty: { facts: 0.95, law: "certain" },
  proof: proof("Bulgaria: owed toward Poland", [PACT]),
  toward: "POL",
  title: "Treaty of Friendship",
  provides: "defence",
  obligation: "Each gives help",
  formal: [],
  law_why: [],
  changes: ["its end, on 1991-06-30"],
  conflicts: [],
  same_as: null,
  depends_on_attacker: [],
  asked: { attacked: "POL", by: "SUN", at: "Poland", as_of: "1985-06-01", known_at: null },
  notes: [],
  not_due: [],
  ...of,
});

describe("duties as rows", () => {
  test("grounds that say the same of several states are one row; another condition is another row", () => {
    const rows = dutyRows([
      duty({}),
      duty({ state: "HUN", certainty: { facts: 0.8, law: "certain" } }),
      duty({ state: "DDR", conflicts: ["it has promised to defend the Soviet Union too"] }),
      duty({ state: "CSK", status: "owed-if", condition: "it asks for help" }),
    ]);
    expect(rows.map((row) => [row.status, row.states])).toEqual([
      ["owed", ["BGR", "HUN"]],
      ["owed", ["DDR"]],
      ["owed-if", ["CSK"]],
    ]);
    expect(rows[0]?.facts).toBe(0.8);
    expect(new Set(rows.map((row) => row.key)).size).toBe(3);
  });

  test("articles that keep the same states from acting are one row, and articles by which help is due are not", () => {
    const may = (article: string, state: string) => duty({ status: "may-not", article, state, obligation: article });
    const rows = dutyRows([may("2", "IND"), may("2", "LAO"), may("10", "IND"), may("10", "LAO"), may("13", "IND")]);
    expect(rows.map((row) => [row.articles, row.states])).toEqual([
      ["art. 2, 10", ["IND", "LAO"]],
      ["art. 13", ["IND"]],
    ]);
    expect(dutyRows([duty({ article: "IV" }), duty({ article: "V" })]).map((row) => row.articles)).toEqual([
      "art. IV",
      "art. V",
    ]);
  });

  test("a state counts for each status that it has, once", () => {
    const rows = dutyRows([duty({}), duty({ article: "5" }), duty({ status: "barred" }), duty({ state: "HUN" })]);
    expect([...counts(rows)]).toEqual([
      ["owed", 2],
      ["barred", 1],
    ]);
  });

  test("a promise binds since the last of the days on which what it needs began", () => {
    expect(sinceOf(proof("owed", [PACT]))).toBe("1957");
    expect(sinceOf(proof("supposed"))).toBeNull();
  });

  test("articles are told as the command tells them", () => {
    expect(articlesInWords(["4", "4"])).toBe("art. 4");
    expect(articlesInWords(["IV(1)"])).toBe("art. IV(1)");
    expect(articlesInWords(["attack clause"])).toBe("attack clause");
    expect(articlesInWords([null])).toBe("");
  });
});

describe("a proof as a tree", () => {
  const root = treeOf(proof("owed", [PACT, proof("on 1985-06-01, Poland is attacked")]), ["its end"]);
  const open = openAtFirst(root);

  test("steps are open at first, down to the records; words and citations are below these", () => {
    expect(seen(root, open).map((node) => [node.id, node.level, node.kind])).toEqual([
      ["0", 1, "step"],
      ["0.0", 2, "step"],
      ["0.0.r0", 3, "record"],
      ["0.0.r1", 3, "record"],
      ["0.0.r2", 3, "record"],
      ["0.1", 2, "step"],
      ["0.c0", 2, "change"],
    ]);
    const all = seen(root, new Set(branches(root)));
    expect(all.find((node) => node.kind === "words")).toMatchObject({
      says: "it acceded",
      report: "b".repeat(64),
      level: 4,
    });
    expect(all.filter((node) => node.kind === "citation")).toHaveLength(2);
  });

  test("arrows go down, in, out and back; Home and End to the ends; what is no key of a tree is left alone", () => {
    const at = (node: string, key: string, now: ReadonlySet<string> = open) =>
      pressed(key, root, { at: node, open: now });
    expect(at("0", "ArrowDown")?.at).toBe("0.0");
    expect(at("0", "ArrowUp")?.at).toBe("0");
    expect(at("0.c0", "ArrowDown")?.at).toBe("0.c0");
    expect(at("0", "End")?.at).toBe("0.c0");
    expect(at("0.1", "Home")?.at).toBe("0");
    expect(at("0.0", "ArrowRight")?.at).toBe("0.0.r0");
    const unfolded = at("0.0.r2", "ArrowRight");
    expect([unfolded?.at, unfolded?.open.has("0.0.r2")]).toEqual(["0.0.r2", true]);
    expect(at("0.0.r2", "ArrowRight", unfolded?.open)?.at).toBe("0.0.r2.0");
    expect(at("0.0.r2.0", "ArrowLeft", unfolded?.open)?.at).toBe("0.0.r2");
    expect(at("0.0", "ArrowLeft")?.open.has("0.0")).toBe(false);
    expect(at("0", "ArrowLeft", new Set())?.at).toBe("0");
    expect([...(at("0.0.r0", "*")?.open ?? [])]).toEqual(expect.arrayContaining(["0.0.r0", "0.0.r1", "0.0.r2"]));
    expect(at("0", "o")?.at).toBe("0.1");
    expect(at("0", "Tab")).toBeNull();
  });

  test("a record of reference facts says what it is about", () => {
    const names = { "state:BGR": "Bulgaria", "agreement:warsaw-pact-1955": "Treaty of Friendship" };
    expect(topicWords("party:warsaw-pact-1955:BGR", names)).toBe("Bulgaria");
    expect(topicWords("provision:warsaw-pact-1955:4:defence", names)).toBe("art. 4, defence");
    expect(topicWords("agreement:warsaw-pact-1955", names)).toBe("Treaty of Friendship");
    expect(topicWords("regime:un-dprk-1718", {})).toBe("un dprk 1718");
    expect(topicWords(null, names)).toBe("");
  });
});

describe("the question in the address", () => {
  const of = (query: string) => new URLSearchParams(query);

  test("an address asks once it says enough", () => {
    expect(askOf(of("ask=forbids"))).toBe("forbids");
    expect(askOf(of("ask=nonsense"))).toBe("obligations");
    expect(complete(of(""))).toBe(false);
    expect(complete(of("attacked=POL"))).toBe(false);
    expect(complete(of("ask=obligations&attacked=POL"))).toBe(true);
    expect(complete(of("ask=conflicts"))).toBe(true);
    expect(complete(of("ask=suppose"))).toBe(false);
    expect(complete(of("ask=suppose&claim=lift+regime:un-dprk-1718"))).toBe(true);
  });

  test("states are asked for by their code and called by their name, whichever id an answer uses", () => {
    expect(asAsked("country:POL")).toBe("POL");
    expect(asAsked("state:POL")).toBe("POL");
    expect(asAsked("cow:300")).toBe("cow:300");
    expect(asAsked("agreement:anzus")).toBe("agreement:anzus");
    expect(nameOf({ "state:POL": "Poland" }, "POL")).toBe("Poland");
    expect(nameOf({ "country:POL": "Poland" }, "state:POL")).toBe("Poland");
    expect(nameOf({}, "Narnia")).toBe("Narnia");
    expect(titleOf(of("ask=obligations&attacked=POL&by=RUS&as_of=1985-06-01"), { "state:POL": "Poland" })).toBe(
      "If Poland is attacked by RUS on 1985-06-01",
    );
  });

  test("what is to be named of a question are its codes and ids", () => {
    const query = of(
      "ask=suppose&claim=ASSAULT+CHN+AUS+at+Perth&claim=denounce+agreement:anzus+CHN&known_at=2024-01-01",
    );
    expect(idsAsked(query)).toEqual(["CHN", "AUS", "agreement:anzus"]);
    expect(idsAsked(of("ask=positions&on=PRK&actor=person:x@RUS"))).toEqual(["person:x@RUS"]);
  });

  test("an answer names the agreements that its lines tell, also within what is supposed", () => {
    const items = [
      { kind: "attack", duties: [duty({})], lost: [{ agreement: "agreement:x" }] },
      duty({ agreement: "agreement:y" }),
    ];
    const data = { items, names: { "state:POL": "Poland" } } as unknown as FollowsPage;
    expect(namesOf(data)).toEqual({
      "state:POL": "Poland",
      "agreement:warsaw-pact-1955": "Treaty of Friendship",
      "agreement:y": "Treaty of Friendship",
    });
  });

  test("a name that nobody knows, or that is several's, is mended where it stands", () => {
    const near = "no state, agreement, regime, organisation or bloc 'Narnia'; near: Armenia (state:ARM)";
    expect(mends(near, of("ask=obligations&attacked=Narnia"))).toEqual([
      { name: "Armenia", changes: { attacked: "ARM" } },
    ]);
    expect(mends(near, of("ask=suppose&claim=lift+x&claim=ASSAULT+Narnia+RUS"))).toEqual([
      { name: "Armenia", changes: { claim: ["lift x", "ASSAULT ARM RUS"] } },
    ]);
    const several = "'Korea' may be South Korea (state:KOR), North Korea (state:PRK)";
    expect(mends(several, of("ask=promises&of=Korea")).map((one) => one.changes)).toEqual([
      { of: "KOR" },
      { of: "PRK" },
    ]);
    expect(mends(several, of("ask=promises&of=Spain"))).toEqual([]);
    expect(mends("--what 'foo': nothing of that name; there are arms, oil", of("ask=forbids&what=foo"))).toEqual([]);
  });
});

describe("the map of an answer", () => {
  const state = (country: string, status: string, shapes: string[]) => ({
    id: `state:${country}`,
    country,
    name: country,
    status,
    shapes,
  });

  test("a state that is gone colours today's countries; two in one country are both told, the graver one colours", () => {
    const states = [
      state("CSK", "owed-if", ["CZE", "SVK"]),
      state("DDR", "owed-if", ["DEU"]),
      state("BRD", "barred", ["DEU"]),
      state("TIB", "owed", []),
    ];
    const found = statusesOf(states);
    expect(found.get("SVK")).toMatchObject({ label: "CSK: owed if", mark: "owed if" });
    expect(found.get("DEU")?.label).toBe("DDR: owed if; BRD: barred");
    expect(found.get("DEU")?.class).toBe(lookOf("owed-if").class);
    expect(found.size).toBe(3);
    expect(stateIn(states, "SVK")?.country).toBe("CSK");
    expect(stateIn(states, "FRA")).toBeNull();
    expect(legendOf(states).map(({ look, count }) => [look.word, count])).toEqual([
      ["owed", 1],
      ["owed if", 2],
      ["barred", 1],
    ]);
  });

  test("the map is enlarged to where states lie, and not closer than is of use", () => {
    expect(fitted([])).toBeNull();
    expect(fitted([[480, 100]])).toEqual({ zoom: expect.any(Number), x: 480, y: 100 });
    const wide = fitted([
      [0, 0],
      [960, 400],
    ]);
    expect(wide).toEqual({ zoom: 1, x: 480, y: 200 });
    const near = fitted([
      [500, 100],
      [520, 110],
    ]);
    expect(near?.zoom).toBeGreaterThan(2);
    expect(near?.zoom).toBeLessThanOrEqual(9);
  });

  test("no two words of one question look alike without the colour", () => {
    for (const words of [
      ["attacked", "attacker", "owed-if", "consult", "barred", "may-not"],
      ["supports", "rejects", "neutral"],
    ]) {
      const patterns = words.map((word) => lookOf(word).pattern ?? "plain");
      expect(new Set(patterns).size, words.join()).toBe(patterns.length);
    }
    expect(lookOf("arms-control").word).toBe("arms control");
  });
});
