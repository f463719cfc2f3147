"""Whether two claims may tell of one thing: who, when, which goods, in which words. Purely, and the same in either order."""

import re
from calendar import month_abbr, month_name
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal

from casus.ledger.identity.tellings import words_of
from casus.lexicons import load_lexicon
from casus.reasoning.claim import Claim, Party
from casus.world import names
from casus.world.fold import fold

Meeting = Literal["firm", "loose", "open", "apart"]
"""Two sides: surely the same; of the same country only; one of them not told; others."""

MUTUAL = frozenset({"CONSULT"})
"""Deeds of which both sides do the same."""

AS_TOLD = "the words"
"""The basis of a day that stands in a report's words."""

NEWS = timedelta(14)
"""What is told as having happened, without a day, happened within so many days before."""

DENIED = timedelta(31)
"""A denial without a day is of what has happened within so many days before."""

SHARP = 7
"""Days: what is known to have happened within so many is dated."""

_MONTHS = frozenset(month.lower() for month in (*month_name, *month_abbr))

SLACK = timedelta(1)
"""Days of two tellings may be so far apart: time zones, and the day after."""


def meeting(one: Party, other: Party) -> Meeting:
    """How far two sides are the same. Two persons are not, because they are of one country; a person and the state may be."""
    if not one or not other:
        return "open"
    if one.entities & other.entities:
        return "firm"
    if one.acting & other.acting:
        persons = [bool(side.entities) and all(name.startswith("person:") for name in side.entities) for side in (one, other)]
        return "apart" if all(persons) else "loose" if any(persons) else "firm"
    return "loose" if one.countries & other.countries else "apart"


def window(claim: Claim, back: timedelta = NEWS) -> tuple[date, date] | None:
    """The days between which a claim's thing may have happened, both inclusive; None where neither it nor its report has a day.

    What has no first day is taken to lie within `back` of its last, or of the day when the report was written.
    """
    first, last = claim.days
    if first and last:
        return first, last
    if first:
        return first, max(first, claim.report.last or first)
    end = last or claim.report.last
    return (end - min(back, end - date.min), end) if end else None


def is_dated(claim: Claim) -> bool:
    """Whether a claim is told with its day, or with a few days around it; not one that is counted from another thing's day."""
    first, last = claim.days
    counted = str(claim.body.get("basis", "")).startswith("counted from")
    return bool(first and last and (last - first).days < SHARP) and not (counted and "written" not in str(claim.body["basis"]))


def reckoned(*claims: Claim) -> tuple[str, ...]:
    """Why the days of claims may be wrong: they do not stand in the words, but are reckoned."""
    bases = {basis for claim in claims if (basis := str(claim.body.get("basis") or AS_TOLD)) != AS_TOLD}
    return tuple(f"a day is reckoned: {basis}" for basis in sorted(bases))


def days_meet(told: Claim, denied: Claim, back: timedelta = DENIED) -> Literal["sharp", "loose"] | None:
    """Whether what is told may have happened on the days of which the other claim speaks; "sharp" where both are near each
    other."""
    one, other = window(told), window(denied, back if denied.days == (None, None) else NEWS)
    if one is None or other is None or max(one[0], other[0]) - SLACK > min(one[1], other[1]):
        return None
    if told.report.id == denied.report.id and not is_dated(denied):
        return "sharp"
    if is_dated(told) and is_dated(denied):
        return "sharp"
    fresh = is_dated(told) and denied.report.last is not None and denied.report.last - one[1] <= timedelta(SHARP)
    return "sharp" if fresh and denied.days == (None, None) else "loose"


def said_on(claim: Claim) -> date | None:
    """The day on which a claim's words were said: that of the statement, else the report's."""
    valid = claim.carriers[-1].draft.valid if claim.carriers else None
    return valid.last.latest if valid and valid.last else claim.report.last


def same_voice(one: Claim, other: Claim) -> bool:
    """Whether one report tells both on the same word."""
    return one.report.id == other.report.id and one.speakers == other.speakers


def shared_words(one: Claim, other: Claim) -> frozenset[str]:
    """The telling words that the sentences of two claims share, without names of states and words that any two may share. Of
    claims in one sentence only their own words count."""
    if one.report.id == other.report.id and one.sentences == other.sentences:
        return telling_words(one.words) & telling_words(other.words)
    return telling_words(one.sentences) & telling_words(other.sentences)


