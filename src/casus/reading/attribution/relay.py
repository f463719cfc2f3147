"""Carriers of speech: "according to his spokesman, the premier said ..." is the premier's saying, by way of the spokesman."""

from collections.abc import Sequence
from dataclasses import replace

from casus.reading.attribution.attribution import Attribution
from casus.reading.attribution.cues import Lexicon
from casus.reading.parse import Sentence

_REST = 3
_REPORTING = frozenset({"report", "say", "write", "carry", "quote", "cite"})


def relayed(sentences: Sequence[Sentence], found: Sequence[Attribution], lexicon: Lexicon) -> list[Attribution]:
    """Attributions without those that only relay another: "according to ..." and what the media report about a saying.

    The inner attribution takes the relaying source's words as its carrier (`via`), unless it has one.
    """
    kept = list(found)
    for outer in found:
        if outer.source_head is None or outer.source_sentence != outer.sentence or outer.continued:
            continue
        if not (outer.rule == "according" or _is_media(sentences[outer.sentence], outer, lexicon)):
            continue
        inner = _only_saying(sentences[outer.sentence], outer, kept)
        if inner is not None:
            position = kept.index(inner)
            kept[position] = inner if inner.via else replace(inner, via=outer.source)
            kept.remove(outer)
    return kept


def _is_media(sentence: Sentence, outer: Attribution, lexicon: Lexicon) -> bool:
    if outer.cue_head is None or sentence.tokens[outer.cue_head].lemma not in _REPORTING:
        return False
    return any(sentence.tokens[index].lemma.lower() in lexicon.media for index in outer.source)


def _only_saying(sentence: Sentence, outer: Attribution, found: Sequence[Attribution]) -> Attribution | None:
    """The attribution that makes up all of what another one holds."""
    content = set(outer.content)
    for inner in found:
        if inner is outer or inner.sentence != outer.sentence or inner.source_head is None or inner.wide:
            continue
        if inner.rule.startswith("verb") and inner.act != "believe" and inner.cue and set(inner.cue) <= content:
            rest = content - set(inner.content) - set(inner.cue) - set(inner.source)
            rest = {index for index in rest if sentence.tokens[index].upos not in ("PUNCT", "SCONJ", "AUX", "ADV", "PART")}
            if len(rest) <= _REST:
                return inner
    return None
