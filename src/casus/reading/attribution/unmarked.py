"""Who spoke in a sentence before, and sentences that go on in that voice without quotation marks."""

from collections.abc import Sequence

from casus.reading.attribution.attribution import Attribution, Position, trim
from casus.reading.attribution.quoted import QuotedWords
from casus.reading.document import Document
from casus.reading.parse import Sentence

_SELF = frozenset({"we", "us", "our", "i", "my", "me"})


def unmarked_speech(
    document: Document, attributions: list[Attribution], by_sentence: dict[int, list[int]], quotes: Sequence[QuotedWords]
) -> list[Attribution]:
    """Speech that lost its quotation marks: a sentence about "us" or "me" after somebody's words.

    A report that says "we" in more than every fourth sentence speaks for itself.
    """
    quoted = {(index, word) for quote in quotes for index, words in quote.parts.items() for word in words}
    held = {position for attribution in attributions for position in attribution.positions()} | quoted
    speaking = [sentence for sentence in document.sentences if _speaks_of_self(sentence, held)]
    if len(speaking) * 4 > len(document.sentences):
        return []
    found: list[Attribution] = []
    for sentence in speaking:
        if any(not attributions[position].wide for position in by_sentence.get(sentence.index, ())):
            continue
        model = told_in(document, attributions, by_sentence, sentence.index - 1)
        before = attributions[model] if model is not None else None
        if before is None and found and found[-1].sentence == sentence.index - 1:
            before = found[-1]
        if before is not None:
            found.append(
                Attribution(
                    sentence=sentence.index,
                    act="say",
                    rule="unmarked speech",
                    certainty=0.5,
                    content=trim(sentence, range(len(sentence.tokens))),
                    source=before.source,
                    source_head=before.source_head,
                    source_sentence=before.source_sentence,
                )
            )
    return found


def _speaks_of_self(sentence: Sentence, held: set[Position]) -> bool:
    return any(
        token.upos == "PRON" and token.text.lower() in _SELF and (sentence.index, token.index) not in held
        for token in sentence.tokens
    )


def told_in(document: Document, attributions: list[Attribution], by_sentence: dict[int, list[int]], index: int) -> int | None:
    """The outermost attribution with a source in or over a sentence, the last one where there are several."""
    best: tuple[tuple[bool, bool, int], int] | None = None
    tokens = document.sentences[index].tokens if index >= 0 else ()
    for position in by_sentence.get(index, ()):
        attribution = attributions[position]
        if attribution.source_head is None or attribution.wide or not _is_saying(attribution):
            continue
        nested = any(
            other != position and set(attribution.cue) <= set(attributions[other].content)
            for other in by_sentence.get(index, ())
            if attribution.cue
        )
        cue = attribution.cue_head
        relative = cue is not None and tokens[cue].deprel.startswith(("acl", "advcl"))
        rank = (not nested, not relative, cue if cue is not None else -1)
        if best is None or rank >= best[0]:
            best = rank, position
    if best:
        return best[1]
    for position in range(len(attributions) - 1, -1, -1):
        if any(sentence == index for sentence, _ in attributions[position].continued):
            return position
    return None


def _is_saying(attribution: Attribution) -> bool:
    return attribution.act != "believe" and not attribution.rule.startswith("noun")
