"""Plural phrases: pairs ("the two sides"), blocs with a loose edge ("the US and its allies") and unnamed groups ("diplomats")."""

from casus.reading.actors import people, states
from casus.reading.actors.figures import Figure, Figures, Stage
from casus.reading.actors.lexicon import Noun
from casus.reading.actors.naming import folded
from casus.reading.actors.phrases import Phrase, without_article
from casus.reading.actors.salience import barred, foremost, last_together, ranked
from casus.reading.model import ActorKind


def plural(stage: Stage, phrase: Phrase, lemma: str, noun: Noun, found: Figures) -> Figures | None:
    """What a plural noun phrase means; None where it means no actor."""
    pair = _pair(stage, phrase, lemma, found)
    if pair:
        return pair
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
    if noun.category == "organisation" and len(found) > 1:
        return tuple(dict.fromkeys(_part(stage, phrase, noun, one) for one in found if one.country))
    return (_group(stage, phrase, lemma, noun, found),)


def _home(stage: Stage, figure: Figure) -> Figure | None:
    return states.state(stage, figure.country) if figure.country else None


def _pair(stage: Stage, phrase: Phrase, lemma: str, found: Figures) -> Figures:
    """Several figures meant at once: "the two neighbours", "both sides", "the three countries", "the two men"."""
    simple = lemma.rpartition(" ")[2]
    count = 2 if simple == "side" and phrase.number == 0 else phrase.number
    if not 2 <= count <= 5 or found or phrase.determiner not in {"the", "both", "these", "those", "two"}:
        return ()
    index = phrase.sentence.index
    if stage.lexicon.among(simple, "paired_persons"):
        persons = last_together(stage, index, count, lambda one: one.kind == "person" and not one.plural)
        if persons or simple != "leader":
            return persons
    if stage.lexicon.among(simple, "paired_states"):
        others = barred(stage, phrase) - foremost(stage, 2)
        pair = last_together(stage, index, count, lambda one: one.kind == "state" and id(one) not in others)
        if pair or simple not in {"side", "party"}:
            return pair
        return last_together(stage, index, count, lambda one: one.kind in {"organisation", "group"} and id(one) not in others)
    return ()


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


def _part(stage: Stage, phrase: Phrase, noun: Noun, owner: Figure) -> Figure:
    """One of several bodies named at once ("the parliaments of Chile and Peru")."""
    tokens = phrase.sentence.tokens
    first = phrase.head
    while first - 1 >= phrase.first and tokens[first - 1].deprel == "compound" and tokens[first - 1].upos == "NOUN":
        first -= 1
    words = " ".join([*(token.text for token in tokens[first : phrase.head]), phrase.token.lemma])
    return states.body(stage, owner.country, words, noun.sector)


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
