"""Where a cue verb holds the words said: one function a frame of the lexicon, each over one parsed sentence.

Relations are Universal Dependencies v2; the treatment of speech follows
https://universaldependencies.org/u/dep/ccomp.html and https://universaldependencies.org/u/dep/parataxis.html.
"""

from collections.abc import Callable
from dataclasses import dataclass

from casus.reading.attribution.asides import is_modal, parenthesis
from casus.reading.attribution.attribution import QUOTE_MARKS
from casus.reading.attribution.cues import Cue, Lexicon
from casus.reading.attribution.remarks import is_remark
from casus.reading.attribution.voice import is_passive, quoter
from casus.reading.parse import Sentence
from casus.reading.syntax import RELATIVE_PRONOUNS, oblique, preposition

_QUESTIONS = frozenset({"when", "where", "why", "how", "whether", "if", "what", "who", "which"})
_SHARING = frozenset({"conj", "parataxis", "advcl", "ccomp", "xcomp"})
_LONGEST_ASIDE = 12
_ASIDE = ("parataxis", "advcl", "dep", "discourse")
_ABOUT = frozenset({"about", "over", "at", "for", "on", "against", "with"})
_HOLDS_PERSON = frozenset({"accuse", "praise", "condemn"})


@dataclass(frozen=True, slots=True)
class Held:
    """Words that a cue holds: `content` as token indices, heads of those spoken to, and words that belong to the cue."""

    content: frozenset[int]
    addressees: tuple[int, ...] = ()
    cue: tuple[int, ...] = ()
    noun: int | None = None


def held(sentence: Sentence, verb: int, cue: Cue, lexicon: Lexicon) -> tuple[str, Held] | None:
    """The first frame of a cue that fits at a verb, with what it holds; None where none does."""
    extra: tuple[int, ...] = ()
    if cue.particle:
        particle = _particle(sentence, verb, cue.particle)
        if particle is None:
            return None
        extra = (particle,)
    if cue.prepositions and not cue.takes & {"object", "clause"}:
        found = _prepositional(sentence, verb, cue, lexicon)
        if found or not cue.takes - {"person"}:
            return ("preposition", _with_cue(found, extra)) if found else None
    for name, frame in _FRAMES:
        if name in cue.takes and (found := frame(sentence, verb, cue, lexicon)):
            return name, _with_cue(found, extra)
    if "speech" in cue.takes and (found := _speech(sentence, verb, lexicon)):
        return "speech", _with_cue(found, extra)
    if "object" in cue.takes and (found := _object(sentence, verb, cue)):
        return "object", _with_cue(found, extra)
    if cue.prepositions and (found := _prepositional(sentence, verb, cue, lexicon)):
        return "preposition", _with_cue(found, extra)
    return None


def _with_cue(found: Held, extra: tuple[int, ...]) -> Held:
    if not extra and not found.content & set(extra):
        return found
    return Held(found.content - set(extra), found.addressees, (*extra, *found.cue), found.noun)


def _particle(sentence: Sentence, verb: int, particle: str) -> int | None:
    for child in sentence.children[verb]:
        token = sentence.tokens[child]
        if (
            token.text.lower() == particle
            and token.deprel in ("compound:prt", "advmod", "case", "obl", "compound")
            and child > verb
        ):
            return child
    following = verb + 1
    if following < len(sentence.tokens) and sentence.tokens[following].text.lower() == particle:
        return following
    return None


def persons(sentence: Sentence, verb: int) -> tuple[int, ...]:
    """Heads of the noun phrases that a verb's speech is directed at: indirect object, object, or passive subject."""
    if is_passive(sentence, verb):
        return tuple(sentence.dependents(verb, "nsubj"))
    objects = sentence.dependents(verb, "iobj") or sentence.dependents(verb, "obj")
    return tuple(child for child in objects if sentence.tokens[child].text.lower() not in ("what", "that", "it", "this", "so"))


def _clause(sentence: Sentence, verb: int, cue: Cue, lexicon: Lexicon) -> Held | None:
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
            content = _around(sentence, verb if quoting is None else quoting)
        content = content or _beside(sentence, verb) or parenthesis(sentence, verb)
    content = content or _open_question(sentence, verb) or _headline_words(sentence, verb)
    if not content:
        return None
    return Held(frozenset(content), persons(sentence, verb) if "person" in cue.takes else to_whom(sentence, verb))


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


