"""Known names: states, their capitals, seats and parts, organisations, blocs and places."""

from collections import Counter

from casus.errors import WorldError
from casus.reading.actors.figures import Figure, Stage
from casus.reading.actors.naming import folded
from casus.reading.actors.phrases import Phrase
from casus.world import blocs, entities
from casus.world.entities import Entity
from casus.world.names import Found, Sense

_OWN_BODIES = frozenset({"legislature", "forces", "ministry"})
_STATE_NAMES = frozenset({"name", "former", "alias", "demonym"})
_TOWNS = frozenset({"capital", "place"})
_CLOSE = 0.25


def state(stage: Stage, code: str) -> Figure | None:
    """The state with an alpha-3 code, None where the reference facts have none."""
    figure = stage.known(f"state:{code}")
    if figure is None:
        try:
            figure = of_entity(stage, entities.entity(f"state:{code}"))
        except WorldError:
            return None
    return figure


def of_entity(stage: Stage, entity: Entity) -> Figure:
    """The figure of an entity of the reference facts, made where the report had none."""
    figure = stage.known(entity.id)
    if figure is not None:
        return figure
    countries = entity.countries
    if entity.kind in {"bloc", "organisation"} and not entity.loose:
        countries = _members(stage, entity) or countries
    figure = Figure(
        kind=entity.kind,
        name=entity.name,
        country=entity.country,
        countries=countries,
        sector=entity.sector,
        entity=entity,
        named=True,
        tokens=tuple(folded(word) for word in entity.name.split()),
    )
    return stage.add(figure, entity.id)


def _members(stage: Stage, entity: Entity) -> tuple[str, ...]:
    try:
        return blocs.members(entity.id, stage.on)
    except WorldError:
        return ()


def named(stage: Stage, phrase: Phrase, found: Found) -> Figure:
    """What a known name means where it stands."""
    sense = best_sense(stage, phrase, found)
    if sense.use == "capital" and is_place(stage, phrase):
        return place(stage, sense.text or phrase.text, sense.entity.country)
    if sense.entity.kind == "state" and (sense.use in _OWN_BODIES or (sense.use == "seat" and sense.sector not in {None, "GOV"})):
        return body(stage, sense.entity.country, sense.text or phrase.text, sense.sector)
    if sense.use == "seat" and is_place(stage, phrase):
        return place(stage, sense.text or phrase.text, sense.entity.country)
    figure = of_entity(stage, sense.entity)
    last = folded(phrase.sentence.tokens[found.last].text)
    if not figure.lemma and figure.kind in {"organisation", "group", "bloc"} and last in stage.lexicon.nouns:
        figure.lemma = last
    return figure


def best_sense(stage: Stage, phrase: Phrase, found: Found) -> Sense:
    """The likeliest sense of a name in this report. A second sense about as likely is warned of, once a name."""
    senses = found.senses
    if len(senses) == 1:
        return senses[0]
    by_name = any(sense.entity.kind == "state" and sense.use in _STATE_NAMES for sense in senses)
    if not by_name and any(sense.use in _TOWNS for sense in senses) and is_place(stage, phrase):
        return max((sense for sense in senses if sense.use in _TOWNS), key=lambda sense: sense.score)
    scored = sorted(
        ((sense.score + _support(stage, sense), -rank, sense) for rank, sense in enumerate(senses)),
        reverse=True,
        key=lambda row: row[:2],
    )
    best, second = scored[0], scored[1]
    other = next((row for row in scored[1:] if row[2].entity.id != best[2].entity.id), None)
    name = " ".join(token.text for token in phrase.sentence.tokens[found.first : found.last + 1])
    if (
        other is not None
        and best[0] - other[0] < _CLOSE
        and second is not None
        and stage.known(f"doubted:{folded(name)}") is None
    ):
        stage.doubt(phrase, _told(best[2]), _told(other[2]))
        stage.by_key[f"doubted:{folded(name)}"] = Figure("place", name)
    return best[2]


def _told(sense: Sense) -> str:
    return sense.entity.name if sense.entity.kind != "place" else f"{sense.entity.name} (place)"


def _support(stage: Stage, sense: Sense) -> float:
    """How much other, unambiguous names of the report speak for a sense, 0 to 1."""
    country = sense.entity.country
    if not country:
        return 0.0
    if stage.support is None:
        stage.support = Counter(
            other.senses[0].entity.country
            for scene in stage.scenes
            for index, other in scene.found.items()
            if index == other.first and len({one.entity.id for one in other.senses}) == 1
        )
    return min(0.25 * stage.support[country], 1.0)


def body(stage: Stage, country: str | None, name: str, sector: str | None) -> Figure:
    """A part of a state (ministry, parliament, army) as an actor of its own, named as the report names it."""
    key = f"body:{country}:{folded(name)}"
    figure = stage.known(key)
    if figure is None:
        figure = stage.add(Figure("organisation", name, country=country, sector=sector, named=True), key)
        figure.lemma = folded(name.split()[-1]) if name.split() else ""
        figure.side = state(stage, country) if country else None
    return figure


def place(stage: Stage, name: str, country: str | None) -> Figure:
    """A town, region or site as the place of something."""
    key = f"place:{folded(name)}"
    figure = stage.known(key)
    if figure is None:
        figure = stage.add(Figure("place", name, country=country, named=True, lemma=folded(name)), key)
    figure.country = figure.country or country
    return figure


def is_place(stage: Stage, phrase: Phrase) -> bool:
    """Whether a town's name stands for the town and not for the government in it, by its grammatical role."""
    lexicon, tokens = stage.lexicon, phrase.sentence.tokens
    if lexicon.among(phrase.preposition, "place_prepositions"):
        return True
    governor = tokens[phrase.governor].lemma.lower() if phrase.governor >= 0 else ""
    if phrase.preposition and lexicon.among(phrase.preposition, "motion_prepositions"):
        return lexicon.among(governor, "motion_words")
    if phrase.relation.startswith("obj"):
        return lexicon.among(governor, "visited_words")
    return phrase.relation.startswith(("appos", "list", "obl:unmarked", "nmod:unmarked"))
