"""PolNeAR's articles as sentences with who says what. Sentences and words are cut by the reader's own hand, as at run time."""

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from casus.reading.pieces import Pieces
from casus.reading.sentences import split
from casus.reading.tokens import words
from casus.sources.report import Report, Span
from training.examples import Attribution, Example, encoded

Article = dict[str, Any]


def articles(data: Path, part: str) -> list[Article]:
    """The articles of a split."""
    return [json.loads(line) for line in (data / "polnear" / f"{part}.jsonl").read_text(encoding="utf8").splitlines()]


def attribution_examples(given: Iterable[Article], pieces: Pieces) -> Iterator[Example]:
    """Sentences with their attributions; those that annotators discarded are left out.

    A sentence into which only some of an attribution reaches gets that part of it: content without a cue is a quotation that
    runs on.
    """
    for article in given:
        text = article["text"]
        gold = [_spans(one) for one in article["attributions"]]
        for sentence in split(Report(text)):
            if any(_meet(sentence.span, region) for region in article["discard"]):
                continue
            places = words(text, sentence.span)
            cut = encoded([text[start:end] for start, end in places], sentence.quoted, pieces)
            if cut is None or not places:
                continue
            found = (tuple(words_in(spans, places) for spans in one) for one in gold if _touches(one, sentence.span))
            own = tuple(Attribution(cue, source, content) for cue, source, content in found if cue or content)
            yield Example("attribution", *cut, attributions=own)


def _spans(one: dict[str, Any]) -> tuple[list[Span], list[Span], list[Span]]:
    cue, source, content = ([(start, end) for start, end in one[role]] for role in ("cue", "source", "content"))
    return cue, source, content


def _touches(one: tuple[list[Span], ...], sentence: Span) -> bool:
    return any(_meet(span, sentence) for spans in one for span in spans)


def _meet(one: Iterable[int], other: Span) -> bool:
    start, end = one
    return start < other[1] and end > other[0]


def words_in(spans: Iterable[Span], places: list[Span]) -> tuple[int, ...]:
    """Indices of the words of which at least half stands in one of the spans."""
    starts = [start for start, _ in places]
    found = set()
    for start, end in spans:
        for place in range(max(0, bisect_right(starts, start) - 1), len(places)):
            first, last = places[place]
            if first >= end:
                break
            if 2 * (min(end, last) - max(start, first)) >= last - first:
                found.add(place)
    return tuple(sorted(found))
