// Writes beside the built pages which sources they were built from; a test of the project compares.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const web = fileURLToPath(new URL("..", import.meta.url));
const built = join(web, "..", "src", "casus", "faces", "service", "built");

function* filesUnder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path);
    else yield path;
  }
}

const sources = [...filesUnder(join(web, "src"))];
for (const name of ["index.html", "package.json", "package-lock.json", "tsconfig.json", "vite.config.ts"]) {
  sources.push(join(web, name));
}
const lines = sources
  .map((path) => [
    relative(web, path).split(sep).join("/"),
    createHash("sha256").update(readFileSync(path)).digest("hex"),
  ])
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([name, hash]) => `${hash}  ${name}\n`);
const whole = createHash("sha256").update(lines.join("")).digest("hex");
writeFileSync(join(built, "sources.sha256"), `${whole}\n`);
