/** A proof as a tree for eyes and keys: steps with their rules, below them records, below these the words or the citation. */
import type { Premise, Proof } from "../../contract/answers";

export type Kind = "step" | "record" | "words" | "citation" | "change";

export interface Node {
  id: string;
  /** From 1. */
  level: number;
  kind: Kind;
  parent: string | null;
  children: Node[];
  says: string;
  /** The rule of a step, with where it comes from. */
  rule?: { says: string; source: string };
  premise?: Premise;
  /** The report that words are from, and the fact that they tell. */
  report?: string;
  fact?: string;
}

/** The tree of a proof; what would change it stands at the end. */
export function treeOf(proof: Proof, changes: readonly string[] = []): Node {
  const root = step(proof, "0", null, 1);
  for (const [n, says] of changes.entries()) {
    root.children.push({ id: `0.c${n}`, level: 2, kind: "change", parent: "0", children: [], says });
  }
  return root;
}

function step(proof: Proof, id: string, parent: string | null, level: number): Node {
  const rule = { says: proof.rule_says, source: proof.rule_source };
  const records = proof.records.map((one, n) => record(one, `${id}.r${n}`, id, level + 1));
  const steps = proof.rests_on.map((one, n) => step(one, `${id}.${n}`, id, level + 1));
  return { id, level, kind: "step", parent, children: [...records, ...steps], says: proof.says, rule };
}

function record(premise: Premise, id: string, parent: string, level: number): Node {
  const { source } = premise;
  const below: Omit<Node, "id">[] =
    "report" in source
      ? source.spans.map(([, , words]) => ({
          kind: "words",
          level: level + 1,
          parent: id,
          children: [],
          says: String(words),
          report: source.report,
          fact: premise.fact,
        }))
      : source.cites
        ? [{ kind: "citation", level: level + 1, parent: id, children: [], says: source.cites }]
        : [];
  return {
    id,
    level,
    kind: "record",
    parent,
    children: below.map((node, n) => ({ ...node, id: `${id}.${n}` })),
    says: premise.supposed ? `${premise.kind}, supposed` : premise.kind,
    premise,
  };
}

/** The nodes that are seen, from top to bottom. */
export function seen(root: Node, open: ReadonlySet<string>): Node[] {
  return [root, ...(open.has(root.id) ? root.children.flatMap((child) => seen(child, open)) : [])];
}

/** The ids of all nodes that have something below them. */
export function branches(root: Node): string[] {
  return root.children.length > 0 ? [root.id, ...root.children.flatMap(branches)] : [];
}

/** What is open at first: all steps, so that the records are seen and their sources are one key away. */
export function openAtFirst(root: Node): Set<string> {
  const steps = (node: Node): string[] => (node.kind === "step" ? [node.id, ...node.children.flatMap(steps)] : []);
  return new Set(steps(root));
}

export interface Moved {
  at: string;
  open: ReadonlySet<string>;
}

/** Where a key leads in a tree, by the tree pattern of WAI-ARIA; null for a key that does nothing in it. */
export function pressed(key: string, root: Node, now: Moved): Moved | null {
  const shown = seen(root, now.open);
  const place = shown.findIndex((node) => node.id === now.at);
  const node = shown[place];
  if (!node) return null;
  const has = node.children.length > 0;
  const to = (other: Node | undefined): Moved => ({ at: other?.id ?? now.at, open: now.open });
  switch (key) {
    case "ArrowDown":
      return to(shown[place + 1]);
    case "ArrowUp":
      return to(shown[place - 1]);
    case "Home":
      return to(shown[0]);
    case "End":
      return to(shown.at(-1));
    case "ArrowRight":
      if (!has) return to(undefined);
      return now.open.has(node.id) ? to(node.children[0]) : { at: now.at, open: new Set([...now.open, node.id]) };
    case "ArrowLeft":
      if (has && now.open.has(node.id)) return { at: now.at, open: without(now.open, node.id) };
      return node.parent === null ? to(undefined) : { at: node.parent, open: now.open };
    case "*": {
      const level = shown.filter((other) => other.parent === node.parent && other.children.length > 0);
      return { at: now.at, open: new Set([...now.open, ...level.map((other) => other.id)]) };
    }
    default:
      return /^\S$/u.test(key) ? typedAhead(key, shown, place, now) : null;
  }
}

function typedAhead(key: string, shown: readonly Node[], place: number, now: Moved): Moved {
  const round = [...shown.slice(place + 1), ...shown.slice(0, place + 1)];
  const found = round.find((node) => node.says.toLocaleLowerCase("en").startsWith(key.toLocaleLowerCase("en")));
  return { at: found?.id ?? now.at, open: now.open };
}

/** A set without one of it. */
export function without(all: ReadonlySet<string>, one: string): Set<string> {
  const left = new Set(all);
  left.delete(one);
  return left;
}
