"""Find the sentences of a report: never furniture, never across paragraphs, each with what the encoder must know of it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from casus.reading.document import Quote
from casus.reading.quotations import quotations
from casus.reading.stops import ends_sentence, stops_in
from casus.sources.paragraphs import paragraphs_of
from casus.sources.report import Report, Span

LONGEST = 1500
"""Characters of the longest sentence: more without a stop is cut, at a mark or space where there is one."""
_HEADING_WORDS = 20
_FARTHEST_MARK = 10
_BULLET = re.compile(r"(?:[-*•‣▪◦·>–—#|]+|&bull;)\s+")
_LABEL = re.compile(r"(?:\*\*)?(?P<label>[^\W\d_][^:\n.!?]{0,38}(?:\.[^:\n.!?]{1,30}){0,3}):(?:\*\*)?(?=\s+\S)")
_LABEL_SURE = re.compile(
    r"(?:Q|A|Question|Answer|Moderator|Interviewer|Reporter|[A-Z][A-Z]+(?:[ .'’-]+[A-Z]+)*(?: \([^)]*\))?"
    r"|(?:Mr|Mrs|Ms|Dr|Sen|Gen|Amb)\.? [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?|(?:MR|MRS|MS|DR|SEN|GEN|AMB)\. [A-Z '’-]+)"
)
_LABEL_NAME = re.compile(r"[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,3}")
_OPEN_END = re.compile(r"[.!?…:;,–—-]['\"”’»)\]*_]*$|\t|\|")
_CUT = re.compile(r"(?:[;,:)”\"]|--|—)\s+|\s+")


@dataclass(frozen=True, slots=True)
class SentenceText:
    """One sentence before it is parsed. `index` counts in the report, `paragraph` counts its paragraphs, both from 0.

    `headline` is true for a title or heading without a stop. `quoted` is true where the sentence starts inside a quotation
    that an earlier sentence opened. `speaker_label` is the span of a transcript's label ("MR. HALE:"), part of `span`.
    """

    index: int
    span: Span
    headline: bool = False
    paragraph: int = 0
    quoted: bool = False
    speaker_label: Span | None = None


def split(report: Report, quotes: Sequence[Quote] | None = None) -> tuple[SentenceText, ...]:
    """The sentences of a report, in order and not overlapping.

    Every letter and digit of the text is in exactly one sentence or in the report's furniture. Closing marks go with their
    sentence, list marks are left out. `quotes` are the report's quotations, where the caller has found them already.
    """
    text = report.text
    quotes = quotations(report) if quotes is None else quotes
    pieces = list(_without_furniture(text, paragraphs_of(text), report.furniture, report.headline))
    labels = _speaker_labels(text, [span for span, _ in pieces])
    found: list[SentenceText] = []
    starts = [quote.span[0] for quote in quotes]
    for span, paragraph in pieces:
        sentences = list(_in_paragraph(text, span, quotes, starts))
        titled = report.headline is not None and report.headline[0] <= span[0] < report.headline[1]
        headline = titled or (len(sentences) == 1 and span != pieces[-1][0] and _is_heading(text, span))
        for start, end in sentences:
            label = labels.get(start)
            quoted = _starts_quoted(text, start, quotes, starts)
            found.append(SentenceText(len(found), (start, end), headline and not label, paragraph, quoted, label))
    return tuple(found)


def _without_furniture(
    text: str, paragraphs: Sequence[Span], furniture: Sequence[Span], headline: Span | None
) -> Iterator[tuple[Span, int]]:
    """Paragraphs less furniture, without list marks and white space at their ends, with the paragraph's number."""
    cuts = [*furniture, *([(headline[0], headline[0]), (headline[1], headline[1])] if headline else [])]
    cuts.sort()
    first = 0
    for number, (start, end) in enumerate(paragraphs):
        while first < len(cuts) and cuts[first][1] < start:
            first += 1
        position, current = start, first
        while current < len(cuts) and cuts[current][0] < end:
            if cuts[current][0] >= position:
                yield from _trimmed(text, position, cuts[current][0], number)
            position = max(position, cuts[current][1])
            current += 1
        if position < end:
            yield from _trimmed(text, position, end, number)


