/** The same answer by the command and by Python. */
import type { EntityPage } from "../../contract/pages";

/** `asOf`, `knownAt`: days, or null. */
export function sameAs(
  page: EntityPage,
  asOf: string | null,
  knownAt: string | null,
): { command: string; python: string } {
  const days = [asOf && ` --as-of ${asOf}`, knownAt && ` --known-at ${knownAt}`].filter(Boolean).join("");
  const standing = page.kind === "agreement" || page.kind === "regime";
  const command = standing
    ? `casus explain ${quoted(page.id)}${days}`
    : `casus timeline ${quoted(page.id)} --facts${days}`;
  return { command, python: python(page, standing, asOf, knownAt) };
}

function python(page: EntityPage, standing: boolean, asOf: string | null, knownAt: string | null): string {
  const day = asOf ? `date.fromisoformat(${JSON.stringify(asOf)})` : "date.today()";
  const known = knownAt ? `, datetime.fromisoformat(${JSON.stringify(`${knownAt}T23:59:59+00:00`)})` : "";
  const first = knownAt ? "from datetime import date, datetime" : "from datetime import date";
  const asked = standing
    ? [`    print(view.explain(${JSON.stringify(page.id)}).body)`]
    : [
        `    for row in view.events(Asked(actor=${JSON.stringify(page.id)}, told=False)):`,
        "        print(row.id, row.body, row.reports, row.independent)",
      ];
  return [
    first,
    "",
    "import casus",
    ...(standing ? [] : ["from casus.ledger.views import Asked"]),
    "",
    'with casus.Ledger.open("ledger.sqlite") as ledger:',
    `    view = ledger.as_of(${day}${known})`,
    ...asked,
    "",
  ].join("\n");
}

/** A word as a shell takes it. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
