"""Rules that put right which verb a noun belongs to, and as what."""

from collections.abc import Iterator
from dataclasses import replace

from casus.reading.mending_tree import NAMING, Tree
from casus.reading.parse import Token

_TWO_OBJECTS = frozenset(
    {
        "give", "hand", "sell", "send", "lend", "grant", "offer", "award", "pay", "owe", "promise", "deny", "bring", "show",
        "lease", "deliver", "loan", "allot", "assign", "cede", "ship", "supply", "donate",
    }
)  # fmt: skip
"""Verbs that may have whom they give to before what they give, without a preposition."""


def subjects_before(tree: Tree) -> Iterator[Token]:
    """An indirect object before a verb that has no subject is the subject ("Peru denied it"); so is "neither" ("neither may")."""
    for token in tree.tokens:
        following = tree.tokens[token.index + 1] if token.index + 1 < len(tree.tokens) else None
        if token.text.lower() == "neither" and token.deprel == "advmod" and following is not None and following.deprel == "aux":
            if following.head == token.head and not tree.has(token.head, "nsubj"):
                yield replace(token, deprel="nsubj")
            continue
        if token.deprel != "iobj" or token.upos not in NAMING or token.index > token.head or tree.marks(token.index):
            continue
        if token.text.lower() in ("whom", "who", "which", "what") or tree.has(token.head, "nsubj", "csubj"):
            continue
        passive = any(child.deprel == "aux:pass" for child in tree.children[token.head])
        yield replace(token, deprel="nsubj:pass" if passive else "nsubj")


def speakers_in_brackets(tree: Tree) -> Iterator[Token]:
    """A noun between a comma and a verb of its own with a comma after it is its subject ("Peru, an envoy said, ...")."""
    for noun in tree.tokens:
        verb = tree.tokens[noun.index + 1] if noun.index + 1 < len(tree.tokens) else None
        if noun.deprel != "appos" or noun.upos not in NAMING or verb is None or verb.upos != "VERB" or verb.deprel != "parataxis":
            continue
        first, after = tree.first(noun.index), tree.tokens[verb.index + 1 : verb.index + 2]
        opened = "," in (tree.tokens[first].text, tree.tokens[max(first - 1, 0)].text)
        if opened and after and after[0].text == "," and not tree.has(verb.index, "nsubj", "obj", "ccomp"):
            yield replace(noun, head=verb.index, deprel="nsubj")


def agents_without_by(tree: Tree) -> Iterator[Token]:
    """An agent stands after "by"; after another preposition it is none ("imposed on Chile by Peru")."""
    for token in tree.tokens:
        marks = tree.marks(token.index)
        if token.deprel == "obl:agent" and marks and "by" not in marks:
            yield replace(token, deprel="obl")


def names_of_two_words(tree: Tree) -> Iterator[Token]:
    """Two names side by side that are both subject of one verb are one name; what stands at the second stands at it."""
    for left, right in zip(tree.tokens, tree.tokens[1:], strict=False):
        if (left.head, left.deprel, left.upos) != (right.head, right.deprel, right.upos) or left.upos != "PROPN":
            continue
        if left.deprel.startswith("nsubj") and right.index < right.head and not tree.children[left.index]:
            yield replace(right, head=left.index, deprel="flat")
            yield from (replace(child, head=left.index) for child in tree.children[right.index])


def listed_subjects(tree: Tree) -> Iterator[Token]:
    """Names listed before a verb are one subject, coordinated ("Chile, Peru and Ecuador met")."""
    for verb in tree.tokens:
        subjects = [
            child
            for child in tree.children[verb.index]
            if child.deprel.startswith("nsubj") and child.upos == "PROPN" and child.index < verb.index
        ]
        for right in subjects[1:]:
            opener = tree.tokens[tree.first(right.index) - 1]
            listed = any(child.deprel in ("conj", "cc") for child in tree.children[right.index])
            if opener.text == "," and listed:
                yield replace(right, head=subjects[0].index, deprel="conj")


