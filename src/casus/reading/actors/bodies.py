"""Which body a noun means: "the French military", "the council", "the government in Lima"."""

from collections.abc import Callable

from casus.reading.actors import states
from casus.reading.actors.figures import Figure, Figures, Stage
from casus.reading.actors.lexicon import Noun
from casus.reading.actors.naming import folded
from casus.reading.actors.phrases import Phrase, without_article
from casus.reading.actors.roles import definite, role_words
from casus.reading.actors.salience import choose, likely_country, ranked
from casus.world import entities

_STATE_PARTS = frozenset({"GOV", "MIL", "LEG", "COP", "SPY", "JUD", "OPP"})


def body(stage: Stage, phrase: Phrase, lemma: str, noun: Noun, found: Figures) -> Figures:
    """Ministries, armies, parties, councils, alliances and armed groups in the singular."""
    owner = found[0] if found else None
    if owner is not None and owner.kind == "state" and lemma == "side":
        return (owner,)
    left = _broke_away(stage, phrase)
    if noun.category == "group" and (left or (owner is not None and owner.kind == "person")):
        earlier = _last_body(stage, phrase, lemma, noun) if definite(stage, phrase) or left else None
        if earlier is not None and phrase.determiner not in {"a", "an"} and not (left and earlier is owner):
            return (earlier,)
        if left:
            owner = None
    if owner is not None and _kind_of_body(stage, phrase, owner):
        return (owner,)
    if owner is not None and (owner.country or owner.named or owner.kind not in {"person", "place"}):
        return (owned_body(stage, phrase, lemma, noun, owner),)
    if definite(stage, phrase) or (phrase.determiner == "" and noun.sector in _STATE_PARTS):
        figure = _last_body(stage, phrase, lemma, noun)
        if figure is not None:
            return (figure,)
        country = likely_country(stage, phrase) if noun.sector in _STATE_PARTS else None
        if country:
            named = states.body(stage, country, role_words(stage, phrase), noun.sector)
            named.lemma, named.confidence = named.lemma or lemma, min(named.confidence, 0.7)
            return (named,)
    kind = noun.category if noun.category in {"group", "bloc", "organisation"} else "organisation"
    figure = Figure(kind, without_article(phrase), sector=noun.sector, lemma=lemma, confidence=0.7)
    return (stage.add(figure),)


def _broke_away(stage: Stage, phrase: Phrase) -> bool:
    """Whether a group is told to have left a body that the phrase may name ("the SPLA splinter group")."""
    before = phrase.sentence.tokens[phrase.first : phrase.head]
    return any(stage.lexicon.among(token.lemma.lower(), "breakaway") for token in before)


def _kind_of_body(stage: Stage, phrase: Phrase, owner: Figure) -> bool:
    """Whether the head only says what kind of body the name right before it is ("the Tanjug news agency")."""
    tokens = phrase.sentence.tokens
    if (
        owner.kind not in {"organisation", "group", "bloc"}
        or folded(phrase.token.lemma) not in stage.lexicon.words["kinds_of_bodies"]
    ):
        return False
    heads = (index for index in range(phrase.first, phrase.head) if owner in stage.of_head(phrase.sentence.index, index))
    return any(tokens[index].deprel == "compound" for index in heads)


def owned_body(stage: Stage, phrase: Phrase, lemma: str, noun: Noun, owner: Figure) -> Figure:
    """A body of a state, person or organisation, the same for every mention with the same noun and owner."""
    words = role_words(stage, phrase)
    key = f"body:{owner.country if owner.country else owner.name}:{folded(words)}"
    figure = stage.known(key)
    if figure is None:
        figure = Figure(
            "bloc" if noun.category == "bloc" else "group" if noun.category == "group" else "organisation",
            without_article(phrase), country=owner.country, sector=noun.sector, lemma=lemma, confidence=0.9,
        )  # fmt: skip
        figure.side = owner if owner.kind != "person" else owner.side
        if owner.kind != "state" and owner.country:
            figure.side = states.state(stage, owner.country) if noun.sector in _STATE_PARTS else figure.side
        stage.add(figure, key)
    return figure


def _last_body(stage: Stage, phrase: Phrase, lemma: str, noun: Noun) -> Figure | None:
    """The body last heard of that a noun can mean again: by its own noun, the end of its name, or its sector."""
    wanted = _body_test(lemma, noun)
    found = choose(stage, phrase, ranked(stage, phrase.sentence.index, wanted))
    if found is not None:
        return found
    words = " ".join(
        folded(token.lemma) for token in phrase.sentence.tokens[max(phrase.first, phrase.head - 1) : phrase.head + 1]
    )
    reference = stage.lexicon.references.get(words) or stage.lexicon.references.get(lemma)
    if reference is None or (reference.near is not None and stage.known(reference.near) is None):
        return None
    return states.of_entity(stage, entities.entity(reference.world))


def _body_test(lemma: str, noun: Noun) -> Callable[[Figure], bool]:
    simple = lemma.rpartition(" ")[2]

    def accepts(figure: Figure) -> bool:
        if figure.kind not in {"organisation", "group", "bloc"}:
            return False
        if simple == figure.lemma.rpartition(" ")[2] or (figure.named and simple in figure.tokens):
            return True
        if noun.category == "bloc":
            return figure.kind == "bloc" or (figure.entity is not None and len(figure.countries) > 1)
        if noun.category == "group":
            banded = figure.kind == "group" and not figure.plural
            return (banded and (noun.sector is None or figure.sector in {None, noun.sector})) or (
                noun.sector is None and figure.named
            )
        return noun.sector in {"JRN", "PTY", "BUS", "SPY"} and figure.sector == noun.sector and figure.named

    return accepts
