"""Verbs of acts that tell none where they stand: "released a statement", "beat him in the election", "the flood killed"."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from casus.lexicons import load_lexicon
from casus.reading.parse import Sentence
from casus.reading.syntax import conjuncts, grammatical_subject, patients, preposition


@dataclass(frozen=True, slots=True)
class Idioms:
    """By verb, the words that make it tell no act; and subjects (`natural`) by which nobody is `hurting`.

    A campaign is an attack where it is against somebody, or one of `warlike` says what kind it is.
    """

    verbs: dict[str, frozenset[str]]
    natural: frozenset[str]
    hurting: frozenset[str]
    warlike: frozenset[str]


@cache
def idioms() -> Idioms:
    """The idioms that ship with the package, from idioms.yaml."""
    rows = load_lexicon(Path(__file__).with_name("idioms.yaml"))
    classes: dict[str, list[str]] = rows["classes"]
    verbs = {
        verb: frozenset(one for word in words for one in (classes[word[1:]] if word.startswith("@") else [word]))
        for verb, words in rows["verbs"].items()
    }
    return Idioms(verbs, frozenset(rows["natural"]), frozenset(rows["hurting"]), frozenset(rows["warlike"]))


def tells_no_act(sentence: Sentence, verb: int) -> bool:
    """Whether a verb of an act tells none: by its object, by a phrase after it, or because nobody is its subject."""
    known, token = idioms(), sentence.tokens[verb]
    if token.lemma in known.hurting:
        subject = grammatical_subject(sentence, verb)
        if subject is not None and not subject[1] and sentence.tokens[subject[0]].lemma.lower() in known.natural:
            return True
    words = known.verbs.get(token.lemma)
    if words is None:
        return False
    things = [conjunct for head in patients(sentence, verb) for conjunct in conjuncts(sentence, head)]
    phrases = sentence.dependents(verb, "obl", "nmod", "compound:prt")
    within = [below for head in (*things, *phrases) for below in sentence.dependents(head, "nmod")]
    for place in (
        *things,
        *phrases,
        *(one for one in within if preposition(sentence, one) in ("in", "of") and one not in things),
    ):
        lemma = sentence.tokens[place].lemma.lower()
        if lemma == "campaign" and _of_war(sentence, place):
            continue
        if lemma in words or (place in phrases and preposition(sentence, place) in words):
            return True
    return False


def _of_war(sentence: Sentence, campaign: int) -> bool:
    known = idioms()
    below = sentence.children[campaign]
    kinds = {sentence.tokens[child].lemma.lower() for child in below if sentence.tokens[child].deprel in ("amod", "compound")}
    return bool(kinds & known.warlike) or any(preposition(sentence, child) == "against" for child in below)
