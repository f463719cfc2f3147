"""Generated stories for benchmarks/identity.py: events, and reports that tell of them in many ways, with what is true known.

Each family of events has two states and what tells events of the same states apart badly: the same kind of thing days later, on
the same day in another place, what follows from it, and a look back after a year. Reports re-word it, leave out who, where or how
many died, date it a day wrong or not at all, count the dead otherwise, and are posted again under a new date, whole or cut.
"""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from casus.sources.report import Report, Span

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_CONFUSED = 2
"""Days: reports that date an event a day wrong mix up days that are so far apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What is true of an event. `sides` are states by slot ("A", "B", "C"); `thing` other words for what it is about."""

    id: str
    kind: str
    sides: Mapping[str, dict[str, Any]]
    day: date
    place: str | None
    country: str | None
    thing: tuple[str, ...]
    killed: int
    injured: int
    crowd: int

    @property
    def of_kind(self) -> dict[str, Any]:
        """What identity_stories.yaml says of its kind."""
        found: dict[str, Any] = stories()["kinds"][self.kind]
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a report. `of` is the id of the event that it tells, None for one that tells none; `slots` are those that it
    fills, `first` and `last` the days that it says."""

    text: str
    of: str | None = None
    slots: frozenset[str] = frozenset()
    first: date | None = None
    last: date | None = None
    killed: int | None = None
    injured: int | None = None
    crowd: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A report: who publishes it, the day that it claims, its sentences, and which paper it re-posts (its number)."""

    number: int
    outlet: str
    written: date
    sentences: tuple[Sentence, ...]
    reposts: int | None = None

    @property
    def text(self) -> str:
        """Header and sentences, as they are posted."""
        return (
            f"{self.outlet}\n{_long(self.written)}, {self.written.year}\n\n"
            + "\n\n".join(one.text for one in self.sentences)
            + "\n"
        )

    @property
    def id(self) -> str:
        """The id of its report."""
        return Report(self.text).id

    def spans(self) -> Iterator[tuple[Sentence, Span]]:
        """Each sentence with its place in the text."""
        at = 0
        for sentence in self.sentences:
            at = self.text.index(sentence.text, at)
            yield sentence, (at, at + len(sentence.text))
            at += len(sentence.text)


@dataclass(frozen=True, slots=True)
class Stories:
    """Events by id, and the papers that tell of them in the order in which they were written."""

    happenings: Mapping[str, Happening]
    papers: tuple[Paper, ...]


def told(seed: int, events: int = 60) -> Stories:
    """The stories of a seed: so many events, each told 1 to 12 times."""
    chance = random.Random(seed)
    happenings: list[Happening] = []
    while len(happenings) < events:
        happenings += _family(chance, f"{len(happenings)}")
    happenings = happenings[:events]
    papers = [paper for happening in happenings for paper in _papers(chance, happening, happenings)]
    papers = sorted(papers, key=lambda paper: (paper.written, paper.outlet, paper.sentences[0].text))
    papers = [replace(paper, number=number) for number, paper in enumerate(papers)]
    posted = [*papers, *(_repost(chance, paper) for paper in papers if chance.random() < 0.1)]
    return Stories(
        {happening.id: happening for happening in happenings},
        tuple(sorted(posted, key=lambda paper: (paper.written, paper.reposts is not None, paper.number))),
    )


def _family(chance: random.Random, name: str) -> list[Happening]:
    """Events of two states that are told apart badly, the first of them first."""
    kinds = stories()["kinds"]
    one, other, third = chance.sample(stories()["states"], 3)
    sides, exchanged = {"A": one, "B": other, "C": third}, {"A": other, "B": one, "C": third}
    kind = chance.choice([kind for kind in kinds if "follows" not in kinds[kind]])
    day = date(2023, 1, 10) + timedelta(days=chance.randrange(500))
    made = [_happening(chance, f"{name}.0", kind, sides, day, [])]
    for likely, of_kind, between, days in (
        (0.6, kind, sides, (2, 9)),
        (0.4, kind, sides, (0, 0)),
        (0.3, kind, sides, (363, 368)),
        (0.4, "talks", sides, (1, 5)),
        (0.3, kind, exchanged, (0, 3)),
    ):
        if chance.random() < likely:
            on = day + timedelta(chance.randint(*days))
            made.append(_happening(chance, f"{name}.{len(made)}", of_kind, between, on, made))
    for following in ("condemnation", "funeral"):
        if kind in kinds[following].get("follows", ()) and chance.random() < 0.7:
            later = _happening(chance, f"{name}.{len(made)}", following, sides, day + timedelta(days=chance.randint(0, 3)), [])
            made.append(replace(later, place=made[0].place, country=made[0].country))
    return made


def _happening(
    chance: random.Random, name: str, kind: str, sides: Mapping[str, dict[str, Any]], day: date, others: list[Happening]
) -> Happening:
    """An event of a kind. From others of nearly the same day, which days can't tell it from, place and what it is about must."""
    of_kind = stories()["kinds"][kind]
    where = of_kind.get("where")
    state = sides[chance.choice("AB") if where == "any" else where] if where else None
    near = [one for one in others if one.kind == kind and abs((one.day - day).days) <= _CONFUSED]
    towns = [town for town in state["towns"] if town not in {one.place for one in near}] if state else []
    things = [tuple(thing) for thing in of_kind["things"] if tuple(thing) not in {one.thing for one in near}]
    return Happening(
        id=name,
        kind=kind,
        sides=sides,
        day=day,
        place=chance.choice(towns) if towns else None,
        country=state["code"] if state else None,
        thing=chance.choice(things),
        killed=chance.randint(2, 40),
        injured=chance.randint(3, 60),
        crowd=chance.randint(4, 30) * (50 if kind == "protest" else 1),
    )


