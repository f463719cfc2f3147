import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { LedgerRecord } from "../src/contract/ledger";
import type { EntityPage } from "../src/contract/pages";
import { fieldsOf, otherwise, textsOf, valueWords } from "../src/pages/entity/bodies";
import { changesOf } from "../src/pages/entity/Changed";
import { isOf } from "../src/pages/entity/EntityPage";
import { isByHand, momentWords, stepsOf } from "../src/pages/entity/history";
import { detailsOf, type Line, sectionsOf, sidesOf, sortWords, standsIn, wordsOf } from "../src/pages/entity/line";
import { sameAs } from "../src/pages/entity/same";

const told = (name: string): EntityPage =>
  JSON.parse(readFileSync(new URL(`../../tests/faces/service/contract/${name}.json`, import.meta.url), "utf8"));
const line = (more: Partial<Line>): Line => ({
  section: "events",
  id: "0".repeat(64),
  kind: "event",
  what: "AGREE",
  words: "",
  when: { from: null, to: null },
  who: [],
  whom: [],
  modality: "actual",
  negated: false,
  reports: 1,
  independent: 1,
  cited: false,
  confidence: 0.9,
  said_by: [],
  ...more,
});

describe("bodies in words", () => {
  const called = { "state:USA": "United States", "state:NZL": "New Zealand" };

  it("names ids, writes days out, and parts sentences as sentences", () => {
    expect(valueWords(["state:USA", "state:NZL"], called)).toBe("United States, New Zealand");
    expect(valueWords("1986-08-11", called)).toBe("11 August 1986");
    expect(valueWords(["Signed only.", "It lapsed."], called)).toBe("Signed only. It lapsed.");
    expect(valueWords(["territory:puerto-rico", "territory:guam"], called)).toBe("puerto rico, guam");
    expect(valueWords(false, called)).toBe("no");
    expect(valueWords(null, called)).toBe("nothing");
    expect(valueWords(3755, called)).toBe("3755");
  });

  it("begins a part of a list with its day", () => {
    const suspensions = [{ between: ["state:USA", "state:NZL"], effect: "Held to be suspended", first: "1986-08-11" }];
    const [field] = fieldsOf({ suspensions }, called);
    expect(field?.items).toEqual(["11 August 1986: between: United States, New Zealand; Held to be suspended"]);
    expect(valueWords({ last: "2024-04-30", body: "Panel" }, {})).toBe("until 30 April 2024: Panel");
  });

  it("leaves out what ties records together, and what is empty", () => {
    expect(fieldsOf({ by: "0".repeat(64), modality: "actual", goods: "", scope: "arms" }, {})).toHaveLength(1);
    expect(textsOf({ a: ["x", 3], b: "y" }, "a")).toEqual(["x"]);
    expect(textsOf({ a: ["x", 3], b: "y" }, "b")).toEqual(["y"]);
    expect(textsOf({}, "b")).toEqual([]);
  });

  it("tells what changed", () => {
    expect(otherwise({ type: "AID", place: "x" }, { type: "ASSAULT", place: "x", negated: true }, {})).toEqual([
      { words: "type", was: "AID", is: "ASSAULT" },
      { words: "negated", was: "nothing", is: "yes" },
    ]);
  });
});

describe("the history of a record", () => {
  const record = (more: Partial<LedgerRecord>): LedgerRecord => ({
    id: "1",
    fact: "1",
    sequence: 1,
    recorded_at: "2026-11-24T21:45:42.899778+00:00",
    kind: "event",
    valid: { from: null, to: ["2022-09-16", "2022-09-16"] },
    body: { type: "AID" },
    source: { report: "a", quotes: [] },
    extractor: "casus-reader 0.1.0",
    confidence: 0.7,
    retracted: false,
    did: "learnt",
    ...more,
  });

  it("tells what was read, corrected by hand and taken back, with the reason and the difference", () => {
    const steps = stepsOf(
      [
        record({}),
        record({
          id: "2",
          did: "corrected",
          extractor: "hand",
          why: "a slip",
          body: { type: "ASSAULT" },
          valid: { from: null, to: ["2022-09-17", "2022-09-17"] },
        }),
        record({ id: "3", did: "undid", extractor: "hand again" }),
      ],
      {},
    );
    expect(steps.map((step) => [step.did, step.by, step.byHand])).toEqual([
      ["learnt", "by reading (casus-reader 0.1.0)", false],
      ["corrected", "by hand", true],
      ["took back the change before", "by hand", true],
    ]);
    expect(steps[1]?.why).toBe("a slip");
    expect(steps[1]?.changes.map((change) => change.words)).toEqual(["ends", "type"]);
    expect(isByHand(record({ extractor: "casus-world" }))).toBe(false);
    expect(stepsOf([record({ extractor: "casus-world" })], {})[0]?.by).toBe("from reference facts");
  });

  it("writes moments in UTC", () => {
    expect(momentWords("2026-11-24T23:45:42.899778+02:00")).toBe("24 November 2026, 21:45 UTC");
    expect(momentWords("soon")).toBe("soon");
  });
});

