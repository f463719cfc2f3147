import { describe, expect, test } from "vitest";
import type { Ground, Promised, SupposedAttack, SupposedTransfer } from "../src/contract/answers";
import { ofDuties, ofLifted, ofMeasures, ofPromises, verdictWithout } from "../src/pages/follows/difference";
import { inWords, missing, read, type Supposition, written } from "../src/pages/follows/supposition";

const NAMES = { "state:CHN": "China", "state:NZL": "New Zealand", "agreement:anzus": "ANZUS", "state:RUS": "Russia" };

describe("suppositions", () => {
  const all: [string, Supposition, string][] = [
    ["ASSAULT CHN NZL", { form: "attack", attacker: "CHN", attacked: "NZL", at: "" }, "China attacks New Zealand"],
    [
      "ASSAULT GBR ARG at Falkland Islands",
      { form: "attack", attacker: "GBR", attacked: "ARG", at: "Falkland Islands" },
      "GBR attacks ARG at Falkland Islands",
    ],
    [
      "transfer RUS PRK small arms",
      { form: "transfer", from: "RUS", to: "PRK", goods: "small arms" },
      "Russia sends small arms to PRK",
    ],
    [
      "denounce agreement:anzus NZL",
      { form: "denounce", agreement: "agreement:anzus", state: "NZL" },
      "New Zealand leaves: ANZUS",
    ],
    ["denounce agreement:anzus", { form: "denounce", agreement: "agreement:anzus", state: "" }, "ended for all: ANZUS"],
    ["accede agreement:anzus JPN", { form: "accede", agreement: "agreement:anzus", state: "JPN" }, "JPN joins: ANZUS"],
    ["lift regime:un-dprk-1718", { form: "lift", gone: "regime:un-dprk-1718" }, "lifted: regime:un-dprk-1718"],
    ["b9b00417:c17", { form: "claim", id: "b9b00417:c17" }, "claim b9b00417:c17"],
  ];
  test.each(all)("%s is written, read and told", (words, one, told) => {
    expect(written(one)).toBe(words);
    expect(read(words)).toEqual(one);
    expect(inWords(words, NAMES)).toBe(told);
    expect(missing(one)).toBeNull();
  });

  test("names of several words are held together, as the command splits them", () => {
    const one: Supposition = {
      form: "attack",
      attacker: "New Zealand",
      attacked: 'the "Republic"',
      at: "St. Helena's",
    };
    expect(read(written(one))).toEqual(one);
    expect(read("attack 'New Zealand' FRA AT  Nouméa")).toEqual({
      form: "attack",
      attacker: "New Zealand",
      attacked: "FRA",
      at: "Nouméa",
    });
  });

  test.each(["", "ASSAULT USA", "ASSAULT USA RUS near Kursk", "transfer RUS PRK", "lift a b", "accede x", "say 'no"])(
    "%j supposes nothing",
    (words) => {
      expect(read(words)).toBeNull();
      expect(inWords(words, NAMES)).toBe(words);
    },
  );

  test("what is missing is said", () => {
    expect(missing({ form: "attack", attacker: "USA", attacked: " ", at: "" })).toBe("who is attacked");
    expect(missing({ form: "transfer", from: "RUS", to: "PRK", goods: "" })).toBe("what goods");
    expect(missing({ form: "denounce", agreement: "agreement:anzus", state: "" })).toBeNull();
  });
});

const ground = (of: Partial<Ground>): Ground => ({
  state: "NZL",
  status: "owed",
  toward: "AUS",
  agreement: "agreement:anzus",
  article: "IV",
  condition: null,
  ...of,
});
const proof = { rule: "r", rule_says: "", rule_source: "", says: "", records: [], rests_on: [] };
const attack = (now: Ground[], added: Ground[], lost: Ground[]): SupposedAttack =>
  ({
    kind: "attack",
    duties: now.map((one) => ({ ...one, title: "Security Treaty", proof, changes: [] })),
    added,
    lost,
  }) as unknown as SupposedAttack;

