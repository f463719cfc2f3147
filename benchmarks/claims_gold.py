"""Reports with their claims by hand: load them, and refuse what the published format or the report doesn't bear out.

The form is told in examples/README.md. Quotes stand for spans: every quote must occur in the report's canonical text.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, get_args

import yaml

from casus.reading import model
from casus.sources.open import open_report
from casus.sources.report import Report, Span, StampOrigin

Interval = tuple[date | None, date | None]
"""First and last day, both inclusive; None is an open end."""

_ENUMERATIONS: Mapping[str, tuple[str, ...]] = {
    "modality": get_args(model.Modality),
    "act": get_args(model.Act),
    "quoting": get_args(model.Quoting),
    "type": get_args(model.Root),
    "provides": get_args(model.Provides),
    "measure": get_args(model.MeasureKind),
    "goods_class": get_args(model.GoodsClass),
    "stance": get_args(model.Stance),
    "relation": get_args(model.Relation),
}
_STATUS = {"agreement": get_args(model.AgreementStatus), "measure": get_args(model.MeasureStatus)}
_ACTOR = {"speaker", "holder", "member", "group"}
_ACTORS = {
    "co_speakers", "addressees", "actors", "recipients", "parties", "bound", "beneficiaries", "imposers", "targets", "suppliers",
    "toward",
}  # fmt: skip
_COMMON = {"id", "kind", "quote", "nth", "by", "modality", "negated", "condition", "when", "optional", "or"}
_REQUIRED: Mapping[str, set[str]] = {
    "statement": {"speaker", "act", "quoting"},
    "event": {"type", "actors", "recipients"},
    "agreement": {"parties", "status"},
    "provision": {"agreement", "provides"},
    "measure": {"measure", "imposers", "targets", "status"},
    "transfer": {"suppliers", "recipients", "goods", "goods_class"},
    "position": {"holder", "stance", "object"},
    "membership": {"member", "group", "relation"},
}
_ALLOWED: Mapping[str, set[str]] = {
    "statement": {"co_speakers", "addressees", "via"},
    "event": {"killed", "injured", "crowd"},
    "agreement": {"title", "spheres"},
    "provision": {"bound", "beneficiaries"},
    "measure": {"regime"},
    "transfer": {"purpose"},
    "position": {"toward"},
    "membership": set(),
}
_FILE = {"report", "about", "published", "title", "stamps", "written", "actors", "claims"}


class GoldError(ValueError):
    """A gold file is wrong; the message names the file and the place, and what is allowed."""


@dataclass(frozen=True)
class GoldActor:
    """Who is meant. `mentions` are the places of its distinguishing names; `apart`: never the same as its country."""

    id: str
    name: str
    kind: str
    country: str | None
    mentions: tuple[Span, ...]
    apart: bool


@dataclass(frozen=True)
class GoldClaim:
    """A claim by hand. `fields` hold what its kind has, `alternatives` what else a careful reader may put there."""

    id: str
    kind: str
    span: Span
    modality: str
    by: str | None
    condition: str | None
    negated: bool
    when: Interval | None
    optional: bool
    fields: Mapping[str, Any]
    alternatives: Mapping[str, list[Any]] = field(default_factory=dict)

    def accepts(self, name: str, value: object) -> bool:
        """Whether a value is the claim's own or one of its alternatives."""
        own = self.modality if name == "modality" else self.fields.get(name)
        return value == own or value in self.alternatives.get(name, ())

    def actors(self, name: str) -> list[list[str]]:
        """The lists of actors that may stand in a field: the claim's own first. A single actor is a list of one."""
        own = self.fields.get(name)
        if name in _ACTOR:
            return [[own] if own else [], *([other] for other in self.alternatives.get(name, ()))]
        return [list(own or ()), *([list(self.alternatives[name])] if name in self.alternatives else [])]


@dataclass(frozen=True)
class GoldReport:
    """A report with all that a careful reader would record of it."""

    path: Path
    report: Report
    published: date | None
    title: str | None
    stamps: tuple[tuple[str, date], ...]
    written: Interval | None
    actors: Mapping[str, GoldActor]
    claims: tuple[GoldClaim, ...]


def load_gold(folder: Path) -> list[GoldReport]:
    """Every gold of a folder, in order of its name. Raises `GoldError` for a folder without one and for a wrong file."""
    paths = sorted(folder.glob("*.gold.yaml"))
    if not paths:
        raise GoldError(f"{folder}: no *.gold.yaml; name a folder of reports with gold")
    return [load_report(path) for path in paths]


def load_report(path: Path) -> GoldReport:
    """One gold file and the report that it names."""
    try:
        row = yaml.load(path.read_text(encoding="utf-8"), Loader=_Strict)
    except yaml.YAMLError as error:
        raise GoldError(f"{path.name}: {error}") from error
    _keys(path.name, row, _FILE, {"report", "written", "actors", "claims"})
    published, title = row.get("published"), row.get("title")
    report = open_report(path.parent / row["report"], published=published, title=title)
    place = f"{path.name}: "
    actors = {name: _actor(f"{place}actor {name}", name, actor, report.text) for name, actor in row["actors"].items()}
    claims = tuple(_claim(place, claim, report.text, actors) for claim in row["claims"])
    _references(place, claims)
    return GoldReport(
        path=path,
        report=report,
        published=published,
        title=title,
        stamps=tuple(_stamp(place, stamp, report.text) for stamp in row.get("stamps") or () if not stamp.get("optional")),
        written=(row["written"]["from"], row["written"]["to"]) if row["written"] else None,
        actors=actors,
        claims=claims,
    )


