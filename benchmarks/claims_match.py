"""Which claims of a reading are right for which claims of the gold.

A claim is right for a gold claim of its kind if their words overlap, the main actors are the same and so is the modality (the
status, where a kind has one; an event's root, a position's stance, what a provision provides). Pairs are one to one.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from benchmarks.claims_gold import GoldActor, GoldClaim, GoldReport
from casus.reading.model import Actor, Claim, Event, Reading, Statement
from casus.sources.report import Span

MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
NOT_ACTUAL = frozenset({"denied", "conditional", "possible", "threatened", "supposed"})
_SPEECH = frozenset({"REQUEST", "ACCUSE", "THREATEN", "REJECT", "SUPPORT"})
_MAIN_ACTORS: Mapping[str, tuple[str, ...]] = {
    "agreement": ("parties",),
    "provision": ("bound",),
    "measure": ("imposers", "targets"),
    "transfer": ("suppliers", "recipients"),
    "position": ("holder",),
    "membership": ("member", "group"),
}
_EQUAL: Mapping[str, tuple[str, ...]] = {
    "statement": ("modality",),
    "event": ("type", "modality"),
    "agreement": ("status",),
    "provision": ("provides", "modality"),
    "measure": ("status",),
    "transfer": ("modality",),
    "position": ("stance", "modality"),
    "membership": ("relation", "modality"),
}
_TOLD_AS: Mapping[str, frozenset[str]] = {
    # kind -> roots of an event that tells the same as an act
    "statement": _SPEECH,
    "agreement": frozenset({"AGREE", "REJECT", "COOPERATE"}),
    "provision": frozenset({"AGREE", "COOPERATE"}),
    "measure": frozenset({"SANCTION", "COERCE", "YIELD", "REJECT"}),
    "transfer": frozenset({"AID", "COOPERATE", "AGREE"}),
    "position": _SPEECH,
    "membership": frozenset({"AGREE", "COOPERATE", "REJECT", "SANCTION"}),
}
_ALIKE = ({"statement", "position"}, {"agreement", "provision"})
"""Kinds that may tell the same thing."""
_VOICES = {"statement": "speaker", "position": "holder", "event": "actors"}
_PENDING = frozenset({"proposed", "negotiated", "unknown"})
_SAME_ACT = {("transfer", "AID"), ("measure", "SANCTION"), ("agreement", "AGREE")}
"""A kind and the root of an event that is the same thing told as an act: the modality of one counts as the other's."""


@dataclass(frozen=True)
class Pair:
    """A claim of the reading and the gold claim that it is right for."""

    claim: Claim
    gold: GoldClaim


