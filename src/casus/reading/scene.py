"""All that is known of a report when its claims are built: who, when, who speaks; and how to ask for it at a token."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from casus.reading.attribution import Utterance, carrier
from casus.reading.document import Cast, Document
from casus.reading.modality import Mood, mood_of
from casus.reading.model import Actor, Time, When
from casus.reading.parse import Sentence
from casus.reading.syntax import conjuncts, preposition
from casus.sources.report import Span

_INNER = ("nmod:poss", "amod", "compound", "nmod", "nmod:desc", "appos", "flat")
_PRIVATE = frozenset({"CVL", "JRN", "MED", "BUS", "EDU", "LAB", "AGR", "HLH", "MNC", "NGO", "REF", "CRM"})
"""PLOVER sectors whose members act in politics only where a state or a known body is named with them."""
_OWNERS = frozenset({"of", "by", "from", "in", "for", "against", "with", "on", "at", "to", "between", "among"})


@dataclass(frozen=True)
class Scene:
    """The document with its cast, times and utterances, and the day that it was written."""

    document: Document
    cast: Cast
    times: tuple[Time, ...]
    utterances: tuple[Utterance, ...]
    written: date | None = None

    @cached_property
    def _times_by_sentence(self) -> dict[int, list[tuple[Time, list[int]]]]:
        found: dict[int, list[tuple[Time, list[int]]]] = {}
        position = 0
        for sentence in self.document.sentences:
            while position < len(self.times) and self.times[position].span[0] < sentence.span[1]:
                time = self.times[position]
                tokens = [t.index for t in sentence.tokens if t.start < time.span[1] and time.span[0] < t.end]
                if tokens:
                    found.setdefault(sentence.index, []).append((time, tokens))
                position += 1
        return found

    def speaker(self, span: Span) -> str | None:
        """The actor on whose word a span is told; None for the report's own voice."""
        told = self.carrier(span)
        return next((one.statement.speaker for one in self.utterances if one.statement.id == told), None)

    def mood(self, sentence: Sentence, index: int) -> Mood:
        """The mood of a predicate; what only unnamed voices claim, outside anybody's statement, is possible."""
        mood, token = mood_of(sentence, index), sentence.tokens[index]
        if mood.claimed and mood.modality == "actual" and self.carrier((token.start, token.end)) is None:
            return replace(mood, modality="possible")
        return mood

    def ahead(self, sentence: Sentence, index: int, when: When | None) -> bool:
        """Whether a deed told in the present, or by a noun, has a day after that of the report ("they meet next week")."""
        if when is None or when.first is None or self.written is None or when.first <= self.written:
            return False
        token = sentence.tokens[index]
        now = {sentence.tokens[child].text.lower() for child in sentence.children[index]} & {
            "is",
            "are",
            "am",
            "'s",
            "’s",
            "'re",
            "’re",
        }
        present = token.upos != "VERB" or token.text.lower() in (token.lemma, f"{token.lemma}s", f"{token.lemma}es")
        return present or (bool(now) and token.text.lower().endswith("ing"))

    def carrier(self, span: Span) -> str | None:
        """The id of the innermost statement whose content holds a span; None for the report's own voice."""
        return carrier(self.utterances, span)

    def actor(self, actor_id: str) -> Actor:
        """The actor of an id."""
        return self.cast.by_id[actor_id]

    def named(self, sentence: Sentence, head: int) -> tuple[str, ...]:
        """The actors that a noun phrase and its conjuncts mean, without looking inside it."""
        found: dict[str, None] = {}
        for conjunct in conjuncts(sentence, head):
            found.update(dict.fromkeys(self.cast.meant(sentence.index, conjunct)))
        return tuple(found)

    def involved(self, sentence: Sentence, head: int, depth: int = 2, *, anyone: bool = False) -> tuple[str, ...]:
        """The actors that a noun phrase means, or else whom it belongs to ("Moscow's forces", "the embargo on Libya").

        Only who acts in politics counts, unless `anyone` is asked for (those whom an act befalls).
        """
        found: dict[str, None] = {}
        for conjunct in conjuncts(sentence, head):
            meant = tuple(a for a in self.cast.meant(sentence.index, conjunct) if anyone or self.political(a))
            found.update(dict.fromkeys(meant or (self._owners(sentence, conjunct, depth) if depth else ())))
        return tuple(found)

    def _owners(self, sentence: Sentence, head: int, depth: int) -> tuple[str, ...]:
        for relation in _INNER:
            for child in sentence.children[head]:
                if sentence.tokens[child].deprel != relation:
                    continue
                if relation == "nmod" and preposition(sentence, child) not in _OWNERS:
                    continue
                found = self.involved(sentence, child, depth - 1)
                if found:
                    return found
        return ()

    @cached_property
    def _states(self) -> dict[str, str]:
        return {actor.country: actor.id for actor in self.cast.actors if actor.kind == "state" and actor.country}

    def state_of(self, actor_id: str) -> str:
        """The state that an actor speaks and signs for, where it is in the cast; else the actor itself."""
        actor = self.cast.by_id[actor_id]
        if (
            actor.kind in ("person", "organisation", "group")
            and actor.country
            and actor.sector in (None, "GOV", "MIL", "LEG", "SPY", "COP", "JUD")
        ):
            return self._states.get(actor.country, actor_id)
        return actor_id

    def states_of(self, actors: tuple[str, ...]) -> tuple[str, ...]:
        """The states that actors speak for, each once, in order."""
        return tuple(dict.fromkeys(self.state_of(actor) for actor in actors))

    def parties(self, actors: tuple[str, ...]) -> tuple[str, ...]:
        """Actors with towns and regions replaced by the state that they lie in, where it is in the cast; each once, in order."""
        found = []
        for actor in actors:
            known = self.cast.by_id[actor]
            found.append(self._states.get(known.country, actor) if known.kind == "place" and known.country else actor)
        return tuple(dict.fromkeys(found))

    def political(self, actor_id: str) -> bool:
        """Whether an actor acts in politics: a state or body known to the world, or one with a country or a sector."""
        actor = self.cast.by_id[actor_id]
        if actor.kind in ("state", "bloc") or actor.world or actor.country or actor.countries:
            return True
        return actor.sector is not None and actor.sector not in _PRIVATE

    def when(self, sentence: Sentence, trigger: int, *, climb: bool = True) -> When | None:
        """The time that stands at a predicate: in its own clause, or (climb) at the verb that governs a noun's or verb's
        clause."""
        times = self._times_by_sentence.get(sentence.index)
        if not times:
            return None
        wanted = [trigger]
        if climb:
            token = sentence.tokens[trigger]
            if (
                token.head >= 0
                and token.deprel in ("obj", "xcomp", "obl", "nsubj", "nsubj:pass", "acl", "nmod")
                and token.upos != "PROPN"
            ):
                wanted.append(token.head)
        for target in wanted:
            for time, tokens in times:
                if time.first is None and time.last is None:
                    continue
                if self._hangs_on(sentence, tokens, target):
                    return When(time.first, time.last, (time.id,), time.basis)
        return None

    def _hangs_on(self, sentence: Sentence, tokens: list[int], target: int) -> bool:
        if target in tokens:
            return False
        inside = set(tokens)
        for index in tokens:
            head = sentence.tokens[index].head
            if sentence.tokens[index].deprel in ("compound", "amod", "nummod") and head not in inside and head != target:
                continue  # "tore up the 2015 deal": the year of the deal alone
            steps = 0
            while head >= 0 and steps < 4:
                if head == target:
                    return True
                if head not in inside and sentence.tokens[head].upos in ("VERB", "AUX"):
                    break
                head = sentence.tokens[head].head
                steps += 1
        return False

    def place(self, sentence: Sentence, trigger: int) -> str | None:
        """The place told at a predicate ("in Geneva", "near the border with Chad"), as an actor's id."""
        token = sentence.tokens[trigger]
        targets = [trigger] + ([token.head] if token.head >= 0 and token.deprel in ("obj", "xcomp") else [])
        targets += [child for child in sentence.children[trigger] if sentence.tokens[child].deprel == "obj"]
        for target in targets:
            for child in sentence.children[target]:
                if sentence.tokens[child].deprel.partition(":")[0] not in ("obl", "nmod"):
                    continue
                if preposition(sentence, child) not in (
                    "in",
                    "at",
                    "near",
                    "outside",
                    "inside",
                    "over",
                    "off",
                    "around",
                    "across",
                    "within",
                ):
                    continue
                for actor in self.cast.meant(sentence.index, child):
                    if self.cast.by_id[actor].kind in ("place", "state"):
                        return actor
        return None
