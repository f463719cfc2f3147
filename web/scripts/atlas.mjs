// Writes src/pages/map/points.generated.json: a point of every country that the first, coarse drawing has no shape for,
// out of the finer drawings of world-atlas. With --check it writes nothing and fails where the file is another.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { geoArea, geoCentroid } from "d3-geo";
import { feature } from "topojson-client";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const read = (path) => JSON.parse(readFileSync(here(path), "utf8"));
const codes = read("../src/pages/map/codes.json");
const written = "../src/pages/map/points.generated.json";

function shapes(detail) {
  const topology = read(`../node_modules/world-atlas/countries-${detail}.json`);
  return feature(topology, topology.objects.countries).features;
}

const codeOf = (shape) => codes.alpha3[shape.id] ?? codes.named[shape.properties.name];

/** The middle of the largest of its parts, to a hundredth of a degree. */
function point({ geometry }) {
  const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const areas = parts.map((coordinates) => ({ type: "Polygon", coordinates }));
  const largest = areas.reduce((one, other) => (geoArea(other) > geoArea(one) ? other : one));
  return geoCentroid(largest).map((degrees) => Math.round(degrees * 100) / 100);
}

const drawn = new Set(shapes("110m").map(codeOf));
const points = {};
for (const detail of ["50m", "10m"]) {
  for (const shape of shapes(detail)) {
    const code = codeOf(shape);
    if (code && !drawn.has(code) && !points[code]) points[code] = { name: shape.properties.name, at: point(shape) };
  }
}
const sorted = Object.fromEntries(Object.entries(points).sort(([one], [other]) => (one < other ? -1 : 1)));
const source = "Natural Earth in world-atlas, by scripts/atlas.mjs: the middle of the largest part of each shape";
const text = `${JSON.stringify({ source, points: sorted }, null, 2)}\n`;
if (!process.argv.includes("--check")) writeFileSync(here(written), text);
else if (JSON.stringify(read(written)) !== JSON.stringify(JSON.parse(text))) {
  console.error("points.generated.json is another than scripts/atlas.mjs makes: node scripts/atlas.mjs");
  process.exit(1);
}
