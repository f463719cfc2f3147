"""Quotations as words of parsed sentences, and speech from names and irony among them."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from casus.reading.attribution.attribution import trim
from casus.reading.document import Document, Quote

SCARE_WORDS = 3
"""A quotation of at most so many words that is no clause and that nobody's cue takes is no speech but a name or irony."""


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """A quotation's tokens, by sentence, and whether they make a clause rather than a name or a few words."""

    quote: Quote
    parts: dict[int, tuple[int, ...]]
    words: int
    is_clause: bool

    @property
    def first(self) -> int:
        """The index of the sentence in which it opens."""
        return min(self.parts)


def quoted_words(document: Document) -> list[QuotedWords]:
    """The tokens of every quotation of a report, in order."""
    starts = [sentence.span[0] for sentence in document.sentences]
    found = []
    for quote in document.quotes:
        parts: dict[int, tuple[int, ...]] = {}
        position = max(0, bisect_right(starts, quote.span[0]) - 1)
        while position < len(document.sentences) and starts[position] < quote.span[1]:
            sentence = document.sentences[position]
            inside = [token.index for token in sentence.tokens if quote.span[0] <= token.start and token.end <= quote.span[1]]
            if words := trim(sentence, inside):
                parts[sentence.index] = words
            position += 1
        if parts:
            found.append(_measured(document, quote, parts))
    return found


def _measured(document: Document, quote: Quote, parts: dict[int, tuple[int, ...]]) -> QuotedWords:
    text = document.words(quote.span)
    tokens = [document.sentences[index].tokens[word] for index, words in parts.items() for word in words]
    has_verb = any(token.upos in ("VERB", "AUX") for token in tokens)
    has_subject = any(token.deprel.startswith("nsubj") for token in tokens)
    closes = bool(re.search(r"[.!?…]\W*$", text)) and len(tokens) > SCARE_WORDS
    words = sum(token.upos != "PUNCT" for token in tokens)
    return QuotedWords(quote, parts, words, (has_verb and has_subject) or closes or len(parts) > 1)
