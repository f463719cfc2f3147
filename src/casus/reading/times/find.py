"""Find time expressions in sentences. Needs the text and the spans of its sentences, no parse."""

import re
from collections.abc import Sequence
from dataclasses import replace

from casus.reading.times.expression import Between, Expression, Fixed, Hour, Offset, OnWeekday, Yearless
from casus.reading.times.patterns import grammar, groups, later_forms, openers, triggers
from casus.reading.times.readers import READERS
from casus.reading.times.words import Match, Said
from casus.sources.report import Span

_WORD = re.compile(r"[a-z]+|['’]?\d+")


def _lower(text: str) -> str:
    """A lower-case copy with the same offsets."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def _other_form(name: str, original: str, lower: str, start: int) -> tuple[Said | None, int]:
    """What a later form makes of the words at a place where form `name` turned out to be no time, and where it ends."""
    for other, pattern in later_forms(name):
        match = pattern.match(lower, start)
        if match and (said := READERS[other](Match(original, lower, start, match.end()), *match.groups())) is not None:
            return said, match.end()
    return None, start


def _moved(end: Expression, offset: int, index: int) -> Expression:
    return replace(end, span=(end.span[0] + offset, end.span[1] + offset), sentence=index)


def _in_sentence(text: str, span: Span, index: int) -> list[Expression]:
    original = text[slice(*span)].replace("\n", " ").replace("\t", " ").replace("\xa0", " ")
    lower = _lower(original)
    words = list(_WORD.finditer(lower))
    named = triggers()
    if not any(word[0] in named or (len(word[0]) > 1 and word[0][-1].isdigit()) for word in words):
        return []
    found: list[Expression] = []
    pattern, first_words, at = grammar(), openers(), 0
    for word in words:
        if word.start() < at or not (word[0] in first_words or word[0][-1].isdigit()):
            continue
        match = pattern.match(lower, word.start())
        if match is None:
            continue
        name, (start, end) = match.lastgroup or "", match.span()
        said = READERS[name](Match(original, lower, start, end), *match.groups()[groups()[name]])
        if said is None:
            said, end = _other_form(name, original, lower, start)
        if said is None:
            continue
        at = end
        while end > start and lower[end - 1] in " ,":
            end -= 1
        place = (span[0] + start, span[0] + end)
        parts = said.parts
        if isinstance(parts, Between):
            parts = Between(_moved(parts.first, span[0], index), _moved(parts.last, span[0], index))
        found.append(Expression(place, index, parts, said.hour, said.share))
    return _joined(text, found)


_DAYLIKE = (Fixed, Yearless, OnWeekday, Offset)
_TO = re.compile(r"\s*(?:-|–|—|\sto|\sthrough|\suntil|\still)\s*")
_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)


def _joined(text: str, found: list[Expression]) -> list[Expression]:
    """Pairs that words make one stretch ("from May to July", "between Monday and Friday") joined; hours given to their days."""
    joined: list[Expression] = []
    for expression in found:
        if joined:
            before = joined[-1]
            gap, lead = text[before.span[1] : expression.span[0]], text[max(0, before.span[0] - 10) : before.span[0]]
            if isinstance(expression.parts, _DAYLIKE) and isinstance(before.parts, _DAYLIKE) and (
                (_TO.fullmatch(gap) and (_FROM.search(lead) or gap.strip() in ("-", "–", "—")))
                or (gap.strip() == "and" and _BETWEEN.search(lead))
            ):  # fmt: skip
                joined[-1] = Expression((before.span[0], expression.span[1]), before.sentence, Between(before, expression))
                continue
            if (
                isinstance(before.parts, Hour)
                and isinstance(expression.parts, _DAYLIKE)
                and re.fullmatch(r",?\s*(?:on\s+)?", gap)
            ):
                joined[-1] = replace(expression, span=(before.span[0], expression.span[1]), hour=before.parts.value)
                continue
            if isinstance(expression.parts, Hour) and isinstance(before.parts, _DAYLIKE) and re.fullmatch(r",?\s*", gap):
                joined[-1] = replace(before, span=(before.span[0], expression.span[1]), hour=expression.parts.value)
                continue
        joined.append(expression)
    return joined


def find(text: str, sentences: Sequence[Span]) -> tuple[Expression, ...]:
    """All time expressions in sentences of a text, in order and not overlapping; `Expression.sentence` counts in `sentences`.

    Spans count in `text`. Durations and sets are found too; references without measure ("now") as well.
    """
    return tuple(expression for index, span in enumerate(sentences) for expression in _in_sentence(text, span, index))
