"""What the readers of forms share: where a form stands, what it says, and the numbers and names among its words."""

import re
from dataclasses import dataclass

from casus.reading.times.expression import Origin, Parts
from casus.reading.times.lexicon import lexicon

WHICH = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1}
"""Words before a period to how many periods away it is."""
STEPS: dict[str, tuple[Origin, int]] = {
    **dict.fromkeys(("this", "current", "the current"), ("written", 0)),
    **dict.fromkeys(("last", "past", "the last", "the past"), ("written", -1)),
    **dict.fromkeys(("next", "coming", "the coming"), ("written", 1)),
    **dict.fromkeys(("that", "the same", "that same"), ("told", 0)),
    **dict.fromkeys(("the following", "following", "the next"), ("told", 1)),
    **dict.fromkeys(("the previous", "previous", "the preceding"), ("told", -1)),
}
"""The same with what it is counted from."""
SEASONS = ("WI", "SP", "SU", "FA")
"""Seasons as `Nth` numbers them, from 0."""
_EARLY = frozenset({"early", "beginning", "start", "first days"})
_SURE_MONTH = 4
"""A month's name of more letters than this is no other word, homographs aside."""


@dataclass(frozen=True, slots=True)
class Match:
    """A form found in a sentence: the sentence's own words and their lower-case copy, and where the form stands in both."""

    text: str
    lower: str
    start: int
    end: int

    def words(self) -> str:
        """The form in lower case."""
        return self.lower[self.start : self.end]

    def capital(self, word: str) -> bool:
        """Whether the last occurrence of a word in the form begins with a capital letter."""
        return self.text[self.lower.rfind(word, self.start, self.end)].isupper()

    def word_before(self) -> str:
        """The word that ends right before the form, in lower case; "" at the start or after a mark."""
        found = re.search(r"([a-z.'’]+)\s*$", self.lower[max(0, self.start - 24) : self.start])
        return found[1] if found else ""

    def word_after(self) -> str:
        """The word that begins right after the form, in lower case; "" at the end or before a mark."""
        found = re.match(r"[\s-]\s*([a-z.'’]+)", self.lower[self.end : self.end + 30])
        return found[1].rstrip(".") if found else ""

    def before_name(self) -> bool:
        """Whether a word with a capital letter follows ("Jan Kavan", "the Winter Olympics")."""
        return re.match(r"\s[A-Z]", self.text[self.end : self.end + 2]) is not None


@dataclass(frozen=True, slots=True)
class Said:
    """What a form says: its parts, the hour and the share of `Expression`."""

    parts: Parts
    hour: str = ""
    share: str = ""


def share_of(word: str | None) -> str:
    """ "early", "mid" or "late" for "beginning", "middle of", ...; "earlier" and "later" for themselves; "" for None."""
    if not word or word in ("earlier", "later"):
        return word or ""
    return "early" if word in _EARLY else "mid" if word in ("mid", "middle") else "late"


def month_of(word: str) -> int:
    """The number of a month's name, whole or short."""
    return lexicon().months[word.rstrip(".")]


def weekday_of(word: str | None) -> int | None:
    """The number of a weekday's name, whole or short; Monday is 0."""
    if not word:
        return None
    words, key = lexicon(), word.rstrip(".")
    return words.weekdays.get(key, words.weekday_short.get(key))


def season_of(word: str) -> int:
    """The number of a season as `Nth` has it."""
    return SEASONS.index(lexicon().seasons[word])


def hour_of(part: str | None) -> str:
    """What TIMEX3 writes for a part of the day ("TMO"); "" for None."""
    return "T" + lexicon().day_parts[part] if part else ""


def full_year(two: str | None) -> str:
    """The year that two figures mean: of this century up to 39, else of the last."""
    return ("20" if int(two or 0) < 40 else "19") + f"{int(two or 0):02}"


def ordinal(word: str) -> int | None:
    """The number of an ordinal in words or figures ("twenty-first", "3rd"); None where it is none."""
    if word[0].isdigit():
        return int(re.sub(r"\D", "", word))
    tens, _, ones = word.rpartition("-")
    value = lexicon().ordinals.get(ones)
    return value + lexicon().numerals.get(tens, 0) if value is not None else None


def count(words: str) -> tuple[float, bool]:
    """A count in words or figures and whether it is vague ("several" counts 3 and is vague; "a couple of" 2)."""
    if words[0].isdigit():
        whole, half, _ = words.replace(",", "").partition(" 1/2")
        return (float(whole) + (0.5 if half else 0), False)
    if words.startswith("half"):
        return 0.5, False
    if words == "another":
        return 1, False
    if words.startswith(("a couple", "couple")):
        return 2, True
    total = (
        0
        if words.startswith(("a few", "a number"))
        else sum(lexicon().numerals.get(word, 0) for word in re.split(r"[- ]", words))
    )
    return (total, False) if total else (3, True)


def length(number: float, unit: str) -> str:
    """The TIMEX3 value of a duration ("P3Y", "PT2H"); a half of a larger unit is given in smaller ones."""
    word = lexicon().units[unit]
    letter = word.letter
    if unit == "fortnight":
        number *= 2
    if number % 1 and letter in ("Y", "DE", "CE"):
        number *= {"Y": 12, "DE": 10, "CE": 100}[letter]
        letter = "M" if letter == "Y" else "Y"
    return f"{word.prefix}{number:.10g}{letter}"


def is_month(found: Match, word: str, figure: bool) -> bool:
    """Whether a month's word is one: by its capital, and for "may", "march", "Jan" by a figure or a word of time beside it."""
    if not found.capital(word):
        return figure and len(word.rstrip(".")) > len("may")
    if figure or (len(word.rstrip(".")) > _SURE_MONTH and word not in lexicon().month_homographs):
        return True
    named = word not in ("may", "june", "july") and not word.endswith(".") and found.before_name()
    return found.word_before() in lexicon().month_cues and not named
