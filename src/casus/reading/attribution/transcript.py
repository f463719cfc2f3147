"""Speech in transcripts: turns that open with the speaker's name in capitals and a colon ("MR. BROWN: ...")."""

from collections.abc import Iterator

from casus.reading.attribution.attribution import Attribution, trim
from casus.reading.attribution.cues import Lexicon
from casus.reading.document import Document
from casus.reading.parse import Sentence

_LONGEST_NAME = 8
_UNTITLED_TURNS = 5


def transcript_turns(document: Document, lexicon: Lexicon) -> Iterator[Attribution]:
    """One attribution a paragraph of each turn, whose content runs over the sentences of the paragraph.

    A report is a transcript where two sentences or more open a turn and a title or a questioner stands before one of them, or
    where five open one. Sentences before the first turn are left alone.
    """
    openings = {sentence.index: colon for sentence in document.sentences if (colon := _opens_turn(sentence)) is not None}
    titled = any(_is_titled(document.sentences[index], lexicon) for index in openings)
    if len(openings) < (2 if titled else _UNTITLED_TURNS):
        return
    turn: tuple[Sentence, int] | None = None
    group: list[Sentence] = []
    for sentence in document.sentences:
        if group and (sentence.index in openings or sentence.paragraph != group[0].paragraph):
            if turn:
                yield _turn(group, *turn)
            group = []
        if sentence.index in openings:
            turn = sentence, openings[sentence.index]
        if turn:
            group.append(sentence)
    if group and turn:
        yield _turn(group, *turn)


def _is_titled(sentence: Sentence, lexicon: Lexicon) -> bool:
    first = sentence.tokens[0].text.rstrip(".")
    return first in lexicon.titles or first in lexicon.questioners


def _opens_turn(sentence: Sentence) -> int | None:
    """The colon after a speaker's name in capitals, None where the sentence opens no turn."""
    tokens = sentence.tokens
    for token in tokens[: _LONGEST_NAME + 1]:
        if token.text == ":":
            return token.index if token.index else None
        letters = [character for character in token.text if character.isalpha()]
        if letters and not all(character.isupper() for character in letters):
            return None
        if token.text in (",", ";", "?"):
            return None
    return None


def _turn(group: list[Sentence], opening: Sentence, colon: int) -> Attribution:
    first = group[0]
    start = colon + 1 if first.index == opening.index else 0
    here = trim(first, range(start, len(first.tokens)))
    rest = [(sentence.index, index) for sentence in group[1:] for index in trim(sentence, range(len(sentence.tokens)))]
    source = trim(opening, range(colon))
    head = next((index for index in reversed(source) if opening.tokens[index].upos != "PUNCT"), source[-1] if source else 0)
    return Attribution(
        sentence=first.index,
        act="say",
        rule="transcript",
        certainty=0.95,
        content=here,
        cue=(colon,) if first.index == opening.index else (),
        cue_head=colon if first.index == opening.index else None,
        source=source,
        source_head=_head(opening, source, head),
        source_sentence=opening.index,
        continued=tuple(rest),
    )


def _head(sentence: Sentence, source: tuple[int, ...], default: int) -> int:
    inside = set(source)
    return next((index for index in source if sentence.tokens[index].head not in inside), default)
