"""The encoder's attribution head beside the rules: it supports or doubts what they find, and adds what they don't know."""

from collections.abc import Sequence
from dataclasses import replace

from casus.reading.attribution.attribution import Attribution, trim
from casus.reading.attribution.cues import Lexicon
from casus.reading.attribution.verbs import act_of_verb
from casus.reading.attribution.voice import quoter
from casus.reading.parse import AttributionSpan, Sentence

LEAST_SCORE = 0.55
"""The encoder's probability from which a span that no rule knows becomes an attribution."""

_SAME_CONTENT = 0.5
_LEAST_QUOTED = 4
_FIRM, _KNOWN, _UNKNOWN = 0.75, 0.55, 0.35
_PLAIN = 0.85
_SURE = 0.75


def with_learned(
    sentence: Sentence, lexicon: Lexicon, found: Sequence[Attribution], quoted: frozenset[int], wide: bool
) -> list[Attribution]:
    """The rules' attributions of a sentence with the encoder's scores, and those that only the encoder sees.

    Spans of the encoder without a cue are words of somebody whom another sentence names; they are left to `speech`. With `wide`
    the encoder's extents are taken over, as they follow the corpus; else the rules' extents stand.
    """
    joined = list(found)
    for span in sorted(sentence.attributions, key=lambda span: -span.score):
        if not span.cue or _quotes_another(sentence, span):
            continue
        match = _match(joined, span)
        if match is not None:
            joined[match] = _supported(sentence, joined[match], span, wide)
        elif span.score >= LEAST_SCORE and (new := _learned(sentence, lexicon, span, quoted)):
            joined.append(new)
    return joined


def _quotes_another(sentence: Sentence, span: AttributionSpan) -> bool:
    """Whether a span's cue is the verb over "as saying", whose words are somebody else's."""
    return any(quoter(sentence, child) == cue for cue in span.cue for child in sentence.children[cue])


def _match(found: Sequence[Attribution], span: AttributionSpan) -> int | None:
    """The attribution that tells the same as a span: one that shares a cue word, or else most of the content."""
    cue, content = set(span.cue), set(span.content)
    best: tuple[float, int] | None = None
    for position, attribution in enumerate(found):
        if attribution.score is not None:
            continue
        shared = len(content & set(attribution.content)) / max(1, len(content | set(attribution.content)))
        same_cue = bool(cue & set(attribution.cue))
        if (same_cue or shared >= _SAME_CONTENT) and (best is None or shared + same_cue > best[0]):
            best = shared + same_cue, position
    return best[1] if best else None


def _supported(sentence: Sentence, attribution: Attribution, span: AttributionSpan, wide: bool) -> Attribution:
    source, content = trim(sentence, span.source), trim(sentence, set(span.content) - {*span.source, *attribution.cue})
    if source and (wide or attribution.source_head is None) and not set(source) & set(attribution.content):
        attribution = replace(attribution, source=source, source_head=_head_of(sentence, source))
    if wide and content and not set(content) & set(attribution.source):
        attribution = replace(attribution, content=content)
    return replace(attribution, score=span.score)


def _learned(sentence: Sentence, lexicon: Lexicon, span: AttributionSpan, quoted: frozenset[int]) -> Attribution | None:
    source = trim(sentence, span.source)
    used = {*source, *span.cue}
    content = trim(sentence, (index for index in span.content if index not in used))
    if not content:
        return None
    cue = tuple(sorted(set(span.cue)))
    head = _head_of(sentence, cue)
    lemma = sentence.tokens[head].lemma if head is not None else ""
    is_verb = head is not None and sentence.tokens[head].upos == "VERB"
    noun = None if is_verb else lexicon.nouns.get(lemma) or lexicon.adjectives.get(lemma)
    firm = is_verb and _is_firm(sentence, lexicon, lemma, content, span.score)
    return Attribution(
        sentence=sentence.index,
        act=noun.act if noun else act_of_verb(lexicon, lemma),
        rule="learned",
        certainty=_FIRM if firm else _KNOWN if noun or lexicon.of_verb(lemma) else _UNKNOWN,
        content=content,
        cue=cue,
        cue_head=head,
        source=source,
        source_head=_head_of(sentence, source, head),
        source_sentence=sentence.index,
        score=span.score,
        wide=not (firm or _tells_speech(sentence, content, head, quoted)),
    )


def _is_firm(sentence: Sentence, lexicon: Lexicon, lemma: str, content: Sequence[int], score: float) -> bool:
    """Whether the parse alone hides what a verb of the lexicon holds: a clause, or what something is told to be."""
    cues = [cue for cue in lexicon.of_verb(lemma) if not cue.wide]
    if any("as" in cue.takes for cue in cues) and any(sentence.tokens[index].text.lower() == "as" for index in content):
        return True
    if any("predicate" in cue.takes for cue in cues):
        return score >= _SURE and sentence.tokens[content[0]].upos == "PRON"
    has_clause = any(sentence.tokens[index].deprel.startswith("nsubj") for index in content)
    return has_clause and any(cue.certainty >= _PLAIN for cue in cues)


def _tells_speech(sentence: Sentence, content: Sequence[int], cue: int | None, quoted: frozenset[int]) -> bool:
    """Whether a cue that no rule knows here tells speech rather than a stance: it holds a clause or a quotation."""
    if len(quoted.intersection(content)) >= _LEAST_QUOTED:
        return True
    return cue is not None and any(child in content for child in sentence.dependents(cue, "ccomp"))


def _head_of(sentence: Sentence, indices: Sequence[int], near: int | None = None) -> int | None:
    """The token whose head is none of the others; where there are several, the first, or the one nearest to `near`."""
    inside = set(indices)
    tops = [index for index in indices if sentence.tokens[index].head not in inside]
    if near is not None and tops:
        return min(tops, key=lambda index: abs(index - near))
    return next(iter(tops), None)
