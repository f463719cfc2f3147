"""Datelines: the place and day, and often the agency, that an agency's report starts with."""

import re
from dataclasses import dataclass
from datetime import date

from casus.sources.furniture import is_label, is_no_place, is_place_line
from casus.sources.report import Span
from casus.sources.stamps import DATE, DAY_OF_YEAR, WEEKDAY, dates_in, day_of_year

_PLACE_CAPITALS = r"[A-Z][A-ZÀ-Þ'’.-]+(?:[ /][A-ZÀ-Þ(][A-ZÀ-Þ'’.)-]*){0,5}"
_PLACE_SHORT = r"[A-Z][A-ZÀ-Þ'’.-]+(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ'’.-]*){0,2}"
_PLACE_MIXED = r"[A-Z][\w'’.-]+(?:[ /-][A-Z][\w'’.-]*|\s(?:de|al|es|la|el|of)\b){0,4}"
_REGION = r"(?:,\s*[A-Z][\w'’.]*(?:[ -][A-Z][\w'’.]*){0,3})?"
_AGENCY = r"[(\[](?:[A-Z][\w.&/'’ -]{1,40}|dpa|apa|epa|ansa|efe|lusa|belga)[)\]]"
_DAY = rf"(?:{WEEKDAY},?\s+)?(?:{DATE}|{DAY_OF_YEAR})"
_DASH = r"(?:\s*(?:--+|[—–_]+)\s*|\s*-+\s+|\s+-\s*)"
_DATELINE = re.compile(
    r"(?P<open>[*_]{0,2})(?:"
    # MOSCOW, June 19 (Agency) -   Paris, Dec 14 2006 (AFP):   Tehran, June 19, IRNA -   MOSCOW. June 19. /TASS/.
    rf"(?P<full>{_PLACE_CAPITALS}|{_PLACE_MIXED}){_REGION}[,.]?\s+(?i:(?P<day>{_DAY}))[,.]?"
    rf"(?:\s*(?:{_AGENCY}|/[A-Z][\w-]+/|[A-Z]{{2,8}}))?(?:[*_]{{0,2}}(?:{_DASH}|\s*:|\.)|(?<=[)\]])(?=\s))"
    # WASHINGTON (AP) _   Dar es Salaam, Tanzania (AP) --
    rf"|(?P<agency>{_PLACE_CAPITALS}|{_PLACE_MIXED}){_REGION}\s+{_AGENCY}[*_]{{0,2}}(?:{_DASH}|\s*:|(?=\s*\n)|\s*$)"
    # GENEVA —   KYIV, Ukraine --
    rf"|(?=[A-Z.' ]{{4}})(?P<place>{_PLACE_SHORT}){_REGION}(?:\*\*|__)?(?:\s*(?:--+|[—–_])\s*|\s+-+\s+)(?=[\s\"“*A-Z])"
    # Lusaka, 7 February 1970, alone on its line
    rf"|(?P<alone>{_PLACE_CAPITALS}|{_PLACE_MIXED}){_REGION},?\s+(?i:(?P<dated>{DATE}))\.?$"
    # (AFP) -   June 19 (UPI) --
    rf"|(?:(?i:(?P<only>{_DAY}))\s+)?{_AGENCY}{_DASH}"
    r")[*_]{0,2}(?:\s*/[A-Z][\w-]+/[.:]?)?\s*"
)
_PLACE_LINE = re.compile(rf"(?=[A-Z' ]{{4}})(?P<place>{_PLACE_CAPITALS})[.:]?")
_PLACE_COLON = re.compile(rf"(?=[A-Z' ]{{4}})(?P<place>{_PLACE_CAPITALS}):\s+(?=[A-Z\"“])")
_ANY_LABEL = re.compile(r"^[A-Z][A-Z .'’-]{0,40}:\s", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a dateline stands, its place as written, its month and day, and its whole date with the date's own span where it
    gives a year."""

    span: Span
    place: str | None = None
    day: tuple[int, int] | None = None
    dated: tuple[date, Span] | None = None


def looks_dated(line: str) -> bool:
    """Whether a line starts with a dateline, or is nothing but a dateline's place."""
    return is_place_line(line) or _DATELINE.match(line) is not None


def dateline_at(text: str, start: int, end: int, first: bool) -> Dateline | None:
    """The dateline at the start of the paragraph text[start:end], None where there is none.

    `first` is true for the first paragraph of a body that has more: only there may a dateline be a place alone on its line, or
    a place before a colon. A body's acronym before a dash ("NATO - ") is none; neither is "MOSCOW: " in a transcript.
    """
    match = _DATELINE.match(text, start, end)
    if match is None and first:
        alone = _PLACE_LINE.fullmatch(text, start, end) if is_place_line(text[start:end]) else None
        match = alone or (_PLACE_COLON.match(text, start, end) if len(_ANY_LABEL.findall(text)) == 1 else None)
    if match is None:
        return None
    groups = match.groupdict()
    if groups.get("place") and is_no_place(groups["place"]):
        return None
    place = next((groups[name].rstrip() for name in ("full", "agency", "alone", "place") if groups.get(name)), None)
    found = next(dates_in(text, *match.span()), None)
    written = groups.get("day") or groups.get("only")
    day = (found.value.month, found.value.day) if found else day_of_year(written) if written else None
    return Dateline(
        match.span(), None if place is None or is_label(place) else place, day, (found.value, found.span) if found else None
    )
