"""Which stops end a sentence: not those of abbreviations, initials and numbers, nor of a quotation that its speaker follows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from casus.lexicons import load_lexicon
from casus.sources.report import Span

_STOP = re.compile(
    r"(?<![.!?…])(?P<mark>[.!?…]+(?:\s\.){0,3})(?P<close>['\"”’»)\]*_]*(?:\s?\[\d{1,3}\])*)(?P<gap>\s+)"
    r"|(?<=[a-z]{2})(?P<tight>[.!?][\"”’']?)(?=[\"“‘]?[A-Z][a-z]*[\s,])"
)
_OPENING = re.compile(r"(?:[-–—―]+\s*)?[\"'“‘«(\[*_`]*")
_WORD = re.compile(r"[^\W_][\w'’-]*")
_BEFORE = re.compile(r"[^\s\"'“”‘(\[—–/…]+$")
_INNER_POINTS = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_NUMBERING = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})")
_SOURCE = re.compile(
    r"[-–—]+\s*(?:[A-Z][\w.'’-]*,?|of|the|for|and|de|al)(?:\s+(?:[A-Z][\w.'’-]*,?|of|the|for|and|de|al|\d{4})){0,7}$"
)
"""The source of a quotation, after it and a dash, up to the paragraph's end."""
_LONGEST_WORD = 40
_LONGEST_ASIDE = 400


@dataclass(frozen=True, slots=True)
class Stop:
    """A mark that may end a sentence: where it starts, what it is, its closing marks, where the next sentence would start."""

    start: int
    mark: str
    close: str
    after: int


@dataclass(frozen=True, slots=True)
class _Words:
    """Abbreviations by how they bear on the end of a sentence (see data/abbreviations.yaml)."""

    never_ends: frozenset[str]
    before_number: frozenset[str]
    month: frozenset[str]
    may_end: frozenset[str]
    ends_before_capital: frozenset[str]
    opens_sentences: frozenset[str]
    attribution: re.Pattern[str]


@cache
def _words() -> _Words:
    lists = load_lexicon(Path(__file__).parent / "data" / "abbreviations.yaml")
    sets = {name: frozenset(word for row in rows for word in row) for name, rows in lists.items()}
    said = "|".join(sorted(sets.pop("said")))
    name = r"(?:[A-Z][\w'’.-]*|of|the|for|and|de|al|[a-z]+-[A-Z]\w+)"
    return _Words(**sets, attribution=re.compile(rf"(?:{name},?\s+){{1,8}}(?:{said})\b"))


def stops_in(text: str, start: int, end: int) -> Iterator[Stop]:
    """Every mark in text[start:end] that may end a sentence, in order, the one at the very end left out."""
    for match in _STOP.finditer(text, start, end):
        if match["tight"]:
            mark = match["tight"]
            yield Stop(match.start(), mark[0], mark[1:], match.end())
        else:
            yield Stop(match.start(), match["mark"], match["close"], match.end())


def ends_sentence(text: str, stop: Stop, sentence: int, end: int, quoted: Span | None) -> bool:
    """Whether a stop ends the sentence that starts at `sentence`, in a paragraph that ends at `end`.

    `quoted` is the last quotation that starts before the stop, None where there is none.
    """
    opening = _OPENING.match(text, stop.after, end)
    following = opening.end() if opening else stop.after
    if following >= end or _SOURCE.match(text, stop.after, end):
        return False
    character = text[following]
    if character.islower() and not text[following + 1 : following + 2].isupper():
        return False
    if _in_aside(text, stop, sentence, end):
        return False
    if stop.mark == ".":
        return _point_ends(text, stop, sentence, following, end)
    if "." not in stop.mark and "…" not in stop.mark and any(mark in stop.close for mark in "\"'”’»"):
        return not _speaker_follows(text, stop, sentence, following, end, quoted)
    if character.isdigit() and stop.mark[0] in ".…":
        return "?" in stop.mark or "!" in stop.mark
    return True


def _in_aside(text: str, stop: Stop, sentence: int, end: int) -> bool:
    """Whether a stop is within brackets that its sentence opened after its start and closes later."""
    for opening, closing in ("()", "[]"):
        opened = text.rfind(opening, max(sentence + 1, stop.start - _LONGEST_ASIDE), stop.start)
        if opened < 0 or text.find(closing, opened, stop.start + len(stop.mark) + len(stop.close)) >= 0:
            continue
        closed = text.find(closing, stop.after, min(end, opened + _LONGEST_ASIDE))
        if closed >= 0:
            return True
    return False


def _point_ends(text: str, stop: Stop, sentence: int, following: int, end: int) -> bool:
    """Whether a single point ends a sentence, by the word before it and the word after it."""
    before = _BEFORE.search(text, max(sentence, stop.start - _LONGEST_WORD), stop.start)
    if before is None:
        return True
    word = before.group()
    if before.start() == sentence and _NUMBERING.fullmatch(word):
        return False
    if stop.close and any(mark in stop.close for mark in '"”»'):
        return True
    lists, small = _words(), word.lower()
    if small in lists.never_ends:
        return False
    if small in lists.before_number and not (word.isupper() and len(word) == 1):
        return not text[following].isdigit()
    inner = _INNER_POINTS.fullmatch(word) is not None
    if small in lists.ends_before_capital:
        return not text[following].isdigit()
    initial = len(word) == 1 and word.isalpha()
    if not (inner or initial or small in lists.may_end or small in lists.month) or (initial and word.islower()):
        return True
    if word == "I" and text[max(before.start() - 2, 0) : before.start() - 1].islower():
        return True
    next_word = _WORD.match(text, following, end)
    if following > stop.after and inner:  # a quotation or bracket opens after "U.S."
        return next_word is not None and text[following - 1] not in "(["
    return next_word is not None and next_word.group().lower() in lists.opens_sentences


def _speaker_follows(text: str, stop: Stop, sentence: int, following: int, end: int, quoted: Span | None) -> bool:
    """Whether the speaker of a quotation that ended in "?" or "!" is named after it in the same sentence: the quotation
    takes up the whole sentence so far, and a name with a verb of saying follows."""
    if quoted is None or quoted[1] < stop.start or quoted[0] > sentence + 2:
        return False
    return _words().attribution.match(text, following, min(end, following + 160)) is not None
