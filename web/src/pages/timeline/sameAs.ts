/** The same question for the command and for Python, where they can ask it. */

const ASKED = ["type", "modality", "about"] as const;

/** The line of the command: it shows the course of one actor, or between two; null where the page is filtered otherwise. */
export function commandOf(query: URLSearchParams): string | null {
  const actors = [...query.getAll("actor"), ...query.getAll("with")];
  if (query.getAll("actor").length !== 1 || actors.length > 2) return null;
  if (["type", "modality", "kind", "about", "confidence"].some((name) => query.has(name))) return null;
  const words = ["casus", "timeline", ...actors.map(quoted)];
  for (const [name, option] of [
    ["from", "--from"],
    ["to", "--to"],
    ["as_of", "--as-of"],
    ["known_at", "--known-at"],
  ] as const) {
    const value = query.get(name);
    if (value) words.push(option, quoted(value));
  }
  if (query.get("facts") === "true") words.push("--facts");
  return words.join(" ");
}

/** Lines of Python; null where several of one filter are set, which Python asks one after the other. */
export function pythonOf(query: URLSearchParams): string | null {
  if ([...ASKED, "actor", "with"].some((name) => query.getAll(name).length > 1)) return null;
  if (query.has("confidence")) return null;
  const given: string[] = [];
  for (const [name, field] of [["actor", "actor"], ["with", "with_"], ...ASKED.map((one) => [one, one])] as [
    string,
    string,
  ][]) {
    const value = query.get(name);
    if (value) given.push(`${field}=${literal(value)}`);
  }
  for (const [name, field] of [
    ["from", "first"],
    ["to", "last"],
  ] as const) {
    const value = query.get(name);
    if (value) given.push(`${field}=date.fromisoformat(${literal(value)})`);
  }
  if (query.get("facts") !== "true") given.push("told=True");
  const asOf = query.get("as_of");
  const knownAt = query.get("known_at");
  const kinds = query.getAll("kind");
  const when = [asOf ? `date.fromisoformat(${literal(asOf)})` : "None", knownAt ? knownOf(knownAt) : "None"].join(", ");
  return [
    "from datetime import UTC, date, datetime",
    "",
    "import casus",
    "from casus.ledger.views import Asked",
    "",
    'with casus.Ledger.open("ledger.sqlite") as ledger:',
    `    view = ledger.as_of(${asOf || knownAt ? when : ""})`,
    `    asked = Asked(${[...given, "limit=None"].join(", ")})`,
    `    for kind in (${(kinds.length > 0 ? kinds : ["event", "agreement", "transfer", "measure"]).map((one) => `${literal(one)},`).join(" ")}):`,
    "        for row in view.rows(kind, asked):",
    "            print(row.kind, row.valid, row.body, row.independent)",
    "",
  ].join("\n");
}

/** A day means its end. */
function knownOf(knownAt: string): string {
  const instant = knownAt.length === 10 ? `${knownAt}T23:59:59.999999+00:00` : knownAt;
  return `datetime.fromisoformat(${literal(instant)})`;
}

function literal(text: string): string {
  return JSON.stringify(text);
}

function quoted(text: string): string {
  return /^[\w:.@-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