describe("the difference", () => {
  test("what is gone, added, changed and the same, first what differs", () => {
    const same = ground({ state: "FRA", agreement: "agreement:manila-pact-1954" });
    const added = ground({ state: "JPN" });
    const changed = ground({ state: "USA", status: "owed-if", condition: "it asks" });
    const found = ofDuties(
      attack(
        [same, added, changed],
        [added, changed],
        [ground({ state: "USA" }), ground({}), ground({ state: "GBR" })],
      ),
    );
    expect(found.map((one) => [one.mark, one.states, one.without, one.with])).toEqual([
      ["changed", ["USA"], "owed", "owed if it asks"],
      ["gone", ["NZL", "GBR"], "owed", null],
      ["added", ["JPN"], null, "owed"],
      ["same", ["FRA"], "owed", "owed"],
    ]);
    expect(found.map((one) => one.proofs.length)).toEqual([1, 0, 1, 1]);
    expect(new Set(found.map((one) => one.key)).size).toBe(4);
  });

  test("two grounds of one article are one line on each side", () => {
    const both = [ground({}), ground({ status: "consult" })];
    expect(ofDuties(attack(both, [], [])).map((one) => [one.mark, one.with])).toEqual([["same", "consult; owed"]]);
  });

  test("nothing else supposed changes nothing", () => {
    expect(ofDuties(attack([ground({})], [], [])).map((one) => one.mark)).toEqual(["same"]);
    expect(ofDuties(attack([], [], []))).toEqual([]);
  });

  test("promises toward the same ones, by the same article, are one line", () => {
    const promise = (state: string, toward: string[]) =>
      ({
        state,
        toward,
        provides: "defence",
        agreement: "agreement:anzus",
        title: "Security Treaty",
        article: "IV",
        proof,
      }) as unknown as Promised;
    const lost = [promise("AUS", ["NZL"]), promise("NZL", ["AUS", "USA"]), promise("USA", ["NZL"])];
    expect(ofPromises([], lost).map((one) => [one.mark, one.states, one.toward])).toEqual([
      ["gone", ["AUS", "USA"], ["NZL"]],
      ["gone", ["NZL"], ["AUS", "USA"]],
    ]);
    expect(ofPromises(lost, [])[0]).toMatchObject({ mark: "added", without: null, with: "defence" });
  });

  test("the verdict on a transfer without and with, and the measures that fall", () => {
    const by = (verdict: string, measure: string) => ({ verdict, measure, regime: null, resolution: "1718", proof });
    const one = (lost: unknown[], forbidden_by: unknown[]) => ({ lost, forbidden_by }) as unknown as SupposedTransfer;
    const falls = one([by("forbidden", "measure:a")], [by("forbidden with exemptions", "measure:b")]);
    expect(verdictWithout(falls)).toBe("forbidden");
    expect(ofMeasures(falls).map((found) => [found.mark, found.by, found.with])).toEqual([
      ["gone", "measure:a", null],
      ["same", "measure:b", "forbidden with exemptions"],
    ]);
    expect(verdictWithout(one([], []))).toBe("allowed");
    expect(verdictWithout(one([], [by("forbidden with exemptions", "measure:b")]))).toBe("forbidden with exemptions");
  });

  test("measures that are lifted and told alike are one line", () => {
    const lost = ["1718", "2270", "1718"].map((resolution, n) => ({
      measure: `measure:${n}`,
      regime: "regime:un-dprk-1718",
      resolution,
      kind: n === 1 ? "arms-embargo" : "travel-ban",
    }));
    const found = ofLifted({ kind: "lift", lost } as never);
    expect(found.map((one) => [one.article, one.title, one.mark])).toEqual([
      ["1718", "travel ban", "gone"],
      ["2270", "arms embargo", "gone"],
    ]);
  });
});
