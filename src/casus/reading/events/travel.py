"""Journeys: an official who comes to another country has visited it, though no word for a visit or talks is used."""

from collections.abc import Iterator

from casus.reading.parse import Sentence
from casus.reading.scene import Scene
from casus.reading.syntax import grammatical_subject, oblique

_MOTION = {
    "come": ("to",), "arrive": ("in", "at", "to"), "travel": ("to",), "fly": ("to", "into"), "go": ("to",), "head": ("to",
    "for"), "land": ("in", "at"),
    "journey": ("to",), "depart": ("for",), "leave": ("for",), "rush": ("to",), "be": ("in",), "stop": ("in",), "sail": ("to",),
    "expect": ("in",), "due": ("in", "at"),
}  # fmt: skip
EXPECTED = frozenset({"expect", "due"})
"""Words of a journey that is still to be made."""


def journeys(scene: Scene, sentence: Sentence) -> Iterator[tuple[int, tuple[str, ...], tuple[str, ...]]]:
    """(token that tells it, travellers, state or place visited) for each official's journey abroad."""
    for token in sentence.tokens:
        if token.upos in ("VERB", "ADJ") and token.lemma in _MOTION:
            for destination in oblique(sentence, token.index, frozenset(_MOTION[token.lemma])):
                subject = grammatical_subject(sentence, token.index)
                if token.upos == "ADJ":
                    subject = next(
                        ((c, False) for c in sentence.children[token.index] if sentence.tokens[c].deprel == "nsubj"), None
                    )
                subjects = [subject[0]] if subject and (token.lemma == "expect" or not subject[1]) else []
                yield from _journey(scene, sentence, token.index, subjects, destination)
        elif (
            token.deprel == "root"
            and token.upos == "PROPN"
            and any(sentence.tokens[c].deprel == "cop" for c in sentence.children[token.index])
        ):
            cases = {
                sentence.tokens[c].text.lower() for c in sentence.children[token.index] if sentence.tokens[c].deprel == "case"
            }
            subjects = [c for c in sentence.children[token.index] if sentence.tokens[c].deprel == "nsubj"]
            if "in" in cases:
                yield from _journey(scene, sentence, token.index, subjects, token.index)


def _journey(
    scene: Scene, sentence: Sentence, index: int, subjects: list[int], destination: int
) -> Iterator[tuple[int, tuple[str, ...], tuple[str, ...]]]:
    hosts = tuple(
        a
        for a in scene.cast.meant(sentence.index, destination)
        if scene.actor(a).kind in ("place", "state") and scene.actor(a).country
    )
    for subject in subjects:
        travellers = tuple(a for a in scene.named(sentence, subject) if _official(scene, a))
        abroad = {scene.actor(host).country for host in hosts} - {scene.actor(a).country for a in travellers}
        if travellers and hosts and abroad:
            yield index, travellers, hosts
            return


def _official(scene: Scene, actor_id: str) -> bool:
    actor = scene.actor(actor_id)
    return actor.kind == "person" and actor.country is not None and bool(actor.role or actor.world or actor.sector)
