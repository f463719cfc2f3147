"""Readers of forms that name seasons, quarters, years, decades and centuries."""

import re

from casus.reading.times.expression import Fixed, Length, Nth, Offset
from casus.reading.times.lexicon import lexicon
from casus.reading.times.read_dates import pair
from casus.reading.times.words import WHICH, Match, Said, full_year, ordinal, season_of, share_of

_ENDS_PHRASE = re.compile(r"[\s.,;:)]*(?:$|[.,;)]|and\b|when\b|after\b|before\b)")
_COMMA = re.compile(r"\s?,\s(?!\d)")
_OR_YEAR = re.compile(r"\sor\s\d{4}\b")
_FIRST_YEAR = 1400
"""A bare number under this is no year unless a word like "in" or "since" says so."""


def season_year(_found: Match, share: str | None, season: str, year: str, _until: str | None) -> Said:
    """The summer of 2010; a winter that is written with two years bears the first."""
    return Said(Fixed(f"{year}-{lexicon().seasons[season]}"), share=share_of(share))


def season_alone(
    found: Match, share: str | None, lead: str | None, article: str | None, season: str, plural: str
) -> Said | None:  # fmt: skip
    """In summer, during the winter; "summers" are a set.

    "Spring" and "fall" are seasons only at the end of a phrase. Without a preposition or article the season must stand where a
    noun ends ("Winter is mild", "long summers and mild winters"), not before one ("winter storms").
    """
    ends = _ENDS_PHRASE.match(found.lower[found.end :])
    double = season in ("fall", "spring")
    if (double and (plural or not (ends or lead is None))) or (found.capital(season) and found.before_name()):
        return None
    bare = lead is None and share is None
    predicate = found.word_before() in lexicon().season_predicates
    if (bare or (lead == "of" and not article)) and not _closes_noun(found, season, bool(ends)):
        return None
    if plural or (bare and found.word_after() == "can"):
        return Said(Length(f"R/XXXX-{lexicon().seasons[season]}"))
    habitual = lead in ("in", "during", "of") or (bare and not predicate)
    return Said(Nth("season", season_of(season), habitual=habitual), share=share_of(share))


def _closes_noun(found: Match, season: str, ends: bool) -> bool:
    """Whether a season's bare name is a noun of its own, by the words around it."""
    before, after = found.word_before(), found.word_after()
    if season == "fall":
        return False
    if found.capital(season) and found.lower[: found.start].strip(" \"'“‘(-"):
        return False  # "Sally Spring"; a season is not written with a capital but where the sentence begins
    return (
        before in lexicon().season_predicates
        or after in lexicon().season_verbs
        or (ends and season != "spring")
        or (after == "and" and not before)
    )


def quarter(found: Match, before: str | None, nth: str, unit: str, which: str | None, year: str | None) -> Said | None:
    """The third quarter of 1989. A half without a year or a hyphen may be one of anything."""
    part, parts = ("quarter", 4) if unit == "quarter" else ("half", 2)
    number = parts if nth == "final" else int(nth[0]) if nth[0].isdigit() else ordinal(nth) or 0
    if not 1 <= number <= parts or found.lower.startswith("-final", found.end):
        return None
    full = year or (before if before and before.isdigit() else None)
    if full:
        return Said(Fixed(f"{full}-{part[0].upper()}{number}"))
    if part == "half" and not which and "-" not in found.words():
        return None
    of = Offset("year", WHICH[which]) if which in WHICH else None
    return Said(Nth("quarter" if part == "quarter" else "half", number, WHICH.get(before or ""), of))


def quarter_code(_found: Match, code: str | None, year: str | None, year_first: str | None, code_last: str | None) -> Said:
    """Q3 2015."""
    return Said(Fixed(f"{year or year_first}-{(code or code_last or '').upper()}"))


def decade(found: Match, share: str | None, full: str | None, short: str | None, word: str | None) -> Said | None:
    """The early 1990s. "The 1900s" is the century, "the 2000s" the decade."""
    if full:
        century = full.endswith("00") and full != "2000"
        return Said(Fixed(full[:2] + "XX" if century else full[:3] + "X"), share=share_of(share))
    if short and short[0].isdigit() and not _bare_decade(found, share):
        return None
    if word and (found.word_before() not in lexicon().before_decade and not found.words().startswith("the")):
        return None
    tens = int(short[-2]) if short else lexicon().decades[word or ""]
    return Said(Fixed(f"{'20' if tens < 2 else '19'}{tens}X"), share=share_of(share))


