"""Plural phrases: blocs with a loose edge ("the US and its allies"), unnamed groups ("diplomats"), states, pairs."""

from casus.reading.actors import people, states
from casus.reading.actors.figures import Figure, Figures, Stage
from casus.reading.actors.lexicon import Noun
from casus.reading.actors.naming import folded
from casus.reading.actors.phrases import Phrase, without_article
from casus.reading.actors.salience import last_together, ranked
from casus.reading.actors.several import of_each, pair
from casus.reading.model import ActorKind


def plural(stage: Stage, phrase: Phrase, lemma: str, noun: Noun, found: Figures) -> Figures | None:
    """What a plural noun phrase means; None where it means no actor."""
    several = pair(stage, phrase, lemma, noun, found)
    if several:
        return several
    owner = found[0] if found else None
    if (
        owner is not None
        and owner.kind in {"organisation", "bloc"}
        and len(owner.countries) > 1
        and stage.lexicon.among(lemma, "members")
    ):
        return (owner,)
    if lemma in stage.lexicon.words["loose_members"] and owner is not None:
        return (_loose(stage, lemma, owner),)
    if noun.category == "state":
        homes = tuple(dict.fromkeys(home for one in found if one.kind == "person" and (home := _home(stage, one)) is not None))
        return homes or _states(stage, phrase, owner)
    if noun.category == "place":
        return None
    owned = tuple(one for one in found if one.country and one.kind in {"state", "place"})
    if len({one.country for one in owned}) > 1 and not stage.lexicon.among(phrase.determiner, "indefinite"):
        return of_each(stage, phrase, lemma, noun, owned)
    return (_group(stage, phrase, lemma, noun, found),)


def _home(stage: Stage, figure: Figure) -> Figure | None:
    return states.state(stage, figure.country) if figure.country else None


def _loose(stage: Stage, lemma: str, owner: Figure) -> Figure:
    """Allies, friends or enemies of somebody: a group whose members nobody lists."""
    key = f"{lemma} of {owner.name}"
    figure = stage.known(key)
    if figure is None:
        kind: ActorKind = (
            "bloc"
            if owner.kind in {"state", "bloc"} and lemma not in {"enemy", "foe", "adversary", "opponent", "rival"}
            else "group"
        )
        name = f"{owner.name}'s {lemma.rstrip('y') + 'ies' if lemma.endswith('y') else lemma + 's'}"
        sector = "GOV" if owner.kind in {"state", "bloc"} else None
        figure = stage.add(Figure(kind, name, sector=sector, lemma=lemma, plural=True, confidence=0.8), key)
    return figure


def _states(stage: Stage, phrase: Phrase, owner: Figure | None) -> Figures | None:
    """ "the countries", "other nations": those just named together, else a loose group of states."""
    if phrase.determiner in {"the", "these", "those"} and owner is None and phrase.first == phrase.head - 1:
        for heard in reversed(stage.heard[-40:]):
            members = tuple(dict.fromkeys(figure.itself() for figure in heard.figures))
            if len(members) > 1 and all(one.kind == "state" for one in members):
                return members
        return last_together(stage, phrase.sentence.index, 2, lambda one: one.kind == "state") or None
    return (_unlisted(stage, phrase, "bloc"),)


def _unlisted(stage: Stage, phrase: Phrase, kind: ActorKind) -> Figure:
    name = without_article(phrase)
    key = f"{kind}:{folded(name)}"
    return stage.known(key) or stage.add(Figure(kind, name, lemma=folded(phrase.token.lemma), plural=True, confidence=0.7), key)


def _group(stage: Stage, phrase: Phrase, lemma: str, noun: Noun, found: Figures) -> Figure:
    """Unnamed persons or bodies in the plural: the same ones again where the phrase is definite, or names them alike."""
    definite = phrase.determiner in {"the", "these", "those", "'s"}
    owner = found[0] if found else None
    country = owner.country if owner else None
    if definite and owner is None:
        for _, earlier in ranked(stage, phrase.sentence.index, lambda one: one.kind in {"group", "organisation"}):
            if earlier.lemma == lemma or (noun.sector == "REB" and earlier.sector == "REB"):
                return earlier
    band = owner.side if owner is not None and owner.kind == "person" else owner
    if band is not None and band.kind == "group" and stage.lexicon.among(lemma, "fighters"):
        return band
    if definite and owner is not None and owner.sector == noun.sector == "REB" and owner.kind != "state":
        return owner
    kind: ActorKind = "group" if noun.category in {"person", "group"} else "organisation"
    key = f"people:{country or (owner.name if owner else '')}:{folded(without_article(phrase))}"
    figure = stage.known(key) if phrase.number == 0 or definite else None
    if figure is None:
        figure = Figure(
            kind, without_article(phrase), country=country, sector=noun.sector, lemma=lemma, plural=True, confidence=0.8
        )
        people.describe(stage, figure, "", lemma, owner)
        figure.role = None
        if len(found) > 1 and all(one.country for one in found):
            figure.countries = tuple(dict.fromkeys(one.country for one in found if one.country))
        if owner is None and stage.lexicon.among(lemma, "placed"):
            people.suppose_country(stage, figure, phrase.sentence.index)
        stage.add(figure, key)
    return figure