def to_whom(sentence: Sentence, verb: int) -> tuple[int, ...]:
    """Heads of "to ..." at a verb of saying ("said to reporters")."""
    return tuple(
        child
        for child in oblique(sentence, verb, frozenset({"to"}))
        if sentence.tokens[child].upos in ("NOUN", "PROPN", "PRON")
        and sentence.tokens[child].deprel.startswith(("obl", "nmod", "iobj"))
    )


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


def _around(sentence: Sentence, verb: int) -> set[int]:
    """The clause into which "he said" is put as an aside, without it."""
    token = sentence.tokens[verb]
    head = token.head
    relation = token.deprel.partition(":")[0]
    loose = relation == "conj" and not sentence.dependents(verb, "cc") and _is_set_off(sentence, verb)
    if head < 0 or not (relation in _ASIDE or loose) or not sentence.dependents(verb, "nsubj") or is_modal(sentence, verb):
        return set()
    if sentence.tokens[head].upos in ("NOUN", "PROPN", "PRON") and relation == "advcl":
        return set()
    marks = [child for child in sentence.children[verb] if sentence.tokens[child].deprel == "mark"]
    if marks and any(sentence.tokens[mark].text.lower() != "as" for mark in marks):
        return set()
    if relation == "advcl" and not marks and not _is_set_off(sentence, verb):
        return set()
    if relation != "advcl" and head > verb and not _comma_near(sentence, verb):
        return set()
    return set(sentence.subtree(head)) - set(sentence.subtree(verb))


def _is_set_off(sentence: Sentence, verb: int) -> bool:
    """Whether a verb and its subject stand between two commas, or between a comma and the end (", she added,")."""
    below = [index for index in sentence.subtree(verb) if sentence.tokens[index].upos != "PUNCT"]
    first, last = below[0], below[-1]
    if first == 0 or last - first > _LONGEST_ASIDE or sentence.tokens[first - 1].text not in (",", "—", "–"):
        return False
    return last + 1 >= len(sentence.tokens) or sentence.tokens[last + 1].upos == "PUNCT"


def _comma_near(sentence: Sentence, verb: int) -> bool:
    last = max(sentence.subtree(verb))
    return any(token.text in (",", ":", "—", "–", "-") or token.text in QUOTE_MARKS for token in sentence.tokens[last : last + 2])


def _quote(sentence: Sentence, verb: int, cue: Cue, _: Lexicon) -> Held | None:
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
    content = _around(sentence, verb)
    if sum(sentence.tokens[index].text in QUOTE_MARKS for index in content) >= 2:
        return Held(frozenset(content), to_whom(sentence, verb))
    return None


def _infinitive(sentence: Sentence, verb: int, cue: Cue, _: Lexicon) -> Held | None:
    if not is_passive(sentence, verb) and sentence.dependents(verb, "obj", "iobj"):
        if "person" in cue.takes:
            content = _infinitives(sentence, verb)
            return Held(frozenset(content), persons(sentence, verb)) if content else None
        return None
    content = set() if is_passive(sentence, verb) else _infinitives(sentence, verb)
    return Held(frozenset(content), to_whom(sentence, verb)) if content else None


def _infinitives(sentence: Sentence, verb: int) -> set[int]:
    content: set[int] = set()
    for child in sentence.children[verb]:
        relation = sentence.tokens[child].deprel.partition(":")[0]
        if relation in ("xcomp", "advcl", "ccomp") and child > verb and preposition(sentence, child) == "to":
            content.update(sentence.subtree(child))
            if relation == "xcomp":
                break
    return content


def _told_to(sentence: Sentence, verb: int, cue: Cue, _: Lexicon) -> Held | None:
    people = persons(sentence, verb)
    content = _infinitives(sentence, verb)
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


def _as(sentence: Sentence, verb: int, _cue: Cue, _lexicon: Lexicon) -> Held | None:
    for child in sentence.children[verb]:
        relation = sentence.tokens[child].deprel.partition(":")[0]
        if relation in ("obl", "xcomp", "advcl", "nmod", "ccomp") and preposition(sentence, child) == "as":
            return Held(frozenset({*_patient(sentence, verb), *sentence.subtree(child)}))
    for patient in sentence.dependents(verb, "obj"):
        for child in sentence.children[patient]:
            if preposition(sentence, child) == "as":
                return Held(frozenset(sentence.subtree(patient)))
    return None


