/** Draws a scene on a canvas. Everything that is not seen is left out; nothing is measured while it draws. */
import { colourOf, isDouble, type Palette, strokeAs, tracePath } from "./glyphs";
import { FADE_AFTER, FADE_BEFORE, type Item } from "./laying";
import { EARLIER, HELD, heldBefore, type Prepared, rowY, type Scene, type SceneLane } from "./scene";
import { SIGNS } from "./since";

/** What of the scene is looked at, and what stands out. */
export interface Look {
  /** The day at the left edge, with a fraction. */
  from: number;
  width: number;
  chosen: string | null;
  hovered: Item | null;
  /** Whether the days of the reports are drawn. */
  reports: boolean;
  font: string;
}

const BAR = 8;
const HOLDING = [2, 5];
const SOLID: number[] = [];

export function paint(to: CanvasRenderingContext2D, scene: Scene, of: Prepared, look: Look, palette: Palette): void {
  const left = look.from * scene.perDay;
  for (const lane of scene.lanes) {
    if (lane.bars.length > 0 || lane.earlier) paintBars(to, scene, lane, look, palette);
    const seen = lane.items.filter((item) => item.x1 > left - 8 && item.x0 < left + look.width + 8);
    paintHolding(to, scene, lane, of, look, palette);
    if (look.reports) paintReports(to, scene, lane, seen, of, look, palette);
    to.font = look.font;
    to.textAlign = "center";
    to.textBaseline = "middle";
    for (const item of seen) paintItem(to, scene, lane, item, of, look, palette);
  }
}

function paintBars(to: CanvasRenderingContext2D, scene: Scene, lane: SceneLane, look: Look, palette: Palette): void {
  const ground = lane.y + lane.height - 5;
  const room = lane.height - scene.top - 8;
  const right = look.from + look.width / scene.perDay;
  to.fillStyle = palette.accent;
  to.beginPath();
  for (const bar of lane.bars) {
    if (bar.hi < look.from || bar.lo > right) continue;
    const x = (bar.lo - look.from) * scene.perDay;
    const wide = (bar.hi - bar.lo) * scene.perDay;
    const height = Math.max((bar.count / lane.most) * room, 1.5);
    to.rect(x, ground - height, wide > 3 ? wide - 1 : Math.max(wide, 0.8), height);
  }
  to.fill();
  if (!lane.earlier) return;
  // What began before is no part of any step that is drawn: it is said beside them.
  const words = `‹ ${short(lane.earlier.count)}`;
  to.font = look.font;
  to.textAlign = "left";
  to.textBaseline = "middle";
  to.fillStyle = palette.raised;
  to.strokeStyle = palette.strong;
  to.lineWidth = 1;
  to.beginPath();
  to.roundRect(1.5, lane.y + scene.top - 2.5, EARLIER - 2, 14, 4);
  to.fill();
  to.stroke();
  to.fillStyle = palette.ink;
  to.fillText(words, 5, lane.y + scene.top + 5);
}

function short(count: number): string {
  return count < 1000 ? String(count) : `${(count / 1000).toFixed(count < 10_000 ? 1 : 0)}k`;
}

/** What was agreed or imposed and is not told to have ended: a faint line to the right; at the left edge, that it began before. */
function paintHolding(
  to: CanvasRenderingContext2D,
  scene: Scene,
  lane: SceneLane,
  of: Prepared,
  look: Look,
  palette: Palette,
): void {
  const left = look.from * scene.perDay;
  to.strokeStyle = palette.strong;
  to.lineWidth = 1;
  to.setLineDash(HOLDING);
  to.beginPath();
  for (const item of lane.items) {
    if (!item.extent.openRight || item.x1 > left + look.width || !item.marks.some((place) => of.holds[place])) continue;
    const y = rowY(scene, lane, item.row);
    to.moveTo(Math.max(item.x1 - left, item.x1 > left ? 0 : HELD), y);
    to.lineTo(look.width, y);
  }
  to.stroke();
  to.setLineDash(SOLID);
  for (const [row, places] of heldBefore(lane, of.holds, left)) {
    const y = rowY(scene, lane, row);
    const mark = of.marks[places[0] ?? 0];
    const chosen = look.chosen !== null && places.some((place) => of.marks[place]?.id === look.chosen);
    if (chosen) halo(to, 5, HELD - 1, y, palette, true);
    to.fillStyle = colourOf(mark?.kind ?? "", palette);
    tracePath(to, mark?.kind ?? "", 11, y, 2.8);
    to.fill();
    to.strokeStyle = palette.muted;
    to.beginPath();
    to.moveTo(5, y - 3.5);
    to.lineTo(2, y);
    to.lineTo(5, y + 3.5);
    to.stroke();
  }
}

