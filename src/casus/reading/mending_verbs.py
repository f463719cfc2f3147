"""Rules that put right which words are verbs, and where their clauses hang."""

from collections.abc import Iterator
from dataclasses import replace

from casus.reading.lemmas import lemma
from casus.reading.mending_tree import RELATIVE, Tree
from casus.reading.parse import Token
from casus.reading.syntax import is_participle

_TO_DO = frozenset(
    {"forbid", "oblige", "urge", "compel", "force", "instruct", "tell", "persuade", "convince", "invite", "implore", "exhort"}
)
"""Verbs whose object is whoever is to do, or not to do, what an infinitive after it says."""

_TOLD = frozenset({"say", "believe", "think", "report", "allege", "suspect", "know", "rumour", "rumor", "presume", "understand"})

_OF_A_VERB = {"obj": "xcomp", "nsubj": "csubj", "obl": "advcl", "nmod": "acl"}
"""What a noun's relation is called where the word turns out to be a verb."""


def relative_clauses(tree: Tree) -> Iterator[Token]:
    """A clause after a noun with a relative pronoun for its subject is a relative clause ("any state that sold arms")."""
    for token in tree.tokens:
        if token.deprel == "acl" and any(
            child.deprel.startswith("nsubj") and child.upos == "PRON" and child.text.lower() in RELATIVE
            for child in tree.children[token.index]
        ):
            yield replace(token, deprel="acl:relcl")


def subjects_of_inner_clauses(tree: Tree) -> Iterator[Token]:
    """A relative pronoun is the subject of the clause within that has none ("Peru, which Chile says bombed its port")."""
    for clause in tree.tokens:
        above = tree.tokens[clause.head]
        finite = clause.deprel == "ccomp" and clause.upos == "VERB" and not clause.text.endswith("ing")
        if not finite or above.deprel != "acl:relcl" or tree.marks(clause.index) or tree.has(clause.index, "nsubj"):
            continue
        subjects = [child for child in tree.children[above.index] if child.deprel == "nsubj" and child.upos != "PRON"]
        others = [child for child in tree.children[clause.index] if child.deprel == "obj" and child.index > clause.index]
        pronouns = [
            child
            for child in (*tree.children[above.index], *(tree.children[clause.index] if others else ()))
            if child.upos == "PRON" and child.text.lower() in RELATIVE and child.deprel == "obj" and child.index < above.index
        ]
        if subjects and pronouns:
            yield replace(pronouns[0], head=clause.index, deprel="nsubj")


def negated_infinitives(tree: Tree) -> Iterator[Token]:
    """ "Not" right before "to" belongs to the infinitive, not to the verb before it ("vowed not to strike")."""
    for token, following in zip(tree.tokens, tree.tokens[1:], strict=False):
        if token.text.lower() not in ("not", "never") or following.text.lower() != "to" or following.deprel != "mark":
            continue
        infinitive = tree.tokens[following.head]
        shared = infinitive.head == token.head < token.index
        subject = tree.tokens[token.head].deprel == "nsubj" and tree.tokens[token.head].head == infinitive.index
        if shared or subject:
            yield replace(token, head=infinitive.index)


def infinitives_after_verbs(tree: Tree) -> Iterator[Token]:
    """An infinitive right after a verb belongs to it, not to a verb that follows ("pledged to help, Vega announced")."""
    for token in tree.tokens[1:]:
        if token.text.lower() != "to" or token.deprel != "mark":
            continue
        verb, infinitive = tree.tokens[token.index - 1], tree.tokens[token.head]
        if verb.upos == "VERB" and infinitive.head > infinitive.index > token.index:
            yield replace(infinitive, head=verb.index, deprel="xcomp")


def infinitives_after_adjectives(tree: Tree) -> Iterator[Token]:
    """An infinitive right after an adjective after a verb like "remain" hangs on the adjective ("stayed ready to talk")."""
    for token in tree.tokens[1:]:
        if token.text.lower() != "to" or token.deprel != "mark":
            continue
        before, infinitive = tree.tokens[token.index - 1], tree.tokens[token.head]
        beside = before.upos == "ADJ" and before.deprel == "xcomp" and before.head == infinitive.head
        if beside and infinitive.deprel in ("xcomp", "advcl", "ccomp") and infinitive.index > token.index:
            yield replace(infinitive, head=before.index, deprel="xcomp")