def _predicate(sentence: Sentence, verb: int, _cue: Cue, _lexicon: Lexicon) -> Held | None:
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


def _is_clause(sentence: Sentence, index: int) -> bool:
    """Whether a nominal complement has a copula or a mark: a clause ("that it is a mistake") and no bare predicate."""
    return bool(sentence.dependents(index, "cop", "mark", "aux"))


def _gerund(sentence: Sentence, verb: int, _: Cue, lexicon: Lexicon) -> Held | None:
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


def _object(sentence: Sentence, verb: int, cue: Cue) -> Held | None:
    content = _patient(sentence, verb)
    if not content or _is_no_speech(sentence, verb, cue):
        return None
    for child in _marked(sentence, verb, cue.prepositions):
        content.update(sentence.subtree(child))
    heads = sentence.dependents(verb, "nsubj" if is_passive(sentence, verb) else "obj")
    return Held(frozenset(content), noun=heads[0] if heads else None)


def _marked(sentence: Sentence, verb: int, prepositions: frozenset[str]) -> list[int]:
    """Phrases and clauses at a verb that one of the prepositions opens ("of lying", "for the attack")."""
    if not prepositions:
        return []
    return [
        child
        for child in sentence.dependents(verb, "obl", "nmod", "advcl", "acl", "xcomp", "ccomp", "iobj")
        if preposition(sentence, child) in prepositions
    ]


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


def _prepositional(sentence: Sentence, verb: int, cue: Cue, lexicon: Lexicon) -> Held | None:
    """A phrase with one of the cue's prepositions; its preposition counts to the cue where no object stands between."""
    for child in _marked(sentence, verb, cue.prepositions):
        if (child < verb and not is_passive(sentence, verb)) or sentence.tokens[child].text.lower() in lexicon.days:
            continue
        if not cue.takes and not cue.then_infinitive and sentence.dependents(verb, "obj"):
            continue
        content = set(sentence.subtree(child))
        people = persons(sentence, verb) if "person" in cue.takes else ()
        marker = next((c for c in sentence.children[child] if sentence.tokens[c].deprel in ("case", "mark")), None)
        if cue.then_infinitive:
            following = _infinitives(sentence, verb) or _infinitives(sentence, child)
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


def _speech(sentence: Sentence, verb: int, lexicon: Lexicon) -> Held | None:
    """An object headed by a noun of speech or attitude ("voiced opposition to ...", "gave a warning that ...").

    A clause at the noun is the content; otherwise the whole noun phrase is.
    """
    objects = sentence.dependents(verb, "nsubj" if is_passive(sentence, verb) else "obj")
    for noun in objects:
        if sentence.tokens[noun].lemma not in lexicon.nouns:
            continue
        clauses = [
            child
            for child in sentence.dependents(noun, "acl", "ccomp", "advcl")
            if not sentence.tokens[child].deprel.endswith("relcl")
        ]
        clauses += [child for child in sentence.dependents(verb, "ccomp") if child > noun]
        marked = [child for child in clauses if preposition(sentence, child) in ("that", "to", "")]
        content = {index for child in marked for index in sentence.subtree(child)}
        people = (
            (*to_whom(sentence, noun), *to_whom(sentence, verb))
            if lexicon.nouns[sentence.tokens[noun].lemma].act != "reject"
            else ()
        )
        if not content:
            if lexicon.nouns[sentence.tokens[noun].lemma].act == "say" and not lexicon.nouns[sentence.tokens[noun].lemma].voiced:
                continue
            below = set(sentence.subtree(noun))
            if len(below) < 3:
                about = [child for child in _marked(sentence, verb, _ABOUT) if child > noun]
                below.update(index for child in about[:1] for index in sentence.subtree(child))
            if len(below) < 2:
                continue
            return Held(frozenset(below), (), (), noun)
        return Held(frozenset(content), people, (noun,), noun)
    return None


_FRAMES: tuple[tuple[str, Callable[[Sentence, int, Cue, Lexicon], Held | None]], ...] = (
    ("clause", _clause),
    ("quote", _quote),
    ("to", _infinitive),
    ("person-to", _told_to),
    ("as", _as),
    ("predicate", _predicate),
    ("gerund", _gerund),
)