def same_names(one: Claim, other: Claim) -> bool:
    """Whether the words of both claims name the same, which is no state."""
    return bool(_names_in(one.words) & _names_in(other.words))


def other_names(one: Claim, other: Claim) -> bool:
    """Whether the words of both claims name something, and nothing of it is the same."""
    ours, theirs = (_names_in(claim.words) for claim in (one, other))
    return bool(ours and theirs) and not ours & theirs


def goods_meet(told: Claim, denied: Claim) -> Meeting:
    """Whether the goods that are denied hold those that are told."""
    classes = _classes(denied)
    if told.body.get("goods_class") not in classes and "other" not in (
        denied.body.get("goods_class"),
        told.body.get("goods_class"),
    ):
        return "apart"
    theirs, ours = (_goods(claim) for claim in (denied, told))
    if not theirs:  # weapons, aid: whatever was sent
        return "firm" if denied.body.get("goods_class") != "other" else "loose"
    if theirs <= ours:
        return "firm"
    return "loose" if not ours and theirs else "apart"


def has_word(text: str, listed: str) -> bool:
    """Whether a text has one of the words of a list of conflict_words.yaml."""
    return bool(_pattern(listed).search(text.lower()))


def is_denial(claim: Claim) -> bool:
    """Whether what is told as not done is denied to have been done: not avoided, not wanted, not put off."""
    text = claim.sentences
    return has_word(text, "denying") and not has_word(text, "undone") and not is_future(claim)


def is_future(claim: Claim) -> bool:
    """Whether a denial says what will not be done, rather than what was not."""
    return has_word(claim.sentences, "future")


@lru_cache(maxsize=65536)
def telling_words(text: str) -> frozenset[str]:
    """The words of a text by their stems that tell what it is about: no names of states, none that any two tellings may share."""
    common = frozenset(words()["common"])
    return frozenset(stem for stem, form in words_of([text]).items() if form not in common and not _is_of_state(form))


@lru_cache(maxsize=65536)
def _names_in(told: str) -> frozenset[str]:
    """The folded words in capitals, but for the first, months, days, and what names a state or its people."""
    bare = (word.strip(".,;:!?()\"'“”‘’").removesuffix("'s").removesuffix("’s") for word in told.split()[1:])
    common = frozenset(words()["common"])
    return frozenset(
        fold(word)
        for word in bare
        if word[:1].isupper() and fold(word) not in common and fold(word) not in _MONTHS and not _is_of_state(word)
    )


@lru_cache(maxsize=65536)
def _is_of_state(word: str) -> bool:
    spelt = (word.title(), word.upper())
    return any(sense.entity.kind == "state" for one in spelt for sense in names.senses(one))


def _classes(claim: Claim) -> frozenset[str]:
    own = str(claim.body.get("goods_class"))
    return frozenset((own, *(words()["within"].get(own, ()) if not _goods(claim) else ())))


@lru_cache(maxsize=65536)
def _goods_words(goods: str) -> frozenset[str]:
    lowered = goods.lower()
    for generic in sorted(words()["generic"], key=len, reverse=True):
        lowered = re.sub(rf"\b{re.escape(generic)}\b", " ", lowered)
    return frozenset(stem for stem, form in words_of([lowered]).items() if not _is_of_state(form))


def _goods(claim: Claim) -> frozenset[str]:
    return _goods_words(str(claim.body.get("goods", "")))


@cache
def _pattern(listed: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in words()[listed]))


@cache
def words() -> dict[str, Any]:
    """conflict_words.yaml."""
    return load_lexicon(Path(__file__).with_name("conflict_words.yaml"))


def months(first: date, last: date, most: int = 4) -> Iterable[str]:
    """The months of an interval a day longer at both ends, the last ones where there are many."""
    start, end = first - min(SLACK, first - date.min), last + min(SLACK, date.max - last)
    count = (end.year - start.year) * 12 + end.month - start.month
    for number in range(max(0, count - most + 1), count + 1):
        month = start.month - 1 + number
        yield f"{start.year + month // 12}-{month % 12 + 1:02}"
