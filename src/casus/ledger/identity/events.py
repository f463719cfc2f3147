"""Whether a telling is of an event that the ledger knows: incremental, in the order of records, and the same each time.

Only tellings of one modality are witnesses of one event. That an attack is denied, demanded or planned is told about it: `about`
finds the event that it is about, which is a link to follow and no witness.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Literal

from casus.ledger.identity.likeness import Feature, Rarity, chance, features, in_one_sentence, rarity_among, weights
from casus.ledger.identity.tellings import Telling
from casus.ledger.identity.witnesses import IDENTITY, SOURCE
from casus.ledger.record import Draft, Part, Valid
from casus.lexicons import load_lexicon

WORD_FOR_WORD = 0.9
"""A copy's telling of an event has at least this share of the words of what it copies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """That a fact is of the same event as others ("witness"), or tells about it ("about").

    `event` is the id of that event, `like` the fact of it that is most alike, `score` a probability, `why` its grounds in words,
    the strongest first.
    """

    fact: str
    event: str
    like: str
    score: float
    why: tuple[str, ...]
    how: Literal["witness", "about"] = "witness"


def decisions(
    told: Telling,
    candidates: Sequence[Telling],
    *,
    rarity: Rarity | None = None,
    copied: Collection[str] = (),
    parted: Collection[frozenset[str]] = (),
) -> tuple[Decision, ...]:
    """All that a telling decides: of which event it is (`same_event`) and which events are therefore one (`bridged`), or else
    which event it is about (`about`); () where it founds an event of its own. Arguments as theirs."""
    found = same_event(told, candidates, rarity=rarity, copied=copied, parted=parted)
    if found:
        return (found, *bridged(told, found, candidates, rarity=rarity, parted=parted))
    other = about(told, candidates, rarity=rarity, parted=parted)
    return (other,) if other else ()


def same_event(
    told: Telling,
    candidates: Iterable[Telling],
    *,
    rarity: Rarity | None = None,
    copied: Collection[str] = (),
    parted: Collection[frozenset[str]] = (),
) -> Decision | None:
    """The event that a telling is of; None where it founds one of its own.

    `candidates`: tellings that the ledger had before (those that `sought_under` finds, and all of the reports in `copied`), each
    with its event. `rarity`: how rare words are in the ledger; among the candidates where None. `copied`: ids of reports that the
    telling's report is a near-duplicate of. `parted`: pairs of facts, or of fact and event, that a person took apart. What one
    report tells in two sentences is two events: the reader made one of what it tells twice. What it tells in one may be one
    ("raided the post and shot two soldiers").
    """
    return _decide(told, [one for one in candidates if one.kind == told.kind], rarity, copied, parted)


def bridged(
    told: Telling,
    decision: Decision,
    candidates: Iterable[Telling],
    *,
    rarity: Rarity | None = None,
    parted: Collection[frozenset[str]] = (),
) -> tuple[Decision, ...]:
    """Events that are one, as a telling shows that is of one of them and as much alike to the others.

    `decision` is what `same_event` found for the same telling and candidates, which are in the order of records. Two events are
    one if all their tellings are alike on the whole, and none of them are of one report. The event that began later is then the
    earlier one (`fact` and `event` of the decisions).
    """
    fitting = [one for one in candidates if one.kind == told.kind]
    events = _by_event(fitting)
    rare = rarity or rarity_among([told, *fitting])
    mine = [*events.get(decision.event, ()), told]
    found: list[Decision] = []
    for event, tellings in events.items():
        ours, theirs = ({which, *(one.fact for one in group)} for which, group in ((decision.event, mine), (event, tellings)))
        if event == decision.event or any(frozenset((one, other)) in parted for one in ours for other in theirs):
            continue
        if any(_tells_both(one, other) for one in mine for other in tellings):
            continue
        if together([chance(features(told, one, rare)) for one in tellings]) < settings()["threshold"]:
            continue
        pairs = [(one, features(other, one, rare)) for other in mine for one in tellings]
        score = sum(chance(grounds) for _, grounds in pairs) / len(pairs)
        if score >= settings()["join"]:
            like, grounds = max(pairs, key=lambda pair: (chance(pair[1]), pair[0].fact))
            earlier, later = sorted((decision.event, event), key=list(events).index)
            why = (f"{told.fact[:12]} is told like both", *_said(grounds))
            found.append(Decision(fact=later, event=earlier, like=like.fact, score=score, why=why))
    return tuple(found)


def about(
    told: Telling, candidates: Iterable[Telling], *, rarity: Rarity | None = None, parted: Collection[frozenset[str]] = ()
) -> Decision | None:
    """The event that a denied, planned, demanded, feared ... telling is about, among candidates that are told as having happened.

    None for a telling that is itself of something that happened, and where no such event is known.
    """
    if told.kind == "actual":
        return None
    found = _decide(told, [one for one in candidates if one.kind == "actual"], rarity, (), parted)
    return replace(found, how="about") if found else None


def same_draft(decision: Decision) -> Draft:
    """The record that a fact is of an event, or about it."""
    body = {"one": decision.fact, "other": decision.event, "score": round(decision.score, 4), "why": list(decision.why)}
    if decision.how != "witness":
        body["how"] = decision.how
    return Draft(
        kind="same",
        body=body,
        valid=Valid(),
        source=SOURCE,
        extractor=IDENTITY,
        parts=(Part("event", decision.fact), Part("event", decision.event)),
        confidence=round(decision.score, 4),
    )


def _decide(
    told: Telling,
    fitting: Sequence[Telling],
    rarity: Rarity | None,
    copied: Collection[str],
    parted: Collection[frozenset[str]],
) -> Decision | None:
    rare = rarity or rarity_among([told, *fitting])
    decisions = [
        decision
        for event, tellings in _by_event(fitting).items()
        if not _is_barred(told, event, tellings, parted) and (decision := _of_event(told, event, tellings, rare, copied))
    ]
    best = max(decisions, key=lambda decision: (decision.score, decision.event), default=None)
    return best if best and best.score >= settings()["threshold"] else None


def _by_event(tellings: Iterable[Telling]) -> dict[str, list[Telling]]:
    events: dict[str, list[Telling]] = {}
    for one in tellings:
        events.setdefault(one.event, []).append(one)
    return events


def _is_barred(told: Telling, event: str, tellings: Sequence[Telling], parted: Collection[frozenset[str]]) -> bool:
    """Whether an event has the telling, another of its report, or one from which a person took the fact apart."""
    if any(_tells_both(told, one) or one.fact == told.fact for one in tellings):
        return True
    return any(frozenset((told.fact, other)) in parted for other in (event, *(one.fact for one in tellings)))


def _tells_both(one: Telling, other: Telling) -> bool:
    """Whether a report tells both, in two sentences."""
    return one.report == other.report and not in_one_sentence(one, other)


def _of_event(told: Telling, event: str, tellings: Sequence[Telling], rarity: Rarity, copied: Collection[str]) -> Decision | None:
    """The decision that a telling is of an event, with the probability that it is."""
    for one in tellings:
        if one.report in copied and one.type == told.type and _share(told, one) >= WORD_FOR_WORD:
            why = (f"the report repeats {one.report[:12]} in the same words",)
            return Decision(fact=told.fact, event=event, like=one.fact, score=0.99, why=why)
    compared = [(one, features(told, one, rarity)) for one in tellings]
    like, grounds = max(compared, key=lambda pair: (chance(pair[1]), pair[0].fact))
    return Decision(
        fact=told.fact,
        event=event,
        like=like.fact,
        score=together([chance(found) for _, found in compared]),
        why=tuple(_said(grounds)),
    )


def together(chances: Sequence[float]) -> float:
    """The probability that a telling is of an event, from those with each of the event's tellings: the best of them, drawn
    towards their mean."""
    share = settings()["mean"]
    return (1 - share) * max(chances) + share * sum(chances) / len(chances)


def _share(told: Telling, one: Telling) -> float:
    """The share of words in common, of the fewer."""
    fewer = min(len(told.words), len(one.words))
    return len(told.words & one.words) / fewer if fewer else 0.0


def _said(grounds: Iterable[Feature]) -> list[str]:
    """Grounds in words, those that weigh most first."""
    said = [ground for ground in grounds if ground.words]
    return [ground.words for ground in sorted(said, key=lambda ground: -abs(weights().get(ground.name, 0.0) * ground.value))]


@cache
def settings() -> dict[str, float]:
    """From which probability on a telling is of an event ("threshold") and two events are one ("join"), and how much the mean
    over an event's tellings counts beside the best of them."""
    found: dict[str, float] = load_lexicon(Path(__file__).with_name("events.yaml"))["decision"]
    return found
