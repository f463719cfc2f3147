"""Find what stands around a report's text: header noise with dates, bylines, agency datelines, the headline, furniture."""

import re
from dataclasses import dataclass, field

from casus.sources.datelines import Dateline, dateline_at
from casus.sources.furniture import is_furniture, is_head_furniture
from casus.sources.headlines import headline_at
from casus.sources.paragraphs import lines_of, paragraphs_of
from casus.sources.report import Span, Stamp
from casus.sources.stamps import CLOCK, DATE_CLOCK, DATE_LABEL, dates_in, in_latest_year

_HEAD_LINES = 14
_DATELINE_PARAGRAPHS = 5
_LONGEST_LINE = 400
_NOISE = re.compile(
    rf"(?:[#*_>\[(\s]*(?:{DATE_LABEL}\s*[:=\-–—|]?\s*)(?:on\s+)?{DATE_CLOCK}[\])*_]*"
    rf"|[\[(]?{DATE_CLOCK}[\])]?)(?P<after>\s*(?:[|•·;,/]|[-–—]+)?\s*)",
    re.IGNORECASE,
)
_EMPTY = re.compile(rf"{DATE_LABEL}\s*[:=]?|{CLOCK}", re.IGNORECASE)
_NAMED_TITLE = re.compile(r"(?:title|headline)\s*:\s*", re.IGNORECASE)
_NAME = r"[A-Z][\w.'’-]*(?:\s+(?:de|van|von|al|bin|der|la|del|di)\b)?(?:\s+[A-Z][\w.'’-]*){0,4}"
_BYLINE = re.compile(
    rf"[*_]*(?:by|BY|By)\s+{_NAME}"
    r"(?:(?:,|\s+and|\s*&|\s+in|\s*[|/–—-])\s+[A-Z][\w.'’&, -]{1,60})*(?:\s*[|•·,–—-]\s*.{0,120})?[*_]*",
)
_BAR_LINE = re.compile(r"[^|•·]{2,60}(?:\s[|•·]\s[^|•·]{2,60}){1,5}")
_STOPPED = re.compile(r"[.!?…:;,]['\"”’»)\]*_]*$")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around the text. Spans are in order and don't overlap; `dateline_day` is month and day as the dateline
    gives them, also where it gives no year."""

    furniture: tuple[Span, ...] = ()
    stamps: tuple[Stamp, ...] = ()
    headline: Span | None = None
    dateline_place: str | None = None
    dateline_day: tuple[int, int] | None = None


@dataclass(slots=True)
class _Finds:
    """What has been found so far, while one text is gone through from its start."""

    furniture: list[Span] = field(default_factory=list)
    stamps: list[Stamp] = field(default_factory=list)
    headline: Span | None = None
    dateline: Dateline | None = None


def surroundings_of(text: str, title: str | None = None, outside: tuple[Stamp, ...] = ()) -> Surroundings:
    """Header noise, bylines, datelines, headline and furniture of a text, with the dates that they claim.

    `title` is the title known from outside, `outside` are the stamps known from outside: a dateline without a year takes its
    year from them or from the header's. A date without any year gives no stamp.
    """
    finds = _Finds()
    body = _head(text, title, finds)
    paragraphs = [span for span in paragraphs_of(text) if span[1] > body]
    for start, end in paragraphs:
        if start >= body and is_furniture(text[start:end]):
            finds.furniture.append((start, end))
    known = set(finds.furniture)
    _dateline(text, body, [span for span in paragraphs if span not in known], outside, finds)
    finds.furniture.sort()
    place, day = (finds.dateline.place, finds.dateline.day) if finds.dateline else (None, None)
    return Surroundings(tuple(_merged(finds.furniture)), tuple(finds.stamps), finds.headline, place, day)


def _head(text: str, title: str | None, finds: _Finds) -> int:
    """Go through the lines before the body; returns where the body starts."""
    lines = lines_of(text)
    for number, (start, end) in enumerate(lines[:_HEAD_LINES]):
        if finds.headline and end <= finds.headline[1]:
            continue
        rest = _after_noise(text, start, end, finds)
        if rest >= end:
            continue
        line = text[rest:end]
        if _is_byline(line) or (number + 1 < len(lines) and is_head_furniture(line)):
            finds.furniture.append((rest, end))
            finds.stamps += [Stamp("header", found.value, found.span, "byline") for found in dates_in(text, rest, end)]
            continue
        headline = None if finds.headline else headline_at(text, (rest, end), lines[number + 1 :], title)
        if headline:
            finds.headline = headline.span
            finds.furniture += headline.furniture
            finds.stamps += headline.stamps
            continue
        return rest
    return lines[min(len(lines), _HEAD_LINES) - 1][1] if lines else 0


def _after_noise(text: str, start: int, end: int, finds: _Finds) -> int:
    """Take dates with their labels from the start of a line; returns where what is left starts (the line's end: nothing)."""
    position = start
    while match := _NOISE.match(text, position, end):
        dates = list(dates_in(text, match.start(), match.end()))
        if dates and end - match.end() <= _LONGEST_LINE and _is_byline(text[match.end() : end].replace("by ", "By ", 1)):
            finds.stamps += [Stamp("header", found.value, found.span, "header line") for found in dates]
            finds.furniture.append((position, end))
            return end
        glued = match.end() < end and not match["after"]
        prose = match.end() < end and (text[match.end()].islower() or (match["after"].strip() in {",", ";"}))
        if glued or prose or not dates:
            break
        finds.stamps += [Stamp("header", found.value, found.span, "header line") for found in dates]
        finds.furniture.append((position, match.end()))
        position = match.end()
    named = _NAMED_TITLE.match(text, position, end)
    if named and named.end() < end:
        finds.furniture.append((position, named.end()))
        return named.end()
    if position == start and _EMPTY.fullmatch(text, start, end):
        finds.furniture.append((start, end))
        return end
    return position


def _is_byline(line: str) -> bool:
    """Whether a line names the writers ("By Jane Roe and John Doe"), or is a row of fields with a date in it."""
    if len(line) > 200:
        return False
    if _BYLINE.fullmatch(line) and not _STOPPED.search(line):
        return True
    return _BAR_LINE.fullmatch(line) is not None and next(dates_in(line), None) is not None


def _dateline(text: str, body: int, paragraphs: list[Span], outside: tuple[Stamp, ...], finds: _Finds) -> None:
    """Find the dateline, at the start of one of the first paragraphs of the body, and its stamp: its own date, or its day in
    the year that the other stamps allow."""
    for number, (start, end) in enumerate(paragraphs[:_DATELINE_PARAGRAPHS]):
        start = max(start, body)
        dateline = dateline_at(text, start, end, number == 0 and len(paragraphs) > 1)
        if dateline is None:
            noise = _NOISE.match(text, start, end) if number == 0 else None
            if noise and noise.end() < end and noise["after"] and text[noise.end()].isupper():
                _after_noise(text, start, end, finds)
            continue
        finds.dateline = dateline
        finds.furniture.append(dateline.span)
        if dateline.dated:
            finds.stamps.append(Stamp("dateline", *dateline.dated, "dateline"))
        elif dateline.day and (latest := in_latest_year(*dateline.day, (*outside, *finds.stamps))):
            value, basis = latest
            detail = f"dateline without a year; the year is the latest that the {basis.origin} date {basis.value} allows"
            finds.stamps.append(Stamp("dateline", value, dateline.span, detail))
        return


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
