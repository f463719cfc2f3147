"""Quotations over sentences: whose words they are, where the sentence does not say so by itself."""

from collections.abc import Sequence
from dataclasses import replace

from casus.reading.attribution.attribution import Attribution, Position, noun_phrase
from casus.reading.attribution.cues import Lexicon
from casus.reading.attribution.quoted import SCARE_WORDS, QuotedWords
from casus.reading.attribution.repair import nearest_subject
from casus.reading.attribution.unmarked import told_in, unmarked_speech
from casus.reading.attribution.verbs import medium, modality_of, speaker_of
from casus.reading.attribution.voice import is_passive, quoter
from casus.reading.document import Document
from casus.reading.parse import Sentence

_LEAST_SHARE = 0.8
_FARTHEST_CUE = 14
_NEAREST_CUE = 4
"""The most tokens between a quotation and a cue beside it that the parse does not join."""


def with_speech(
    document: Document, lexicon: Lexicon, found: Sequence[Attribution], quotes: Sequence[QuotedWords], labelled: bool = False
) -> list[Attribution]:
    """Give every quotation to its speaker: widen attributions over their quotations, and add those that no cue tells.

    A quotation that no attribution of its sentences takes goes to a verb of saying beside it, else to who spoke last: in the
    same paragraph, or in the one before where a whole paragraph is quoted. `labelled`: the report labels who speaks, so that
    nothing without a label is anybody's.
    """
    attributions = list(found)
    by_sentence: dict[int, list[int]] = {}
    for position, attribution in enumerate(attributions):
        by_sentence.setdefault(attribution.sentence, []).append(position)
    owners: list[int | None] = []
    for number, quoted in enumerate(quotes):
        owner = _owner(document, attributions, by_sentence, quoted)
        if owner is not None:
            attributions[owner] = _widened(attributions[owner], quoted)
        elif not quoted.is_clause and quoted.words <= SCARE_WORDS:
            owner = _short_answer(document, lexicon, attributions, by_sentence, quoted)
        else:
            before = owners[number - 1] if number else None
            owner = _take(document, lexicon, attributions, by_sentence, quoted, before)
        owners.append(owner)
    if not labelled:
        attributions.extend(unmarked_speech(document, attributions, by_sentence, quotes))
    return attributions


def _owner(
    document: Document, attributions: list[Attribution], by_sentence: dict[int, list[int]], quoted: QuotedWords
) -> int | None:
    """The attribution that the quotation's own sentences give it to: the one that holds most of it and is told outside it."""
    best: tuple[int, int] | None = None
    for index, words in quoted.parts.items():
        inside = set(words)
        for position in by_sentence.get(index, ()):
            attribution = attributions[position]
            if inside & set(attribution.cue) or (attribution.source_sentence == index and inside & set(attribution.source)):
                continue
            shared = len(inside & set(attribution.content))
            if shared and (best is None or shared > best[0]):
                best = shared, position
    if best:
        return best[1]
    if not quoted.is_clause:
        return None
    sentence = document.sentences[quoted.first]
    for position in reversed(by_sentence.get(quoted.first, [])):
        attribution = attributions[position]
        inside = set(quoted.parts[quoted.first])
        if attribution.rule in ("verb clause", "verb quote") and not inside & {*attribution.cue, *attribution.source}:
            outside = [token.index for token in sentence.tokens if token.index not in inside]
            if len(outside) < len(sentence.tokens):
                return position
    return None


def _widened(attribution: Attribution, quoted: QuotedWords) -> Attribution:
    here = quoted.parts.get(attribution.sentence, ())
    content = tuple(sorted({*attribution.content, *here} - {*attribution.cue}))
    rest = {(index, word) for index, words in quoted.parts.items() if index != attribution.sentence for word in words}
    return replace(attribution, content=content, continued=tuple(sorted({*attribution.continued, *rest})))


def _take(
    document: Document,
    lexicon: Lexicon,
    attributions: list[Attribution],
    by_sentence: dict[int, list[int]],
    quoted: QuotedWords,
    before: int | None,
) -> int | None:
    """Find a speaker for a quotation that no attribution holds; gives the attribution's position, None for nobody."""
    for index in quoted.parts:
        if cue := _bare_cue(document.sentences[index], quoted.parts[index], lexicon):
            return _append(attributions, by_sentence, _widened(cue, quoted))
    opening = document.sentences[quoted.first]
    whole = _is_whole(document, quoted)
    model = _last_speaker(document, attributions, by_sentence, opening, whole, quoted.quote.continues)
    if model is None:
        return None
    if whole and model == before and _last_sentence(attributions[model]) in (opening.index - 1, opening.index):
        attributions[model] = _widened(attributions[model], quoted)
        return model
    source = attributions[model]
    return _append(
        attributions,
        by_sentence,
        Attribution(
            sentence=quoted.first,
            act="say",
            rule="continued quote" if whole else "continued words",
            certainty=0.85 if whole else 0.65,
            content=quoted.parts[quoted.first],
            source=source.source,
            source_head=source.source_head,
            source_sentence=source.source_sentence,
            continued=_rest(quoted),
        ),
    )


