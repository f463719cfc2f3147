"""Frames of clauses: where a cue verb holds a clause, a quotation or an infinitive.

Relations are Universal Dependencies v2; the treatment of speech follows
https://universaldependencies.org/u/dep/ccomp.html and https://universaldependencies.org/u/dep/parataxis.html.
"""

from casus.reading.attribution.asides import around, parenthesis
from casus.reading.attribution.attribution import QUOTE_MARKS
from casus.reading.attribution.cues import Cue, Lexicon
from casus.reading.attribution.held import Held, infinitives, persons, to_whom
from casus.reading.attribution.remarks import is_remark
from casus.reading.attribution.voice import is_passive, quoter
from casus.reading.parse import Sentence
from casus.reading.syntax import by_agents, preposition

_QUESTIONS = frozenset({"when", "where", "why", "how", "whether", "if", "what", "who", "which"})
_SHARING = frozenset({"conj", "parataxis", "advcl", "ccomp", "xcomp"})


def clause(sentence: Sentence, verb: int, cue: Cue, lexicon: Lexicon) -> Held | None:
    """A clause: below the cue, around it as an aside ("..., he said, ..."), or beside it where the parse slipped."""
    content: set[int] = set()
    for child in sentence.children[verb]:
        relation = sentence.tokens[child].deprel
        if relation not in ("ccomp", "csubj:pass", "parataxis") or is_remark(sentence, child, lexicon):
            continue
        if _is_opening(sentence, verb, child) or _of_nearer_cue(sentence, verb, child, lexicon):
            continue
        if relation != "parataxis" or (child > verb and _opens_speech(sentence, verb, child, lexicon)):
            content.update(sentence.subtree(child))
    if not content:
        quoting = quoter(sentence, verb)
        if quoting is not None or "person" in cue.takes or not sentence.dependents(verb, "obj"):
            content = around(sentence, verb if quoting is None else quoting)
        content = content or _beside(sentence, verb) or parenthesis(sentence, verb)
    content = content or _open_question(sentence, verb) or _headline_words(sentence, verb) or _told_of(sentence, verb, cue)
    if not content:
        return None
    return Held(frozenset(content), persons(sentence, verb) if "person" in cue.takes else to_whom(sentence, verb))


def _told_of(sentence: Sentence, verb: int, cue: Cue) -> set[int]:
    """ "Vega was said by aides to favour a truce": the subject and what it is told to do."""
    subjects = sentence.dependents(verb, "nsubj")
    if "person" in cue.takes or not subjects or not is_passive(sentence, verb) or not by_agents(sentence, verb):
        return set()
    told = infinitives(sentence, verb)
    return told | {index for subject in subjects for index in sentence.subtree(subject)} if told else set()


def quote(sentence: Sentence, verb: int, cue: Cue, _: Lexicon) -> Held | None:
    """Words in quotation marks below the cue, or around it."""
    for child in sentence.children[verb]:
        relation = sentence.tokens[child].deprel.partition(":")[0]
        if relation not in ("obj", "ccomp", "xcomp", "dep", "parataxis", "appos", "advcl", "obl", "advmod"):
            continue
        below = sentence.subtree(child)
        first = min(below)
        marks = sum(sentence.tokens[index].text in QUOTE_MARKS for index in below)
        edge = sentence.tokens[first - 1].text if first else ""
        if marks >= 2 and (sentence.tokens[first].text in QUOTE_MARKS or edge in QUOTE_MARKS):
            people = persons(sentence, verb) if "person" in cue.takes else to_whom(sentence, verb)
            return Held(frozenset(below), tuple(person for person in people if person != child))
    content = around(sentence, verb)
    if sum(sentence.tokens[index].text in QUOTE_MARKS for index in content) >= 2:
        return Held(frozenset(content), to_whom(sentence, verb))
    return None


def infinitive(sentence: Sentence, verb: int, cue: Cue, _: Lexicon) -> Held | None:
    """An infinitive whose doer is the speaker ("vowed to fight", "promised Peru to help")."""
    if not is_passive(sentence, verb) and sentence.dependents(verb, "obj", "iobj"):
        if "person" in cue.takes:
            content = infinitives(sentence, verb)
            return Held(frozenset(content), persons(sentence, verb)) if content else None
        return None
    content = set() if is_passive(sentence, verb) else infinitives(sentence, verb)
    return Held(frozenset(content), to_whom(sentence, verb)) if content else None


