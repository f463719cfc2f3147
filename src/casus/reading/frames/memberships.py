"""Memberships: who belongs to, joins, leaves or leads a group."""

from typing import cast

from casus.reading.frames.lexicon import inverted, word_set, words
from casus.reading.frames.phrases import doers, modifiers, owners
from casus.reading.modality import mood_of
from casus.reading.model import Membership, Relation
from casus.reading.parse import Sentence
from casus.reading.scene import Scene
from casus.reading.syntax import by_agents, grammatical_subject, oblique, patients

_GROUPS = frozenset({"organisation", "bloc", "group"})


def find_memberships(scene: Scene) -> tuple[Membership, ...]:
    """Every membership that a report tells of, in order of the text."""
    found: list[Membership] = []
    for sentence in scene.document.sentences:
        for token in sentence.tokens:
            members: tuple[str, ...] = ()
            groups: tuple[str, ...] = ()
            relation: Relation | None = None
            if token.upos == "VERB":
                members, groups, relation = _by_verb(scene, sentence, token.index)
            elif token.upos == "NOUN":
                members, groups, relation = _by_noun(scene, sentence, token.index)
            if relation is None:
                continue
            mood = mood_of(sentence, token.index)
            for member in members:
                for group in groups:
                    if member != group:
                        found.append(
                            Membership(
                                id=f"b{len(found) + 1}", spans=(_span(sentence, token.index),), by=scene.carrier((token.start, token.end)), modality=mood.modality,
                                negated=mood.negated, when=scene.when(sentence, token.index), member=member, group=group, relation=relation,
                            )
                        )  # fmt: skip
    return tuple(found)


def _by_verb(scene: Scene, sentence: Sentence, verb: int) -> tuple[tuple[str, ...], tuple[str, ...], Relation | None]:
    lemma = sentence.tokens[verb].lemma
    lexicon = words("memberships")
    for key in ("joins", "leaves"):
        if lemma not in lexicon[key]:
            continue
        heads = patients(sentence, verb) or oblique(sentence, verb, frozenset({"to", "from"}))
        groups = _grouped(scene, sentence, heads)
        return doers(scene, sentence, verb), groups, cast(Relation, key)
    if lemma in lexicon["leads"]:
        groups = _grouped(scene, sentence, patients(sentence, verb))
        leaders = doers(scene, sentence, verb)
        if not leaders:
            for head in by_agents(sentence, verb):
                leaders = scene.named(sentence, head)
        return tuple(a for a in leaders if scene.actor(a).kind == "person"), groups, "leader"
    return (), (), None


def _by_noun(scene: Scene, sentence: Sentence, noun: int) -> tuple[tuple[str, ...], tuple[str, ...], Relation | None]:
    lemma = sentence.tokens[noun].lemma
    for relation in ("member", "ally"):
        if lemma not in word_set("memberships", relation):
            continue
        groups = owners(scene, sentence, noun, "of", "in") or modifiers(scene, sentence, noun)
        if relation == "member":
            groups = tuple(g for g in groups if scene.actor(g).kind in _GROUPS)
        subject = grammatical_subject(sentence, noun)
        has_copula = any(sentence.tokens[c].deprel == "cop" for c in sentence.children[noun])
        members: tuple[str, ...] = ()
        if has_copula and subject:
            members = scene.involved(sentence, subject[0], depth=0)
        elif sentence.tokens[noun].deprel == "appos":
            members = scene.involved(sentence, sentence.tokens[noun].head, depth=0)
        return members, groups, cast(Relation, relation) if members and groups else None
    joined = inverted("memberships", "status").get(lemma) if "status" in words("memberships") else None
    if joined is None and lemma in (*words("memberships")["joining_nouns"], *words("memberships")["leaving_nouns"]):
        groups = _grouped(scene, sentence, oblique(sentence, noun, frozenset({"to", "of", "into", "from", "in"})))
        members = modifiers(scene, sentence, noun)
        joins = lemma in words("memberships")["joining_nouns"]
        return members, groups, ("joins" if joins else "leaves") if members and groups else None
    return (), (), None


def _grouped(scene: Scene, sentence: Sentence, heads: list[int]) -> tuple[str, ...]:
    for head in heads:
        found = tuple(a for a in scene.named(sentence, head) if scene.actor(a).kind in _GROUPS)
        if found:
            return found
    return ()


def _span(sentence: Sentence, index: int) -> tuple[int, int]:
    inside = sentence.subtree(index, frozenset({"acl:relcl", "parataxis", "conj", "advcl", "punct"}))
    return sentence.span_of(inside)