def infinitives_after_objects(tree: Tree) -> Iterator[Token]:
    """What the object of some verbs is to do hangs on the verb, not on the object ("forbids all states to sell arms")."""
    for token in tree.tokens:
        if token.deprel != "acl" or token.upos != "VERB" or "to" not in tree.marks(token.index):
            continue
        person = tree.tokens[token.head]
        controlled = person.deprel in ("obj", "iobj") and person.head < person.index < token.index
        if controlled and tree.tokens[person.head].lemma in _TO_DO and not tree.has(person.head, "xcomp", "ccomp"):
            yield replace(token, head=person.head, deprel="xcomp")


def gerunds(tree: Tree) -> Iterator[Token]:
    """A noun in -ing that has an object is a verb ("denied arming the rebels")."""
    for token in tree.tokens:
        if token.upos == "NOUN" and token.text.lower().endswith("ing") and tree.has(token.index, "obj"):
            relation = _OF_A_VERB.get(token.deprel, token.deprel)
            yield replace(token, upos="VERB", lemma=lemma(token.text, "VERB"), deprel=relation)


def verbs_taken_for_nouns(tree: Tree) -> Iterator[Token]:
    """A noun in -s that heads a sentence and has an object is a verb, and what modifies it its subject ("the treaty bars us")."""
    for token in tree.tokens:
        if token.upos != "NOUN" or token.deprel not in ("root", "ccomp") or not token.text.endswith("s"):
            continue
        objects = [child for child in tree.children[token.index] if child.deprel == "obj" and child.index > token.index]
        before = [child for child in tree.children[token.index] if child.deprel == "compound" and child.index < token.index]
        if objects and len(before) == 1 and not tree.has(token.index, "cop", "case", "nsubj", "aux"):
            yield replace(token, upos="VERB", lemma=lemma(token.text, "VERB"))
            yield replace(before[0], deprel="nsubj")
            below = [child for child in tree.children[token.index] if child.deprel in ("det", "amod", "nmod:poss")]
            yield from (replace(child, head=before[0].index) for child in below if child.index < before[0].index)


def nouns_in_ing(tree: Tree) -> Iterator[Token]:
    """A word in -ing with "between" after it is a noun ("fighting between the two armies killed many")."""
    for token in tree.tokens:
        if token.upos != "VERB" or not token.text.lower().endswith("ing") or tree.has(token.index, "aux", "nsubj", "mark"):
            continue
        sides = [child for child in tree.children[token.index] if "between" in tree.marks(child.index)]
        if sides and token.deprel in ("advcl", "csubj") and token.index < token.head and not tree.has(token.head, "nsubj"):
            yield replace(token, upos="NOUN", lemma=token.text.lower(), deprel="nsubj")
            yield from (replace(child, deprel="nmod") for child in sides)


def coordinated_forms(tree: Tree) -> Iterator[Token]:
    """A bare verb is coordinated with another, not with the -ing form between ("ban him from flying and freeze his funds")."""
    for token in tree.tokens:
        below = tree.tokens[token.head]
        if token.deprel != "conj" or token.upos != "VERB" or below.upos != "VERB" or not below.text.endswith("ing"):
            continue
        if token.text != token.lemma or below.index > token.index or tree.has(token.index, "nsubj", "aux", "cop"):
            continue
        if "to" in tree.marks(token.index) or any(child.deprel == "aux" for child in tree.children[below.index]):
            continue
        above = below
        while above.head >= 0 and (above.upos != "VERB" or above.text.endswith("ing")):
            above = tree.tokens[above.head]
        if above.upos == "VERB" and above.text == above.lemma and above.index < below.index:
            yield replace(token, head=above.index)


def verbs_taken_for_others(tree: Tree) -> Iterator[Token]:
    """A participle with a subject and "has", "had" or "been", or an infinitive, is a verb, whatever else it was taken for."""
    for token in tree.tokens:
        if token.upos not in ("PART", "ADP", "SCONJ", "CCONJ", "DET", "ADV", "INTJ", "X") or not is_participle(token.text):
            continue
        if tree.has(token.index, "nsubj") and tree.has(token.index, "aux", "xcomp"):
            yield replace(token, upos="VERB", lemma=lemma(token.text, "VERB"))


def pronouns_in_ing(tree: Tree) -> Iterator[Token]:
    """A word in -ing after "is" with "to" after it is a verb, not the pronoun that it was taken for ("is itching to leave")."""
    for token in tree.tokens:
        if token.upos != "PRON" or not token.text.lower().endswith("ing") or token.text.lower().endswith("thing"):
            continue
        clauses = [child for child in tree.children[token.index] if child.deprel == "csubj" and child.index > token.index]
        copulas = [child for child in tree.children[token.index] if child.deprel == "cop"]
        if clauses and copulas:
            yield replace(token, upos="VERB", lemma=lemma(token.text, "VERB"))
            yield from (replace(child, deprel="xcomp") for child in clauses)
            yield from (replace(child, deprel="aux") for child in copulas)


