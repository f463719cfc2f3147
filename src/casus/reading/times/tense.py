"""The tense in which a time is told: from the parse where there is one, else from the nearest cue among the words."""

import re
from functools import cache
from typing import Literal

from casus.reading.parse import Sentence, Token
from casus.reading.times.lexicon import lexicon
from casus.sources.report import Span

Tense = Literal["past", "present", "future"]

_FUTURE_AUXILIARIES = frozenset({"will", "shall", "'ll", "’ll", "wo", "would", "may", "might", "could", "should", "must", "can"})
_BORROWING = frozenset({"conj", "xcomp", "ccomp", "advcl", "acl"})
"""Relations in which a bare verb has the tense of its head."""
_BREAKS = re.compile(r"[.,;:()]|\b(?:that|which|who|when|and|but|while|after|before)\b")
_AHEAD_PREPOSITIONS = re.compile(
    r"\b(?:by|until|till|for|before|come|starting|beginning|effective|due|on or after)\s+(?:the\s+)?$", re.IGNORECASE
)


def tense(text: str, span: Span, sentence: Sentence) -> Tense:
    """Past, present or future at a time expression: of the verb that it belongs to. Unparsed sentences are judged by cues."""
    if sentence.tokens:
        return _parsed(span, sentence)
    return _cued(text[slice(*sentence.span)], span[0] - sentence.span[0], span[1] - sentence.span[0])


def _parsed(span: Span, sentence: Sentence) -> Tense:
    tokens = sentence.tokens
    at = next((token.index for token in tokens if token.end > span[0]), tokens[-1].index)
    if at and tokens[at - 1].upos == "VERB" and _is_past_form(tokens[at - 1]):
        return _of_verb(sentence, at - 1)  # "the deal, announced Friday": near words bind better than far heads
    for _step in range(len(tokens)):
        token = tokens[at]
        if token.upos in ("VERB", "AUX") or any(tokens[child].upos == "AUX" for child in sentence.dependents(at, "cop")):
            return _of_verb(sentence, at)
        if token.head < 0:
            break
        at = token.head
    return "present" if sentence.headline else "past"


def _is_past_form(verb: Token) -> bool:
    form = verb.text.lower()
    return form != verb.lemma.lower() and not form.endswith(("ing", "s"))


def _of_verb(sentence: Sentence, at: int) -> Tense:
    tokens = sentence.tokens
    verb = tokens[at]
    helpers = [tokens[child] for child in sentence.dependents(at, "aux", "cop")]
    words = {helper.text.lower() for helper in helpers}
    marks = {tokens[child].text.lower() for child in sentence.dependents(at, "mark") if tokens[child].upos == "PART"}
    ahead = verb.lemma == "look" and any(tokens[child].text == "forward" for child in sentence.dependents(at, "advmod"))
    if (words & _FUTURE_AUXILIARIES and "have" not in words) or verb.lemma in lexicon().future_verbs or ahead:
        return "future"
    if words & {"was", "were", "had", "did", "has", "have", "'ve", "’ve"}:
        return "past"
    if "to" in marks:
        head = tokens[verb.head] if verb.head >= 0 else None
        return "future" if head is None or head.lemma not in lexicon().past_infinitives else _of_verb(sentence, head.index)
    form, lemma = verb.text.lower(), verb.lemma.lower()
    if words & {"is", "are", "am", "'s", "’s", "'re", "be"}:
        return "future" if form.endswith("ing") else "present"
    if _is_past_form(verb):
        return "past"
    borrowed = verb.deprel.partition(":")[0] in _BORROWING and form == lemma
    if (form.endswith("ing") or borrowed) and verb.head >= 0 and tokens[verb.head].upos == "VERB":
        return _of_verb(sentence, verb.head)
    return "present"


@cache
def _cues() -> re.Pattern[str]:
    future = "|".join(re.escape(word) for word in sorted(lexicon().future_cues, key=len, reverse=True))
    past = "|".join(sorted(lexicon().past_verbs, key=len, reverse=True))
    return re.compile(
        rf"(?P<future>(?<![a-z])(?:{future})(?![a-z])(?:\s(?:not|also|then|be|being|[a-z]+ly|to)\b)*(?:\s(?!have\b)[a-z]+)?"
        rf"|\b(?:is|are|be|was|were) to\b(?:\s(?!have\b)[a-z]+){{0,2}})"
        rf"|(?P<present>\b(?:is|are)\b(?:\s(?:not|still|also|now|[a-z]+ly)\b)*\s(?!(?:{future})\b)[a-z]+ed\b(?!\sto\b))"
        rf"|(?P<past>\b(?:{past}|(?!united|hundred|need|indeed)[a-z]{{2,}}ed|has|have)\b)"
    )


def _cued(words: str, start: int, end: int) -> Tense:
    """The nearest cue in the sentence, those before the expression and in its clause preferred."""
    best, cost = "", 1000.0
    for cue in _cues().finditer(words):  # case counts: "May" is a month
        if cue.end() <= start:
            gap, weight = words[cue.end() : start], 1.0
        elif cue.start() >= end:
            gap, weight = words[end : cue.start()], 1.6
        else:
            continue
        distance = weight * len(gap) + 25 * len(_BREAKS.findall(gap))
        if distance < cost:
            best, cost = cue.lastgroup or "", distance
    if best != "past" and _AHEAD_PREPOSITIONS.search(words[max(0, start - 24) : start]):
        return "future"
    return "future" if best == "future" else "past" if best == "past" else "present"