/** A thin tail from what happened to the days on which it was reported, each a tick. */
function paintReports(
  to: CanvasRenderingContext2D,
  scene: Scene,
  lane: SceneLane,
  seen: readonly Item[],
  of: Prepared,
  look: Look,
  palette: Palette,
): void {
  to.strokeStyle = palette.muted;
  for (const item of seen) {
    const y = rowY(scene, lane, item.row);
    const from = ((item.extent.lo + item.extent.hi) / 2 - look.from) * scene.perDay;
    const days = new Set(item.marks.slice(0, 12).flatMap((place) => of.reported[place] ?? []));
    const bold = item === look.hovered || isChosen(item, of, look);
    to.globalAlpha = bold ? 1 : 0.6;
    to.lineWidth = bold ? 1.4 : 0.7;
    to.beginPath();
    for (const day of days) {
      const x = (day + 0.5 - look.from) * scene.perDay;
      if (x > look.width + 2 && from > look.width) continue;
      to.moveTo(Math.max(from, -4), y);
      to.lineTo(Math.min(Math.max(x, -4), look.width + 4), y);
      to.moveTo(x, y - 6);
      to.lineTo(x, y + 6);
    }
    to.stroke();
  }
  to.globalAlpha = 1;
}

function paintItem(
  to: CanvasRenderingContext2D,
  scene: Scene,
  lane: SceneLane,
  item: Item,
  of: Prepared,
  look: Look,
  palette: Palette,
): void {
  const first = of.marks[item.marks[0] ?? 0];
  if (!first) return;
  const left = look.from * scene.perDay;
  const y = rowY(scene, lane, item.row);
  const { extent } = item;
  const x0 = item.x0 - left + (extent.openLeft ? FADE_BEFORE : 0);
  const x1 = item.x1 - left - (extent.openRight ? FADE_AFTER : 0);
  const many = item.marks.length > 1;
  const kind = common(item, (place) => of.marks[place]?.kind) ?? "";
  const modality = common(item, (place) => of.marks[place]?.modality) ?? "actual";
  const colour = many && kind === "" ? palette.ink : colourOf(kind, palette);
  const ghost = of.since.get(first.id) === "added";
  if (item === look.hovered || isChosen(item, of, look)) halo(to, x0, x1, y, palette, isChosen(item, of, look));
  to.globalAlpha = ghost ? 0.6 : 1;
  to.strokeStyle = colour;
  to.fillStyle = colour;
  if (extent.openLeft) fade(to, x0, -FADE_BEFORE, y);
  if (extent.openRight) fade(to, x1, FADE_AFTER, y);
  to.globalAlpha = ghost ? 0.7 : 1;
  const firm = modality === "actual" && !first.negated && !extent.openLeft && !ghost;
  if (!item.dot) span(to, item, x0, x1, y, kind, modality, scene, look, palette, colour);
  else if (many) pill(to, x0, x1, y, modality, palette);
  else {
    tracePath(to, kind, (x0 + x1) / 2, y, 4);
    to.fillStyle = firm ? colour : palette.raised;
    to.fill();
    strokeAs(to, modality, true);
    if (isDouble(modality) || first.negated) strike(to, (x0 + x1) / 2, y);
  }
  to.globalAlpha = 1;
  if (many) {
    to.fillStyle = palette.ink;
    to.fillText(String(item.marks.length), Math.max((x0 + x1) / 2, Math.min(12, x1 - 6)), y + 0.5);
  }
  signs(to, item, of, x1, y, palette);
}

