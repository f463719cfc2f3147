"""Find quoted words: double and single marks, straight and typographic, told from apostrophes and inch marks."""

import re
from dataclasses import dataclass

from casus.reading.document import Quote
from casus.sources.paragraphs import paragraphs_of
from casus.sources.report import Report, Span

_MARK = re.compile(r"[\"“”„«»‟″＂]|``|''|['‘’‚‹›]")
_CLOSES: dict[str, tuple[str, ...]] = {
    "“": ("”",), "„": ("“", "”"), "«": ("»",), "‟": ("”",), "‘": ("’",), "‚": ("‘", "’"), "‹": ("›",),
    "``": ("''", '"'), "''": ("''",), "'": ("'",),
}  # fmt: skip
_SINGLE = frozenset("'‘‚‹")
_ALWAYS_OPEN = frozenset("“„«‟‹‚")
_STRAIGHT = frozenset('"″＂')
_ELISION = re.compile(r"['‘’](?:\d\ds?\b|(?:tis|twas|em|til|cause|n|round|bout|cos)\b)", re.IGNORECASE)
_SINGLE_CLOSE = re.compile(r"(?<=[^\s'‘])['’](?!\w)")
_FARTHEST = 3000
"""Characters within which a closing mark is looked for."""
_FIRM_CLOSE = re.compile(r"(?:(?<=[.,!?…])['’](?!\w)|(?<=[^\s'‘])['’](?=[.,;:!?)\]…]|\s*$))")


@dataclass(frozen=True, slots=True)
class _Open:
    """An opening mark that waits for its closing one: where its words start, and the mark."""

    start: int
    mark: str


def quotations(report: Report) -> tuple[Quote, ...]:
    """The outermost quotations of a report, in order, without their marks.

    A quotation never leaves its paragraph: one that runs over paragraphs gives one `Quote` a paragraph, each but the last
    with `closed` false and each but the first with `continues` true. Quotations within quotations are not listed. Quotes
    that hold nothing but space and marks are left out. A mark that fits nothing is no quotation.
    """
    text = report.text
    found: list[Quote] = []
    unclosed: _Open | None = None
    for start, end in paragraphs_of(text):
        marks = list(_MARK.finditer(text, start, end))
        if not marks:
            unclosed = None
            continue
        quotes, unclosed = _in_paragraph(text, (start, end), marks, unclosed)
        found += quotes
    return tuple(found)


def _in_paragraph(
    text: str, paragraph: Span, marks: list[re.Match[str]], before: _Open | None
) -> tuple[list[Quote], _Open | None]:
    """Quotes of one paragraph, and the mark that it leaves open. `before` is what the paragraph before it left open."""
    start, end = paragraph
    quotes: list[Quote] = []
    opened: _Open | None = None
    continues = False
    if before and not _opens_paragraph(text, marks[0], start, before) and _closes_first(text, marks, end, before):
        opened, continues = _Open(start, before.mark), True
    singles = any(match.group() in {"'", "‘"} for match in marks)
    last_single = max((match.start() for match in _SINGLE_CLOSE.finditer(text, start, end)), default=0) if singles else 0
    straight = sum(match.group() in _STRAIGHT for match in marks)
    for match in marks:
        mark = match.group()
        straight -= mark in _STRAIGHT
        if opened:
            if _closes(text, match, opened, paragraph, straight):
                _keep(quotes, text, (opened.start, match.start()), True, continues)
                opened, continues = None, False
        elif _opens(text, match, paragraph, straight, last_single):
            opened = _Open(match.end(), mark)
            continues = before is not None and not quotes and _opens_paragraph(text, match, start, before)
    if opened:
        _keep(quotes, text, (opened.start, end), False, continues)
    return quotes, opened


def _keep(quotes: list[Quote], text: str, span: Span, closed: bool, continues: bool) -> None:
    """Append a quote without white space at its ends, unless no word is in it."""
    words = text[slice(*span)]
    if any(character.isalnum() for character in words):
        start = span[0] + len(words) - len(words.lstrip())
        quotes.append(Quote((start, start + len(words.strip())), closed, continues))