def told_to(sentence: Sentence, verb: int, cue: Cue, _: Lexicon) -> Held | None:
    """Somebody and what they are to do ("urged both sides to talk")."""
    people = persons(sentence, verb)
    content = infinitives(sentence, verb)
    if not content:
        content = {
            index
            for child in sentence.children[verb]
            if sentence.tokens[child].deprel == "ccomp" and preposition(sentence, child) in ("to", "for")
            for index in sentence.subtree(child)
        }
        return Held(frozenset(content)) if content else None
    if not people:
        return None
    for person in people:
        content.update(sentence.subtree(person))
    return Held(frozenset(content), people if cue.act != "believe" else ())


def gerund(sentence: Sentence, verb: int, _: Cue, lexicon: Lexicon) -> Held | None:
    """A clause with -ing ("denied sending troops")."""
    for child in sentence.dependents(verb, "xcomp", "ccomp", "advcl"):
        token = sentence.tokens[child]
        if is_remark(sentence, child, lexicon):
            continue
        if child > verb and token.upos in ("VERB", "NOUN", "ADJ") and _has_ing(sentence, child):
            return Held(frozenset(sentence.subtree(child)))
    return None


def _has_ing(sentence: Sentence, index: int) -> bool:
    first = [index, *(child for child in sentence.children[index] if sentence.tokens[child].deprel.startswith(("aux", "cop")))]
    return sentence.tokens[min(first)].text.lower().endswith("ing")


def _open_question(sentence: Sentence, verb: int) -> set[int]:
    """What is left open: "did not say when ..."."""
    children = sentence.children[verb]
    if not any(sentence.tokens[child].text.lower() in ("not", "n't", "n’t", "never") for child in children):
        return set()
    for child in sentence.dependents(verb, "advcl", "xcomp", "obj", "obl", "advmod"):
        below = sentence.subtree(child)
        if child > verb and sentence.tokens[below[0]].text.lower() in _QUESTIONS:
            return set(below)
    return set()


def _headline_words(sentence: Sentence, verb: int) -> set[int]:
    """What a headline says without a verb: "Envoy says no peace in sight"."""
    if not sentence.headline:
        return set()
    words = {index for child in sentence.dependents(verb, "obj", "obl") if child > verb for index in sentence.subtree(child)}
    return words if len(words) > 2 else set()


def _is_opening(sentence: Sentence, verb: int, clause: int) -> bool:
    """Whether a clause before the verb is a participle that opens the sentence ("Speaking in Geneva, she said ...")."""
    token = sentence.tokens[clause]
    if clause > verb or token.upos != "VERB" or not token.text.lower().endswith(("ing", "ed")):
        return False
    return min(sentence.subtree(clause)) == clause and not any(
        sentence.tokens[child].deprel.startswith(("nsubj", "aux", "expl")) for child in sentence.children[clause]
    )


def _of_nearer_cue(sentence: Sentence, verb: int, clause: int, lexicon: Lexicon) -> bool:
    """Whether another cue beside the verb stands nearer to a clause ("said ..., pointing out that ...")."""
    first = min(sentence.subtree(clause))
    return any(
        verb < other < first
        and other != clause
        and sentence.tokens[other].upos == "VERB"
        and sentence.tokens[other].deprel in _SHARING
        and sentence.tokens[other].lemma in lexicon.verbs
        and not sentence.dependents(other, "ccomp", "xcomp", "obj")
        for other in sentence.children[verb]
    )


def _beside(sentence: Sentence, verb: int) -> set[int]:
    """The clause after a cue that the parse gave to the verb that the cue hangs on."""
    token = sentence.tokens[verb]
    if token.head < 0 or token.head > verb or token.deprel not in _SHARING or sentence.dependents(verb, "xcomp", "obj"):
        return set()
    for sibling in sentence.children[token.head]:
        relation = sentence.tokens[sibling].deprel
        if sibling <= verb or relation not in ("ccomp", "xcomp") or min(sentence.subtree(sibling)) <= verb:
            continue
        if relation == "ccomp" or preposition(sentence, sibling) == "that":
            return set(sentence.subtree(sibling))
    return set()


def _opens_speech(sentence: Sentence, verb: int, child: int, lexicon: Lexicon) -> bool:
    """Whether a clause beside the verb is what it says: a colon, comma or quotation mark stands at its start.

    An aside like "..., the minister announced" is not.
    """
    first = min(sentence.subtree(child))
    between = [token.text for token in sentence.tokens[verb + 1 : child]]
    before = sentence.tokens[first - 1].text if first else ""
    opening = sentence.tokens[first].text
    if ":" in between or opening in QUOTE_MARKS or before == ":":
        return True
    aside = sentence.tokens[child].lemma in lexicon.verbs and not sentence.dependents(child, "ccomp", "obj", "xcomp")
    return not aside and "," in (before, opening)
