/** The shapes of countries: Natural Earth as TopoJSON, by the codes of the ledger, with the disputed areas that it can show. */
import { geoArea, geoContains } from "d3-geo";
import type { Feature, Geometry, MultiLineString, Polygon, Position } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { Problem } from "../../problem";
import areas from "./areas.json";
import codes from "./codes.json";
import points from "./points.generated.json";

/** `code`: alpha-3, null where there is none (Siachen Glacier). `area`: the disputed area that the shape is. */
export interface Shape {
  id: string;
  code: string | null;
  name: string;
  area: string | null;
  geometry: Geometry;
  /** The middle of its largest part is meant, where a label or the end of an arc stands. */
  largest: Polygon;
}

export interface Atlas {
  detail: Detail;
  shapes: readonly Shape[];
  borders: MultiLineString;
}

export type Detail = "110m" | "50m";
export type World = Topology<{ countries: GeometryCollection<{ name: string }> }>;

interface Piece {
  of: string;
  at?: readonly number[];
}

interface Lies {
  pieces?: readonly Piece[];
  at?: readonly number[];
}

const LIES: Readonly<Record<string, Lies>> = areas.areas;
const ALPHA3: Readonly<Record<string, string>> = codes.alpha3;
const NAMED: Readonly<Record<string, string>> = codes.named;
const POINTS: Readonly<Record<string, { name: string; at: readonly number[] }>> = points.points;

/** Where a disputed area lies that the shapes don't have, as longitude and latitude. */
export function pointOfArea(id: string): [number, number] | null {
  return pair(LIES[id]?.at);
}

/** Where a country lies that the coarse shapes don't have. */
export function pointOfCountry(code: string): [number, number] | null {
  return pair(POINTS[code]?.at);
}

/** The codes and names of all countries of the finest shapes, for what the ledger tells nothing of. */
export function namesOf(atlas: Atlas): Map<string, string> {
  const found = new Map(Object.entries(POINTS).map(([code, { name }]) => [code, name]));
  for (const shape of atlas.shapes) if (shape.code && !shape.area) found.set(shape.code, shape.name);
  return found;
}

/** The shapes of a topology. Of several with the same code only the first keeps the name; each piece is a shape of its own. */
export function atlasOf(world: World, detail: Detail): Atlas {
  const shapes: Shape[] = [];
  for (const one of feature(world, world.objects.countries).features) {
    const name = one.properties.name;
    const code = ALPHA3[String(one.id ?? "")] ?? NAMED[name] ?? null;
    const whole = Object.entries(LIES).find(([, { pieces }]) =>
      pieces?.some((piece) => !piece.at && (piece.of === code || piece.of === name)),
    );
    const { rest, cut } = withoutPieces(one, code);
    shapes.push(shape(`${code ?? name}`, code, name, whole?.[0] ?? null, rest));
    for (const [area, geometry] of cut) shapes.push(shape(`${code}/${area}`, code, name, area, geometry));
  }
  return { detail, shapes: distinct(shapes), borders: mesh(world, world.objects.countries, (one, two) => one !== two) };
}

const loaded = new Map<Detail, Promise<Atlas>>();

/** The shapes, asked for once. Raises Problem. */
export function loadAtlas(detail: Detail): Promise<Atlas> {
  const known = loaded.get(detail);
  if (known) return known;
  const asked = load(detail);
  loaded.set(detail, asked);
  asked.catch(() => loaded.delete(detail));
  return asked;
}

async function load(detail: Detail): Promise<Atlas> {
  const { default: address } =
    detail === "110m"
      ? await import("world-atlas/countries-110m.json?url")
      : await import("world-atlas/countries-50m.json?url");
  const answer = await fetch(address);
  if (!answer.ok) throw new Problem(answer.status, answer.statusText, "the shapes of the countries did not come");
  return atlasOf((await answer.json()) as World, detail);
}

/** A country without the pieces that are disputed, and these. */
function withoutPieces({ geometry }: Feature, code: string | null): { rest: Geometry; cut: [string, Geometry][] } {
  const cut = new Map<string, Position[][][]>();
  const parts = polygonsOf(geometry);
  let rest = parts;
  for (const [area, { pieces }] of Object.entries(LIES)) {
    for (const piece of pieces ?? []) {
      const at = pair(piece.at);
      if (!at || piece.of !== code) continue;
      const hit = rest.find((coordinates) => geoContains({ type: "Polygon", coordinates }, at));
      if (!hit) continue;
      rest = rest.filter((one) => one !== hit);
      cut.set(area, [...(cut.get(area) ?? []), hit]);
    }
  }
  return {
    rest: { type: "MultiPolygon", coordinates: rest },
    cut: [...cut].map(([area, coordinates]) => [area, { type: "MultiPolygon", coordinates }]),
  };
}

function shape(id: string, code: string | null, name: string, area: string | null, geometry: Geometry): Shape {
  const parts = polygonsOf(geometry).map((coordinates): Polygon => ({ type: "Polygon", coordinates }));
  const largest = parts.reduce((one, other) => (geoArea(other) > geoArea(one) ? other : one), parts[0] as Polygon);
  return { id, code, name, area, geometry, largest };
}

/** Without shapes that nothing is left of, and with ids that differ (two shapes of Natural Earth are Australia's). */
function distinct(shapes: readonly Shape[]): Shape[] {
  const seen = new Map<string, number>();
  return shapes
    .filter(({ geometry }) => polygonsOf(geometry).length > 0)
    .map((one) => {
      const n = seen.get(one.id) ?? 0;
      seen.set(one.id, n + 1);
      return n === 0 ? one : { ...one, id: `${one.id}/${n}` };
    });
}

function polygonsOf(geometry: Geometry): Position[][][] {
  if (geometry.type === "Polygon") return [geometry.coordinates];
  return geometry.type === "MultiPolygon" ? geometry.coordinates : [];
}

function pair(at: readonly number[] | undefined): [number, number] | null {
  return at?.[0] !== undefined && at[1] !== undefined ? [at[0], at[1]] : null;
}