def _opens_paragraph(text: str, match: re.Match[str], start: int, before: _Open) -> bool:
    """Whether a paragraph takes up the quotation that the one before left open, by the same mark at its start."""
    return match.group() == before.mark and not text[start : match.start()].strip()


def _closes_first(text: str, marks: list[re.Match[str]], end: int, before: _Open) -> bool:
    """Whether the first double mark of a paragraph can only close what the one before it left open."""
    if before.mark in _SINGLE:
        return False
    match = next((match for match in marks if match.group() not in "'‘’‚‹›" or match.group() == "''"), None)
    if match is None:
        return False
    if match.group() in _STRAIGHT and before.mark in _STRAIGHT:
        return not text[match.start() - 1].isspace() and (match.end() == end or not text[match.end()].isalnum())
    return match.group() in _CLOSES.get(before.mark, ()) and match.group() not in _ALWAYS_OPEN


def _opens(text: str, match: re.Match[str], paragraph: Span, straight_left: int, last_single: int) -> bool:
    """Whether a mark outside any quotation opens one. `last_single` is the last place where a single mark may close."""
    mark, start, end = match.group(), paragraph[0], min(paragraph[1], match.end() + _FARTHEST)
    before = text[match.start() - 1] if match.start() > start else " "
    after = text[match.end()] if match.end() < end else " "
    if mark in _ALWAYS_OPEN or mark == "``":
        return True
    if mark == "''":
        return (before.isspace() or before in "([—–-") and text.find("''", match.end(), end) >= 0
    if mark in _STRAIGHT:
        boundary = before.isspace() or before in "([{/—–-"
        if before.isdigit():
            return False
        return (boundary and not after.isspace()) or (straight_left > 0 and not after.isalpha()) or before in ",:;"
    if mark in "'‘":
        if not (before.isspace() or before in '([{/—–-"“'):
            return False
        if not after.isalnum() and after not in "[(…$£€#.":
            return False
        if _ELISION.match(text, match.start()):
            return False
        return last_single > match.end() or (mark == "‘" and match.start() == start)
    return False


def _closes(text: str, match: re.Match[str], opened: _Open, paragraph: Span, straight_left: int) -> bool:
    """Whether a mark closes the open quotation."""
    mark, end = match.group(), min(paragraph[1], match.end() + _FARTHEST)
    after = text[match.end()] if match.end() < end else " "
    if opened.mark in _STRAIGHT:
        if mark not in _STRAIGHT:
            return mark == "”" and not straight_left
        inch = text[match.start() - 1].isdigit() and after == " " and straight_left % 2 == 1
        return not inch and (match.start() > opened.start or not after.isalnum())
    if opened.mark in "'‘":
        return _closes_single(text, match, end)
    if mark == opened.mark == "“":  # an opening mark in the place of a closing one
        return not after.isalnum() and not text[match.start() - 1].isspace()
    if mark in _STRAIGHT:  # a typographic mark closed by a straight one: only where none of its own kind is left
        own = _CLOSES[opened.mark]
        return not after.isalnum() and not any(
            text.find(character, match.end(), end) >= 0 for character in own if character != '"'
        )
    return mark in _CLOSES.get(opened.mark, ())


def _closes_single(text: str, match: re.Match[str], end: int) -> bool:
    """Whether an apostrophe or single mark closes a single quotation: not within a word, nor after a plural's s when a
    surer closing mark comes before the next opening one."""
    if match.group() not in "'’" or not _SINGLE_CLOSE.match(text, match.start()):
        return False
    if _FIRM_CLOSE.match(text, match.start(), end) or text[match.start() - 1] not in "sS":
        return True
    later = _FIRM_CLOSE.search(text, match.end(), end)
    if later is None:
        return True
    between = text[match.end() : later.start()]
    return "‘" in between or " '" in between
