"""The schema's interpreter: whether a value has the shape that `data/schema.yaml` gives it."""

import difflib
import re
from collections.abc import Callable, Collection, Iterator
from typing import Any

from casus.errors import WorldError
from casus.world.located import Path
from casus.world.time import interval, last_day_before

Shape = Any
"""A type's name, a list of one shape, or a mapping of keys to shapes; a `~` behind a key or name: may lack, may be null."""

Known = Callable[[str], Collection[str] | None]
"""The values that a type allows; None for those that take any text."""

_LISTED = 30
_ENDS = (
    ("first", "last"),
    ("first", "until"),
    ("first", "ended"),
    ("signed", "ended"),
    ("signed", "in_force"),
    ("in_force", "ended"),
)
_OUTSIDE = ("until", "ended")
"""Ends that name the first day that is outside."""

_PLAIN: dict[str, tuple[Callable[[object], bool], str]] = {
    "text": (lambda value: isinstance(value, str) and value != "" and value.strip() == value, "text without outer spaces"),
    "flag": (lambda value: isinstance(value, bool), "true or false"),
    "number": (lambda value: _is_share(value), "a number from 0 to 1"),
    "whole": (lambda value: isinstance(value, int) and not isinstance(value, bool), "a whole number"),
    "id": (
        lambda value: isinstance(value, str) and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value) is not None,
        "small letters and digits with single hyphens between",
    ),
    "new-entity": (
        lambda value: isinstance(value, str) and re.fullmatch(r"[a-z]+:[^\s:]+", value) is not None,
        'a class and a short name ("org:zenda")',
    ),
    "new-state": (lambda value: isinstance(value, str) and re.fullmatch("[A-Z]{3}", value) is not None, "three capital letters"),
    "new-alpha2": (lambda value: isinstance(value, str) and re.fullmatch("[A-Z]{2}", value) is not None, "two capital letters"),
}


def faults_in(value: object, shape: Shape, known: Known, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Everything in a value that its shape forbids: where, and what is wrong with what is allowed."""
    if isinstance(shape, dict):
        yield from _record_faults(value, shape, known, path)
    elif isinstance(shape, list):
        if not isinstance(value, list):
            yield path, f"{_told(value)} must be a list"
            return
        for number, entry in enumerate(value):
            yield from faults_in(entry, shape[0], known, (*path, number))
    elif not (shape.endswith("~") and value is None) and (problem := _problem(value, shape.rstrip("~"), known)):
        yield path, f"{_told(value)} {problem}"


def date_keys(shape: Shape) -> frozenset[str]:
    """The keys anywhere in a shape that hold dates."""
    if isinstance(shape, list):
        return date_keys(shape[0])
    if not isinstance(shape, dict):
        return frozenset()
    own = {key.rstrip("~") for key, inner in shape.items() if isinstance(inner, str) and inner.rstrip("~") == "date"}
    return frozenset(own).union(*(date_keys(inner) for inner in shape.values()))


def _record_faults(value: object, shape: dict[str, Shape], known: Known, path: Path) -> Iterator[tuple[Path, str]]:
    keys = {key.rstrip("~"): key for key in shape}
    if not isinstance(value, dict):
        yield path, f"{_told(value)} must be a record of {', '.join(keys)}"
        return
    for key in value:
        if key not in keys:
            yield (*path, key), f"unknown key {key!r};{_near(str(key), keys)} allowed: {', '.join(keys)}"
    for key, name in keys.items():
        if key in value:
            yield from faults_in(value[key], shape[name], known, (*path, key))
        elif not name.endswith("~"):
            yield path, f"{key!r} is missing"
    yield from _order_faults(value, path)


def _order_faults(row: dict[str, Any], path: Path) -> Iterator[tuple[Path, str]]:
    for start, end in _ENDS:
        first, last = row.get(start), row.get(end)
        if not (_is_date(first) and _is_date(last)):
            continue
        closed = last_day_before(last) if end in _OUTSIDE else last
        if closed is not None and interval(closed)[1] < interval(first)[0]:
            yield (*path, end), f"{end} {last} is {'not after' if first == last else 'before'} {start} {first}"


def _problem(value: object, kind: str, known: Known) -> str | None:
    """What is wrong with a value of a type, None where nothing is."""
    if kind in _PLAIN:
        allowed, words = _PLAIN[kind]
        return None if allowed(value) else f"must be {words}"
    if kind == "date":
        return None if _is_date(value) else "must be a date in quotes: YYYY, YYYY-MM or YYYY-MM-DD"
    if kind == "confidence" and _is_share(value):
        return None
    values = kind.split("|") if "|" in kind else known(kind)
    if values is None:
        return _problem(value, "text", known)
    named = list(value) if isinstance(value, dict) else [value]
    wrong = [one for one in named if not isinstance(one, str) or one not in values]
    if not wrong:
        return None
    also = " or a number from 0 to 1" if kind == "confidence" else ""
    return f"is not known;{_near(str(wrong[0]), values)} allowed: {_some(values)}{also}"


def _is_date(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(interval(value))
    except WorldError:
        return False


def _is_share(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1


def _told(value: object) -> str:
    words = repr(value)
    return words if len(words) <= 80 else f"{words[:77]}..."


def _near(word: str, known: Collection[str]) -> str:
    """The known words that are most like one that is not: " perhaps NATO;"."""
    folded = {one.casefold(): one for one in sorted(known)}
    found = difflib.get_close_matches(word.casefold(), list(folded), n=3, cutoff=0.66)
    return f" perhaps {' or '.join(folded[one] for one in found)};" if found else ""


def _some(known: Collection[str]) -> str:
    words = sorted(known)
    return ", ".join(words) if len(words) <= _LISTED else f"{', '.join(words[:12])}, ... ({len(words)})"
