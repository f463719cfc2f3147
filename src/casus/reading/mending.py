"""Puts right what no tree of English can be: an object before its verb, an agent without "by", two subjects of one verb.

The encoder scores each arc and each relation by itself, so that now and then they don't fit together. Each rule here mends one
such misfit by what Universal Dependencies (https://universaldependencies.org/u/dep/) allows, whatever the words mean.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from casus.reading.lemmas import lemma
from casus.reading.parse import Token
from casus.reading.syntax import is_participle

_NAMING = ("NOUN", "PROPN", "PRON")
_RELATIVE = frozenset({"who", "which", "that"})
_TWO_OBJECTS = frozenset(
    {
        "give", "hand", "sell", "send", "lend", "grant", "offer", "award", "pay", "owe", "promise", "deny", "bring", "show",
        "lease", "deliver", "loan", "allot", "assign", "cede", "ship", "supply", "donate",
    }
)  # fmt: skip
"""Verbs that may have whom they give to before what they give, without a preposition."""

_TO_DO = frozenset(
    {"forbid", "oblige", "urge", "compel", "force", "instruct", "tell", "persuade", "convince", "invite", "implore", "exhort"}
)
"""Verbs whose object is whoever is to do, or not to do, what an infinitive after it says."""

_OF_A_VERB = {"obj": "xcomp", "nsubj": "csubj", "obl": "advcl", "nmod": "acl"}
"""What a noun's relation is called where the word turns out to be a verb."""


def mended(tokens: Sequence[Token], headline: bool) -> tuple[Token, ...]:
    """The tokens of a parsed sentence with misfits put right; the same tree where there are none."""
    found = list(tokens)
    for rule in _HEADLINES if headline else _RULES:
        for token in list(rule(_Tree(found))):
            if not _stands_above(found, token.index, token.head):
                found[token.index] = token
    return tuple(found)


def _stands_above(tokens: Sequence[Token], index: int, other: int) -> bool:
    """Whether a token is another one or stands above it."""
    while other >= 0 and other != index:
        other = tokens[other].head
    return other == index


