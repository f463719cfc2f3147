"""All attributions of a document, as the words stand; who is meant is not asked here."""

from collections.abc import Iterator
from dataclasses import replace

from casus.reading.attribution.attribution import Attribution
from casus.reading.attribution.cues import Lexicon, lexicon
from casus.reading.attribution.labels import turn_labels
from casus.reading.attribution.learned import with_learned
from casus.reading.attribution.nominal import (
    according_attributions,
    adjective_attributions,
    headline_attributions,
    noun_attributions,
)
from casus.reading.attribution.quoted import quoted_words
from casus.reading.attribution.raising import raised
from casus.reading.attribution.repair import repaired
from casus.reading.attribution.speech import with_speech
from casus.reading.attribution.transcript import transcript_turns
from casus.reading.attribution.verbs import verb_attributions
from casus.reading.document import Document
from casus.reading.parse import Sentence


def find_attributions(document: Document, wide: bool = False) -> tuple[Attribution, ...]:
    """Everything that a report attributes to somebody, in order of the text.

    `wide` also takes in stances, plans and attitudes and sources that are not named, as corpora of attribution count them; the
    narrow set is what the reading counts as statements.
    """
    words = lexicon()
    labels = turn_labels(document, words)
    found: list[Attribution] = list(transcript_turns(document, words))
    quotes = quoted_words(document)
    quoted: dict[int, frozenset[int]] = {}
    for quote in quotes:
        for index, inside in quote.parts.items():
            quoted[index] = quoted.get(index, frozenset()) | frozenset(inside)
    for sentence in document.sentences:
        label = labels.get(sentence.index, -1)
        marked = quoted.get(sentence.index, frozenset())
        found.extend(_after_label(_of_sentence(sentence, words, wide, marked), label))
    found = with_speech(document, words, found, quotes, bool(labels))
    return tuple(
        sorted(found, key=lambda attribution: (attribution.sentence, min(*attribution.content, *attribution.cue[:1], 10**6)))
    )


def _after_label(found: list[Attribution], label: int) -> Iterator[Attribution]:
    """Attributions of a transcript's sentence without those that the speaker's label tells, and without its words."""
    for attribution in found:
        content = tuple(index for index in attribution.content if index > label)
        told = attribution.source_sentence == attribution.sentence and attribution.source and attribution.source[-1] <= label
        if content and not told and (not attribution.cue or min(attribution.cue) > label):
            yield attribution if label < 0 else replace(attribution, content=content)


def _of_sentence(sentence: Sentence, words: Lexicon, wide: bool, quoted: frozenset[int]) -> list[Attribution]:
    found = list(verb_attributions(sentence, words, wide))
    taken = frozenset(index for attribution in found for index in attribution.cue)
    found.extend(noun_attributions(sentence, words, taken, wide))
    found.extend(adjective_attributions(sentence, words))
    found.extend(according_attributions(sentence, words))
    found.extend(headline_attributions(sentence))
    found = [repaired(sentence, attribution, quoted, words) for attribution in with_learned(sentence, words, found, quoted, wide)]
    return _apart(raised(sentence, found, quoted, words))


def _apart(found: list[Attribution]) -> list[Attribution]:
    """Leave out what tells the same twice: an attribution whose cue, or whose source and content, another one has."""
    kept: list[Attribution] = []
    for attribution in sorted(found, key=lambda attribution: -attribution.certainty):
        same = any(
            (attribution.cue and attribution.cue_head == other.cue_head)
            or (attribution.content == other.content and attribution.source_head == other.source_head)
            for other in kept
        )
        if not same:
            kept.append(attribution)
    return kept
