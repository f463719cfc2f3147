"""What a measure covers: which things, on their way to the target or from it, and how far.

Its kind says most of it (goods.yaml), its scope narrows that; where neither is clear, coverage.yaml has what the text provides.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal

import yaml

from casus.reasoning.goods import EVERYTHING, entries, named_in, touches, within
from casus.reasoning.measures import MeasureInForce
from casus.world.fold import fold
from casus.world.source import records
from casus.world.time import interval

Way = Literal["to", "from", "both", "any"]

_FROM = re.compile(r"\bfrom (?:the |it\b|[A-Z])")
_TO = re.compile(r"\b(?:to|into) (?:the |it\b|[A-Z]|any|armed|groups|others|all|those)")
_BEGINS = re.compile(r"\b(?:since|from) (\d{4}(?:-\d\d(?:-\d\d)?)?)\b")
_ONLY_GROUPS = ("group:", "person:")


@dataclass(frozen=True, slots=True)
class Cover:
    """Things that a measure covers on one way; `but`: what it leaves out of them; `partly`: why it doesn't cover them whole."""

    way: Way
    things: tuple[str, ...]
    but: tuple[str, ...] = ()
    partly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """That a measure covers what is asked, on a way; `partly`: why not the whole of it."""

    way: Way
    partly: tuple[str, ...]


def covers(measure: MeasureInForce, target: str) -> tuple[Cover, ...]:
    """What a measure covers, as against a target (by id): a regime for groups in a state leaves open what it is for the state."""
    beside = tuple(_less_than_state(measure, target))
    own = _coverage().get(measure.id, {})
    if "ways" not in own:
        return tuple(_with(cover, beside) for cover in _read(measure.kind, measure.scope, measure.told))
    kept = () if own.get("whole") else _parts_in(measure.scope)
    return tuple(
        Cover(row["way"], tuple(row["covers"]), tuple(row.get("but", ())), _joined(row.get("partly", ()), kept, beside))
        for row in own["ways"]
    )


def hits(measure: MeasureInForce, target: str, asked: Sequence[str], way: Way) -> tuple[Hit, ...]:
    """How a measure covers what is asked, once for each way on which it does. `asked` are names of things."""
    found = []
    for cover in covers(measure, target):
        if way == "any" or cover.way in (way, "both", "any"):
            partly = _how_far(cover, asked)
            if partly is not None:
                found.append(Hit(cover.way, _joined(partly, cover.partly)))
    return tuple(found)


def bans(measure: MeasureInForce) -> bool:
    """Whether a measure forbids something by itself."""
    return bool(_kind(measure.kind).get("bans", True))


def never_in_force(measure: MeasureInForce) -> str | None:
    """Why a measure that was decided on was never brought into effect; None where it was."""
    own = _coverage().get(measure.id, {})
    return str(own["why"]) if own.get("in_force") is False else None


def elsewhere(measure: MeasureInForce) -> str | None:
    """Why a measure is not for the target's own land; None where it is."""
    row = entries()["elsewhere"]
    return str(row["why"]) if _has(f"{measure.scope} {measure.regime_scope or ''}", row["words"]) else None


def paragraph_of(measure: MeasureInForce) -> str | None:
    """The paragraph that lays a measure down, as it is kept with it or in coverage.yaml."""
    return measure.paragraph or _coverage().get(measure.id, {}).get("paragraph")


