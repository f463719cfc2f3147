"""Compiles what names mean: every name of every state, organisation, group, medium, bloc and place under its folded form."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from casus.world.fold import fold, without_the
from casus.world.index import Record, Row
from casus.world.source import records

GENERIC_FROM = 3
"""A parliament's name that so many states share ("National Assembly") is not a name of any one of them."""

_PLURALS = (("man", "men"), ("woman", "women"))
_PLAIN_PLURAL = ("German", "Roman", "Turkoman", "Ottoman", "Burman")
_NO_PLURAL = ("ese", "sh", "ch", "ss", "s", "z")


@dataclass(slots=True)
class _Names:
    entities: list[Row] = field(default_factory=list)
    by_id: dict[str, int] = field(default_factory=dict)
    names: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))

    def entity(self, row: Row) -> str:
        """Take in an entity: id, name, kind, country, countries, sector, Wikidata id, loose. Returns its id."""
        self.by_id[row[0]] = len(self.entities)
        self.entities.append(row)
        return str(row[0])

    def add(self, text: str, entity: str, use: str, row: Record, *, weight: float = 1.0) -> None:
        """Put a name under its key. A repeated sense of the same entity is put once, with the greater weight."""
        guard = 1 if text in row.get("common_words", ()) else 2 if text in row.get("words_in_capitals", ()) else 0
        key = fold(without_the(text)[0])
        sense = [
            self.by_id[entity], use, row.get("sector"), row.get("first"), row.get("last"), row.get("weight", weight), text, guard,
        ]  # fmt: skip
        for other in self.names[key]:
            if [other[0], *other[3:5], other[6]] == [sense[0], *sense[3:5], sense[6]]:
                other[5] = max(other[5], sense[5])
                return
        self.names[key].append(sense)


def plural(noun: str) -> str | None:
    """The plural of a demonym noun ("Russian": "Russians"), None where it has none of its own ("the Dutch")."""
    for singular, many in reversed(_PLURALS):
        if noun.endswith(singular) and noun.split()[-1] not in _PLAIN_PLURAL:
            return noun[: -len(singular)] + many
    return None if noun.endswith(_NO_PLURAL) else noun + "s"


def _within(row: Record, life: Record) -> Record:
    """When a name held, cut to the life of its state, unless it lies wholly before it (an older state's capital)."""
    first, last, born = row.get("first"), row.get("last") or life.get("last"), life.get("first")
    if born and (not first or first < born) and not (last and last < born):
        first = born
    return {"first": first, "last": last}


def _states(out: _Names) -> None:
    for row in records("states.yaml"):
        entity = out.entity([f"state:{row['code']}", row["name"], "state", row["code"], [], None, row.get("wikidata"), False])
        life = {"first": row.get("first"), "last": row.get("last")}
        out.add(row["name"], entity, "name", life)
        for name in [row.get("official"), *row.get("names", [])]:
            if name:
                out.add(name, entity, "name", life)
        for former in row.get("former", []):
            out.add(former["name"], entity, "former", former, weight=0.7)
        for word in dict.fromkeys([*row.get("adjectives", []), *row.get("nouns", [])]):
            out.add(word, entity, "demonym", life)
        for noun in row.get("nouns", []):
            if many := plural(noun):
                out.add(many, entity, "demonym", life)
        for capital in row.get("capitals", []):
            when = _within(capital, life)
            for name in capital["names"]:
                out.add(name, entity, "capital", when | {"sector": "GOV"}, weight=0.5 if capital.get("role") else 0.9)


def _of_states(out: _Names, file: str, use: str) -> None:
    """Names of buildings, parliaments and forces: they mean their state or organisation."""
    rows = records(file)
    lives = {row["code"]: row for row in records("states.yaml")}
    owners = Counter(fold(without_the(name)[0]) for row in rows for name in dict.fromkeys(row["names"]))
    for row in rows:
        entity = f"org:{row['organisation']}" if "organisation" in row else f"state:{row['state']}"
        life = lives.get(row.get("state", ""), {})
        when = row | _within(row, life)
        for name in row["names"]:
            if use != "legislature" or owners[fold(without_the(name)[0])] < GENERIC_FROM or "weight" in row:
                out.add(name, entity, row.get("use", use), when, weight=0.9)


def _organisations(out: _Names) -> None:
    rosters: dict[str, list[str]] = defaultdict(list)
    for row in records("memberships.yaml"):
        if "last" not in row and not row.get("elected"):
            rosters[row["group"]].append(row["member"])
    for row in records("organisations.yaml"):
        sector = row.get("sector") or ("NGO" if row["plover"] == "NGO" else "IGO")
        members = sorted(rosters[row["abbr"]]) if row["kind"] == "bloc" else []
        entity = out.entity(
            [f"org:{row['abbr']}", row["names"][0], row["kind"], None, members, sector, row.get("wikidata"), False]
        )
        for name in row["names"]:
            out.add(name, entity, "name", row | {"sector": sector})
    for row in records("blocs.yaml"):
        members = [] if row["loose"] else sorted(rosters[row["id"]])
        entity = out.entity([f"bloc:{row['id']}", row["names"][0], "bloc", None, members, None, None, row["loose"]])
        for name in row["names"]:
            out.add(name, entity, "name", row)


def _groups_and_media(out: _Names) -> None:
    for row in records("groups.yaml"):
        entity = out.entity(
            [
                f"group:{row['id']}",
                row["names"][0],
                "group",
                row.get("base"),
                row["region"],
                row["sector"],
                row.get("wikidata"),
                False,
            ]
        )
        for name in row["names"]:
            out.add(name, entity, "name", row)
    for row in records("media.yaml"):
        entity = out.entity(
            [
                f"media:{row['id']}",
                row["names"][0],
                "organisation",
                row.get("country"),
                [],
                row["sector"],
                row.get("wikidata"),
                False,
            ]
        )
        for name in row["names"]:
            out.add(name, entity, "media", row, weight=0.8)


def _places_and_extra(out: _Names) -> None:
    for row in records("places.yaml"):
        entity = out.entity(
            [
                f"place:{row['id']}",
                row["names"][0],
                "place",
                row.get("country"),
                row.get("countries", []),
                None,
                row.get("wikidata"),
                False,
            ]
        )
        for name in row["names"]:
            out.add(name, entity, "place", row, weight=row.get("weight", 0.9))
    for row in records("names.yaml"):
        out.add(row["name"], row["entity"], row["use"], row)


def _weigh(out: _Names) -> None:
    """Curated weights of ambiguous names replace those that follow from the use alone."""
    for row in records("weights.yaml"):
        key = fold(without_the(row["name"])[0])
        for sense in out.names[key]:
            entity = out.entities[sense[0]][0]
            if entity in row["weights"]:
                sense[5] = row["weights"][entity]


def compiled_names() -> dict[str, Any]:
    """`entities`: rows of Entity; `names`: folded name to rows of entity, use, sector, first, last, weight, text, guarded."""
    out = _Names()
    _states(out)
    _organisations(out)
    _groups_and_media(out)
    for file, use in (("seats.yaml", "seat"), ("legislatures.yaml", "legislature"), ("forces.yaml", "forces")):
        _of_states(out, file, use)
    _places_and_extra(out)
    _weigh(out)
    return {"entities": out.entities, "names": dict(sorted(out.names.items())), "bodies": list(_bodies())}


def _bodies() -> Iterator[list[str]]:
    for row in records("bodies.yaml"):
        for words in row["words"]:
            yield [words, row["use"], row["sector"]]
