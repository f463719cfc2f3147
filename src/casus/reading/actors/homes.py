"""Which state unnamed people and bodies belong to whom the report gives no state: that of the place where they act."""

from casus.reading.actors.figures import Figure, Stage
from casus.reading.actors.phrases import coordinated, preposition
from casus.reading.parse import Sentence

_SUPPOSED = 0.6
_AT = frozenset({"in", "at", "near", "outside", "inside", "around", "across", "throughout", "off"})
_PLACES = ("obl", "nmod", "obj")


def suppose_homes(stage: Stage) -> None:
    """Give residents, demonstrators, rebels and police without a state that of the place of their deed, less surely so.

    An army or a police force where nothing is told of a place is that of the only state that the report speaks of.
    """
    only = next(iter(stage.weights)) if len(stage.weights) == 1 else None
    for (index, head), figures in stage.meant.items():
        figure = figures[0].itself() if len(figures) == 1 else None
        if figure is None or not _homeless(stage, figure):
            continue
        country = _place_of_deed(stage, stage.document.sentences[index], head)
        if country is None and figure.sector in {"MIL", "COP"} and figure.kind == "organisation":
            country = only
        if country is not None:
            figure.country, figure.supposed, figure.confidence = country, True, min(figure.confidence, _SUPPOSED)


def _homeless(stage: Stage, figure: Figure) -> bool:
    return (
        figure.country is None
        and not figure.countries
        and not figure.named
        and figure.side is None
        and figure.entity is None
        and stage.lexicon.among(figure.lemma, "local")
    )


def _place_of_deed(stage: Stage, sentence: Sentence, head: int) -> str | None:
    """The country of the place named at a noun or at its verb, or of the police who deal with it."""
    above = sentence.tokens[coordinated(sentence, head)].head
    beside = sentence.dependents(above, "obj") if above >= 0 else []
    for governor in (head, *(() if above < 0 else (above,)), *beside):
        for child in sentence.dependents(governor, *_PLACES):
            if child == head or (
                sentence.tokens[child].deprel.startswith(("obl", "nmod")) and preposition(sentence, child) not in _AT
            ):
                continue
            country = _country_of(stage, sentence, child)
            if country is not None:
                return country
    doers = sentence.dependents(above, "nsubj") if above >= 0 else []
    police = (one for doer in doers if doer != head for one in stage.of_head(sentence.index, doer) if one.sector == "COP")
    return next((one.country for one in police if one.country), None)


def _country_of(stage: Stage, sentence: Sentence, head: int) -> str | None:
    """The country of a place or of the place that it is part of ("the north of Chad")."""
    for place in (head, *sentence.dependents(head, "nmod", "compound")):
        for figure in stage.of_head(sentence.index, place):
            town = figure.kind == "place" or (figure.kind == "state" and sentence.tokens[head].deprel != "obj")
            if town and figure.country:
                return figure.country
    return None