def occurrences(text: str, words: str) -> list[Span]:
    """Where words occur in a text as whole words."""
    before, after = r"(?<!\w)" if words[:1].isalnum() else "", r"(?!\w)" if words[-1:].isalnum() else ""
    return [match.span() for match in re.finditer(before + re.escape(words) + after, text)]


class _Strict(yaml.SafeLoader):
    """Refuses a key that is given twice, which YAML's own loader passes over."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        for key in keys:
            if keys.count(key) > 1:
                raise GoldError(f"line {node.start_mark.line + 1}: `{key}` is given twice")
        return super().construct_mapping(node, deep)


def _keys(place: str, row: Mapping[str, Any], allowed: set[str], required: set[str]) -> None:
    if missing := required - set(row):
        raise GoldError(f"{place}: {', '.join(sorted(missing))} missing")
    if unknown := set(row) - allowed:
        raise GoldError(f"{place}: unknown {', '.join(sorted(unknown))}; allowed are {', '.join(sorted(allowed))}")


def _actor(place: str, name: str, row: Mapping[str, Any], text: str) -> GoldActor:
    _keys(place, row, {"name", "kind", "country", "countries", "mentions", "apart"}, {"name", "kind", "mentions"})
    if row["kind"] not in get_args(model.ActorKind):
        raise GoldError(f"{place}: kind {row['kind']!r}; allowed are {', '.join(get_args(model.ActorKind))}")
    mentions: list[Span] = []
    for words in row["mentions"]:
        found = occurrences(text, words)
        if not found:
            raise GoldError(f"{place}: mention {words!r} isn't in the report")
        mentions += found
    return GoldActor(name, row["name"], row["kind"], row.get("country"), tuple(mentions), row.get("apart", False))


def _claim(place: str, row: Mapping[str, Any], text: str, actors: Mapping[str, GoldActor]) -> GoldClaim:
    place = f"{place}claim {row.get('id')}"
    kind = str(row.get("kind"))
    if kind not in _REQUIRED:
        raise GoldError(f"{place}: kind {kind!r}; allowed are {', '.join(_REQUIRED)}")
    _keys(place, row, _COMMON | _REQUIRED[kind] | _ALLOWED[kind], {"id", "quote"} | _REQUIRED[kind])
    alternatives = row.get("or", {})
    for name, value in [*row.items(), *((name, other) for name, others in alternatives.items() for other in others)]:
        _value(place, kind, name, value, actors)
    return GoldClaim(
        id=row["id"],
        kind=kind,
        span=_span(place, row["quote"], row.get("nth"), text),
        modality=row.get("modality", "actual"),
        by=row.get("by"),
        condition=row.get("condition"),
        negated=row.get("negated", False),
        when=_interval(row["when"]) if row.get("when") else None,
        optional=row.get("optional", False),
        fields={name: value for name, value in row.items() if name not in _COMMON},
        alternatives=alternatives,
    )


def _value(place: str, kind: str, name: str, value: object, actors: Mapping[str, GoldActor]) -> None:
    allowed = _STATUS.get(kind, ()) if name == "status" else _ENUMERATIONS.get(name)
    if allowed is not None and value not in allowed:
        raise GoldError(f"{place}: {name} {value!r}; allowed are {', '.join(allowed)}")
    named = value if isinstance(value, list) else [value]
    if name in _ACTOR | _ACTORS and (unknown := [actor for actor in named if actor not in actors]):
        raise GoldError(f"{place}: {name} names no actor of the file: {unknown}")


def _span(place: str, quote: str, nth: int | None, text: str) -> Span:
    starts = [match.start() for match in re.finditer(re.escape(quote), text)]
    if not starts:
        raise GoldError(f"{place}: the report doesn't say {quote!r}")
    if nth is None and len(starts) > 1:
        raise GoldError(f"{place}: the report says {quote!r} {len(starts)} times; give `nth` (1 is the first)")
    start = starts[(nth or 1) - 1]
    return start, start + len(quote)


def _interval(value: date | list[date | None]) -> Interval:
    first, last = value if isinstance(value, list) else (value, value)
    return first, last


def _stamp(place: str, row: Mapping[str, Any], text: str) -> tuple[str, date]:
    _keys(f"{place}stamp", row, {"origin", "value", "quote", "nth", "optional"}, {"origin", "value"})
    if row["origin"] not in get_args(StampOrigin):
        raise GoldError(f"{place}stamp: origin {row['origin']!r}; allowed are {', '.join(get_args(StampOrigin))}")
    if "quote" in row:
        _span(f"{place}stamp", row["quote"], row.get("nth"), text)
    return row["origin"], row["value"]


def _references(place: str, claims: tuple[GoldClaim, ...]) -> None:
    kinds = {claim.id: claim.kind for claim in claims}
    if len(kinds) < len(claims):
        raise GoldError(f"{place}an id is given to two claims")
    for claim, reference, wanted in _pointers(claims):
        if reference not in kinds:
            raise GoldError(f"{place}claim {claim.id}: names the claim {reference!r}, which isn't there")
        if wanted and kinds[reference] != wanted:
            raise GoldError(f"{place}claim {claim.id}: {reference!r} is no {wanted}")


def _pointers(claims: tuple[GoldClaim, ...]) -> Iterator[tuple[GoldClaim, str, str | None]]:
    for claim in claims:
        if claim.by:
            yield claim, claim.by, "statement"
        if claim.condition:
            yield claim, claim.condition, None
        if claim.kind == "provision":
            yield claim, claim.fields["agreement"], "agreement"
