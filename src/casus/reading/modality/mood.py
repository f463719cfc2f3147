"""The modality of a predicate: what its own auxiliaries, its negation and all that governs it make of it.

From the predicate upwards every governing word may change what holds: "plans to attack" is planned, "denied planning to
attack" denied, "urged both sides to avoid an attack" demanded and negated. The walk ends where another speaker's words
begin, except that a cue which is itself an operator (deny, promise, threaten, demand) still counts.
"""

from dataclasses import dataclass, replace

from casus.reading.model import Modality
from casus.reading.modality.lexicon import operators
from casus.reading.parse import Sentence
from casus.reading.syntax import is_passive, own_subject, preposition

_PASSES_DOWN = frozenset({"xcomp", "ccomp", "acl", "advcl", "csubj", "obj", "obl", "nmod", "nsubj", "conj", "appos", "parataxis", "amod", "compound"})
_CLAUSAL = frozenset({"xcomp", "ccomp", "acl", "advcl", "csubj"})
_NEVER_OPERATOR_OVER_SUBJECT = frozenset({"nsubj", "csubj", "parataxis", "appos"})


@dataclass(frozen=True, slots=True)
class Mood:
    """A modality and whether the thing demanded, promised or supposed is that it should not be.

    `governor` is the token that decided it (None: the predicate's own form); `condition` the token that heads the clause or
    phrase on which it depends, None where it depends on nothing.
    """

    modality: Modality
    negated: bool = False
    governor: int | None = None
    condition: int | None = None


def mood_of(sentence: Sentence, index: int) -> Mood:
    """The mood of the predicate (verb, noun or adjective) at a token."""
    condition = condition_of(sentence, index)
    mood = _own(sentence, index, condition)
    current, guard = index, 0
    while guard < 12:
        guard += 1
        token = sentence.tokens[current]
        relation, head = token.deprel.partition(":")[0], token.head
        if head < 0 or relation not in _PASSES_DOWN:
            break
        if preposition(sentence, current) in operators().negative_prepositions:
            mood = _turned(mood, current)
        if token.deprel == "acl:relcl":
            break
        if relation == "advcl" and preposition(sentence, current) != "to":
            if condition_marker(sentence, current):
                return Mood("supposed", mood.negated or mood.modality == "denied", current)
            break
        mood = _governed(sentence, head, current, mood)
        if condition is None and relation in ("xcomp", "ccomp", "obj", "conj"):
            condition = condition_of(sentence, head)
            if condition is not None and mood.modality in ("actual", "planned", "possible") and _hypothetical(sentence, head):
                mood = replace(mood, modality="conditional")
        current = head
    if condition is not None and mood.modality in ("planned", "possible", "conditional", "promised", "threatened"):
        kept = mood.modality if mood.modality in ("promised", "threatened") else "conditional"
        return Mood(kept, mood.negated, mood.governor, condition)
    return mood


def condition_of(sentence: Sentence, index: int) -> int | None:
    """The head of the condition that stands at a predicate ("if X attacks", "in case of attack", "should that happen")."""
    for child in sentence.children[index]:
        relation = sentence.tokens[child].deprel.partition(":")[0]
        if relation in ("advcl", "obl", "nmod") and condition_marker(sentence, child):
            return child
    return None


def condition_marker(sentence: Sentence, index: int) -> bool:
    """Whether a clause or phrase is marked as a condition, inverted "should that happen" included."""
    words = operators()
    marker = preposition(sentence, index)
    if marker in words.conditions and marker not in ("should", "were"):
        return True
    first = min([index, *sentence.children[index]])
    opener = sentence.tokens[first]
    subject = own_subject(sentence, index)
    inverted = opener.text.lower() in ("should", "were", "had") and opener.deprel in ("aux", "cop", "aux:pass")
    return inverted and sentence.tokens[index].deprel == "advcl" and subject is not None and first < subject


