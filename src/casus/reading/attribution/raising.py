"""Cues that the parse hangs into what somebody else says or does, given back to who speaks in the sentence."""

from collections.abc import Sequence
from dataclasses import replace

from casus.reading.attribution.attribution import Attribution, noun_phrase, trim
from casus.reading.attribution.cues import Lexicon
from casus.reading.attribution.remarks import is_remark
from casus.reading.parse import Sentence
from casus.reading.syntax import own_subject

_PERSONS = frozenset({"he", "she", "they"})
_TOLD = frozenset({"say", "warn", "announce"})


def raised(sentence: Sentence, found: Sequence[Attribution], quoted: frozenset[int], lexicon: Lexicon) -> list[Attribution]:
    """Attributions of a sentence with participles (", calling it ...") and coordinated cues ("... and said ...") given to the
    speaker of the words before, and taken out of these words.
    """
    settled = list(found)
    for position, attribution in enumerate(settled):
        cue = attribution.cue_head
        if cue is None or cue in quoted or not attribution.rule.startswith("verb"):
            continue
        lead = _lead(sentence, settled, position, quoted, lexicon)
        if is_remark(sentence, cue, lexicon):
            settled[position] = _of_speaker(sentence, attribution, cue, lead, settled)
        elif lead is not None and _is_coordinated(sentence, attribution, cue, settled[lead]):
            outer = settled[lead]
            away = set(sentence.subtree(cue))
            settled[lead] = replace(outer, content=trim(sentence, set(outer.content) - away) or outer.content)
            if own_subject(sentence, cue) is None:
                settled[position] = replace(attribution, source=outer.source, source_head=outer.source_head)
    return settled


def _lead(
    sentence: Sentence, found: Sequence[Attribution], position: int, quoted: frozenset[int], lexicon: Lexicon
) -> int | None:
    """The nearest attribution before a cue, by a verb outside quotations with a source of its own."""
    cue = found[position].cue_head
    best: tuple[int, int] | None = None
    for other, attribution in enumerate(found):
        head = attribution.cue_head
        if head is None or cue is None or head >= cue or head in quoted or attribution.wide or not attribution.source:
            continue
        if any(head in outer.content for outer in found if outer is not attribution and not outer.wide):
            continue
        if attribution.rule.startswith("verb") and not is_remark(sentence, head, lexicon) and (best is None or head > best[0]):
            best = head, other
    return best[1] if best else None


def _of_speaker(
    sentence: Sentence, attribution: Attribution, cue: int, lead: int | None, found: Sequence[Attribution]
) -> Attribution:
    """A participle's attribution with its speaker: who speaks before it, or who acts in the clause nearest before it."""
    if lead is not None and attribution.source_head in found[lead].content:
        return replace(attribution, source=found[lead].source, source_head=found[lead].source_head)
    subject = _nearest_clause(sentence, cue)
    told = {index for other in found if not other.wide and other is not attribution for index in other.content}
    if subject is not None and subject != attribution.source_head and subject not in told:
        return replace(attribution, source=noun_phrase(sentence, subject), source_head=subject)
    return attribution


def _nearest_clause(sentence: Sentence, cue: int) -> int | None:
    """The subject of the clause that stands between a participle and the verb it hangs on."""
    head = sentence.tokens[cue].head
    for index in range(cue - 1, head, -1):
        token = sentence.tokens[index]
        if token.upos == "VERB" and token.head == head and token.deprel in ("advcl", "conj"):
            return own_subject(sentence, index)
    return None


def _changes_tense(sentence: Sentence, cue: int) -> bool:
    """Whether a cue stands in the simple past and what it is joined to does not ("had repelled ... and accused")."""
    before = {sentence.tokens[child].text.lower() for child in sentence.dependents(sentence.tokens[cue].head, "aux")}
    return bool(
        before & {"had", "would", "has", "have", "will", "could", "can", "may", "might", "should", "must"}
    ) and not sentence.dependents(cue, "aux")


def _is_coordinated(sentence: Sentence, attribution: Attribution, cue: int, lead: Attribution) -> bool:
    """Whether a finite cue is joined by "and" or "but" to the words of a speaker who goes on speaking."""
    token = sentence.tokens[cue]
    if token.deprel != "conj" or token.head not in lead.content or token.text.lower().endswith("ing"):
        return False
    if attribution.act not in _TOLD and not _changes_tense(sentence, cue):
        return False
    subject = own_subject(sentence, cue)
    if subject is None:
        return lead.act in _TOLD and not any(sentence.tokens[child].deprel == "aux" for child in sentence.children[cue])
    first = min(sentence.subtree(cue))
    comma = any(sentence.tokens[index].text == "," for index in (first, first - 1) if index >= 0)
    return comma and sentence.tokens[subject].text.lower() in _PERSONS