def _last_sentence(attribution: Attribution) -> int:
    return max([attribution.sentence, *(sentence for sentence, _ in attribution.continued)])


def _short_answer(
    document: Document, lexicon: Lexicon, attributions: list[Attribution], by_sentence: dict[int, list[int]], quoted: QuotedWords
) -> int | None:
    """A quotation of few words right beside a cue that holds nothing else ("“No deal,” says ...")."""
    index = quoted.first
    cue = _bare_cue(document.sentences[index], quoted.parts[index], lexicon)
    if cue is None or cue.cue_head is None:
        return None
    near = min(abs(cue.cue_head - quoted.parts[index][-1]), abs(cue.cue_head - quoted.parts[index][0])) <= _NEAREST_CUE
    taken = any(cue.cue_head in attributions[position].cue for position in by_sentence.get(index, ()))
    return _append(attributions, by_sentence, cue) if near and not taken else None


def _rest(quoted: QuotedWords) -> tuple[Position, ...]:
    return tuple((index, word) for index, words in quoted.parts.items() if index != quoted.first for word in words)


def _append(attributions: list[Attribution], by_sentence: dict[int, list[int]], attribution: Attribution) -> int:
    """Add an attribution, or its content to the one of the same cue; gives its position."""
    for position in by_sentence.get(attribution.sentence, ()):
        known = attributions[position]
        if attribution.cue and known.cue_head == attribution.cue_head:
            content = tuple(sorted({*known.content, *attribution.content} - {*known.cue, *known.source}))
            attributions[position] = replace(
                known, content=content, continued=tuple(sorted({*known.continued, *attribution.continued}))
            )
            return position
    attributions.append(attribution)
    by_sentence.setdefault(attribution.sentence, []).append(len(attributions) - 1)
    return len(attributions) - 1


def _is_whole(document: Document, quoted: QuotedWords) -> bool:
    """Whether the quotation is all, or nearly all, of its sentences' words."""
    words = sum(token.upos != "PUNCT" for index in quoted.parts for token in document.sentences[index].tokens)
    return quoted.words >= _LEAST_SHARE * words


def _bare_cue(sentence: Sentence, inside: tuple[int, ...], lexicon: Lexicon) -> Attribution | None:
    """A verb that may take quoted words and stands beside the quotation with a subject, though the parse does not join them."""
    first, last = min(inside), max(inside)
    for token in sentence.tokens:
        if token.upos != "VERB" or first <= token.index <= last:
            continue
        cues = lexicon.verbs.get(token.lemma, ())
        cue = next((cue for cue in cues if "quote" in cue.takes and not cue.wide and not cue.particle), None)
        if cue is None or min(abs(token.index - last), abs(token.index - first)) > _FARTHEST_CUE:
            continue
        head, carrier = speaker_of(sentence, token.index, frozenset(inside), lexicon)
        if head is None or first <= head <= last:
            over = quoter(sentence, token.index)
            head = nearest_subject(sentence, token.index if over is None else over, frozenset(inside))
        if head is None or (is_passive(sentence, token.index) and not carrier):
            continue
        return Attribution(
            sentence=sentence.index,
            act=cue.act,
            rule="verb beside quote",
            certainty=0.8 * cue.certainty,
            content=inside,
            cue=(token.index,),
            cue_head=token.index,
            source=tuple(index for index in noun_phrase(sentence, head, (token.index,)) if not first <= index <= last),
            source_head=head,
            source_sentence=sentence.index,
            via=carrier or medium(sentence, token.index, lexicon),
            modality=modality_of(sentence, token.index, lexicon),
        )
    return None


def _last_speaker(
    document: Document,
    attributions: list[Attribution],
    by_sentence: dict[int, list[int]],
    opening: Sentence,
    whole: bool,
    continues: bool,
) -> int | None:
    """The attribution whose speaker goes on in a quotation that opens in `opening`."""
    previous = told_in(document, attributions, by_sentence, opening.index - 1)
    if opening.index:
        paragraph = document.sentences[opening.index - 1].paragraph
        if previous is not None and (paragraph == opening.paragraph or continues or whole):
            return previous
    if not whole:
        return None
    following = opening.index + 1
    if following < len(document.sentences) and document.sentences[following].paragraph == opening.paragraph:
        return told_in(document, attributions, by_sentence, following)
    back = opening.index - 2
    if back >= 0 and document.sentences[back].paragraph == opening.paragraph:
        return told_in(document, attributions, by_sentence, back)
    return None