def _bare_decade(found: Match, share: str | None) -> bool:
    """Whether figures without an apostrophe are a decade: not an age ("in his 80s") nor a measure ("highs in the low 60s")."""
    article, before, after = found.words().startswith("the "), found.word_before(), found.word_after()
    words = lexicon()
    if before in words.possessives or (not article and (share or before in words.not_before_decade)):
        return False
    return after not in words.not_after_decade and (article or bool(after))


def century(_found: Match, share: str | None, first: str, last: str | None, before_christ: str | None) -> Said | None:
    """The late 19th century, the 18th and 19th centuries."""
    number, until = ordinal(first), ordinal(last) if last else None
    if not number or before_christ or number > 99 or (until or 0) > 99:
        return None
    value = f"{number - 1:02}XX"
    return Said(Fixed(f"{value}/{until - 1:02}XX" if until and until > number else value), share=share_of(share))


def year_span(found: Match, first: str, mark: str, last: str) -> Said | None:
    """1991-95, from 1991 to 1995, between 1991 and 1995."""
    if mark.strip() == "and" and not found.words().startswith("between"):
        return None
    sure = found.words().startswith(("from", "between")) or found.lower[found.start - 1 : found.start] == "("
    if int(first) < _FIRST_YEAR and not sure:
        return None
    full = last if len(last) == 4 else first[:2] + last
    if (len(last) == 2 and mark.strip().isalpha()) or int(first) >= int(full):
        return None
    return pair(found, Fixed(first), Fixed(full), (first, last))


def before_christ(_found: Match, year: str, _era: str) -> Said:
    """400 BC, as the year -0400."""
    return Said(Fixed(f"-{int(year.replace(',', '')):04}"))


def anno_domini(found: Match, left: str | None, right: str | None) -> Said | None:
    """AD 842, in capitals."""
    year = int(left or right or 0)
    return Said(Fixed(f"{year:04}")) if year and not re.search("[a-z]", found.text[found.start : found.end]) else None


def early_year(found: Match, lead: str, first: str, _mark: str | None, last: str | None) -> Said | None:
    """Circa 347, c. 314 - 368, the year 71; "in 348" only where it begins a sentence and counts nothing that follows."""
    named = found.before_name()
    alone = named or _COMMA.match(found.lower, found.end) is not None
    if lead in ("in", "since", "until") and (found.start or len(first) < 3 or not alone):
        return None
    after = found.word_after()
    if not named and (after in lexicon().counted or _is_plural(after)):
        return None
    if last:
        ends = Fixed(f"{int(first):04}"), Fixed(f"{int(last):04}")
        return pair(found, *ends, (first, last)) if int(first) < int(last) else None
    return Said(Fixed(f"{int(first):04}"))


def spelt_year(
    _found: Match, nineteen: str | None, _hundred: str | None, tens: str | None, ones: str | None,
    _thousand: str | None, last: str | None,
) -> Said:  # fmt: skip
    """Nineteen ninety-one, the year two thousand and one."""
    numerals = lexicon().numerals
    if nineteen:
        return Said(Fixed(f"19{numerals.get(tens or '', 0) + numerals.get(ones or '', 0):02}"))
    return Said(Fixed(f"200{numerals.get(last or '', 0)}"))


def _is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun, which a number before it counts."""
    if word.endswith(("men", "children", "people")):
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "'s", "’s"))


def year(found: Match, share: str | None, full: str | None, _mark: str | None, short: str | None) -> Said | None:
    """In 1997. A number that counts what follows it, or that follows "some", "resolution", ..., is none."""
    words, before = lexicon(), found.word_before()
    if full is None:
        return Said(Fixed(full_year(short))) if before in words.before_year or before in ("of", "class") else None
    if found.words().startswith("the year"):
        return Said(Fixed(full))
    strong, after = bool(share) or before in words.before_year, found.word_after()
    if after == "or" and _OR_YEAR.match(found.lower, found.end):
        after = ""
    if (
        (_is_plural(after) and after not in words.not_counted)
        or (after in words.counted and not (after == "or" and strong))
        or (int(full) < _FIRST_YEAR and not strong)
    ):
        return None
    if before in words.not_before_year:
        return None
    return Said(Fixed(full), share=share_of(share) if share not in ("post", "pre") else "")
