"""The lexicon of attribution cues: which words tell that somebody says or thinks something, and what they take."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast, get_args

from casus.errors import CasusError
from casus.lexicons import load_lexicon
from casus.reading.model import Act

FRAMES = frozenset({"clause", "quote", "to", "person", "person-to", "object", "speech", "as", "predicate", "gerund"})
_GROUP_KEYS = frozenset(
    {"act", "takes", "lemmas", "prepositions", "particle", "then", "certainty", "wide", "negated", "except", "voiced"}
)


class CueError(CasusError):
    """The cue lexicon is wrong; the message names the group and what is allowed."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One way in which a word tells an attribution; the fields are described at the head of cues.yaml."""

    lemma: str
    act: Act
    takes: frozenset[str]
    certainty: float
    prepositions: frozenset[str] = frozenset()
    particle: str | None = None
    then_infinitive: bool = False
    wide: bool = False
    negated: Act | None = None
    excepted: frozenset[str] = frozenset()
    voiced: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All cues by lemma, and the word lists beside them. The cues of a verb are in the order in which they are tried."""

    verbs: dict[str, tuple[Cue, ...]]
    nouns: dict[str, Cue]
    adjectives: dict[str, Cue]
    minds: dict[str, Cue]
    refusal: frozenset[str]
    saying: frozenset[str]
    withheld: frozenset[str]
    prospect: frozenset[str]
    perspective: frozenset[str]
    documents: frozenset[str]
    issued: frozenset[str]
    days: frozenset[str]
    media: frozenset[str]
    titles: frozenset[str]
    questioners: frozenset[str]
    answerers: frozenset[str]
    own_voices: frozenset[str]
    broadcasters: frozenset[str]
    hosts: frozenset[str]

    def of_verb(self, lemma: str) -> tuple[Cue, ...]:
        """The cues of a verb, also where its lemma lost a silent e ("announc")."""
        return self.verbs.get(lemma) or self.verbs.get(f"{lemma}e", ())


@cache
def lexicon() -> Lexicon:
    """The lexicon that ships with the package.

    Raises `CueError` where the file breaks its own rules.
    """
    return parse_lexicon(load_lexicon(Path(__file__).with_name("cues.yaml")))


def parse_lexicon(data: dict[str, Any]) -> Lexicon:
    """Check a lexicon as loaded from YAML and index it. Raises `CueError`."""
    verbs: dict[str, list[Cue]] = {}
    for cue in _cues(data["verbs"], "verbs"):
        verbs.setdefault(cue.lemma, []).append(cue)
    return Lexicon(
        verbs={lemma: tuple(sorted(cues, key=_precedence)) for lemma, cues in verbs.items()},
        nouns={cue.lemma: cue for cue in _cues(data["nouns"], "nouns")},
        adjectives={cue.lemma: cue for cue in _cues(data["adjectives"], "adjectives")},
        minds={cue.lemma: cue for cue in _cues(data["minds"], "minds")},
        refusal=frozenset(data["declining"]["refusal"]),
        saying=frozenset(data["declining"]["saying"]),
        withheld=frozenset(data["withheld"]),
        prospect=frozenset(data["prospect"]),
        perspective=frozenset(_spellings(data["perspective"])),
        documents=frozenset(data["documents"]),
        issued=frozenset(data["issued"]),
        days=frozenset(data["days"]),
        media=frozenset(data["media"]),
        titles=frozenset(data["transcript"]["titles"]),
        questioners=frozenset(data["transcript"]["questioners"]),
        answerers=frozenset(data["transcript"]["answerers"]),
        own_voices=frozenset(data["transcript"]["own voices"]),
        broadcasters=frozenset(data["transcript"]["broadcasters"]),
        hosts=frozenset(data["transcript"]["hosts"]),
    )


def _precedence(cue: Cue) -> tuple[bool, int]:
    """Narrow cues before wide ones, those that ask for a particle or a preposition first."""
    return cue.wide, -(2 * bool(cue.particle) + bool(cue.prepositions and not cue.takes) + cue.then_infinitive)


def _cues(groups: list[dict[str, Any]], where: str) -> Iterator[Cue]:
    for group in groups:
        name = f"cues.yaml, {where}, group of {group.get('lemmas', ['?'])[0]}"
        if unknown := group.keys() - _GROUP_KEYS:
            raise CueError(f"{name}: unknown {', '.join(sorted(unknown))}; allowed are {', '.join(sorted(_GROUP_KEYS))}")
        takes = frozenset(group.get("takes", ()))
        if takes - FRAMES:
            raise CueError(f"{name}: takes {', '.join(sorted(takes - FRAMES))}; allowed are {', '.join(sorted(FRAMES))}")
        for lemma in _spellings(group["lemmas"]):
            yield Cue(
                lemma=lemma,
                act=_act(group["act"], name),
                takes=takes,
                certainty=float(group["certainty"]),
                prepositions=frozenset(group.get("prepositions", ())),
                particle=group.get("particle"),
                then_infinitive=group.get("then") == "to",
                wide=bool(group.get("wide", False)),
                negated=_act(group["negated"], name) if "negated" in group else None,
                voiced=bool(group.get("voiced", False)),
                excepted=frozenset(group.get("except", ())),
            )


def _act(value: str, name: str) -> Act:
    if value not in get_args(Act):
        raise CueError(f"{name}: act {value}; allowed are {', '.join(get_args(Act))}")
    return cast(Act, value)


def _spellings(lemmas: Iterable[str]) -> Iterator[str]:
    for lemma in lemmas:
        yield from lemma.split("/")
