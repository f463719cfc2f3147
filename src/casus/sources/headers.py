"""Find what stands around a report's text: header noise with dates, bylines, agency datelines, the headline, furniture."""

import re
from dataclasses import dataclass, field

from casus.sources.furniture import is_furniture, is_head_furniture, is_label, is_no_place, is_place_line
from casus.sources.paragraphs import lines_of, paragraphs_of
from casus.sources.report import Span, Stamp
from casus.sources.stamps import CLOCK, DATED, DATED_WITH_CLOCK, DAY_OF_YEAR, WEEKDAY, dates_in, day_of_year, in_latest_year

_HEAD_LINES = 14
_DATELINE_PARAGRAPHS = 5
_UNGROUPED = re.compile(r"\(\?P<\w+>")


def _plain(pattern: str) -> str:
    """A pattern without the names of its groups, so that it may stand in another more than once."""
    return _UNGROUPED.sub("(?:", pattern).replace("(?P=mark)", "[-/.]").replace("(?P=between)", "[/.-]")


_DATE = _plain(DATED)
_DATE_CLOCK = _plain(DATED_WITH_CLOCK)
_LABEL = (
    r"(?:date(?:d)?|(?:first |last |originally |article |story )?"
    r"(?:published|updated|modified|posted|created|issued|released|uploaded|filed)"
    r"(?: (?:on|at|date|time))?|publication date|pub\.? ?date|time|release date|last update|timestamp)"
)
_NOISE = re.compile(
    rf"(?:[#*_>\[(\s]*(?:{_LABEL}\s*[:=\-–—|]?\s*)(?:on\s+)?{_DATE_CLOCK}[\])*_]*"
    rf"|[\[(]?{_DATE_CLOCK}[\])]?)(?P<after>\s*(?:[|•·;,/]|[-–—]+)?\s*)",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    rf"(?:\s+|(?<=\S)\s*[|•·–—(\[-]\s*)(?:(?<=[|•·–—(\[-]\s|.[|•·–—(\[-])|(?={WEEKDAY}))(?:{_LABEL}:?\s+)?{_DATE_CLOCK}[)\]]?$",
    re.IGNORECASE,
)
_EMPTY = re.compile(rf"{_LABEL}\s*[:=]?|{CLOCK}", re.IGNORECASE)
_NAMED_TITLE = re.compile(r"(?:title|headline)\s*:\s*", re.IGNORECASE)
_FRAME = re.compile(r"(?P<mark>[#*_>\s]*)(?P<words>.*?)(?P<site>\s+[|]\s+[^|]{2,40})?(?P<end>[*_#\s]*)", re.DOTALL)
_NAME = r"[A-Z][\w.'’-]*(?:\s+(?:de|van|von|al|bin|der|la|del|di)\b)?(?:\s+[A-Z][\w.'’-]*){0,4}"
_BYLINE = re.compile(
    rf"[*_]*(?:by|BY|By)\s+{_NAME}"
    r"(?:(?:,|\s+and|\s*&|\s+in|\s*[|/–—-])\s+[A-Z][\w.'’&, -]{1,60})*(?:\s*[|•·,–—-]\s*.{0,120})?[*_]*",
)
_BAR_LINE = re.compile(r"[^|•·]{2,60}(?:\s[|•·]\s[^|•·]{2,60}){1,5}")
_PLACE_CAPITALS = r"[A-Z][A-ZÀ-Þ'’.-]+(?:[ /][A-ZÀ-Þ(][A-ZÀ-Þ'’.)-]*){0,5}"
_PLACE_SHORT = r"[A-Z][A-ZÀ-Þ'’.-]+(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ'’.-]*){0,2}"
_PLACE_MIXED = r"[A-Z][\w'’.-]+(?:[ /-][A-Z][\w'’.-]*|\s(?:de|al|es|la|el|of)\b){0,4}"
_REGION = r"(?:,\s*[A-Z][\w'’.]*(?:[ -][A-Z][\w'’.]*){0,3})?"
_AGENCY = r"[(\[](?:[A-Z][\w.&/'’ -]{1,40}|dpa|apa|epa|ansa|efe|lusa|belga)[)\]]"
_DAY = rf"(?:{WEEKDAY},?\s+)?(?:{_DATE}|{DAY_OF_YEAR})"
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
    # (AFP) -   June 19 (UPI) --
    rf"|(?:(?i:(?P<only>{_DAY}))\s+)?{_AGENCY}{_DASH}"
    r")[*_]{0,2}(?:\s*/[A-Z][\w-]+/[.:]?)?\s*"
)
_PLACE_LINE = re.compile(rf"(?=[A-Z' ]{{4}})(?P<place>{_PLACE_CAPITALS})[.:]?")
_PLACE_COLON = re.compile(rf"(?=[A-Z' ]{{4}})(?P<place>{_PLACE_CAPITALS}):\s+(?=[A-Z\"“])")
_ANY_LABEL = re.compile(r"^[A-Z][A-Z .'’-]{0,40}:\s", re.MULTILINE)
_STOPPED = re.compile(r"[.!?…:;,]['\"”’»)\]*_]*$")
_TITLE_WORDS = 30
_SHORT_TITLE = 10
_LONGEST_TITLE = 400


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
    place: str | None = None
    day: tuple[int, int] | None = None
    dateline: Span | None = None


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
    _dateline(text, body, [span for span in paragraphs if span not in known], finds)
    if finds.dateline and finds.day:
        _stamp_dateline(text, finds, outside)
    finds.furniture.sort()
    return Surroundings(tuple(_merged(finds.furniture)), tuple(finds.stamps), finds.headline, finds.place, finds.day)


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
        if finds.headline is None and _is_headline(text, (rest, end), lines[number + 1 :], title):
            finds.headline = _framed(text, rest, _before_date(text, rest, end, finds), finds)
            if line.endswith(";") and _adjacent(text, lines, number):
                finds.headline = (rest, lines[number + 1][1])
            continue
        return rest
    return lines[min(len(lines), _HEAD_LINES) - 1][1] if lines else 0


