"""Plural phrases about several states: an actor for each of them ("the presidents of Chile and Peru", "the North")."""

from casus.reading.actors import people, states
from casus.reading.actors.figures import Figure, Figures, Stage
from casus.reading.actors.lexicon import Noun
from casus.reading.actors.naming import folded
from casus.reading.actors.phrases import Phrase
from casus.reading.actors.roles import accepts_role, holder
from casus.reading.actors.salience import barred, foremost, last_together
from casus.world import names
from casus.world.entities import Entity

_COMPASS = ("North", "South", "East", "West")


def of_each(stage: Stage, phrase: Phrase, lemma: str, noun: Noun, owned: Figures) -> Figures:
    """What belongs to several states at once: the holder of a single office, else a group or body, of each."""
    if noun.category == "organisation":
        words = f"{_modifiers(phrase)}{phrase.token.lemma}"
        return tuple(dict.fromkeys(states.body(stage, one.country, words, noun.sector) for one in owned))
    office = _office(stage, phrase, lemma)
    if office:
        return tuple(dict.fromkeys(_in_office(stage, phrase, office, noun, one) for one in owned))
    return tuple(dict.fromkeys(_group(stage, phrase, lemma, noun, one) for one in owned))


def _office(stage: Stage, phrase: Phrase, lemma: str) -> str:
    """The single office that a plural tells of ("foreign minister" in "the foreign ministers"), "" for others."""
    if stage.lexicon.among(lemma, "single_offices"):
        return lemma
    words = [folded(token.text) for token in phrase.sentence.tokens[phrase.first : phrase.head]]
    longer = (" ".join([*words[start:], lemma]) for start in range(len(words)))
    return next((office for office in longer if stage.lexicon.among(office, "single_offices")), "")


def _modifiers(phrase: Phrase) -> str:
    """The nouns right before the head, each with a blank after it."""
    tokens = phrase.sentence.tokens
    first = phrase.head
    while first - 1 >= phrase.first and tokens[first - 1].deprel == "compound" and tokens[first - 1].upos == "NOUN":
        first -= 1
    return "".join(f"{token.text} " for token in tokens[first : phrase.head])


def _in_office(stage: Stage, phrase: Phrase, lemma: str, noun: Noun, owner: Figure) -> Figure:
    """The holder of a state's office, unnamed where neither the report nor the reference facts name one."""
    known = holder(stage, phrase, lemma, lemma, owner)
    if known is not None:
        return known
    figure = Figure("person", f"{lemma} of {owner.name}", role=lemma, lemma=lemma, sector=noun.sector, confidence=0.8)
    people.describe(stage, figure, lemma, lemma, owner)
    return stage.add(figure)


def _group(stage: Stage, phrase: Phrase, lemma: str, noun: Noun, owner: Figure) -> Figure:
    words = f"{_modifiers(phrase)}{phrase.token.text}"
    key = f"people:{owner.country}:{folded(words)}"
    figure = stage.known(key)
    if figure is None:
        figure = Figure("group", f"{words} of {owner.name}", sector=noun.sector, lemma=lemma, plural=True, confidence=0.8)
        people.describe(stage, figure, "", lemma, owner)
        figure.role = None
        stage.add(figure, key)
    return figure


def pair(stage: Stage, phrase: Phrase, lemma: str, noun: Noun, found: Figures) -> Figures:
    """Several figures meant at once: "the two neighbours", "both sides", "the three countries", "the two presidents"."""
    simple = lemma.rpartition(" ")[2]
    each = phrase.determiner in {"each", "either", "neither"} and stage.lexicon.among(simple, "paired_states")
    count = 2 if each or (simple == "side" and phrase.number == 0 and phrase.plural) else phrase.number
    if not 2 <= count <= 5 or found or not (each or phrase.determiner in {"the", "both", "these", "those", "two"}):
        return ()
    index = phrase.sentence.index
    if stage.lexicon.among(simple, "paired_persons") and (persons := _persons(stage, phrase, lemma, noun, count)):
        return persons
    if not stage.lexicon.among(simple, "paired_states"):
        return ()
    others = barred(stage, phrase) - foremost(stage, 2)
    sides = last_together(stage, index, count, lambda one: one.kind == "state" and id(one) not in others)
    if sides or simple not in {"side", "party"}:
        return sides
    return last_together(stage, index, count, lambda one: one.kind in {"organisation", "group"} and id(one) not in others)


def _persons(stage: Stage, phrase: Phrase, lemma: str, noun: Noun, count: int) -> Figures:
    """The persons named together lately who fit the role, else whoever holds the office in the states named together."""
    index = phrase.sentence.index

    def fits(one: Figure) -> bool:
        return one.kind == "person" and not one.plural

    role = _office(stage, phrase, lemma) or lemma
    persons = last_together(stage, index, count, lambda one: fits(one) and (not one.roles or accepts_role(stage, role, one)))
    if persons:
        return persons
    if _office(stage, phrase, lemma):
        owned = last_together(stage, index, count, lambda one: one.kind == "state")
        if owned:
            return of_each(stage, phrase, lemma, noun, owned)
    return last_together(stage, index, count, fits) if lemma != "leader" else ()


def divided(stage: Stage, phrase: Phrase) -> Figures:
    """The half of a divided country that a point of the compass means ("the North"), where the report speaks of a half."""
    word = phrase.token.text
    if word not in _COMPASS or phrase.determiner != "the" or phrase.first < phrase.head - 1:
        return ()
    best: tuple[float, Figure] | None = None
    for country in stage.lexicon.words["divided"]:
        halves = {half: _half(stage, half, country.title()) for half in _COMPASS}
        spoken = max((stage.weights.get(half.country or "", 0.0) for half in halves.values() if half is not None), default=0.0)
        meant = halves[word]
        if meant is not None and spoken > (best[0] if best else 0.0):
            best = spoken, states.of_entity(stage, meant)
    return (best[1],) if best else ()


def _half(stage: Stage, point: str, country: str) -> Entity | None:
    """The state that a point of the compass and a country's name mean together."""
    found = names.senses(f"{point} {country}", stage.on)
    return found[0].entity if found and found[0].entity.kind == "state" else None


def elliptic(stage: Stage, phrase: Phrase) -> Figures:
    """ "North and South Korea": both halves, where one name has only its point of the compass left."""
    words = phrase.words
    if len(words) != 4 or words[0] not in _COMPASS or words[1] != "and":
        return ()
    both = [half for point in (words[0], words[2]) if (half := _half(stage, point, words[3])) is not None]
    return tuple(states.of_entity(stage, half) for half in both) if len(both) == 2 else ()