def _papers(chance: random.Random, happening: Happening, others: list[Happening]) -> Iterator[Paper]:
    """The reports of an event: 1 to 12, most events few; some tell an earlier event of the same states as background."""
    before = [one for one in others if one.day < happening.day and _states(one) == _states(happening)]
    for outlet in chance.sample(stories()["outlets"] * 2, min(12, 1 + int(chance.expovariate(0.28)))):
        written = happening.day + timedelta(days=chance.choices((0, 1, 2, 5, 20), (45, 35, 12, 6, 2))[0])
        rest = [Sentence(text=text) for text in chance.sample(stories()["fillers"], chance.randint(2, 6))]
        if before and chance.random() < 0.3:
            rest.insert(1, _sentence(chance, chance.choice(before), written))
        yield Paper(number=0, outlet=outlet, written=written, sentences=(_sentence(chance, happening, written), *rest))


def _states(happening: Happening) -> set[str]:
    return {side["code"] for side in happening.sides.values()}


def _repost(chance: random.Random, paper: Paper) -> Paper:
    """The same text again under a later date and another name, one in three cut to its first half."""
    kept = paper.sentences[: 1 + len(paper.sentences) // 2] if chance.random() < 0.33 else paper.sentences
    outlet = chance.choice([one for one in stories()["outlets"] if one != paper.outlet])
    later = paper.written + timedelta(days=chance.choice((1, 3, 30, 200)))
    return replace(paper, outlet=outlet, written=later, sentences=kept, reposts=paper.number)


def _sentence(chance: random.Random, happening: Happening, written: date) -> Sentence:
    """One way to tell an event in a report of a day."""
    way = chance.choice(happening.of_kind["tells"])
    day = happening.day if chance.random() < 0.88 else happening.day + timedelta(days=chance.choice((-1, 1)))
    day = min(day, written)
    said, first, last = _day(chance, day, written) if "{D}" in way else ("", None, None)
    killed, injured = (_counted(chance, number) for number in (happening.killed, happening.injured))
    filled = {slot: chance.choice(choices) for slot, choices in _forms(happening).items()}
    filled |= {"P": happening.place or "", "O": chance.choice(happening.thing), "D": said}
    filled |= {"K": str(killed), "I": str(injured), "N": str(happening.crowd)}
    text = way
    for slot, words in filled.items():
        text = text.replace("{" + slot + "}", words)
    tail = chance.choice(stories()["tails"]).replace("{name}", chance.choice(stories()["people"]))
    text = " ".join((text.removesuffix(".") + (tail if chance.random() < 0.35 else "") + ".").split())
    text = text.replace(" .", ".").replace(" ,", ",")
    slots = frozenset(slot for slot in filled if "{" + slot + "}" in way)
    return Sentence(
        text=text[0].upper() + text[1:],
        of=happening.id,
        slots=slots,
        first=first,
        last=last,
        killed=killed if "K" in slots else None,
        injured=injured if "I" in slots else None,
        crowd=happening.crowd if "N" in slots and happening.kind == "protest" else None,
    )


def _counted(chance: random.Random, number: int) -> int:
    """A toll as a report has it: right, a few too low, half of it while the dead are still counted, or a few too high."""
    told = chance.choices((number, number - chance.randint(1, 3), number // 2, number + chance.randint(1, 2)), (72, 14, 10, 4))[0]
    return max(1, told)


def _forms(happening: Happening) -> dict[str, tuple[str, ...]]:
    """Words for each slot of a side."""
    found: dict[str, tuple[str, ...]] = {}
    for slot, state in happening.sides.items():
        name, adjective = state["name"], state["adj"]
        found[slot] = (name,)
        found[f"{slot}:adj"] = (adjective,)
        found[f"{slot}:gov"] = (name, state["capital"], f"the {adjective} government")
        found[f"{slot}:men"] = (f"{adjective} forces", f"{adjective} troops", f"the {adjective} army")
    return found


def _day(chance: random.Random, day: date, written: date) -> tuple[str, date | None, date | None]:
    """Words for a day in a report of another, and the days that they say."""
    ago = (written - day).days
    if chance.random() < 0.1:
        return "", None, None
    if ago <= 6 and chance.random() < 0.75:
        return (
            chance.choice((f"on {_DAYS[day.weekday()]}", {0: "today", 1: "yesterday"}.get(ago, f"on {_DAYS[day.weekday()]}"))),
            day,
            day,
        )
    if 7 <= ago <= 10 and chance.random() < 0.4:
        monday = written - timedelta(days=written.weekday() + 7)
        return "last week", monday, monday + timedelta(days=6)
    year = f" {day.year}" if ago > 200 else ""
    return f"on {chance.choice((_long(day), f'{day.day} {_MONTHS[day.month - 1]}'))}{year}", day, day


def _long(day: date) -> str:
    return f"{_MONTHS[day.month - 1]} {day.day}"


@cache
def stories() -> dict[str, Any]:
    """identity_stories.yaml."""
    found: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("identity_stories.yaml").read_text(encoding="utf-8"))
    return found