def negated(sentence: Sentence, index: int) -> bool:
    """Whether a negation stands at a token itself (not, never, no-)."""
    words = operators()
    for child in sentence.children[index]:
        token = sentence.tokens[child]
        lower = token.text.lower()
        if token.deprel in ("advmod", "cc:preconj", "det") and lower in words.negations:
            return not (lower == "not" and child + 1 < len(sentence.tokens) and sentence.tokens[child + 1].lemma in ("only", "just"))
        if token.deprel == "det" and lower in words.negative_determiners:
            return True
        if token.deprel.startswith("nsubj") or token.deprel in ("obj", "obl:agent"):
            for below in sentence.children[child]:
                if sentence.tokens[below].deprel == "det" and sentence.tokens[below].text.lower() in words.negative_determiners:
                    return True
            if lower in ("nobody", "none", "nothing", "neither"):
                return True
    return False


def _own(sentence: Sentence, index: int, condition: int | None) -> Mood:
    words, token = operators(), sentence.tokens[index]
    modality: Modality = "actual"
    if token.deprel == "advcl" and condition_marker(sentence, index):
        return Mood("supposed", negated(sentence, index))
    for child in sentence.children[index]:
        below = sentence.tokens[child]
        lower = below.text.lower()
        if below.deprel in ("aux", "cop", "aux:pass"):
            kind = words.auxiliaries.get(lower)
            if kind == "would":
                modality = "conditional" if condition is not None else "planned"
            elif kind == "possible" and _perfect_negation(sentence, index):
                modality = "actual"
            elif kind is not None and modality == "actual":
                modality = kind  # type: ignore[assignment]
        elif below.deprel == "amod" and token.upos in ("NOUN", "PROPN"):
            kind = words.adjectives.get(below.lemma) or words.adjectives.get(lower)
            if kind in ("planned", "possible", "threatened", "promised", "demanded", "denied"):
                modality = kind  # type: ignore[assignment]
    mood = Mood(modality)
    if negated(sentence, index):
        return _turned(mood, None)
    return mood


def _perfect_negation(sentence: Sentence, index: int) -> bool:
    """ "could not agree", "can no longer": an inability told as a fact, which the negation alone expresses."""
    return negated(sentence, index) and any(
        sentence.tokens[child].text.lower() in ("could", "can", "ca") for child in sentence.children[index]
    )


def _hypothetical(sentence: Sentence, index: int) -> bool:
    words = operators().auxiliaries
    return any(sentence.tokens[child].text.lower() in words for child in sentence.children[index])


def _turned(mood: Mood, governor: int | None) -> Mood:
    """What a negation makes of a mood: a fact is denied; a demand or promise is that it should not be."""
    if mood.modality == "denied":
        return Mood("actual", mood.negated, governor)
    if mood.modality in ("demanded", "promised", "threatened", "supposed", "conditional"):
        return replace(mood, negated=not mood.negated, governor=governor)
    return Mood("denied", mood.negated, governor)


def _kind_of(sentence: Sentence, head: int, child: int) -> str | None:
    words, token = operators(), sentence.tokens[head]
    below = sentence.tokens[child]
    relation = below.deprel.partition(":")[0]
    if token.upos in ("VERB", "AUX"):
        if relation in _NEVER_OPERATOR_OVER_SUBJECT and not is_passive(sentence, head):
            return None
        return _verb_kind(sentence, head, child, relation, words.verbs.get(token.lemma))
    if relation == "conj":
        return None
    if token.upos in ("NOUN", "PROPN"):
        governed = relation in ("acl", "ccomp") or (relation in ("nmod", "compound") and preposition(sentence, child) in ("of", "for", "to", "on", "against", "in", ""))
        return words.nouns.get(token.lemma) if governed and relation != "compound" else None
    if token.upos == "ADJ":
        if relation == "nsubj" and token.lemma in ("possible", "likely", "unlikely", "imminent"):
            return words.adjectives.get(token.lemma)
        return words.adjectives.get(token.lemma) if relation in _CLAUSAL or preposition(sentence, child) in ("for", "to") else None
    return None


