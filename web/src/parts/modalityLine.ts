/** How a modality is drawn: the same line everywhere, beside its word. */
import type { Modality } from "../contract/reading";

/** `dash`: as stroke-dasharray, "" for a solid line; `width` in pixels; `double`: two thin lines. */
export interface Line {
  dash: string;
  width: number;
  double: boolean;
}

const SOLID: Line = { dash: "", width: 1.6, double: false };
const DASHED: Line = { dash: "6 4", width: 1.6, double: false };
const THICK: Line = { dash: "7 4", width: 3.2, double: false };
const DOTTED: Line = { dash: "1.6 3.2", width: 1.8, double: false };
const DASH_DOT: Line = { dash: "7 3 1.6 3", width: 1.6, double: false };

const LINES: Record<Modality, Line> = {
  actual: SOLID,
  denied: { dash: "", width: 1, double: true },
  planned: DASHED,
  promised: DASHED,
  threatened: THICK,
  demanded: THICK,
  possible: DOTTED,
  conditional: DASH_DOT,
  supposed: DASH_DOT,
};

/** The line of a modality; one that is not known is drawn solid. */
export function lineOf(modality: string): Line {
  return LINES[modality as Modality] ?? SOLID;
}