def _after_noise(text: str, start: int, end: int, finds: _Finds) -> int:
    """Take dates with their labels from the start of a line; returns where what is left starts (the line's end: nothing)."""
    position = start
    while match := _NOISE.match(text, position, end):
        dates = list(dates_in(text, match.start(), match.end()))
        if dates and end - match.end() <= _LONGEST_TITLE and _is_byline(text[match.end() : end].replace("by ", "By ", 1)):
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


def _adjacent(text: str, lines: list[Span], number: int) -> bool:
    """Whether a short line follows with no blank line between: the second deck of a headline."""
    if number + 1 >= len(lines):
        return False
    (_, end), (start, stop) = lines[number : number + 2]
    return text.count("\n", end, start) < 2 and text.count(" ", start, stop) < _TITLE_WORDS


def _framed(text: str, start: int, end: int, finds: _Finds) -> Span:
    """A headline without the marks of a markup language around it and the site's name after it."""
    match = _FRAME.fullmatch(text, start, end)
    if match is None or not match["words"]:
        return start, end
    if match["site"]:
        finds.furniture.append(match.span("site"))
    return match.span("words")


def _before_date(text: str, start: int, end: int, finds: _Finds) -> int:
    """Where a headline ends that has a date with its weekday, or a date set off by a mark, glued to its end."""
    match = _TRAILING.search(text, start, end)
    dates = list(dates_in(text, match.start(), match.end())) if match else []
    if match is None or not dates or match.start() == start:
        return end
    finds.stamps += [Stamp("header", found.value, found.span, "after the headline") for found in dates]
    finds.furniture.append((match.start(), end))
    return match.start()


def _is_byline(line: str) -> bool:
    """Whether a line names the writers ("By Jane Roe and John Doe"), or is a row of fields with a date in it."""
    if len(line) > 200:
        return False
    if _BYLINE.fullmatch(line) and not _STOPPED.search(line):
        return True
    return _BAR_LINE.fullmatch(line) is not None and next(dates_in(line), None) is not None


def _is_headline(text: str, span: Span, after: list[Span], title: str | None) -> bool:
    """Whether a line before the body is the headline: it is the title, or short, without a stop, and more follows."""
    line = text[slice(*span)]
    if title and _same_words(line, title):
        return True
    if (
        not after
        or is_place_line(line)
        or _DATELINE.match(line)
        or line.count(" ") >= _TITLE_WORDS
        or len(line) > _LONGEST_TITLE
        or not any(map(str.isalpha, line))
    ):
        return False
    if not _STOPPED.search(line) or line.endswith(";"):
        return not text[after[0][0]].islower()
    # a title to which a stop was added, or a question: a short first paragraph, or one in capitals throughout
    words = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    blank = text.count("\n", span[1], after[0][0]) > 1 and line.rstrip("'\"’”)")[-1:] in {".", "?", "!"}
    longer = text.count(" ", *after[0]) > max(_SHORT_TITLE, line.count(" "))
    return blank and longer and (line.count(" ") < _SHORT_TITLE or (capitals > 3 and capitals >= 0.9 * len(words)))


def _same_words(line: str, title: str) -> bool:
    kept, wanted = ("".join(filter(str.isalnum, words.lower())) for words in (line, title))
    return bool(kept) and kept == wanted


def _dateline(text: str, body: int, paragraphs: list[Span], finds: _Finds) -> None:
    """Find the dateline: at the start of one of the first paragraphs of the body, or on a line before the body."""
    for number, (start, end) in enumerate(paragraphs[:_DATELINE_PARAGRAPHS]):
        start = max(start, body)
        match = _DATELINE.match(text, start, end)
        if match is None and number == 0:
            alone = _PLACE_LINE.fullmatch(text, start, end) if len(paragraphs) > 1 and is_place_line(text[start:end]) else None
            match = alone or (_PLACE_COLON.match(text, start, end) if len(_ANY_LABEL.findall(text)) == 1 else None)
        if match is None:
            noise = _NOISE.match(text, start, end) if number == 0 else None
            if noise and noise.end() < end and noise["after"] and text[noise.end()].isupper():
                _after_noise(text, start, end, finds)
            continue
        groups = match.groupdict()
        if groups.get("place") and is_no_place(groups["place"]):
            return
        place = next((groups[name].rstrip(" ") for name in ("full", "agency", "place") if groups.get(name)), None)
        finds.place = None if place is None or is_label(place) else place
        day = groups.get("day") or groups.get("only")
        finds.dateline = (match.start(), match.end())
        finds.day = _month_and_day(day) if day else None
        finds.furniture.append(finds.dateline)
        return


def _month_and_day(day: str) -> tuple[int, int] | None:
    found = next(dates_in(day), None)
    return (found.value.month, found.value.day) if found else day_of_year(day)


def _stamp_dateline(text: str, finds: _Finds, outside: tuple[Stamp, ...]) -> None:
    """Add the dateline's stamp: its own date, or its day in the year that the other stamps allow."""
    assert finds.dateline is not None
    assert finds.day is not None
    written = next(dates_in(text, *finds.dateline), None)
    if written:
        finds.stamps.append(Stamp("dateline", written.value, written.span, "dateline"))
        return
    dated = in_latest_year(*finds.day, (*outside, *finds.stamps))
    if dated:
        value, basis = dated
        detail = f"dateline without a year; the year is the latest that the {basis.origin} date {basis.value} allows"
        finds.stamps.append(Stamp("dateline", value, finds.dateline, detail))


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
