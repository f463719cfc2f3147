"""Memberships: who belongs to, joins, leaves or leads a group; taking office is leading."""

from collections.abc import Iterator
from typing import cast

from casus.reading.frames.lexicon import inverted, word_set
from casus.reading.frames.phrases import doers, modifiers, owners
from casus.reading.model import Membership, Relation
from casus.reading.parse import Sentence
from casus.reading.scene import Scene
from casus.reading.syntax import by_agents, grammatical_subject, oblique, patients
from casus.sources.report import Span

_GROUPS = frozenset({"organisation", "bloc"})
_LED = frozenset({"organisation", "bloc", "group", "state"})
_Told = tuple[tuple[str, ...], tuple[str, ...], Relation]


def find_memberships(scene: Scene) -> tuple[Membership, ...]:
    """Every membership that a report tells of, in order of the text."""
    found: list[Membership] = []
    for sentence in scene.document.sentences:
        for token in sentence.tokens:
            told = (
                _by_verb(scene, sentence, token.index)
                if token.upos == "VERB"
                else _by_noun(scene, sentence, token.index)
                if token.upos == "NOUN"
                else None
            )
            if told is None:
                continue
            members, groups, relation = told
            mood = scene.mood(sentence, token.index)
            for member, group in ((m, g) for m in members for g in groups if m != g):
                found.append(
                    Membership(
                        id=f"b{len(found) + 1}", spans=(_span(sentence, token.index),), by=scene.carrier((token.start,
                        token.end)), modality=mood.modality,
                        negated=mood.negated, when=scene.when(sentence, token.index), member=member, group=group,
                        relation=relation,
                    )
                )  # fmt: skip
    return tuple(found)


def departures(scene: Scene) -> Iterator[tuple[Sentence, int, tuple[str, ...], tuple[str, ...]]]:
    """The verbs by which states and bodies leave groups: the sentence, the verb's token, who leaves, and what."""
    for sentence in scene.document.sentences:
        for token in sentence.tokens:
            told = _by_verb(scene, sentence, token.index) if token.upos == "VERB" else None
            if told is not None and told[2] == "leaves" and all(scene.actor(one).kind != "person" for one in told[0]):
                yield sentence, token.index, told[0], told[1]


def _by_verb(scene: Scene, sentence: Sentence, verb: int) -> _Told | None:
    lemma = sentence.tokens[verb].lemma
    if lemma in word_set("memberships", "admitting") | word_set("memberships", "expelling"):
        return _let_in_or_out(scene, sentence, verb)
    if lemma in word_set("memberships", "taking"):
        return _takes_office(scene, sentence, verb)
    relation = cast("Relation | None", inverted("memberships", "verbs").get(lemma))
    if relation is None or (lemma in ("withdraw", "pull") and patients(sentence, verb)):
        return None  # troops are withdrawn from a place
    heads = (
        patients(sentence, verb)
        if relation == "leader"
        else patients(sentence, verb) or oblique(sentence, verb, frozenset({"to", "from"}))
    )
    groups = _of_kind(scene, sentence, heads, _LED if relation == "leader" else _GROUPS)
    members = doers(scene, sentence, verb)
    if relation == "leader":
        members = members or tuple(actor for head in by_agents(sentence, verb) for actor in scene.named(sentence, head))
        chairing = sentence.tokens[verb].lemma == "chair" and any(scene.actor(group).kind in _GROUPS for group in groups)
        members = tuple(a for a in members if scene.actor(a).kind == "person" or (chairing and scene.actor(a).kind == "state"))
    return (members, groups, relation) if members and groups else None


def _let_in_or_out(scene: Scene, sentence: Sentence, verb: int) -> _Told | None:
    """ "the bloc admitted Chad", "Chad was expelled from the bloc", "Chad was elected to the council"."""
    letting_in = sentence.tokens[verb].lemma in word_set("memberships", "admitting")
    ways = frozenset({"to", "into"}) if letting_in else frozenset({"from"})
    groups = _of_kind(scene, sentence, oblique(sentence, verb, ways), _GROUPS)
    if not groups and sentence.tokens[verb].lemma not in ("elect", "accept"):
        groups = tuple(actor for actor in doers(scene, sentence, verb) if scene.actor(actor).kind in _GROUPS)
    members = tuple(
        actor
        for head in patients(sentence, verb)
        for actor in scene.named(sentence, head)
        if scene.actor(actor).kind == "state" and actor not in groups
    )
    return (members, groups, "joins" if letting_in else "leaves") if members and groups else None


