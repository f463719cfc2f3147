"""Frames of objects: where a cue verb holds a noun phrase, what something is told to be, or a phrase with a preposition."""

from casus.reading.attribution.attribution import QUOTE_MARKS
from casus.reading.attribution.cues import Cue, Lexicon
from casus.reading.attribution.held import Held, infinitives, marked, persons, to_whom
from casus.reading.attribution.voice import is_passive
from casus.reading.parse import Sentence
from casus.reading.syntax import RELATIVE_PRONOUNS, preposition

_ABOUT = frozenset({"about", "over", "at", "for", "on", "against", "with"})
_HOLDS_PERSON = frozenset({"accuse", "praise", "condemn"})


def told_as(sentence: Sentence, verb: int, _cue: Cue, _lexicon: Lexicon) -> Held | None:
    """An object and what it is told to be, after "as" ("described the talks as useful")."""
    for child in sentence.children[verb]:
        relation = sentence.tokens[child].deprel.partition(":")[0]
        if relation in ("obl", "xcomp", "advcl", "nmod", "ccomp") and preposition(sentence, child) == "as":
            return Held(frozenset({*_patient(sentence, verb), *sentence.subtree(child)}))
    for patient in sentence.dependents(verb, "obj"):
        for child in sentence.children[patient]:
            if preposition(sentence, child) == "as":
                return Held(frozenset(sentence.subtree(patient)))
    return None


def predicate(sentence: Sentence, verb: int, _cue: Cue, _lexicon: Lexicon) -> Held | None:
    """An object and what it is told to be, side by side ("called it a breakthrough")."""
    patient = _patient(sentence, verb)
    for child in sentence.children[verb]:
        token = sentence.tokens[child]
        if token.deprel == "xcomp" and token.upos in ("NOUN", "PROPN", "ADJ", "NUM", "ADV", "VERB") and child > verb:
            if token.upos == "VERB" and preposition(sentence, child) == "to":
                continue
            return Held(frozenset({*patient, *sentence.subtree(child)}))
        if (
            token.deprel == "ccomp"
            and token.upos in ("NOUN", "PROPN", "ADJ")
            and child > verb
            and not _is_clause(sentence, child)
        ):
            return Held(frozenset({*patient, *sentence.subtree(child)}))
    objects = sentence.dependents(verb, "obj", "iobj")
    if len(objects) == 2:
        return Held(frozenset(index for child in objects for index in sentence.subtree(child)))
    for child in sentence.dependents(verb, "ccomp", "obj"):
        below = sentence.subtree(child)
        if sum(sentence.tokens[index].text in QUOTE_MARKS for index in below) >= 2 and len(below) > 3:
            return Held(frozenset({*patient, *below}))
    return None


def noun_phrase_object(sentence: Sentence, verb: int, cue: Cue) -> Held | None:
    """The object, with what the cue's prepositions add ("condemned Peru for the raid")."""
    content = _patient(sentence, verb)
    if not content or _is_no_speech(sentence, verb, cue):
        return None
    for child in marked(sentence, verb, cue.prepositions):
        content.update(sentence.subtree(child))
    heads = sentence.dependents(verb, "nsubj" if is_passive(sentence, verb) else "obj")
    return Held(frozenset(content), noun=heads[0] if heads else None)


