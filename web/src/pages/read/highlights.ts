/** Claims shown in the text without touching it: ranges of the CSS Custom Highlight API, so that copying and finding work. */
import type { Claim, Span } from "../../contract/reading";
import { lastAtOrBefore, type Places } from "./places";

/** The rows of the text as they stand in the document: where each begins, and its one text node. */
export interface Shown {
  places: Places;
  starts: number[];
  nodes: Text[];
}

export const CAN_HIGHLIGHT = typeof CSS !== "undefined" && "highlights" in CSS;

/**
 * The ranges of a span, one for each row that it stands in: a longer one would run through the margin. They are static: the
 * browser need not look after thousands of them whenever a card comes or goes.
 */
export function rangesOf(shown: Shown, [start, end]: Span): StaticRange[] {
  const ranges: StaticRange[] = [];
  for (let row = lastAtOrBefore(shown.starts, start); row < shown.nodes.length; row++) {
    const from = shown.starts[row] as number;
    const node = shown.nodes[row];
    if (from >= end || !node) break;
    const base = shown.places.unit(from);
    const startOffset = Math.max(shown.places.unit(start) - base, 0);
    const endOffset = Math.min(shown.places.unit(end) - base, node.length);
    if (startOffset >= endOffset) continue;
    ranges.push(new StaticRange({ startContainer: node, startOffset, endContainer: node, endOffset }));
  }
  return ranges;
}

let measuring: Range | null = null;

/** Where a range stands in the window, a box for each line. */
export function boxesOf(range: StaticRange): DOMRectList {
  measuring ??= document.createRange();
  measuring.setStart(range.startContainer, range.startOffset);
  measuring.setEnd(range.endContainer, range.endOffset);
  return measuring.getClientRects();
}

/** Draws all claims by their modality, and speech by a ground of its own. Returns how to take that away. */
export function highlightClaims(shown: Shown, claims: readonly Claim[]): () => void {
  const names = new Map<string, StaticRange[]>();
  const add = (name: string, spans: readonly Span[]) => {
    const ranges = names.get(name) ?? [];
    for (const span of spans) ranges.push(...rangesOf(shown, span));
    names.set(name, ranges);
  };
  for (const claim of claims) {
    if (claim.kind === "statement") {
      add("read-speech", claim.content);
      add("read-cue", claim.cue ?? []);
    } else add(`read-${claim.modality}`, claim.spans);
  }
  for (const [name, ranges] of names) setHighlight(name, ranges, name === "read-speech" ? 0 : 1);
  return () => {
    for (const name of names.keys()) setHighlight(name, [], 0);
  };
}

/** One named highlight; `priority`: which one shows where several want the same thing. */
export function setHighlight(name: string, ranges: readonly StaticRange[], priority: number): void {
  if (!CAN_HIGHLIGHT) return;
  if (ranges.length === 0) {
    CSS.highlights.delete(name);
    return;
  }
  const highlight = new Highlight(...ranges);
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
}
