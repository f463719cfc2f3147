"""Headlines: which line before the body is the title, and where it ends."""

import re
from dataclasses import dataclass

from casus.sources.datelines import looks_dated
from casus.sources.furniture import is_dated_title
from casus.sources.report import Span, Stamp
from casus.sources.stamps import DATE_CLOCK, DATE_LABEL, WEEKDAY, dates_in

_TRAILING = re.compile(
    rf"(?:\s+|(?<=\S)\s*[|•·–—(\[-]\s*)(?:(?<=[|•·–—(\[-]\s|.[|•·–—(\[-])|(?={WEEKDAY}))(?:{DATE_LABEL}:?\s+)?{DATE_CLOCK}[)\]]?$",
    re.IGNORECASE,
)
_FRAME = re.compile(r"(?P<mark>[#*_>\s]*)(?P<words>.*?)(?P<site>\s+[|]\s+[^|]{2,40})?(?P<end>[*_#\s]*)", re.DOTALL)
_STOPPED = re.compile(r"[.!?…:;,]['\"”’»)\]*_]*$")
_TITLE_WORDS = 30
_SHORT_TITLE = 10
_LONGEST_TITLE = 400


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline's span, the furniture glued to its end, and the dates that it claims."""

    span: Span
    furniture: tuple[Span, ...] = ()
    stamps: tuple[Stamp, ...] = ()


def headline_at(text: str, line: Span, after: list[Span], title: str | None) -> Headline | None:
    """The headline that starts at a line before the body, None where the line is none.

    `after` are the lines that follow, `title` is the title known from outside. A headline is the title, or short, without a stop
    and with more after it. A second deck goes with it: after a semicolon on the next line, or going on in small letters.
    """
    if not _is_headline(text, line, after, title):
        return None
    start, end = line
    furniture: list[Span] = []
    stamps: list[Stamp] = []
    trailing = _TRAILING.search(text, start, end)
    if trailing and trailing.start() > start:
        stamps = [Stamp("header", found.value, found.span, "after the headline") for found in dates_in(text, *trailing.span())]
        if stamps:
            furniture.append((trailing.start(), end))
            end = trailing.start()
    elif is_dated_title(text[start:end]):
        stamps = [Stamp("header", found.value, found.span, "headline") for found in dates_in(text, start, end)]
    frame = _FRAME.fullmatch(text, start, end)
    if frame and frame["words"]:
        start, end = frame.span("words")
        if frame["site"]:
            furniture.append(frame.span("site"))
    if not furniture and after and _goes_on(text, line, after[0]):
        end = after[0][1]
    return Headline((start, end), tuple(furniture), tuple(stamps))


def _goes_on(text: str, line: Span, following: Span) -> bool:
    """Whether the line after a headline is its second deck."""
    blank = text.count("\n", line[1], following[0]) > 1
    words = text[slice(*following)]
    if words.count(" ") >= _TITLE_WORDS:
        return False
    if text[line[1] - 1] == ";":
        return not blank
    return blank and words[0].islower() and not _STOPPED.search(words)


def _is_headline(text: str, span: Span, after: list[Span], title: str | None) -> bool:
    """Whether a line before the body is the headline: it is the title, or short, without a stop, and more follows."""
    line = text[slice(*span)]
    if title and _same_words(line, title):
        return True
    if (
        not after
        or looks_dated(line)
        or line.count(" ") >= _TITLE_WORDS
        or len(line) > _LONGEST_TITLE
        or not any(map(str.isalpha, line))
    ):
        return False
    if not _STOPPED.search(line) or line.endswith(";"):
        return not text[after[0][0]].islower() or _goes_on(text, span, after[0])
    # a title to which a stop was added, or a question: a short first paragraph, or one in capitals throughout
    words = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    blank = text.count("\n", span[1], after[0][0]) > 1 and line.rstrip("'\"’”)")[-1:] in {".", "?", "!"}
    longer = text.count(" ", *after[0]) > max(_SHORT_TITLE, line.count(" "))
    return blank and longer and (line.count(" ") < _SHORT_TITLE or (capitals > 3 and capitals >= 0.9 * len(words)))


def _same_words(line: str, title: str) -> bool:
    kept, wanted = ("".join(filter(str.isalnum, words.lower())) for words in (line, title))
    return bool(kept) and kept == wanted
