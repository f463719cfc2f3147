"""Parsing own sentences with the shipped encoder, for tests of the passes that read trees."""

from casus.reading.encoder import load_encoder
from casus.reading.parse import Sentence
from casus.reading.sentences import split
from casus.sources.report import Report


def parsed(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, parsed."""
    report = Report(text)
    return tuple(load_encoder().parse(report.text, split(report)))


def token(sentence: Sentence, word: str) -> int:
    """The index of the only token with this form."""
    found = [token.index for token in sentence.tokens if token.text == word]
    assert len(found) == 1, f"{word!r} stands {len(found)} times in the sentence"
    return found[0]
