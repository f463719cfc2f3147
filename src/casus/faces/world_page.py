"""One entry of the reference facts for a person: what it is, and what belongs to it, as wide as the console."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from casus.errors import WorldError
from casus.faces.text import clean
from casus.world.fact import short
from casus.world.lookup import name

Row = Mapping[str, Any]

_LABELS, _LABEL_SHARE = 20, 0.34
"""Labels are given so many characters, and no more than this share of the width."""

_HEAD = (
    "official", "aliases", "names", "codes", "former", "adjectives", "capitals", "form", "imposers", "targets", "target_names",
    "signed", "signed_at", "in_force", "status", "established_by", "instruments", "committee", "renewed", "seat", "successor",
    "parent", "recognised_by", "exemptions", "spheres", "disputed", "notes",
)  # fmt: skip
"""What stands above the lists, in this order, where the entry has it."""


def show(entry: Row, on: Console) -> None:
    """Print an entry for a person."""
    on.print(Text.assemble((clean(str(entry["name"])), "bold"), ("  " + clean(str(entry["id"])), "dim")))
    on.print(_grid(list(_head(entry)), on.width))
    for title, rows in _sections(entry):
        on.print(Text(f"\n{title}", style="bold"))
        on.print(_grid(rows, on.width))


def _grid(rows: Sequence[tuple[str, Text | str]], width: int) -> Table:
    """Lines of a label and what it labels. Labels are never cut, since ids are copied from them."""
    longest = max((len(label) for label, _ in rows), default=0)
    labels = min(max(longest, _LABELS), int(width * _LABEL_SHARE))
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="dim", width=labels, overflow="fold")
    table.add_column(width=max(width - labels - 2, 20))
    for label, text in rows or [("", "none")]:
        table.add_row(clean(label), text)
    return table


def _head(entry: Row) -> Iterator[tuple[str, Text | str]]:
    if entry.get("as_of"):
        told = {True: "stands on that day", False: "DOES NOT STAND on that day", None: "may or may not stand on that day"}
        yield "as of", entry["as_of"] + (f": {told[entry['stands']]}" if "stands" in entry else "")
    if entry.get("loose"):
        yield "members", "LOOSE: there is no agreed roster"
    if entry.get("first") or entry.get("last"):
        yield "days", _days(entry)
    if code := " ".join(filter(None, (entry.get("alpha3"), entry.get("alpha2"), entry.get("wikidata")))):
        yield "ISO, Wikidata", code
    for key in _HEAD:
        if key == "status" and entry.get("as_of"):
            continue  # it is how things stood when they were last checked
        if key in entry and entry[key] not in (None, [], ""):
            yield key.replace("_", " "), clean(_value(key, entry[key]))
    if entry.get("source"):
        yield "source", clean(f"{entry['source']}  ({entry['confidence']:.0%})")


def _value(key: str, value: Any) -> str:  # noqa: ANN401 - JSON
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ("\n" if key in ("exemptions", "notes") else ", ").join(_value(key, one) for one in value)
    if not isinstance(value, Mapping):
        return _named(value) if ":" in str(value) else str(value)
    if "system" in value:
        return f"{value['system']} {value['number']} ({_days(value)})"
    named = value.get("name") or ", ".join(value.get("names", ())) or value.get("resolution") or value.get("claim", "")
    return f"{named} ({_days(value)})" if value.get("first") or value.get("last") else str(named)


def _sections(entry: Row) -> Iterator[tuple[str, list[tuple[str, Text | str]]]]:
    if "offices" in entry:
        yield (
            "in office",
            [(one["office"], _line(one, one["name"], "acting" if one.get("acting") else "")) for one in entry["offices"]],
        )
    if entry["kind"] == "agreement":
        yield "parties", [(short(one["state"]), _line(one, _named(one["state"]))) for one in entry["parties"]]
        yield "provisions", [(_article(one), _provision(one)) for one in entry.get("provisions", ())]
    if entry["kind"] == "regime":
        yield "measures", [(one["detail"], _measure(one)) for one in entry.get("measures", ())]
    if entry["kind"] in ("organisation", "bloc") and entry.get("members"):
        yield "members", [(short(one["member"]), _line(one, _named(one["member"]))) for one in entry["members"]]
    yield from _of_state(entry)


def _of_state(entry: Row) -> Iterator[tuple[str, list[tuple[str, Text | str]]]]:
    if entry["kind"] != "state":
        return
    if agreements := entry.get("agreements"):
        yield "agreements", [(short(one["agreement"]).partition(":")[2], _line(one, one["title"])) for one in agreements]
    if memberships := entry.get("memberships"):
        yield "belongs to", [(short(one["group"]), _line(one, _named(one["group"]))) for one in memberships]
    if commitments := entry.get("commitments"):
        yield "one-sided commitments", [(one["commitment"].partition(":")[2], _provision(one)) for one in commitments]
    for key, title in (("sanctioned_by", "under sanctions"), ("sanctions", "imposes sanctions")):
        if regimes := entry.get(key):
            yield title, [(one["regime"].partition(":")[2], _line(one, one["name"])) for one in regimes]
    if pairs := entry.get("no_defence_treaty"):
        yield "no defence treaty", [(" ".join(one["states"]), clean(one["note"])) for one in pairs]


def _line(row: Row, *words: str) -> Text:
    """The words of a row with its days and what an interval alone would hide."""
    told = "  ".join(clean(word) for word in words if word)
    line = Text.assemble(told, ("  " + _days(row), "dim"))
    if row.get("uncertain"):
        line.append("  PERHAPS: day not known", "yellow")
    if row.get("status") == "signed":
        line.append("  SIGNED ONLY: not known to be in force", "yellow")
    if row.get("note"):
        line.append(f"  {clean(row['note'])}", "italic")
    return line


def _article(row: Row) -> str:
    return f"{row['article']}  {row['provides']}"


def _provision(row: Row) -> Text:
    parts = [Text(clean(row["obligation"]))]
    if row.get("trigger"):
        parts.insert(0, Text.assemble(("when: ", "dim"), clean(row["trigger"])))
    told = ("instrument", "discretion", "territory", "conditions", "bound", "beneficiaries")
    parts += [Text.assemble((f"{key}: ", "dim"), clean(_value("", row[key]))) for key in told if row.get(key)]
    for one in row.get("suspensions", ()):
        between = " and ".join(_named(party) for party in one["between"])
        parts.append(Text.assemble(("suspended: ", "yellow"), clean(f"{between}, {_days(one)}: {one['effect']}")))
    parts.append(Text(_days(row), "dim"))
    return Text("\n").join(parts)


def _measure(row: Row) -> Text:
    line = _line(row, row["scope"], f"[{row['resolution']}]" if row.get("resolution") else "")
    if row.get("dated") == "regime":
        line.append("  when within the regime is not known", "yellow")
    for key in ("against", "exemptions"):
        if row.get(key):
            line.append(f"\n{key}: {clean(_value('', row[key]))}", "dim")
    return line


def _days(row: Row) -> str:
    """First and last day, both inside: "since 1949-08-24", "until 1991-06-30", "days not known"."""
    first, last = row.get("first"), row.get("last")
    if first and last:
        return str(first) if first == last else f"{first} to {last}"
    return f"since {first}" if first else f"until {last}" if last else "days not known"


def _named(entity: str) -> str:
    try:
        return name(entity)
    except WorldError:
        return entity
