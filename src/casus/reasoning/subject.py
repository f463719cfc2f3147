"""What a question about positions is on: words, states and known things; and whether a position is about that, and by what."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from casus.errors import CasusError
from casus.ledger.identity.tellings import words_of
from casus.ledger.record import Record
from casus.lexicons import load_lexicon
from casus.reasoning.claim import Claim
from casus.reasoning.matching import telling_words
from casus.world import names

_LONGEST = 5
"""So many words make the longest name."""

_MOST = 0.6
"""A position has at least this share of a title's words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What positions are asked about. `words` are stems, of words alike one for all; `states` countries (alpha-3), `entities`
    other ids; `things` ids of known agreements and regimes; `taken` says in words what it was taken for."""

    asked: str
    words: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    entities: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    taken: tuple[str, ...] = ()


def subject_of(asked: str, meant: Callable[[str], str], known: Iterable[Record]) -> Subject:
    """What words as people type them ("sanctions against PRK") are on. `meant` gives the id that a name means (it raises a
    CasusError where it means none); `known` are the records of agreements and regimes."""
    rest, ids = _named(re.findall(r"[\w'’.:@-]+", asked), meant)
    states = frozenset(one.partition(":")[2] for one in ids if one.startswith(("state:", "country:")))
    entities = frozenset(ids) - {one for one in ids if one.startswith(("state:", "country:"))}
    found = canonical(" ".join(rest)) - _stems("leading")
    things = [record for record in known if _is_meant(record, found, states)]
    taken = [f"words {', '.join(sorted(found))}"] if found else []
    taken += [f"states {', '.join(sorted(states))}"] if states else []
    taken += [f"{', '.join(sorted(entities))}"] if entities else []
    taken += [f"known as {title_of(one)}" for one in things]
    ids_of = frozenset(_thing(one) for one in things)
    return Subject(asked=asked, words=found, states=states, entities=entities, things=ids_of, taken=tuple(taken))


def subject_of_record(asked: str, record: Record) -> Subject:
    """What a record is on: an agreement, regime or measure, or a claim that a report tells."""
    body = record.draft.body
    told = [str(body[name]) for name in ("title", "name", "object", "goods", "scope") if name in body]
    told += [str(body["measure"])] if record.draft.kind == "measure" else []
    told += ["sanctions"] if record.draft.kind in ("regime", "measure") else []
    roles = {
        "regime": ("target",),
        "measure": ("target",),
        "agreement": ("party",),
        "position": ("toward",),
        "transfer": ("recipient",),
    }
    parts = [part.entity for part in record.draft.parts if part.role in roles.get(record.draft.kind, ("recipient",))]
    states = frozenset(one.partition(":")[2] for one in parts if one.startswith("state:"))
    standing = frozenset(part.entity for part in record.draft.parts if part.role == "standing")
    found = frozenset(_stems("regimes")) if record.draft.kind in ("regime", "measure") else canonical(" ".join(told))
    return Subject(
        asked=asked, words=found, states=states, things=standing, taken=(f"{record.draft.kind} {title_of(record)}",)
    )  # fmt: skip


def how_about(subject: Subject, claim: Claim, told_beside: Sequence[Claim]) -> tuple[str, ...]:
    """By what a position (or an act of support or rejection) is about a subject, in words; () where it is not.

    `told_beside` are agreements and measures of the same report, which tell what "the embargo" means there.
    """
    text = str(claim.body.get("object") or claim.words)
    own = canonical(text)
    vague = own <= _stems("vague") | {"sanction"} and not _states_in(text)
    around = own | canonical(claim.sentences) if vague else own
    shared = subject.words & around
    if subject.words and len(shared) < _MOST * len(subject.words):
        return ()
    named = _states_in(text) | claim.party("toward", "recipient").acting
    if subject.states and named and not named & subject.states:
        return ()
    how = [f"words ({', '.join(sorted(shared))})"] if shared else []
    where = _where(subject, claim, named, around, told_beside)
    if where is None or not (how or where):
        return ()
    return (*how, *([where] if where else []))


def _where(
    subject: Subject, claim: Claim, named: frozenset[str], words: frozenset[str], told_beside: Sequence[Claim]
) -> str | None:
    """By what the states or things of a subject are meant: "" where it has none, None where they are not."""
    if subject.entities and not subject.entities & claim.party("toward", "recipient").entities:
        return None
    if not subject.states and not subject.things:
        return ", ".join(sorted(subject.entities))
    if subject.states and subject.states & named and (subject.states <= named or len(subject.states) > 1):
        return f"toward {', '.join(sorted(subject.states & named))}"
    for other in told_beside:
        alike = canonical(other.words) & words
        if other.standing in subject.things and alike:
            return f"{other.standing}, of which the report tells"
        targets = other.party("target", "party").acting
        if alike and subject.states and subject.states <= targets:
            return f"{', '.join(sorted(subject.states))}, whom the {other.kind} that the report tells of is on"
    if named or not subject.states:
        return None
    sentence = _states_in(claim.sentences)
    return f"{', '.join(sorted(subject.states))} in the sentence" if subject.states <= sentence else None


def title_of(record: Record) -> str:
    """What people call an agreement, regime or measure; its words else."""
    body = record.draft.body
    return str(next((body[name] for name in ("title", "name", "scope", "object", "goods") if name in body), record.draft.kind))


@lru_cache(maxsize=65536)
def canonical(text: str) -> frozenset[str]:
    """The telling words of a text by their stems, one for all that are alike."""
    return frozenset(_alike().get(stem, stem) for stem in telling_words(text))


def side_of(stance: str) -> str:
    """Whether a stance is "for", "against" or "neither"."""
    return next((side for side, stances in words()["sides"].items() if stance in stances), "neither")


def _named(spelt: Sequence[str], meant: Callable[[str], str]) -> tuple[list[str], list[str]]:
    """Words, and ids of those whom they name, the longest names first. Only what begins with a capital or an id is a name."""
    rest: list[str] = []
    ids: list[str] = []
    at = 0
    while at < len(spelt):
        for length in range(min(_LONGEST, len(spelt) - at), 0, -1):
            word = " ".join(spelt[at : at + length])
            if (word[0].isupper() or ":" in word) and (found := _meant(word, meant)):
                ids.append(found)
                at += length
                break
        else:
            rest.append(spelt[at])
            at += 1
    return rest, ids


def _meant(word: str, meant: Callable[[str], str]) -> str | None:
    try:
        found = meant(word)
    except CasusError:
        return None
    return None if found.startswith("person:") and " " not in word else found  # one word of many is no person's name


def _is_meant(record: Record, found: frozenset[str], states: frozenset[str]) -> bool:
    """Whether words and states mean a known agreement or regime."""
    parts = record.draft.parts
    targets = {
        part.entity.partition(":")[2] for part in parts if part.role in ("target", "party") and part.entity.startswith("state:")
    }
    if not states or not states <= targets or not found:
        return False
    if record.draft.kind == "regime":
        return bool(found & _stems("regimes")) and len(targets) == len(states)
    title = canonical(title_of(record))
    return bool(found & title) and len(states) > 1 and found <= title | _stems("alike")


def _thing(record: Record) -> str:
    return next(part.entity for part in record.draft.parts if part.role == "standing")


@lru_cache(maxsize=65536)
def _states_in(text: str) -> frozenset[str]:
    """The states (alpha-3) that a text names, by their names, people or capitals."""
    bare = "".join(char if char.isalnum() or char in "'’-." else " " for char in text)
    found = (sense.entity for one in names.scan(bare.split()) for sense in one.senses[:1])
    return frozenset(one.id.removeprefix("state:") for one in found if one.kind == "state")


@cache
def _alike() -> dict[str, str]:
    """For each stem of words that are alike the stem of the first."""
    found: dict[str, str] = {}
    for row in words()["alike"]:
        stems = [stem for word in row for stem in words_of([word])]
        found |= dict.fromkeys(stems, stems[0])
    return found


@cache
def _stems(listed: str) -> frozenset[str]:
    rows = words()[listed]
    flat = rows if rows and isinstance(rows[0], str) else [word for row in rows for word in row]
    return frozenset(_alike().get(stem, stem) for word in flat for stem in words_of([word]))


@cache
def words() -> dict[str, Any]:
    """position_words.yaml."""
    return load_lexicon(Path(__file__).with_name("position_words.yaml"))
