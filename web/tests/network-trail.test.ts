import { describe, expect, it } from "vitest";
import type { Mark } from "../src/contract/pages";
import { edgeQuestion, ofTheEdge } from "../src/pages/network/EdgeWords";
import type { Edge } from "../src/pages/network/graph";
import { EDGE_SORTS } from "../src/pages/network/kinds";
import { kindsAsked, kindsShown } from "../src/pages/network/Sieve";
import { acted, followed, lasting, NO_TRAIL, redoes, seenFrom, undoes } from "../src/pages/network/trail";

describe("undoing", () => {
  const opened = acted(NO_TRAIL, { what: "open Russia", before: "", after: "center=RUS" });
  const hid = acted(opened, { what: "hide Iran", before: "center=RUS", after: "center=RUS&view.hide=IRN" });

  it("takes back the last step, and does it again", () => {
    expect(undoes(hid, "center=RUS&view.hide=IRN")?.what).toBe("hide Iran");
    const back = { ...hid, at: 1 };
    expect(undoes(back, "center=RUS")?.what).toBe("open Russia");
    expect(redoes(back, "center=RUS")?.what).toBe("hide Iran");
    expect(undoes(NO_TRAIL, "")).toBeNull();
  });

  it("forgets what was undone once something else is done, and what changed nothing", () => {
    const other = acted({ ...hid, at: 1 }, { what: "hide Oman", before: "center=RUS", after: "x=1" });
    expect(other.done.map((one) => one.what)).toEqual(["open Russia", "hide Oman"]);
    expect(acted(hid, { what: "nothing", before: "a", after: "a" })).toBe(hid);
  });

  it("follows the browser's own back and forth, and begins anew elsewhere", () => {
    expect(followed(hid, "center=RUS").at).toBe(1);
    expect(followed({ ...hid, at: 0 }, "center=RUS&view.hide=IRN").at).toBe(2);
    expect(followed(hid, "center=CHN")).toBe(NO_TRAIL);
  });

  it("keeps where one looks out of the steps", () => {
    const now = new URLSearchParams("center=RUS&view.at=1,2,3&view.on=IRN&view.hide=OMN");
    expect(lasting(now)).toBe("center=RUS&view.hide=OMN");
    expect(seenFrom("center=CHN", now)).toBe("center=CHN&view.at=1%2C2%2C3&view.on=IRN");
  });
});

describe("kinds of ties", () => {
  it("are all, until some are chosen", () => {
    expect(kindsShown([])).toEqual(EDGE_SORTS);
    expect(kindsAsked(EDGE_SORTS)).toEqual([]);
    const some = EDGE_SORTS.filter((sort) => sort.kind === "party" || sort.kind === "transfer");
    expect(kindsAsked(some)).toEqual(["party", "agreement", "provision", "transfer"]);
    expect(kindsShown(kindsAsked(some))).toEqual(some);
  });
});

describe("the words of an edge", () => {
  const edge = { from: "country:IRN", to: "country:RUS", kind: "transfer" } as Edge;

  it("are asked for with the network's filters, days by other names", () => {
    const asked = edgeQuestion(
      edge,
      new URLSearchParams("center=RUS&from=2024-01-01&to=2024-12-31&facts=true&view.on=x"),
    );
    const query = new URLSearchParams(asked.split("?")[1]);
    expect(Object.fromEntries(query)).toEqual({
      from: "country:IRN",
      to: "country:RUS",
      since: "2024-01-01",
      until: "2024-12-31",
      facts: "true",
      kind: "transfer",
    });
  });

  it("go the way of the edge where it has one", () => {
    const mark = (who: string) => ({ who: [who] }) as Mark;
    const marks = [mark("state:IRN"), mark("org:forces@IRN"), mark("state:RUS")];
    expect(ofTheEdge(edge, marks)).toHaveLength(2);
    expect(ofTheEdge({ ...edge, kind: "events" }, marks)).toHaveLength(3);
    expect(ofTheEdge(edge, [mark("state:CHN")])).toHaveLength(1);
  });
});
