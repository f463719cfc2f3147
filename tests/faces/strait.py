"""A report of our own with the reading that a careful reader makes of it, to show and to write out."""

from datetime import date

from casus.reading.model import (
    Actor,
    Agreement,
    Claim,
    Event,
    Measure,
    Membership,
    Mention,
    Position,
    Provision,
    Reading,
    Statement,
    Time,
    Transfer,
    When,
    Written,
)
from casus.sources.report import Report, Span, Stamp, Warning

TEXT = """date 2031-09-30 Talland denies striking aid convoy and threatens to close strait

PORT ELLEN, March 4 (Meridian) - Talland did not strike the aid convoy, Foreign Minister Ilse Brandt said on Tuesday.

Corvia's leader, Ruben Adeyo, accused her navy of killing three drivers. "If Corvia lets foreign warships into the strait, we \
will close it," Brandt warned.

The two signed a border accord last month. It provides for consultations if either side is attacked, according to a copy that \
Adeyo read to reporters.

Brandt said that the League had supplied Corvia with patrol boats, and that its arms embargo on Talland should be lifted. She \
does not rule out a visit to Corvia, which joined the League in 2029."""


def at(words: str, occurrence: int = 0) -> Span:
    """Where the n-th occurrence of some words stands in the report."""
    start = -1
    for _ in range(occurrence + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


def sentences() -> tuple[Span, ...]:
    """The report's sentences."""
    return tuple(
        at(words)
        for words in (
            "Talland denies striking aid convoy and threatens to close strait",
            "Talland did not strike the aid convoy, Foreign Minister Ilse Brandt said on Tuesday.",
            "Corvia's leader, Ruben Adeyo, accused her navy of killing three drivers.",
            '"If Corvia lets foreign warships into the strait, we will close it," Brandt warned.',
            "The two signed a border accord last month.",
            "It provides for consultations if either side is attacked, according to a copy that Adeyo read to reporters.",
            "Brandt said that the League had supplied Corvia with patrol boats, and that its arms embargo on Talland should be "
            "lifted.",
            "She does not rule out a visit to Corvia, which joined the League in 2029.",
        )
    )


def actors() -> tuple[Actor, ...]:
    """Who the report speaks of."""
    return (
        Actor(
            id="a1", name="Talland", kind="state", mentions=(Mention(at("Talland"), "name"), Mention(at("Talland", 1), "name"))
        ),
        Actor(
            id="a2",
            name="Ilse Brandt",
            kind="person",
            sector="GOV",
            role="Foreign Minister",
            mentions=(Mention(at("Foreign Minister Ilse Brandt"), "name"), Mention(at("She"), "pronoun")),
        ),
        Actor(id="a3", name="Corvia", kind="state", mentions=(Mention(at("Corvia"), "name"),), confidence=0.9),
        Actor(id="a4", name="Ruben Adeyo", kind="person", mentions=(Mention(at("Corvia's leader, Ruben Adeyo"), "name"),)),
        Actor(id="a5", name="the League", kind="organisation", sector="IGO", mentions=(Mention(at("the League"), "name"),)),
        Actor(id="a6", name="Port Ellen", kind="place", mentions=(Mention(at("PORT ELLEN"), "name"),)),
    )


def said() -> tuple[Claim, ...]:
    """Who says what in the report."""
    tuesday = When(date(2031, 3, 4), date(2031, 3, 4), ("t1",), "on Tuesday")
    return (
        Statement(
            id="c1",
            spans=(at("Talland did not strike the aid convoy, Foreign Minister Ilse Brandt said on Tuesday"),),
            speaker="a2",
            act="deny",
            quoting="indirect",
            content=(at("Talland did not strike the aid convoy"),),
            source=(at("Foreign Minister Ilse Brandt"),),
            cue=(at("said"),),
            when=tuesday,
            confidence=0.94,
        ),
        Statement(
            id="c3",
            spans=(at("Corvia's leader, Ruben Adeyo, accused her navy of killing three drivers"),),
            speaker="a4",
            act="accuse",
            quoting="indirect",
            content=(at("her navy of killing three drivers"),),
            cue=(at("accused"),),
            confidence=0.9,
        ),
        Statement(
            id="c5",
            spans=(at('"If Corvia lets foreign warships into the strait, we will close it," Brandt warned'),),
            speaker="a2",
            act="threaten",
            quoting="direct",
            content=(at("If Corvia lets foreign warships into the strait, we will close it"),),
            cue=(at("warned"),),
            addressees=("a3",),
            confidence=0.88,
        ),
        Statement(
            id="c9",
            spans=(at("according to a copy that Adeyo read to reporters"),),
            speaker="a4",
            act="say",
            quoting="indirect",
            content=(at("It provides for consultations if either side is attacked"),),
            via="a copy that Adeyo read to reporters",
            confidence=0.6,
        ),
        Statement(
            id="c11",
            spans=(at("Brandt said that the League had supplied Corvia with patrol boats"),),
            speaker="a2",
            act="say",
            quoting="indirect",
            content=(at("the League had supplied Corvia with patrol boats"), at("its arms embargo on Talland should be lifted")),
            cue=(at("said", 1),),
            confidence=0.93,
        ),
    )


def done() -> tuple[Claim, ...]:
    """What is done, or told as denied, conditional, supposed or possible."""
    return (
        Event(
            id="c2",
            spans=(at("Talland denies striking aid convoy"), at("Talland did not strike the aid convoy")),
            by="c1",
            modality="denied",
            type="ASSAULT",
            actors=("a1",),
            recipients=(),
            trigger=at("strike"),
            confidence=0.91,
        ),
        Event(
            id="c4",
            spans=(at("killing three drivers"),),
            by="c3",
            type="ASSAULT",
            actors=("a1",),
            recipients=("a3",),
            killed=3,
            place="a6",
            confidence=0.42,
        ),
        Event(
            id="c6",
            spans=(at("we will close it"),),
            by="c5",
            modality="conditional",
            condition="c7",
            type="COERCE",
            actors=("a1",),
            recipients=("a3",),
            when=When(date(2031, 3, 4), None),
            confidence=0.7,
        ),
        Event(
            id="c7",
            spans=(at("Corvia lets foreign warships into the strait"),),
            by="c5",
            modality="supposed",
            type="MOBILIZE",
            actors=("a3",),
            recipients=(),
            confidence=0.66,
        ),
        Event(
            id="c15",
            spans=(at("a visit to Corvia"),),
            by=None,
            modality="possible",
            type="CONSULT",
            actors=("a1",),
            recipients=("a3",),
            confidence=0.71,
        ),
    )


def standing() -> tuple[Claim, ...]:
    """What stands between states: agreements, measures, transfers, positions, memberships."""
    return (
        Agreement(
            id="c8",
            spans=(at("a border accord"),),
            parties=("a1", "a3"),
            status="signed",
            title="border accord",
            spheres=("borders",),
            when=When(date(2031, 2, 1), date(2031, 2, 28), ("t2",), "last month"),
            confidence=0.83,
        ),
        Provision(
            id="c10",
            spans=(at("It provides for consultations if either side is attacked"),),
            by="c9",
            agreement="c8",
            provides="consultation",
            bound=("a1", "a3"),
            trigger="either side is attacked",
            obligation="consultations",
            confidence=0.77,
        ),
        Transfer(
            id="c12",
            spans=(at("the League had supplied Corvia with patrol boats"),),
            by="c11",
            suppliers=("a5",),
            recipients=("a3",),
            goods="patrol boats",
            goods_class="vehicles",
            confidence=0.86,
        ),
        Measure(
            id="c13",
            spans=(at("its arms embargo on Talland"),),
            by="c11",
            measure="arms embargo",
            imposers=("a5",),
            targets=("a1",),
            status="in force",
            confidence=0.8,
        ),
        Position(
            id="c14",
            spans=(at("its arms embargo on Talland should be lifted"),),
            by="c11",
            holder="a1",
            stance="opposes",
            object="its arms embargo on Talland",
            toward=("a5",),
            confidence=0.74,
        ),
        Membership(
            id="c16",
            spans=(at("joined the League"),),
            member="a3",
            group="a5",
            relation="joins",
            when=When(date(2029, 1, 1), date(2029, 12, 31), ("t3",), "in 2029"),
            confidence=0.9,
        ),
    )


def claims() -> tuple[Claim, ...]:
    """What the report tells, in order of their ids."""
    return tuple(sorted((*said(), *done(), *standing()), key=lambda claim: int(claim.id.removeprefix("c"))))


def reading() -> Reading:
    """The report of the strait, read."""
    doubt = "stamp 2031-09-30 contradicts the dateline March 4: the dateline fits 'on Tuesday'"
    return Reading(
        report=Report(
            text=TEXT,
            title="Talland denies striking aid convoy and threatens to close strait",
            publisher="Meridian",
            language="en",
            stamps=(
                Stamp("header", date(2031, 9, 30), at("2031-09-30"), "header line"),
                Stamp("dateline", date(2031, 3, 4), at("March 4"), "dateline"),
            ),
            furniture=(at("date 2031-09-30"), at("PORT ELLEN, March 4 (Meridian) -")),
            headline=sentences()[0],
            dateline_place="PORT ELLEN",
        ),
        written=Written(date(2031, 3, 4), date(2031, 3, 4), "dateline March 4, which 'on Tuesday' fits", 0.9),
        sentences=sentences(),
        actors=actors(),
        times=(
            Time(id="t1", span=at("Tuesday"), value="2031-03-04", first=date(2031, 3, 4), last=date(2031, 3, 4), basis="written"),
            Time(
                id="t2", span=at("last month"), value="2031-02", first=date(2031, 2, 1), last=date(2031, 2, 28), basis="written"
            ),
            Time(id="t3", span=at("2029"), value="2029", first=date(2029, 1, 1), last=date(2029, 12, 31)),
        ),
        claims=claims(),
        warnings=(
            Warning("stamp-contradicted", doubt, at("2031-09-30")),
            Warning("ambiguous-actor", "'The two' are Talland and Corvia, or Brandt and Adeyo", at("The two")),
        ),
    )