/** As wide as its days may be; what it surely lasted is filled. */
function span(
  to: CanvasRenderingContext2D,
  item: Item,
  x0: number,
  x1: number,
  y: number,
  kind: string,
  modality: string,
  scene: Scene,
  look: Look,
  palette: Palette,
  colour: string,
): void {
  to.beginPath();
  to.roundRect(x0 + 0.5, y - BAR / 2, Math.max(x1 - x0 - 1, 2), BAR, 3);
  to.fillStyle = palette.raised;
  to.fill();
  to.strokeStyle = colour;
  strokeAs(to, modality, x1 - x0 < 24);
  const { coreLo, coreHi } = item.extent;
  if (coreLo !== null && coreHi !== null) {
    const lo = (coreLo - look.from) * scene.perDay;
    const hi = (coreHi - look.from) * scene.perDay;
    to.fillStyle = colour;
    to.globalAlpha *= modality === "actual" ? 1 : 0.35;
    to.fillRect(lo, y - BAR / 2 + 2, Math.max(hi - lo, 1), BAR - 4);
    to.globalAlpha = 1;
  } else if (item.marks.length === 1 && x1 - x0 > 18) {
    // The shape tells the kind where colours look alike; it stands at the edge, as no day in the middle is meant.
    to.fillStyle = colour;
    tracePath(to, kind, Math.min(Math.max(x0, -2) + 7, x1 - 7), y, 2.6);
    to.fill();
  }
  if (isDouble(modality)) strike(to, (x0 + x1) / 2, y);
}

function pill(
  to: CanvasRenderingContext2D,
  x0: number,
  x1: number,
  y: number,
  modality: string,
  palette: Palette,
): void {
  to.beginPath();
  to.roundRect(x0, y - 6.5, x1 - x0, 13, 6.5);
  to.fillStyle = palette.raised;
  to.fill();
  strokeAs(to, modality, true);
}

/** An end that is not told: the line goes out in steps. */
function fade(to: CanvasRenderingContext2D, x: number, length: number, y: number): void {
  const steps = 6;
  const step = length / steps;
  const full = to.globalAlpha;
  for (let n = 0; n < steps; n += 1) {
    to.globalAlpha = full * (0.75 - n * 0.12);
    to.fillRect(x + n * step, y - 1.5, step, 3);
  }
  to.globalAlpha = full;
}

function strike(to: CanvasRenderingContext2D, x: number, y: number): void {
  to.lineWidth = 1.4;
  to.beginPath();
  to.moveTo(x - 5.5, y + 5.5);
  to.lineTo(x + 5.5, y - 5.5);
  to.stroke();
}

function halo(
  to: CanvasRenderingContext2D,
  x0: number,
  x1: number,
  y: number,
  palette: Palette,
  chosen: boolean,
): void {
  to.beginPath();
  to.roundRect(x0 - 3.5, y - 8.5, x1 - x0 + 7, 17, 5);
  to.fillStyle = chosen ? palette.mark : palette.wash;
  to.fill();
  to.strokeStyle = chosen ? palette.ink : palette.strong;
  to.lineWidth = chosen ? 1.5 : 1;
  to.stroke();
}

function signs(to: CanvasRenderingContext2D, item: Item, of: Prepared, x: number, y: number, palette: Palette): void {
  if (of.since.size === 0) return;
  const found = new Set<string>();
  for (const place of item.marks) {
    const since = of.since.get(of.marks[place]?.id ?? "");
    if (since) found.add(SIGNS[since]);
  }
  if (found.size === 0) return;
  to.fillStyle = palette.ink;
  to.fillText([...found].join(""), x + 4, y - 5);
}

function isChosen(item: Item, of: Prepared, look: Look): boolean {
  return look.chosen !== null && item.marks.some((place) => of.marks[place]?.id === look.chosen);
}

function common<T>(item: Item, told: (place: number) => T): T | undefined {
  const [first, ...others] = item.marks;
  if (first === undefined) return undefined;
  const value = told(first);
  return others.every((place) => told(place) === value) ? value : undefined;
}