describe("lines", () => {
  it("leave out whom the page is about where something stands, and tell both sides of what is done", () => {
    const member = line({ kind: "membership", who: ["state:IRN"], whom: ["org:ECO"] });
    expect(sidesOf(member, "country:IRN")).toEqual({ who: [], whom: ["org:ECO"] });
    const deed = line({ who: ["state:RUS", "state:PRK"], whom: ["state:USA"] });
    expect(sidesOf(deed, "country:RUS")).toEqual({ who: ["state:RUS", "state:PRK"], whom: ["state:USA"] });
  });

  it("name the agreement that they belong to, once", () => {
    const party = line({ kind: "party", what: "in force", body: { agreement: "agreement:anzus", state: "state:NZL" } });
    expect(standsIn(party, "country:NZL")).toBe("agreement:anzus");
    expect(standsIn(party, "agreement:anzus")).toBeNull();
    expect(wordsOf(line({ words: "ANZUS" }), "agreement:anzus", { "agreement:anzus": "ANZUS" })).toBe("");
    expect(sortWords(party)).toBe("party, in force");
    expect(sortWords(line({}))).toBe("agree");
  });

  it("of a provision tell its trigger, duty and limits in this order", () => {
    const provision = line({
      kind: "provision",
      what: "defence, in force",
      words: "Help it",
      body: { terms: { bears_on: "nothing" }, obligation: "Help it", discretion: "each-decides", trigger: "Attacked" },
    });
    expect(detailsOf(provision, {}).map((field) => field.name)).toEqual(["trigger", "obligation", "discretion"]);
    expect(wordsOf(provision, null, {})).toBe("");
  });
});

describe("the service's pages", () => {
  it.each(["actor", "agreement", "regime"])("have all their lines in sections: %s", (name) => {
    const page = told(name);
    const sections = sectionsOf(page);
    const shown = sections.flatMap((section) => section.lines);
    expect(shown).toHaveLength(page.lines.length);
    for (const section of sections) expect(section.count).toBeGreaterThanOrEqual(section.lines.length);
    for (const one of shown) expect(detailsOf(one, page.called)).toBeDefined();
  });

  it("are narrowed by words, names and years, all of which must be there", () => {
    const page = told("agreement");
    expect(sectionsOf(page, "no such word")).toEqual([]);
    const first = page.lines.find((one) => one.who.length > 0);
    const name = page.called[first?.who[0] ?? ""] ?? "";
    expect(name).not.toBe("");
    const found = sectionsOf(page, name.toUpperCase()).flatMap((section) => section.lines);
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThanOrEqual(page.lines.length);
  });

  it("stand under their own address only", () => {
    const page = { id: "country:RUS" } as EntityPage;
    expect(isOf(page, "/actor/state:RUS")).toBe(true);
    expect(isOf(page, "/actor/country%3ARUS")).toBe(true);
    expect(isOf(page, "/actor/Russia")).toBe(true);
    expect(isOf(page, "/actor/country:UKR")).toBe(false);
  });

  it("tell the last day of change first", () => {
    const day = (of: string) => ({ day: of, new: 1, changed: 0, retracted: 0 });
    const page = { ...told("actor"), recorded: [day("2026-01-01"), day("2026-02-01")] };
    expect(changesOf(page).map((one) => one.day)).toEqual(["2026-02-01", "2026-01-01"]);
  });

  it("are asked for alike by the command and by Python", () => {
    const page = { ...told("agreement"), id: "agreement:o'neil" };
    const { command, python } = sameAs(page, "2024-01-01", "2025-01-01");
    expect(command).toBe("casus explain 'agreement:o'\\''neil' --as-of 2024-01-01 --known-at 2025-01-01");
    expect(python).toContain('view.explain("agreement:o\'neil")');
    expect(sameAs(told("actor"), null, null).command).toMatch(/^casus timeline \S+ --facts$/);
  });
});
