"""What only the whole report tells: who an early description or a bare title turns out to be."""

from casus.reading.actors import people, roles
from casus.reading.actors.figures import Figure, Stage, absorb
from casus.world import offices

_FOREMOST = 1.5
"""How much more than the next one a report must speak of a state for its bare titles to be that state's."""


def link_forward(stage: Stage) -> None:
    """Let a description without a name early in the report be the person whom the report names later in that role."""
    named = [figure for figure in stage.persons() if figure.named]
    for figure in list(stage.persons()):
        if figure.named or figure.plural or not figure.country or not figure.lemma:
            continue
        if figure.confidence > 0.75 and figure.name[:1].islower() is False and figure.role is None:
            continue
        fits = [
            one
            for one in named
            if one.country == figure.country and roles.accepts_role(stage, figure.lemma, one) and _may_be(stage, figure, one)
        ]
        if len(fits) == 1 and figure.lemma not in {"official", "diplomat", "spokesman", "officer", "soldier", "member"}:
            absorb(fits[0], figure)


def _may_be(stage: Stage, described: Figure, named: Figure) -> bool:
    """Whether a description may be of a named person: "a general" is not the one named before, nor the head of one body that of
    another."""
    if not described.mentions or not named.mentions:
        return True
    first = min(described.mentions)[0]
    anew = stage.document.words(first).lower().startswith(("a ", "an ", "another "))
    if anew and min(named.mentions)[0] < first:
        return False
    side = described.side.itself() if described.side is not None else None
    return (
        side is None
        or side.kind != "organisation"
        or named.side is None
        or named.side.itself() is side
        or side.entity is not None
    )


def fill_offices(stage: Stage) -> None:
    """Let "the president" before any state is named be the holder of the office in the state that the report speaks of most."""
    for figure in list(stage.persons()):
        office = people.office_of(figure.lemma)[0] if not figure.named and not figure.plural else None
        if office is None or not stage.lexicon.among(figure.lemma, "single_offices") or (figure.country and not figure.supposed):
            continue
        if not figure.mentions or not stage.document.words(figure.mentions[0][0]).lower().startswith("the "):
            continue
        ranking = sorted(stage.weights.items(), key=lambda row: -row[1])
        titled = [row for row in ranking if offices.holders(row[0], office, stage.on)] if stage.on else []
        ranking = titled or ranking
        holders = [(weight, one) for code, weight in ranking if (one := roles.in_office(stage, office, code)) is not None][:2]
        if holders and (len(holders) == 1 or holders[0][0] > _FOREMOST * holders[1][0]):
            absorb(holders[0][1], figure)
