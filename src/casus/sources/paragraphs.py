"""Where the paragraphs of a text are: by blank lines, by line ends, or by line ends that only wrap."""

import re
from itertools import pairwise

from casus.sources.report import Span

_LINE = re.compile(r"[^\r\n\f\v\x1c-\x1e\x85\u2028\u2029]+")
_BLANK_BETWEEN = re.compile(r"\r\n|[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")
_ITEM = re.compile(r"\s*(?:[-*•‣▪–—]\s|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s|[A-Z][A-Z.' ]{0,40}:\s|#{1,6}\s|\|)|.*\t")
_STOPPED = re.compile(r"[.!?:…]['\"”’»)\]]*$")
_WRAPPED_SHARE = 0.3
"""A text is wrapped when at least this share of its single line ends go on with a small letter: about three in four do in
wrapped prose, next to none where each line is a paragraph."""


def lines_of(text: str) -> list[Span]:
    """The lines that hold more than white space, each without white space at its ends, in order."""
    lines = []
    for match in _LINE.finditer(text):
        line = match.group()
        body = line.strip()
        if body:
            start = match.start() + len(line) - len(line.lstrip())
            lines.append((start, start + len(body)))
    return lines


def paragraphs_of(text: str) -> list[Span]:
    """The paragraphs, in order and without white space at their ends.

    A blank line always ends a paragraph. A single line end does too, unless the text is wrapped (its lines break within
    sentences): then it ends one only before a list item or speaker's label, and after a short line that ends with a stop.
    """
    lines = lines_of(text)
    if not lines:
        return []
    adjacent = [len(_BLANK_BETWEEN.findall(text, before[1], after[0])) < 2 for before, after in pairwise(lines)]
    single = [after for joined, after in zip(adjacent, lines[1:], strict=False) if joined]
    small = sum(text[start].islower() for start, _ in single)
    wrapped = bool(single) and small >= max(1.0, _WRAPPED_SHARE * len(single))
    if not wrapped:
        return lines
    width = max(end - start for start, end in lines)
    paragraphs = [lines[0]]
    for joined, before, after in zip(adjacent, lines, lines[1:], strict=False):
        short = before[1] - before[0] < 0.75 * width
        ends = not joined or _ITEM.match(text, *after) or (short and _STOPPED.search(text, *before))
        if ends and not (joined and text[after[0]].islower()):
            paragraphs.append(after)
        else:
            paragraphs[-1] = (paragraphs[-1][0], after[1])
    return paragraphs