def prepositional(sentence: Sentence, verb: int, cue: Cue, lexicon: Lexicon) -> Held | None:
    """A phrase with one of the cue's prepositions; its preposition counts to the cue where no object stands between."""
    for child in marked(sentence, verb, cue.prepositions):
        if (child < verb and not is_passive(sentence, verb)) or sentence.tokens[child].text.lower() in lexicon.days:
            continue
        if not cue.takes and not cue.then_infinitive and sentence.dependents(verb, "obj"):
            continue
        content = set(sentence.subtree(child))
        people = persons(sentence, verb) if "person" in cue.takes else ()
        marker = next((c for c in sentence.children[child] if sentence.tokens[c].deprel in ("case", "mark")), None)
        if cue.then_infinitive:
            following = infinitives(sentence, verb) or infinitives(sentence, child)
            if not following:
                continue
            return Held(frozenset((content | following) - {marker}), (child,), (marker,) if marker is not None else ())
        if "person" in cue.takes and not people and cue.act in _HOLDS_PERSON:
            people = tuple(sentence.dependents(child, "nsubj"))
            if not people:
                continue
        if cue.act in _HOLDS_PERSON:
            content |= _patient(sentence, verb)
            return Held(frozenset(content), people)
        near = marker is not None and marker == verb + 1
        return Held(frozenset(content - {marker}) if near else frozenset(content), people, (marker,) if near and marker else ())
    return None


def speech_noun(sentence: Sentence, verb: int, lexicon: Lexicon) -> Held | None:
    """An object headed by a noun of speech or attitude ("voiced opposition to ...", "gave a warning that ...").

    A clause at the noun is the content; otherwise the whole noun phrase is.
    """
    objects = sentence.dependents(verb, "nsubj" if is_passive(sentence, verb) else "obj")
    for noun in objects:
        known = lexicon.nouns.get(sentence.tokens[noun].lemma)
        if known is None:
            continue
        clauses = [
            child
            for child in sentence.dependents(noun, "acl", "ccomp", "advcl")
            if not sentence.tokens[child].deprel.endswith("relcl")
        ]
        clauses += [child for child in sentence.dependents(verb, "ccomp") if child > noun]
        content = {
            index for child in clauses if preposition(sentence, child) in ("that", "to", "") for index in sentence.subtree(child)
        }
        people = (*to_whom(sentence, noun), *to_whom(sentence, verb)) if known.act != "reject" else ()
        if not content:
            if known.act == "say" and not known.voiced:
                continue
            below = set(sentence.subtree(noun))
            if len(below) < 3:
                about = [child for child in marked(sentence, verb, _ABOUT) if child > noun]
                below.update(index for child in about[:1] for index in sentence.subtree(child))
            if len(below) < 2:
                continue
            return Held(frozenset(below), (), (), noun)
        return Held(frozenset(content), people, (noun,), noun)
    return None


def _patient(sentence: Sentence, verb: int) -> set[int]:
    """Words of the object; in the passive of the subject; of the noun at a relative clause where that noun is the object."""
    passive = is_passive(sentence, verb)
    heads = (
        sentence.dependents(verb, "nsubj") if passive else sentence.dependents(verb, "obj") or sentence.dependents(verb, "iobj")
    )
    named = [head for head in heads if sentence.tokens[head].text.lower() not in RELATIVE_PRONOUNS]
    content = {index for head in named for index in sentence.subtree(head)}
    token = sentence.tokens[verb]
    relative = token.deprel == "acl:relcl" and not named and bool(heads or sentence.dependents(verb, "nsubj"))
    if token.head >= 0 and (relative or (token.deprel == "acl" and passive)):
        content |= set(sentence.subtree(token.head)) - set(sentence.subtree(verb))
    return content


def _is_no_speech(sentence: Sentence, verb: int, cue: Cue) -> bool:
    """Whether an object shows that the verb tells no speech: it has two, is excepted, or is withheld from somebody."""
    if not cue.excepted:
        return False
    if sentence.dependents(verb, "iobj") or (is_passive(sentence, verb) and sentence.dependents(verb, "obj")):
        return True
    heads = sentence.dependents(verb, "nsubj" if is_passive(sentence, verb) else "obj")
    return any(
        sentence.tokens[head].lemma in cue.excepted or ("NAME" in cue.excepted and sentence.tokens[head].upos == "PROPN")
        for head in heads
    )


def _is_clause(sentence: Sentence, index: int) -> bool:
    """Whether a nominal complement has a copula or a mark: a clause ("that it is a mistake") and no bare predicate."""
    return bool(sentence.dependents(index, "cop", "mark", "aux"))