def _verb_kind(sentence: Sentence, head: int, child: int, relation: str, kind: str | None) -> str | None:
    if kind is None or relation in ("conj", "nmod"):
        return None
    lemma, marker = sentence.tokens[head].lemma, preposition(sentence, child)
    if relation == "obl":
        allowed = {"call": ("for",), "appeal": ("for",), "ask": ("for",), "push": ("for",), "press": ("for",), "plan": ("for",), "prepare": ("for",),
                   "look": ("for",), "agree": ("to", "on"), "threaten": ("with",), "commit": ("to",), "hope": ("for",), "warn": ("of", "against"),
                   "refrain": ("from",), "abstain": ("from",), "lobby": ("for",), "strive": ("for",), "opt": ("for",)}  # fmt: skip
        return kind if marker in allowed.get(lemma, ()) else None
    if relation == "obj" and sentence.tokens[child].upos not in ("NOUN", "PROPN"):
        return None
    if lemma in ("tell", "allow", "let", "warn", "ask", "want", "need", "rule", "discuss", "set", "look") and relation == "ccomp" and lemma != "rule":
        return "possible" if lemma == "warn" and _hypothetical(sentence, child) else None
    if lemma in ("expect", "agree", "decide", "insist", "suggest", "anticipate", "predict", "fear", "suspect", "assume", "advise", "argue", "warn") and relation == "ccomp":
        finite_past = not _hypothetical(sentence, child)
        if lemma in ("agree", "insist", "decide", "suggest", "suspect", "fear", "assume", "warn") and finite_past:
            return "possible" if lemma in ("suspect", "fear", "suggest") else None
    if lemma == "rule":
        return "not so" if any(sentence.tokens[c].text.lower() == "out" for c in sentence.children[head]) else None
    return kind


def _governed(sentence: Sentence, head: int, child: int, mood: Mood) -> Mood:
    """The mood after the word at `head` has had its say over what hangs on it at `child`."""
    words, kind = operators(), _kind_of(sentence, head, child)
    relation = sentence.tokens[child].deprel.partition(":")[0]
    no = negated(sentence, head) and relation in ("xcomp", "ccomp", "obj", "obl", "nmod", "acl", "nsubj")
    if kind is None:
        if relation in ("obj", "obl", "nmod", "xcomp", "nsubj", "conj", "csubj"):
            above = _own(sentence, head, condition_of(sentence, head)) if relation != "nmod" else Mood("actual", False)
            if relation == "conj" and (own_subject(sentence, child) is not None or _hypothetical(sentence, child)):
                return mood
            if relation == "conj" and negated(sentence, head) and not negated(sentence, child):
                above = Mood("actual")
            if above.modality != "actual" and mood.modality == "actual":
                return replace(above, governor=head)
            if above.modality == "denied":
                return _turned(mood, head)
        return mood
    if kind == "not so":
        if no:
            return Mood("possible", mood.negated, head) if mood.modality in ("actual", "planned") else mood
        return Mood("denied" if mood.modality == "actual" else mood.modality, not mood.negated if mood.modality in ("demanded", "promised") else mood.negated, head) if mood.modality != "actual" else Mood("denied", False, head)
    if kind == "denied":
        return Mood("actual" if no and sentence.tokens[head].lemma in ("fail", "hesitate") else mood.modality if no else "denied", False, head)
    if mood.modality in ("denied", "demanded", "promised", "threatened", "conditional", "supposed") and not (mood.modality == "denied" and kind in ("demanded", "promised", "planned", "threatened")):
        return mood
    if no:
        return Mood("possible" if kind == "possible" and sentence.tokens[head].lemma == "rule" else "denied", False, head)
    flipped = mood.modality == "denied"
    modality: Modality = kind  # type: ignore[assignment]
    if words.verbs.get(sentence.tokens[head].lemma) == kind and kind == "possible" and flipped:
        return mood
    return Mood(modality, flipped or mood.negated, head)
