/** A scene as an SVG file, which stands alone. */
import type { Size } from "./camera";
import { FONT, type Inks } from "./paint";
import type { Form, Scene, Shape } from "./scene";

export function svgOf(scene: Scene, size: Size, inks: Inks, title: string): string {
  const { width, height } = size;
  const body = scene.shapes.map((shape) => drawn(shape, inks)).join("\n");
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${escaped(FONT)}">
<title>${escaped(title)}</title>
<rect width="100%" height="100%" fill="${inks("--paper")}"/>
${body}
</svg>
`;
}

function drawn(shape: Shape, inks: Inks): string {
  const faint = shape.strength === 1 ? "" : ` opacity="${shape.strength}"`;
  if (shape.is === "words") {
    const bold = shape.bold ? ' font-weight="600"' : "";
    const halo = `stroke="${inks("--paper")}" stroke-width="3.5" paint-order="stroke" stroke-linejoin="round"`;
    return `<text x="${round(shape.at.x)}" y="${round(shape.at.y)}" font-size="${shape.size}"${bold} fill="${inks(shape.ink)}" ${halo}${faint}>${escaped(shape.text)}</text>`;
  }
  if (shape.is === "curve") {
    const { from, bend, to } = shape;
    const path = `M${round(from.x)} ${round(from.y)}Q${round(bend.x)} ${round(bend.y)} ${round(to.x)} ${round(to.y)}`;
    const dash = shape.dash.length > 0 ? ` stroke-dasharray="${shape.dash.map(round).join(" ")}"` : "";
    return `<path d="${path}" fill="none" stroke="${inks(shape.ink)}" stroke-width="${round(shape.width)}"${dash}${faint}/>`;
  }
  return form(shape, inks, faint);
}

function form(shape: Form, inks: Inks, faint: string): string {
  const stroke = shape.ink ? ` stroke="${inks(shape.ink)}" stroke-width="${shape.width}"` : "";
  const look = `fill="${shape.fill ? inks(shape.fill) : "none"}"${stroke}${faint}`;
  if (shape.corners.length === 0)
    return `<circle cx="${round(shape.at.x)}" cy="${round(shape.at.y)}" r="${round(shape.radius)}" ${look}/>`;
  const points = shape.corners.map(({ x, y }) => `${round(x)},${round(y)}`).join(" ");
  return `<${shape.closed ? "polygon" : "polyline"} points="${points}" ${look}/>`;
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}

/** A text as XML: what XML has no place for at all is left out. */
export function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
