/** From the document to the text and back: where a pointer is, and what was selected. */
import type { Shown } from "./highlights";

/** The code point under a point of the window; null where there is no text there. */
export function pointAt(shown: Shown, x: number, y: number): number | null {
  const caret = caretAt(x, y);
  const row = caret ? shown.nodes.indexOf(caret.node as Text) : -1;
  if (!caret || row < 0) return null;
  const node = shown.nodes[row] as Text;
  // The nearest caret is also given beside and below the text, where no word is.
  for (const at of [caret.offset, caret.offset - 1]) {
    if (at < 0 || at >= node.length) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    for (const box of range.getClientRects()) {
      if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) {
        return shown.places.point(shown.places.unit(shown.starts[row] as number) + at);
      }
    }
  }
  return null;
}

function caretAt(x: number, y: number): { node: Node; offset: number } | null {
  if (document.caretPositionFromPoint) {
    const caret = document.caretPositionFromPoint(x, y);
    return caret && { node: caret.offsetNode, offset: caret.offset };
  }
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

/** What is selected, exactly as it stands in the text; null where the selection is not wholly in it. */
export function selectedText(shown: Shown, selection: Selection | null): string | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = unitOf(shown, range.startContainer, range.startOffset);
  const end = unitOf(shown, range.endContainer, range.endOffset);
  return start === null || end === null ? null : shown.places.text.slice(start, end);
}

function unitOf(shown: Shown, node: Node, offset: number): number | null {
  const row = shown.nodes.indexOf(node as Text);
  if (row >= 0) return shown.places.unit(shown.starts[row] as number) + offset;
  // A selection by paragraphs ends at the beginning of an element, not in a text node.
  const inside = shown.nodes.findIndex((text) => node.contains(text) || text.parentNode === node);
  if (inside < 0) return null;
  const begin = shown.places.unit(shown.starts[inside] as number);
  return offset === 0 ? begin : begin + (shown.nodes[inside]?.length ?? 0);
}