def subjects_after_marks(tree: Tree) -> Iterator[Token]:
    """A bare noun after the word that opens a clause is that clause's subject ("left before talks could begin")."""
    for token in tree.tokens:
        if token.deprel != "obl" or token.upos not in NAMING or tree.marks(token.index):
            continue
        for clause in tree.children[token.head]:
            openers = [child.index for child in tree.children[clause.index] if child.deprel == "mark"]
            inside = token.head < min(openers, default=-1) < tree.first(token.index) <= token.index < clause.index
            helped = any(token.index < child.index for child in tree.children[clause.index] if child.deprel.startswith("aux"))
            if inside and helped and clause.upos == "VERB" and not tree.has(clause.index, "nsubj", "csubj"):
                yield replace(token, head=clause.index, deprel="nsubj")
                break


def objects_across_verbs(tree: Tree) -> Iterator[Token]:
    """A second object that stands right after a verb below the first one's verb is that verb's ("used arms to stage raids")."""
    for token in tree.tokens:
        bare = token.deprel == "obl" and token.upos == "NOUN" and not tree.marks(token.index)
        if token.deprel != "obj" and not bare:
            continue
        objects = [child for child in tree.children[token.head] if child.deprel == "obj" and child.index < token.index]
        before = tree.tokens[tree.first(token.index) - 1]
        if objects and before.head == token.head and before.upos == "VERB" and not tree.has(before.index, "obj"):
            yield replace(token, head=before.index, deprel="obj")


def objects_before_clauses(tree: Tree) -> Iterator[Token]:
    """An object before the word that opens a clause belongs to the verb above ("blamed Chile for having fired")."""
    for token in tree.tokens:
        clause = tree.tokens[token.head]
        if token.deprel != "obj" or token.index > clause.index or token.upos not in ("NOUN", "PROPN") or clause.head < 0:
            continue
        openers = [child.index for child in tree.children[clause.index] if child.deprel in ("mark", "nsubj")]
        if clause.head < token.index < min(openers, default=-1) and tree.tokens[clause.head].upos == "VERB":
            yield replace(token, head=clause.head)


def conjuncts_across_verbs(tree: Tree) -> Iterator[Token]:
    """What is coordinated after a verb's object belongs to the object, not to the subject ("they freed it and its crew")."""
    for token in tree.tokens:
        subject = tree.tokens[token.head]
        if token.deprel != "conj" or token.upos not in NAMING or not subject.deprel.startswith("nsubj"):
            continue
        if not subject.index < subject.head < token.index:
            continue
        objects = [
            child for child in tree.children[subject.head] if child.deprel == "obj" and subject.head < child.index < token.index
        ]
        if objects:
            yield replace(token, head=objects[-1].index)


def receivers(tree: Tree) -> Iterator[Token]:
    """A name before the number or article of what is given is whom it is given to ("handed Chile 40 lorries")."""
    for token in tree.tokens:
        thing = tree.tokens[token.head]
        if token.deprel != "compound" or token.upos != "PROPN" or thing.deprel != "obj" or not thing.head < token.index:
            continue
        verb = tree.tokens[thing.head]
        counted = any(
            child.deprel in ("nummod", "det") and token.index < child.index < thing.index for child in tree.children[thing.index]
        )
        given_to = any("to" in tree.marks(child.index) for child in tree.children[verb.index])
        if counted and verb.lemma in _TWO_OBJECTS and not given_to:
            yield replace(token, head=verb.index, deprel="iobj")


def shortened_passives(tree: Tree) -> Iterator[Token]:
    """What stands before a headline's verb that has an agent after "by" and no auxiliary suffers it ("Port hit by missiles")."""
    for token in tree.tokens:
        if token.deprel != "nsubj" or token.index > token.head or tree.has(token.head, "obj", "aux"):
            continue
        if any(child.deprel == "obl:agent" and "by" in tree.marks(child.index) for child in tree.children[token.head]):
            yield replace(token, deprel="nsubj:pass")
