"""Speech in transcripts: turns that open with a speaker and a colon ("MR. BROWN: ...", "Q: ...", "A: ...")."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from casus.reading.attribution.attribution import Attribution, noun_phrase, trim
from casus.reading.attribution.cues import Lexicon
from casus.reading.attribution.labels import label, opens_turn, own_voices, turn_labels
from casus.reading.attribution.verbs import verb_attributions
from casus.reading.document import Document
from casus.reading.parse import Sentence

_FIRST_PERSON = frozenset({"i", "we"})


def transcript_turns(document: Document, lexicon: Lexicon) -> Iterator[Attribution]:
    """What the speakers of a transcript say: one attribution a paragraph, and one for each sentence that performs another act.

    Questioners and the report's own voices (anchors, reporters) get none. Who answers ("A:") is whom the
    report names before the first turn.
    """
    openings = turn_labels(document, lexicon)
    if not openings:
        return
    host = _host(document, lexicon, min(openings))
    own = own_voices(document, openings, lexicon)
    turn: Attribution | None = None
    paragraph: list[Sentence] = []
    for sentence in document.sentences:
        if paragraph and (sentence.index in openings or sentence.paragraph != paragraph[0].paragraph):
            yield from _said(paragraph, turn, lexicon)
            paragraph = []
        if sentence.index in openings:
            turn = None if sentence.index in own else _speaker(sentence, openings[sentence.index], lexicon, host)
        paragraph.append(sentence)
    yield from _said(paragraph, turn, lexicon)


def _host(document: Document, lexicon: Lexicon, first: int) -> Attribution | None:
    """Who answers: the speaker, or else the body, that the sentences before the first turn name."""
    opening = document.sentences[:first]
    for words in (lexicon.titles, lexicon.hosts):
        for sentence in opening:
            for token in sentence.tokens:
                if token.upos in ("NOUN", "PROPN") and token.text.upper() in words:
                    before = [index for index in range(token.index) if sentence.tokens[index].upos in ("PROPN", "ADJ")]
                    owned = before if words is lexicon.hosts else []
                    return _voice(sentence, trim(sentence, {*owned, *noun_phrase(sentence, token.index)}), token.index)
    return None


def _voice(sentence: Sentence, source: tuple[int, ...], head: int, cue: tuple[int, ...] = ()) -> Attribution:
    """An attribution without content yet, that names a speaker."""
    return Attribution(
        sentence=sentence.index,
        act="say",
        rule="transcript",
        certainty=0.93,
        content=(),
        cue=cue,
        cue_head=cue[0] if cue else None,
        source=source,
        source_head=head,
        source_sentence=sentence.index,
    )


def _speaker(opening: Sentence, colon: int, lexicon: Lexicon, host: Attribution | None) -> Attribution | None:
    """Whose turn a sentence opens; None for questioners and the report's own voices."""
    words = label(opening, colon)
    name = words[0] if words else ""
    if name in lexicon.questioners or colon == 0:
        return None
    if len(words) == 1 and name in lexicon.answerers:
        return host
    comma = next((token.index for token in opening.tokens[:colon] if token.text in {",", "("}), colon)
    source = trim(opening, range(comma))
    inside = set(source)
    head = next((index for index in source if opening.tokens[index].head not in inside), source[-1] if source else 0)
    return _voice(opening, source, head, (colon,))


def _said(paragraph: Sequence[Sentence], turn: Attribution | None, lexicon: Lexicon) -> Iterator[Attribution]:
    """A paragraph of a turn: the sentences that perform an act of their own, and the runs of sentences between them."""
    if turn is None:
        return
    run: list[Sentence] = []
    for sentence in paragraph:
        performed = _performed(sentence, lexicon)
        if performed is None:
            run.append(sentence)
            continue
        yield from _run(run, turn, lexicon)
        run = []
        yield from (replace(each, act=performed.act) for each in _run([sentence], turn, lexicon))
    yield from _run(run, turn, lexicon)


def _performed(sentence: Sentence, lexicon: Lexicon) -> Attribution | None:
    """The act that a speaker performs in the first person ("We urge both sides to talk")."""
    for attribution in verb_attributions(sentence, lexicon, wide=False):
        head = attribution.source_head
        if head is None or attribution.cue_head != sentence.root or attribution.act in ("say", "believe", "ask"):
            continue
        if sentence.tokens[head].text.lower() in _FIRST_PERSON and attribution.modality == "actual":
            return attribution
    return None


def _run(sentences: Sequence[Sentence], turn: Attribution, lexicon: Lexicon) -> Iterator[Attribution]:
    if not sentences:
        return
    first = sentences[0]
    opens = turn.cue and turn.sentence == first.index
    content = trim(first, range(turn.cue[0] + 1 if opens else _after_label(first, lexicon), len(first.tokens)))
    if content:
        yield replace(
            turn,
            sentence=first.index,
            content=content,
            cue=turn.cue if opens else (),
            cue_head=turn.cue_head if opens else None,
            continued=tuple((each.index, index) for each in sentences[1:] for index in trim(each, range(len(each.tokens)))),
        )


def _after_label(sentence: Sentence, lexicon: Lexicon) -> int:
    """The first token after a turn's label, 0 where the sentence has none."""
    colon = opens_turn(sentence, lexicon)
    return 0 if colon is None else colon + 1