def _takes_office(scene: Scene, sentence: Sentence, verb: int) -> _Told | None:
    """ "President Ruiz took office", "Chad took over the presidency of the bloc"."""
    for head in patients(sentence, verb):
        lemma = sentence.tokens[head].lemma
        if lemma in word_set("memberships", "presiding"):
            groups = owners(scene, sentence, head, "of") or modifiers(scene, sentence, head)
            groups = tuple(group for group in groups if scene.actor(group).kind in _LED)
            members = tuple(actor for actor in doers(scene, sentence, verb) if actor not in groups)
            return (members, groups, "leader") if members and groups else None
        if lemma == "office":
            led = tuple(
                (actor, scene.state_of(actor))
                for actor in doers(scene, sentence, verb)
                if scene.actor(actor).kind == "person"
                and set((scene.actor(actor).role or "").lower().split()) & word_set("memberships", "heads")
                and not {"deputy", "foreign", "defence", "defense", "interior", "vice"}
                & set((scene.actor(actor).role or "").lower().split())
            )
            states = tuple(state for _, state in led if scene.actor(state).kind == "state")
            return (tuple(actor for actor, _ in led), states, "leader") if states else None
    return None


def _by_noun(scene: Scene, sentence: Sentence, noun: int) -> _Told | None:
    lemma = sentence.tokens[noun].lemma
    if lemma in word_set("memberships", "joining_nouns") | word_set("memberships", "leaving_nouns"):
        groups = _of_kind(scene, sentence, oblique(sentence, noun, frozenset({"to", "of", "into", "from", "in"})), _GROUPS)
        members = tuple(actor for actor in modifiers(scene, sentence, noun) if actor not in groups)
        relation: Relation = "joins" if lemma in word_set("memberships", "joining_nouns") else "leaves"
        frozen = lemma == "membership" and sentence.tokens[sentence.tokens[noun].head].lemma in ("freeze", "suspend")
        return (members, groups, relation) if members and groups and not frozen else None
    named = cast("Relation | None", inverted("memberships", "nouns").get(lemma))
    if named is None:
        return None
    tail = _general(sentence, noun)
    if lemma in ("secretary", "minister") and tail is None and not _prime(sentence, noun):
        return None  # of a department, and no leader of the state
    members = _said_to_be(scene, sentence, noun, named)
    bearers = [noun] if tail is None else [noun, tail]
    groups = next((found for head in bearers if (found := owners(scene, sentence, head, "of", "in"))), ()) or tuple(
        actor for head in bearers for actor in modifiers(scene, sentence, head)
    )
    if named == "member" and sentence.tokens[sentence.tokens[noun].head].lemma == "become":
        named = "joins"
    kinds = _GROUPS if named == "member" else _LED
    groups = tuple(group for group in groups if scene.actor(group).kind in kinds and group not in members)
    return (members, groups, named) if members and groups else None


def _general(sentence: Sentence, noun: int) -> int | None:
    """The second part of "secretary-general" where the words are apart."""
    following = sentence.tokens[noun + 1 : noun + 3]
    return noun + 2 if [token.text.lower() for token in following] == ["-", "general"] else None


def _prime(sentence: Sentence, noun: int) -> bool:
    return noun > 0 and sentence.tokens[noun - 1].text.lower() == "prime"


def _said_to_be(scene: Scene, sentence: Sentence, noun: int, relation: Relation) -> tuple[str, ...]:
    """Of whom it is said that they are this: the subject of a copula or of taking office, what an apposition stands by."""
    token = sentence.tokens[noun]
    if any(sentence.tokens[child].deprel == "cop" for child in sentence.children[noun]):
        subject = grammatical_subject(sentence, noun)
        return scene.involved(sentence, subject[0], depth=0) if subject else ()
    if token.deprel == "appos" and relation in ("member", "ally"):
        return scene.involved(sentence, token.head, depth=0)
    if relation == "member" and token.deprel == "xcomp" and sentence.tokens[token.head].lemma == "become":
        return doers(scene, sentence, token.head)
    named = next((c for c in sentence.children[noun] if sentence.tokens[c].deprel == "appos" and c == noun + 1), None)
    if relation in ("member", "ally") and named is not None:
        return scene.involved(sentence, named, depth=0)  # "NATO member Turkey"
    if (
        token.deprel in ("xcomp", "obj", "obl", "appos")
        and token.head >= 0
        and sentence.tokens[token.head].lemma in word_set("memberships", "office_verbs")
    ):
        heads = [head for head in patients(sentence, token.head) if head != noun]
        taken = tuple(actor for head in heads for actor in scene.named(sentence, head)) or doers(scene, sentence, token.head)
        return tuple(actor for actor in taken if scene.actor(actor).kind == "person")
    return ()


def _of_kind(scene: Scene, sentence: Sentence, heads: list[int], kinds: frozenset[str]) -> tuple[str, ...]:
    for head in heads:
        found = tuple(actor for actor in scene.named(sentence, head) if scene.actor(actor).kind in kinds)
        if found:
            return found
    return ()


def _span(sentence: Sentence, index: int) -> Span:
    return sentence.span_of(sentence.subtree(index, frozenset({"acl:relcl", "parataxis", "conj", "advcl", "punct"})))