class _Tree:
    """Tokens with their dependents, as one rule sees them."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tuple(tokens)
        self.children: list[list[Token]] = [[] for _ in tokens]
        for token in tokens:
            if token.head >= 0:
                self.children[token.head].append(token)

    def has(self, index: int, *relations: str) -> bool:
        """Whether a token has a dependent by one of the relations, subtypes included."""
        return any(child.deprel.partition(":")[0] in relations for child in self.children[index])

    def marks(self, index: int) -> list[str]:
        """The prepositions and subordinators at a token, lower-case."""
        return [child.text.lower() for child in self.children[index] if child.deprel in ("case", "mark")]

    def first(self, index: int) -> int:
        """The first token of a phrase."""
        return min([index, *(self.first(child.index) for child in self.children[index] if child.index < index)])


def _subjects_before(tree: _Tree) -> Iterator[Token]:
    """An indirect object before a verb that has no subject is the subject ("Peru denied it"); so is "neither" ("neither may")."""
    for token in tree.tokens:
        following = tree.tokens[token.index + 1] if token.index + 1 < len(tree.tokens) else None
        if token.text.lower() == "neither" and token.deprel == "advmod" and following is not None and following.deprel == "aux":
            if following.head == token.head and not tree.has(token.head, "nsubj"):
                yield replace(token, deprel="nsubj")
            continue
        if token.deprel != "iobj" or token.upos not in _NAMING or token.index > token.head or tree.marks(token.index):
            continue
        if token.text.lower() in ("whom", "who", "which", "what") or tree.has(token.head, "nsubj", "csubj"):
            continue
        passive = any(child.deprel == "aux:pass" for child in tree.children[token.head])
        yield replace(token, deprel="nsubj:pass" if passive else "nsubj")


def _agents_without_by(tree: _Tree) -> Iterator[Token]:
    """An agent stands after "by"; after another preposition it is none ("imposed on Chile by Peru")."""
    for token in tree.tokens:
        marks = tree.marks(token.index)
        if token.deprel == "obl:agent" and marks and "by" not in marks:
            yield replace(token, deprel="obl")


def _relative_clauses(tree: _Tree) -> Iterator[Token]:
    """A clause after a noun with a relative pronoun for its subject is a relative clause ("any state that sold arms")."""
    for token in tree.tokens:
        if token.deprel == "acl" and any(
            child.deprel.startswith("nsubj") and child.upos == "PRON" and child.text.lower() in _RELATIVE
            for child in tree.children[token.index]
        ):
            yield replace(token, deprel="acl:relcl")


def _subjects_of_inner_clauses(tree: _Tree) -> Iterator[Token]:
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
            if child.upos == "PRON" and child.text.lower() in _RELATIVE and child.deprel == "obj" and child.index < above.index
        ]
        if subjects and pronouns:
            yield replace(pronouns[0], head=clause.index, deprel="nsubj")


def _names_of_two_words(tree: _Tree) -> Iterator[Token]:
    """Two names side by side that are both subject of one verb are one name; what stands at the second stands at it."""
    for left, right in zip(tree.tokens, tree.tokens[1:], strict=False):
        if (left.head, left.deprel, left.upos) != (right.head, right.deprel, right.upos) or left.upos != "PROPN":
            continue
        if left.deprel.startswith("nsubj") and right.index < right.head and not tree.children[left.index]:
            yield replace(right, head=left.index, deprel="flat")
            yield from (replace(child, head=left.index) for child in tree.children[right.index])


def _listed_subjects(tree: _Tree) -> Iterator[Token]:
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


def _negated_infinitives(tree: _Tree) -> Iterator[Token]:
    """ "Not" right before "to" belongs to the infinitive, not to the verb before it ("vowed not to strike")."""
    for token, following in zip(tree.tokens, tree.tokens[1:], strict=False):
        if token.text.lower() not in ("not", "never") or following.text.lower() != "to" or following.deprel != "mark":
            continue
        infinitive = tree.tokens[following.head]
        shared = infinitive.head == token.head < token.index
        subject = tree.tokens[token.head].deprel == "nsubj" and tree.tokens[token.head].head == infinitive.index
        if shared or subject:
            yield replace(token, head=infinitive.index)


def _infinitives_after_verbs(tree: _Tree) -> Iterator[Token]:
    """An infinitive right after a verb belongs to it, not to a verb that follows ("pledged to help, Vega announced")."""
    for token in tree.tokens[1:]:
        if token.text.lower() != "to" or token.deprel != "mark":
            continue
        verb, infinitive = tree.tokens[token.index - 1], tree.tokens[token.head]
        if verb.upos == "VERB" and infinitive.head > infinitive.index > token.index:
            yield replace(infinitive, head=verb.index, deprel="xcomp")


def _infinitives_after_adjectives(tree: _Tree) -> Iterator[Token]:
    """An infinitive right after an adjective after a verb like "remain" hangs on the adjective ("stayed ready to talk")."""
    for token in tree.tokens[1:]:
        if token.text.lower() != "to" or token.deprel != "mark":
            continue
        before, infinitive = tree.tokens[token.index - 1], tree.tokens[token.head]
        beside = before.upos == "ADJ" and before.deprel == "xcomp" and before.head == infinitive.head
        if beside and infinitive.deprel in ("xcomp", "advcl", "ccomp") and infinitive.index > token.index:
            yield replace(infinitive, head=before.index, deprel="xcomp")


def _infinitives_after_objects(tree: _Tree) -> Iterator[Token]:
    """What the object of some verbs is to do hangs on the verb, not on the object ("forbids all states to sell arms")."""
    for token in tree.tokens:
        if token.deprel != "acl" or token.upos != "VERB" or "to" not in tree.marks(token.index):
            continue
        person = tree.tokens[token.head]
        controlled = person.deprel in ("obj", "iobj") and person.head < person.index < token.index
        if controlled and tree.tokens[person.head].lemma in _TO_DO and not tree.has(person.head, "xcomp", "ccomp"):
            yield replace(token, head=person.head, deprel="xcomp")


def _objects_across_verbs(tree: _Tree) -> Iterator[Token]:
    """A second object that stands right after a verb below the first one's verb is that verb's ("used arms to stage raids")."""
    for token in tree.tokens:
        bare = token.deprel == "obl" and token.upos == "NOUN" and not tree.marks(token.index)
        if token.deprel != "obj" and not bare:
            continue
        objects = [child for child in tree.children[token.head] if child.deprel == "obj" and child.index < token.index]
        before = tree.tokens[tree.first(token.index) - 1]
        if objects and before.head == token.head and before.upos == "VERB" and not tree.has(before.index, "obj"):
            yield replace(token, head=before.index, deprel="obj")


def _receivers(tree: _Tree) -> Iterator[Token]:
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


def _gerunds(tree: _Tree) -> Iterator[Token]:
    """A noun in -ing that has an object is a verb ("denied arming the rebels")."""
    for token in tree.tokens:
        if token.upos == "NOUN" and token.text.lower().endswith("ing") and tree.has(token.index, "obj"):
            relation = _OF_A_VERB.get(token.deprel, token.deprel)
            yield replace(token, upos="VERB", lemma=lemma(token.text, "VERB"), deprel=relation)


def _coordinated_forms(tree: _Tree) -> Iterator[Token]:
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


def _verbs_taken_for_others(tree: _Tree) -> Iterator[Token]:
    """A participle with a subject and "has", "had" or "been" is a verb, whatever else it was taken for."""
    for token in tree.tokens:
        if token.upos not in ("PART", "ADP", "SCONJ", "CCONJ", "DET", "ADV", "INTJ", "X") or not is_participle(token.text):
            continue
        if tree.has(token.index, "nsubj") and tree.has(token.index, "aux"):
            yield replace(token, upos="VERB", lemma=lemma(token.text, "VERB"))


def _pronouns_in_ing(tree: _Tree) -> Iterator[Token]:
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


def _subjects_after_marks(tree: _Tree) -> Iterator[Token]:
    """A bare noun after the word that opens a clause is that clause's subject ("left before talks could begin")."""
    for token in tree.tokens:
        if token.deprel != "obl" or token.upos not in _NAMING or tree.marks(token.index):
            continue
        for clause in tree.children[token.head]:
            openers = [child.index for child in tree.children[clause.index] if child.deprel == "mark"]
            inside = token.head < min(openers, default=-1) < tree.first(token.index) <= token.index < clause.index
            helped = any(token.index < child.index for child in tree.children[clause.index] if child.deprel.startswith("aux"))
            if inside and helped and clause.upos == "VERB" and not tree.has(clause.index, "nsubj", "csubj"):
                yield replace(token, head=clause.index, deprel="nsubj")
                break


