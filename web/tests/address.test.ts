import { expect, test } from "vitest";
import { changed, dataAddress, entityPath, segment } from "../src/address";

test("the data of a page stand at its address, without what is only view", () => {
  const query = new URLSearchParams("actor=state:RUS&actor=state:CHN&view.tab=dyads&as_of=2024-06-19");
  expect(dataAddress({ path: "/timeline", query }, ".json")).toBe(
    "/timeline.json?actor=state:RUS&actor=state:CHN&as_of=2024-06-19",
  );
  expect(dataAddress({ path: "/", query: new URLSearchParams() }, ".json")).toBe("/index.json");
});

test("an id is one segment of a path, also where it holds a slash", () => {
  expect(segment("state:RUS")).toBe("state:RUS");
  expect(segment("person:Ján Ďurica/2@SVK")).toBe("person:J%C3%A1n%20%C4%8Eurica%2F2@SVK");
  expect(entityPath("agreement:anzus")).toBe("/agreement/agreement:anzus");
  expect(entityPath("state:RUS", "state")).toBe("/actor/state:RUS");
});

test("changes set, repeat and take out, and leave the given query as it is", () => {
  const query = new URLSearchParams("actor=a&from=2024-01-01");
  expect(changed(query, { actor: ["b", "c"], from: null, to: "", kind: "event" }).toString()).toBe(
    "actor=b&actor=c&kind=event",
  );
  expect(query.toString()).toBe("actor=a&from=2024-01-01");
});
