"""The grammar: one pattern that finds every form of time expression in a lower-case sentence, built from grammar.yaml."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from casus.lexicons import load_lexicon
from casus.reading.times.lexicon import lexicon

_PLAIN_SPACE = re.compile(r"\\s(?![?*+{\]])")
_PART = re.compile(r"<([a-z]+)>")
_NOT_INSIDE = r"(?<![\w$£€#@/&.,-])"


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) + ")"


def _parts() -> dict[str, str]:
    """What stands for <month> and the other parts of the grammar."""
    words = lexicon()
    long_months = {word for word in words.months if len(word) > 4 or word in ("may", "june", "july")}
    tens = _any(word for word, value in words.numerals.items() if 20 <= value < 100)
    ones = _any(word for word, value in words.numerals.items() if 1 <= value < 10 and len(word) > 2)
    vague = _any(words.hedges)
    return {
        "month": rf"(?:{_any(long_months)}\b|{_any(set(words.months) - long_months)}\b\.?)",
        "weekday": rf"(?:{_any(words.weekdays)}\b|{_any(words.weekday_short)}\b\.?)",
        "longday": _any(words.weekdays),
        "day": r"(?:3[01]|[12]\d|0?[1-9])(?!\d|[.,:]\d)",
        "th": r"(?:\s?(?:st|nd|rd|th)\b)?",
        "ordinal": rf"(?:\d{{1,2}}(?:st|nd|rd|th)|(?:{tens}-)?{_any(words.ordinals)})",
        "year": r"(?:1[0-9]|20)\d\d(?![\d%]|,\d|\.\d)",
        "unit": _any(set(words.units) - {"second"}),
        "season": _any(words.seasons),
        "part": _any(words.day_parts),
        "count": rf"(?:\d+(?:,\d{{3}})*(?:\.\d+| 1/2)?|(?:{tens}[- ])?{ones}|{_any(words.numerals)}|half an?|another|"
        r"a (?:couple|few)(?: of)?|couple of|a number of|several|some|many|few)",
        "vague": rf"(?:{vague} )?",
        "share": r"(?:early|mid|late|middle|beginning|start|end|first days|last days)",
        "sep": r"\s?(?:-|–|—|to|through|until|till)\s?",
        "holiday": _any(words.holidays),
        "decades": _any(words.decades),
        "era": _any(words.named_periods),
        "tens": tens,
        "ones": ones,
    }


@cache
def forms() -> dict[str, str]:
    """The forms of the grammar in order, each a regular expression with its parts put in."""
    sources: dict[str, list[str]] = load_lexicon(Path(__file__).with_name("grammar.yaml"))
    parts = _parts()
    return {
        name: _PART.sub(lambda match: parts[match[1]], _PLAIN_SPACE.sub(r"\\s{1,3}", "".join(lines)))
        for name, lines in sources.items()
    }


@cache
def grammar() -> re.Pattern[str]:
    """The combined pattern over lower-case text; each form is a group of its name."""
    return re.compile(_NOT_INSIDE + "(?:" + "|".join(f"(?P<{name}>{source})" for name, source in forms().items()) + ")")


@cache
def groups() -> dict[str, slice]:
    """For each form, which of the combined pattern's groups() are its own."""
    index, names = grammar().groupindex, list(forms())
    ends = [*(index[name] - 1 for name in names[1:]), grammar().groups]
    return {name: slice(index[name], end) for name, end in zip(names, ends, strict=True)}


@cache
def later_forms(name: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The forms after one, each as a pattern of its own: what to try where the one that matched turned out to be no time."""
    names = list(forms())
    return tuple((each, re.compile(forms()[each])) for each in names[names.index(name) + 1 :])


@cache
def triggers() -> frozenset[str]:
    """Words one of which every sentence with a time holds, unless it holds a number of two figures or more."""
    words = lexicon()
    roots = {
        *words.months, *words.weekdays, *words.units, *words.seasons, *words.day_parts, *words.decades, *words.triggers,
        *(_first(name) for name in words.holidays), *(_first(name.removeprefix("the ")) for name in words.named_periods),
    }  # fmt: skip
    return frozenset({*roots, *(root + "s" for root in roots), "centuries"})


@cache
def openers() -> frozenset[str]:
    """Words that a form can begin with; others than these begin with a figure."""
    words = lexicon()
    return frozenset(
        _first(word)
        for word in (
            *words.months, *words.weekdays, *words.weekday_short, *words.numerals, *words.ordinals, *words.units, *words.seasons,
            *words.day_parts, *words.decades, *words.holidays, *words.hedges, *words.triggers, *words.openers,
            *(season + "s" for season in words.seasons),
        )
    )  # fmt: skip


def _first(name: str) -> str:
    """The first word of a name, up to a mark."""
    return re.split(r"[^a-z]", name)[0]