def _progressives(tree: _Tree) -> Iterator[Token]:
    """ "Been" before a form in -ing makes no passive ("had been shuttling")."""
    for token in tree.tokens:
        verb = tree.tokens[token.head]
        if verb.upos != "VERB" or not verb.text.lower().endswith("ing") or token.index > verb.index:
            continue
        passive = any(child.deprel == "aux:pass" and child.text.lower() == "being" for child in tree.children[verb.index])
        if token.deprel in ("aux:pass", "nsubj:pass") and not passive:
            yield replace(token, deprel=token.deprel.removesuffix(":pass"))


def _participles_as_subjects(tree: _Tree) -> Iterator[Token]:
    """A participle with a noun before it is no subject: the noun is ("two engineers abducted in May were freed")."""
    for verb in tree.tokens:
        if (
            not verb.deprel.startswith("csubj")
            or verb.upos != "VERB"
            or verb.index > verb.head
            or tree.has(verb.index, "aux", "mark")
        ):
            continue
        nouns = [child for child in tree.children[verb.index] if child.deprel.startswith("nsubj") and child.index < verb.index]
        if len(nouns) == 1 and nouns[0].upos in _NAMING and is_participle(verb.text):
            yield replace(nouns[0], head=verb.head, deprel=verb.deprel.replace("csubj", "nsubj"))
            yield replace(verb, head=nouns[0].index, deprel="acl")


def _objects_before_clauses(tree: _Tree) -> Iterator[Token]:
    """An object before the word that opens a clause belongs to the verb above ("blamed Chile for having fired")."""
    for token in tree.tokens:
        clause = tree.tokens[token.head]
        if token.deprel != "obj" or token.index > clause.index or token.upos not in ("NOUN", "PROPN") or clause.head < 0:
            continue
        openers = [child.index for child in tree.children[clause.index] if child.deprel in ("mark", "nsubj")]
        if clause.head < token.index < min(openers, default=-1) and tree.tokens[clause.head].upos == "VERB":
            yield replace(token, head=clause.head)


def _conjuncts_across_verbs(tree: _Tree) -> Iterator[Token]:
    """What is coordinated after a verb's object belongs to the object, not to the subject ("they freed it and its crew")."""
    for token in tree.tokens:
        subject = tree.tokens[token.head]
        if token.deprel != "conj" or token.upos not in _NAMING or not subject.deprel.startswith("nsubj"):
            continue
        if not subject.index < subject.head < token.index:
            continue
        objects = [
            child for child in tree.children[subject.head] if child.deprel == "obj" and subject.head < child.index < token.index
        ]
        if objects:
            yield replace(token, head=objects[-1].index)


def _claims_as_verbs(tree: _Tree) -> Iterator[Token]:
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


def _shortened_passives(tree: _Tree) -> Iterator[Token]:
    """What stands before a headline's verb that has an agent after "by" and no auxiliary suffers it ("Port hit by missiles")."""
    for token in tree.tokens:
        if token.deprel != "nsubj" or token.index > token.head or tree.has(token.head, "obj", "aux"):
            continue
        if any(child.deprel == "obl:agent" and "by" in tree.marks(child.index) for child in tree.children[token.head]):
            yield replace(token, deprel="nsubj:pass")


_Rule = Callable[[_Tree], Iterator[Token]]
_RULES: tuple[_Rule, ...] = (
    _verbs_taken_for_others,
    _progressives,
    _pronouns_in_ing,
    _subjects_after_marks,
    _gerunds,
    _subjects_before,
    _agents_without_by,
    _relative_clauses,
    _subjects_of_inner_clauses,
    _names_of_two_words,
    _listed_subjects,
    _negated_infinitives,
    _infinitives_after_verbs,
    _infinitives_after_adjectives,
    _infinitives_after_objects,
    _objects_across_verbs,
    _receivers,
    _coordinated_forms,
    _participles_as_subjects,
    _objects_before_clauses,
    _conjuncts_across_verbs,
    _claims_as_verbs,
)
_HEADLINES: tuple[_Rule, ...] = (*_RULES, _shortened_passives)