class Comparison:
    """One reading beside its gold."""

    def __init__(self, gold: GoldReport, reading: Reading) -> None:
        self.gold = gold
        self.reading = reading
        self.actors: Mapping[str, Actor] = {actor.id: actor for actor in reading.actors}
        self.claims: Mapping[str, Claim] = {claim.id: claim for claim in reading.claims}
        self._meant = {actor.id: self._gold_actors(actor) for actor in reading.actors}

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """The largest set of right pairs, one to one; what the gold asks for goes before what it only allows."""
        edges: dict[str, list[str]] = {}
        for gold in self.gold.claims:
            right = [claim for claim in self.reading.claims if claim.kind == gold.kind and self.is_right(claim, gold)]
            right.sort(key=lambda claim: -_closeness(claim, gold.span))
            edges[gold.id] = [claim.id for claim in right]
        taken: dict[str, str] = {}
        for gold in sorted(self.gold.claims, key=lambda claim: claim.optional):
            _augment(gold.id, edges, taken, set())
        golds = {gold.id: gold for gold in self.gold.claims}
        return tuple(Pair(self.claims[claim], golds[gold]) for claim, gold in taken.items())

    @cached_property
    def excused(self) -> frozenset[str]:
        """Ids of claims without a pair that tell a thing of the gold again: in another kind, or more of the same speech."""
        paired = {pair.claim.id for pair in self.pairs}
        return frozenset(claim.id for claim in self.reading.claims if claim.id not in paired and self._tells_again(claim))

    @cached_property
    def false_actual(self) -> tuple[Pair, ...]:
        """Claims given as actual that are told only as denied, conditional, possible, threatened or supposed."""
        return tuple(
            Pair(claim, gold)
            for claim in self.reading.claims
            if _is_actual(claim) and (gold := self._falsely_actual(claim)) is not None
        )

    def located(self, gold: GoldClaim) -> bool:
        """Whether any claim of the gold claim's kind overlaps its words."""
        return any(claim.kind == gold.kind and _overlaps(claim, gold.span) for claim in self.reading.claims)

    def is_right(self, claim: Claim, gold: GoldClaim) -> bool:
        """Whether a claim of the gold claim's kind says the same of the same words."""
        return (
            _overlaps(claim, gold.span)
            and all(gold.accepts(name, getattr(claim, name)) for name in _EQUAL[gold.kind])
            and self.same_actors(claim, gold)
        )

    def same_actors(self, claim: Claim, gold: GoldClaim) -> bool:
        """Whether the main actors of two claims of one kind are the same."""
        if gold.kind == "statement":
            return any(self._speaks_as(_speaker(claim), speaker) for [speaker] in gold.actors("speaker"))
        if gold.kind == "event":
            return self._same_sides(claim, gold)
        return all(self._any_cover(getattr(claim, name), gold.actors(name)) for name in _MAIN_ACTORS[gold.kind])

    def attributed(self, pair: Pair) -> bool:
        """Whether a claim is carried by a statement of the gold's speaker, or by none where the gold has none."""
        by = self.claims.get(pair.claim.by or "")
        if pair.gold.by is None or by is None:
            return pair.gold.by is None and by is None
        carrier = next(claim for claim in self.gold.claims if claim.id == pair.gold.by)
        return any(self._speaks_as(_speaker(by), speaker) for [speaker] in carrier.actors("speaker"))

    def _gold_actors(self, actor: Actor) -> frozenset[str]:
        """Gold actors that an actor of the reading is: by its name, else by most of its mentions."""
        named = frozenset(gold.id for gold in self.gold.actors.values() if _folded(gold.name) == _folded(actor.name))
        if named:
            return named
        votes: Counter[str] = Counter()
        for mention in actor.mentions:
            if mention.form != "pronoun":
                votes.update(self._closest(mention.span))
        return frozenset(name for name, count in votes.items() if count == max(votes.values()))

    def _closest(self, span: Span) -> set[str]:
        shares = {
            gold.id: max((_share(span, place) for place in gold.mentions), default=0.0) for gold in self.gold.actors.values()
        }
        best = max(shares.values(), default=0.0)
        return {name for name, share in shares.items() if best > 0 and share == best}

    def _is(self, actor_id: str, gold_id: str) -> bool:
        actor, gold = self.actors[actor_id], self.gold.actors[gold_id]
        if gold_id in self._meant[actor_id]:
            return True
        return gold.country is not None and gold.country == actor.country and not gold.apart and not self._set_apart(actor_id)

    def _set_apart(self, actor_id: str) -> bool:
        return any(self.gold.actors[name].apart for name in self._meant[actor_id])

    def _speaks_as(self, actor_id: str, gold_id: str) -> bool:
        """A person who speaks must be the same person; a state or body may be named by another body of the state."""
        gold: GoldActor = self.gold.actors[gold_id]
        people = gold.kind == "person" or self.actors[actor_id].kind == "person"
        return gold_id in self._meant[actor_id] or (not people and self._is(actor_id, gold_id))

    def _cover(self, found: Sequence[str], wanted: Sequence[str]) -> bool:
        """At least half of the wanted actors are found, and no more strangers than these. Nobody wanted: anybody will do."""
        if not wanted:
            return True
        hits = sum(any(self._is(actor, gold) for actor in found) for gold in wanted)
        strangers = sum(not any(self._is(actor, gold) for gold in wanted) for actor in found)
        return hits > 0 and 2 * hits >= len(wanted) and strangers <= hits

    def _any_cover(self, found: str | Sequence[str], choices: Iterable[Sequence[str]]) -> bool:
        return any(self._cover(_listed(found), wanted) for wanted in choices)

    def _same_sides(self, claim: Claim, gold: GoldClaim) -> bool:
        assert isinstance(claim, Event)
        actors, recipients = claim.actors, claim.recipients
        if self._any_cover(actors, gold.actors("actors")) and self._any_cover(recipients, gold.actors("recipients")):
            return True
        if _root(claim) not in MUTUAL:
            return False
        return any(
            self._cover([*actors, *recipients], [*left, *right])
            for left in gold.actors("actors")
            for right in gold.actors("recipients")
        )

    def _tells_again(self, claim: Claim) -> bool:
        for gold in self.gold.claims:
            if not _overlaps(claim, gold.span):
                continue
            if claim.kind == gold.kind:
                if claim.kind == "statement" and self.is_right(claim, gold) and self._is_elsewhere(claim, gold):
                    return True
            elif _is_other_telling(claim, gold) and self._same_voice(claim, gold) and not _contradicts(claim, gold):
                return True
        return False

    def _same_voice(self, claim: Claim, gold: GoldClaim) -> bool:
        """Where both say who speaks, holds or acts, it is the same one or one of the same state."""
        if claim.kind not in _VOICES or gold.kind not in _VOICES:
            return True
        found: str | Sequence[str] = getattr(claim, _VOICES[claim.kind])
        choices = [actor for choice in gold.actors(_VOICES[gold.kind]) for actor in choice]
        return not choices or any(self._is(actor, wanted) for actor in _listed(found) for wanted in choices)

    def _is_elsewhere(self, claim: Claim, gold: GoldClaim) -> bool:
        """The gold claim has its pair in other words of it: a quotation of two sentences read as two statements."""
        return not any(_overlaps(claim, span) for pair in self.pairs if pair.gold is gold for span in _words(pair.claim))

    def _falsely_actual(self, claim: Claim) -> GoldClaim | None:
        touched = [gold for gold in self.gold.claims if _is_same_act(claim, gold) and _tells(claim, gold.span)]
        if any(gold.accepts("modality", "actual") and self._sure(claim, gold) for gold in touched):
            return None
        wrong = [gold for gold in touched if not gold.accepts("modality", "actual") and gold.modality in NOT_ACTUAL]
        right = [gold for gold in touched if gold.accepts("modality", "actual")]
        best = max(wrong, key=lambda gold: _closeness(claim, gold.span), default=None)
        closer = best and any(_closeness(claim, gold.span) >= _closeness(claim, best.span) for gold in right)
        return None if closer else best

    def _sure(self, claim: Claim, gold: GoldClaim) -> bool:
        return gold.kind != claim.kind or self.same_actors(claim, gold)