def exempted(measure: MeasureInForce, asked: Sequence[str], way: Way, day: date) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The exemptions of a measure that let through some of what is asked on a way and a day, and those that go by a purpose and
    leave the things themselves forbidden. Exemptions of other goods, and those that began later, are in neither."""
    begun = [one for one in measure.exemptions if _begun(one, day)]
    by_purpose = tuple(one for one in begun if not _carried(one, asked, way))
    return tuple(one for one in begun if one not in by_purpose and _bears(one, asked)), by_purpose


def coverage_rows() -> tuple[Mapping[str, Any], ...]:
    """The rows of coverage.yaml."""
    return tuple(_coverage().values())


def _how_far(cover: Cover, asked: Sequence[str]) -> tuple[str, ...] | None:
    """Why a cover has only a part of what is asked, () where it has it whole, None where it has nothing of it."""
    best: tuple[str, ...] | None = None
    for one in asked:
        if any(within(one, left) for left in cover.but):
            continue
        left_out = tuple(f"all but {left}" for left in cover.but if within(left, one))
        if one == EVERYTHING or any(within(one, thing) for thing in cover.things):
            if not left_out:
                return ()
            best = best or left_out
        elif parts := [thing for thing in cover.things if within(thing, one)]:
            best = best or (f"only {', '.join(parts)}", *left_out)
    return best


@lru_cache(maxsize=4096)
def _read(kind: str, scope: str, told: bool) -> tuple[Cover, ...]:
    """What a kind of measure covers, as its scope narrows it."""
    row = _kind(kind)
    own, named = tuple(row["covers"]), tuple(one for one in named_in(scope) if one != EVERYTHING)
    narrower = tuple(one for one in named if one not in own and any(within(one, thing) for thing in own))
    wider = any(within(thing, one) for thing in own for one in named)
    things_ = narrower if narrower and not wider else own
    if row.get("named"):
        things_ = (*things_, *(one for one in named if not touches(one, things_)))
    partly = [row["partly"]] if "partly" in row else []
    if not things_ and row.get("bans", True):
        things_, partly = ("trade",), [*partly, "only the goods that its scope names"]
    told_only = ("what a report tells of it",) if told else ()
    return (Cover(_way(row["way"], scope), things_, (), _joined(partly, _parts_in(scope), told_only)),)


def _way(usual: Way, scope: str) -> Way:
    if usual == "any":
        return "any"
    if "both ways" in scope.lower():
        return "both"
    coming, going = _FROM.search(scope), _TO.search(scope)
    if bool(coming) == bool(going):
        return "both" if coming else usual
    return "from" if coming else "to"


def _less_than_state(measure: MeasureInForce, target: str) -> Iterator[str]:
    """Why a measure against a state may bear on less than the state."""
    if measure.against:
        yield f"only {measure.against}"
    if measure.regime_scope:
        yield f"only {measure.regime_scope}"
    kinds = {str(row["kind"]): str(row["why"]) for row in entries()["target_kinds"]}
    why = kinds.get(measure.target_kind or "")
    if why and not target.startswith(_ONLY_GROUPS) and not _has(measure.scope, entries()["whole"]):
        yield why


@lru_cache(maxsize=4096)
def _parts_in(scope: str) -> tuple[str, ...]:
    """Why a scope covers less than the whole, by its words."""
    return tuple(dict.fromkeys(str(row["why"]) for row in entries()["parts"] if _has(scope, row["words"])))


def _has(text: str, words: Iterable[str]) -> bool:
    folded = f" {re.sub(r'[^a-z0-9 ]', ' ', fold(text))} "
    folded = " ".join(folded.split())
    return any(f" {fold(word)} " in f" {folded} " for word in words)


def _with(cover: Cover, beside: tuple[str, ...]) -> Cover:
    return Cover(cover.way, cover.things, cover.but, _joined(cover.partly, beside))


def _joined(*reasons: Iterable[str]) -> tuple[str, ...]:
    """All reasons, each once."""
    return tuple(dict.fromkeys(reason for group in reasons for reason in group))


def _carried(exemption: str, asked: Sequence[str], way: Way) -> bool:
    """Whether an exemption that goes by a purpose is about what is asked; True of any other exemption."""
    rows = [row for row in entries()["purposes"] if _has(exemption, row["words"])]
    to_target = way != "from" and all(any(touches(one, row["carries"]) for one in asked) for row in rows)
    return not rows or EVERYTHING in asked or to_target


def _bears(exemption: str, asked: Sequence[str]) -> bool:
    named = named_in(exemption)
    return not named or any(touches(one, named) for one in asked)


def _begun(exemption: str, day: date) -> bool:
    """Whether an exemption had begun on a day: where it gives its own, or rests on a resolution that touches every regime."""
    found = _BEGINS.search(exemption)
    days = (
        [found.group(1)] if found else [first for number, first in _resolutions().items() if f"resolution {number} " in exemption]
    )
    return all(interval(first)[0] <= day for first in days)


def _kind(kind: str) -> Mapping[str, Any]:
    rows = _kinds()
    return rows.get(kind) or rows[_usual().get(kind, "other")]


@cache
def _kinds() -> dict[str, Mapping[str, Any]]:
    return {str(row["kind"]): row for row in entries()["kinds"]}


@cache
def _usual() -> dict[str, str]:
    """By the name that reports have for a kind of measure, the kind that says what such a measure covers."""
    return {str(row["told"]): str(row["kind"]) for row in entries()["told"]}


@cache
def _resolutions() -> dict[str, str]:
    """By number, the first day of each resolution that touches every regime."""
    return {str(row["resolution"]).partition(" ")[0]: str(row["first"]) for row in records("resolutions.yaml")}


@cache
def _coverage() -> dict[str, Mapping[str, Any]]:
    path = Path(__file__).with_name("coverage.yaml")
    return {str(row["measure"]): row for row in yaml.safe_load(path.read_text(encoding="utf-8"))}
