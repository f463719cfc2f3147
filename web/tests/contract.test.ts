/** The answers that the service's own tests hold it to, as the pages take them. */
import { readdirSync, readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import type { ReadPage } from "../src/contract/pages";
import { describe as inWords, registerOf } from "../src/pages/read/describing";
import { placesOf } from "../src/pages/read/places";
import { rowsOf } from "../src/pages/read/rows";

const CASUS = new URL("../../src/casus/", import.meta.url);
const FIXTURES = new URL("../../tests/faces/service/contract/", import.meta.url);
const json = (url: URL) => JSON.parse(readFileSync(url, "utf8"));

const reading = json(new URL("reading/reading.schema.json", CASUS));
const pages = json(new URL("faces/service/pages.schema.json", CASUS));
pages.$defs.read.properties.reading = { $ref: "reading" };

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema({ ...reading, $id: "reading" });
ajv.addSchema({ ...pages, $id: "pages" });

/** The part of the schema that an answer has, by the beginning of its file's name. */
const SHAPES: Record<string, string> = { actor: "entity", agreement: "entity", regime: "entity", names: "named" };

const files = readdirSync(FIXTURES).filter((name) => name.endsWith(".json") && name !== "problem.json");

describe("answers are as the schema says", () => {
  test.each(files)("%s", (name) => {
    const page = name.split(/[-.]/, 1)[0] as string;
    const shape = SHAPES[page] ?? page;
    const answer = json(new URL(name, FIXTURES));
    const check = ajv.compile({ $ref: `pages#/$defs/${shape}` });
    for (const one of shape === "named" ? answer.items : [answer]) {
      check(one);
      expect(check.errors ?? []).toEqual([]);
    }
  });

  test("and one that is not, is seen", () => {
    const check = ajv.compile({ $ref: "pages#/$defs/index" });
    expect(check({ ...json(new URL("index.json", FIXTURES)), counts: { event: "many" } })).toBe(false);
  });
});

describe("the kept report of the service's tests", () => {
  const data: ReadPage = json(new URL("read.json", FIXTURES));
  const places = placesOf(data.reading.report.text);
  const register = registerOf(data.reading, places);

  test("has every claim in a row, in words, with its record", () => {
    const { rows, orphans } = rowsOf(data.reading, places, "paragraphs");
    expect(orphans).toEqual([]);
    const claims = rows.flatMap((row) => row.claims);
    expect(claims).toHaveLength(data.reading.claims.length);
    for (const claim of claims) {
      const told = inWords(claim, register, data.records[claim.id]);
      expect(told.words).not.toBe("");
      expect([...told.who, ...told.whom].map((party) => party.name)).not.toContain("?");
    }
  });
});