def _augment(gold: str, edges: Mapping[str, list[str]], taken: dict[str, str], seen: set[str]) -> bool:
    for claim in edges[gold]:
        if claim not in seen:
            seen.add(claim)
            if claim not in taken or _augment(taken[claim], edges, taken, seen):
                taken[claim] = gold
                return True
    return False


def _listed(value: str | Sequence[str]) -> Sequence[str]:
    return [value] if isinstance(value, str) else value


def _speaker(claim: Claim) -> str:
    assert isinstance(claim, Statement)
    return claim.speaker


def _root(claim: Claim) -> str:
    return str(getattr(claim, "type", ""))


def _words(claim: Claim) -> list[Span]:
    return [*claim.spans, *getattr(claim, "content", ())]


def _overlaps(claim: Claim, span: Span) -> bool:
    return any(start < span[1] and span[0] < end for start, end in _words(claim))


def _share(left: Span, right: Span) -> float:
    common = min(left[1], right[1]) - max(left[0], right[0])
    return max(common, 0) / (max(left[1], right[1]) - min(left[0], right[0]))


def _closeness(claim: Claim, span: Span) -> float:
    return max((_share(words, span) for words in _words(claim)), default=0.0)


def _tells(claim: Claim, span: Span) -> bool:
    """Whether the claim's own words are the gold's: its trigger lies in them, else half of the shorter does."""
    trigger = claim.trigger if isinstance(claim, Event) else None
    if trigger is not None:
        return trigger[0] < span[1] and span[0] < trigger[1]
    return any(2 * (min(end, span[1]) - max(start, span[0])) >= min(end - start, span[1] - span[0]) for start, end in claim.spans)


def _is_other_telling(claim: Claim, gold: GoldClaim) -> bool:
    if claim.kind == "event":
        return _root(claim) in _TOLD_AS[gold.kind]
    if gold.kind == "event":
        return any(gold.accepts("type", root) for root in _TOLD_AS[claim.kind])
    return {claim.kind, gold.kind} in _ALIKE


def _is_same_act(claim: Claim, gold: GoldClaim) -> bool:
    if claim.kind == gold.kind:
        return claim.kind != "event" or gold.accepts("type", _root(claim))
    if gold.kind == "event":
        return any(claim.kind == kind and gold.accepts("type", root) for kind, root in _SAME_ACT)
    return (gold.kind, _root(claim)) in _SAME_ACT


def _is_actual(claim: Claim) -> bool:
    """Given as having happened or holding; an agreement or measure that is only proposed holds nothing."""
    return claim.modality == "actual" and getattr(claim, "status", None) not in _PENDING


def _contradicts(claim: Claim, gold: GoldClaim) -> bool:
    return _is_same_act(claim, gold) and _is_actual(claim) and not gold.accepts("modality", "actual")


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return " ".join(plain.lower().removeprefix("the ").split())