def progressives(tree: Tree) -> Iterator[Token]:
    """ "Been" before a form in -ing makes no passive ("had been shuttling")."""
    for token in tree.tokens:
        verb = tree.tokens[token.head]
        if verb.upos != "VERB" or not verb.text.lower().endswith("ing") or token.index > verb.index:
            continue
        passive = any(child.deprel == "aux:pass" and child.text.lower() == "being" for child in tree.children[verb.index])
        if token.deprel in ("aux:pass", "nsubj:pass") and not passive:
            yield replace(token, deprel=token.deprel.removesuffix(":pass"))


def participles_as_subjects(tree: Tree) -> Iterator[Token]:
    """A participle with a noun before it is no subject: the noun is ("two engineers abducted in May were freed")."""
    for verb in tree.tokens:
        opening = verb.deprel.startswith("csubj") or (verb.deprel == "advcl" and not tree.has(verb.head, "nsubj", "csubj"))
        if not opening or verb.upos != "VERB" or verb.index > verb.head or tree.has(verb.index, "aux", "mark"):
            continue
        nouns = [child for child in tree.children[verb.index] if child.deprel.startswith("nsubj") and child.index < verb.index]
        if len(nouns) == 1 and nouns[0].upos in ("NOUN", "PROPN") and is_participle(verb.text):
            passive = any(child.deprel == "aux:pass" for child in tree.children[verb.head])
            yield replace(nouns[0], head=verb.head, deprel="nsubj:pass" if passive else "nsubj")
            yield replace(verb, head=nouns[0].index, deprel="acl")


def claims_as_verbs(tree: Tree) -> Iterator[Token]:
    """A sentence that opens with "Claims that" opens with a noun: no verb in -s is without its subject there."""
    if len(tree.tokens) < 3 or tree.tokens[1].text.lower() != "that" or tree.tokens[1].deprel != "mark":
        return
    opener = tree.tokens[0]
    if opener.upos == "VERB" and opener.text.endswith("s") and not tree.has(0, "nsubj", "aux"):
        said = (
            [
                one
                for one in tree.children[opener.head]
                if one.index > opener.index and one.index != opener.head and one.deprel == "ccomp"
            ]
            if opener.deprel == "ccomp"
            else []
        )
        above = said[0].index if said else opener.head
        relation = "nsubj" if above >= 0 else opener.deprel
        yield replace(opener, upos="NOUN", lemma=lemma(opener.text, "NOUN"), head=above, deprel=relation)


def participles_after_speech(tree: Tree) -> Iterator[Token]:
    """A form in -ing after "..., Lima said," is what the speaker does besides ("..., Lima said, urging Chile to talk")."""
    for token in tree.tokens:
        if token.upos != "VERB" or not token.text.endswith("ing") or token.deprel not in ("advcl", "acl", "conj"):
            continue
        first = tree.first(token.index)
        comma = first if tree.tokens[first].text == "," else first - 1
        if comma < 2 or tree.tokens[comma].text != "," or tree.has(token.index, "nsubj", "aux", "mark"):
            continue
        speech = tree.tokens[comma - 1]
        speaker = any(child.deprel == "nsubj" and child.index == speech.index - 1 for child in tree.children[speech.index])
        if speech.upos == "VERB" and token.head < speech.index and speaker:
            yield replace(token, head=speech.index, deprel="advcl")


def said_to_be(tree: Tree) -> Iterator[Token]:
    """ "Said to be" after a noun that has another verb only says which one ("rebels said to be near have attacked")."""
    for verb in tree.tokens[:-1]:
        following = tree.tokens[verb.index + 1]
        if verb.upos != "VERB" or verb.lemma not in _TOLD or verb.text == verb.lemma or following.text.lower() != "to":
            continue
        subjects = [child for child in tree.children[verb.index] if child.deprel == "nsubj" and child.index < verb.index]
        others = [
            child
            for child in tree.children[verb.index]
            if child.deprel == "ccomp" and child.index > following.head and not tree.has(child.index, "nsubj", "mark")
        ]
        finite = [child for child in others if tree.has(child.index, "aux") or child.text.endswith("ed")]
        if subjects and finite and not tree.has(verb.index, "aux") and following.head != finite[0].index:
            yield replace(finite[0], head=verb.head, deprel=verb.deprel)
            yield replace(subjects[0], head=finite[0].index)
            yield replace(verb, head=subjects[0].index, deprel="acl")
            yield replace(tree.tokens[following.head], deprel="xcomp")