def _trimmed(text: str, start: int, end: int, number: int) -> Iterator[tuple[Span, int]]:
    bullet = _BULLET.match(text, start + len(text[start:end]) - len(text[start:end].lstrip()), end)
    if bullet:
        start = bullet.end()
    words = text[start:end]
    if any(map(str.isalnum, words)):
        start += len(words) - len(words.lstrip())
        yield (start, start + len(words.strip())), number


def _in_paragraph(text: str, span: Span, quotes: Sequence[Quote], starts: list[int]) -> Iterator[Span]:
    """The sentences of one piece of a paragraph. A piece of one without letters and digits joins the sentence before it."""
    start, end = span
    bounds = [start]
    for stop in stops_in(text, start, end):
        before = bisect_right(starts, stop.start)
        if ends_sentence(text, stop, bounds[-1], end, quotes[before - 1].span if before else None):
            bounds.append(stop.after)
    bounds.append(end)
    sentences: list[Span] = []
    for begin, finish in pairwise(bounds):
        words = text[begin:finish]
        if not words.strip():
            continue
        trimmed = (begin + len(words) - len(words.lstrip()), begin + len(words.rstrip()))
        if any(map(str.isalnum, words)):
            sentences.append(trimmed)
        elif sentences:
            sentences[-1] = (sentences[-1][0], trimmed[1])
    for sentence in sentences:
        yield from _cut(text, sentence)


def _cut(text: str, span: Span) -> Iterator[Span]:
    """A sentence, in pieces where it is too long."""
    start, end = span
    while end - start > LONGEST:
        marks = list(_CUT.finditer(text, start + LONGEST // 2, start + LONGEST))
        strong = [match for match in marks if not match.group().isspace()] or marks
        stop, after = (strong[-1].start(), strong[-1].end()) if strong else (start + LONGEST, start + LONGEST)
        stop += len(strong[-1].group().rstrip()) if strong else 0
        if any(map(str.isalnum, text[start:stop])):
            yield start, stop
        start = after
    if any(map(str.isalnum, text[start:end])):
        yield start, end


def _speaker_labels(text: str, spans: Sequence[Span]) -> dict[int, Span]:
    """Labels of a transcript ("Q:", "MS. ORTEGA:", "Hale:") by the start of their paragraph.

    A label in small letters is ordinary prose before a colon unless the same one comes again.
    """
    sure: dict[int, Span] = {}
    names: dict[str, list[tuple[int, Span]]] = {}
    for start, end in spans:
        match = _LABEL.match(text, start, min(end, start + 120))
        if not match:
            continue
        label = match["label"]
        if _LABEL_SURE.fullmatch(label):
            sure[start] = match.span()
        elif _LABEL_NAME.fullmatch(label):
            names.setdefault(label, []).append((start, match.span()))
    for places in names.values():
        if len(places) > 1:
            sure.update(places)
    return sure if len(sure) > 1 else {}


def _is_heading(text: str, span: Span) -> bool:
    """Whether a paragraph of one sentence is a heading: short, no stop, no list item, no row of a table."""
    words = text[slice(*span)]
    if _OPEN_END.search(words) or words.count(" ") >= _HEADING_WORDS or not (words[0].isupper() or words[0] in "\"'“‘0123456789"):
        return False
    line_start = max(text.rfind("\n", 0, span[0]), text.rfind("\r", 0, span[0])) + 1
    return not text[line_start : span[0]].strip()


def _starts_quoted(text: str, start: int, quotes: Sequence[Quote], starts: list[int]) -> bool:
    """Whether a sentence starts within a quotation that an earlier sentence opened, or takes one up by a mark."""
    after = bisect_right(starts, start - 1)
    if after and start < quotes[after - 1].span[1]:
        return True
    if after == len(quotes) or not quotes[after].continues or starts[after] > start + _FARTHEST_MARK:
        return False
    return not any(map(str.isalnum, text[start : starts[after]]))
