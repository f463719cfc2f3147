"""Whether a name is a person's, and what its title tells before anything is resolved."""

from casus.reading.actors import people
from casus.reading.actors.figures import Stage
from casus.reading.actors.naming import PersonName, demonym, entity_type, folded, is_acronym
from casus.reading.actors.phrases import Phrase, Scene
from casus.world import offices
from casus.world.time import Validity

_PLACE_TYPES = frozenset({"place", "location", "gpe"})
_BODY_TYPES = frozenset({"organization", "organisation"})
_BODIES = frozenset({"organisation", "group", "bloc"})


def is_person(stage: Stage, scene: Scene, phrase: Phrase, name: PersonName) -> bool:
    """Whether a name is a person's: by title, encoder, given name, an earlier mention, or an office that its bearer holds."""
    sentence = scene.sentence
    found = scene.found.get(name.last)
    whole = found is not None and found.first == name.first and found.last == name.last
    if found is not None and found.senses[0].entity.kind != "person" and found.last > name.last:
        return False
    kind = entity_type(sentence, name.last)
    word = folded(name.tokens[-1])
    noun = stage.lexicon.nouns.get(word) or (stage.lexicon.nouns.get(word.removesuffix("s")) if phrase.plural else None)
    given = len(name.tokens) > 1 and folded(name.tokens[0]) in stage.lexicon.given_names
    if noun is not None and noun.category in _BODIES | {"place"} and not given:
        return False
    if noun is not None and noun.category == "person" and (phrase.plural or len(name.tokens) == 1) and kind != "person":
        return False
    if phrase.plural and noun is not None:
        return False
    if is_firm(stage, scene, phrase, name):
        return False
    if name.role_head or name.honorific:
        return not (whole and found is not None and found.senses[0].entity.kind in {"organisation", "bloc"})
    if folded(name.tokens[-1]) in stage.lexicon.words["calendar"] and len(name.tokens) == 1:
        return False
    tokens = people.parts(name.tokens)
    if not tokens or (is_acronym(name.tokens[-1]) and len(name.tokens) == 1 and not _headline(name)):
        return False
    earlier = any(figure.named and people.matches(tokens, figure.tokens) for figure in stage.persons()) or named_in_full(
        stage, tokens
    )
    if whole and found is not None and found.senses[0].entity.kind != "person":
        return kind == "person" and phrase.relation != "nmod:poss" and _surname_heard(stage, tokens)
    if earlier or kind == "person":
        return True
    if kind in _PLACE_TYPES | _BODY_TYPES:
        return False
    if len(tokens) > 1:
        return tokens[0] in stage.lexicon.given_names
    return in_office(stage, tokens[0]) and phrase.relation.startswith("nsubj")


def is_firm(stage: Stage, scene: Scene, phrase: Phrase, name: PersonName) -> bool:
    """Whether a name is a firm's: a known one, or one whose apposition says that it is a body ("..., a US company")."""
    if name.role_head or name.honorific:
        return False
    if stage.lexicon.among(" ".join(map(folded, name.tokens)), "firms"):
        return True
    if folded(name.tokens[0]) in stage.lexicon.given_names:
        return False
    beside = (scene.sentence.tokens[head] for head in scene.sentence.dependents(phrase.head, "appos") if head in scene.phrases)
    nouns = (stage.lexicon.nouns.get(folded(token.lemma)) for token in beside)
    return any(noun is not None and noun.category == "organisation" and noun.sector is not None for noun in nouns)


def _surname_heard(stage: Stage, tokens: tuple[str, ...]) -> bool:
    """Whether a person with this surname was mentioned already: only then can a state's name mean a person."""
    return any(
        figure.named and len(figure.tokens) > len(tokens) and figure.tokens[-len(tokens) :] == tokens
        for figure in stage.persons()
    )


def _headline(name: PersonName) -> bool:
    return len(name.tokens[-1]) > 5


def named_in_full(stage: Stage, tokens: tuple[str, ...]) -> bool:
    return any(people.matches(tokens, people.parts(full)) for full in stage.full_names.get(tokens[-1], ()))


def in_office(stage: Stage, surname: str) -> bool:
    if stage.on is None:
        return False
    return any(
        Validity(holder.first, holder.last).contains(stage.on) and holder.sector == "GOV"
        for holder in offices.person(surname, stage.on)[:3]
    )


def titled(scene: Scene, phrase: Phrase, name: PersonName) -> tuple[frozenset[str], str | None]:
    """The roles that a title before a name, or a description beside it, tells, and the country of the demonym before them."""
    sentence = scene.sentence
    country: str | None = None
    for index in range(name.first - 1, phrase.first - 1, -1):
        if demonym(scene, index) and scene.found[index].senses[0].entity.country:
            country = scene.found[index].senses[0].entity.country
            break
    roles = {name.role_head} if name.role_head else set()
    beside = [token.index for token in sentence.tokens if token.deprel == "appos" and phrase.head in (token.index, token.head)]
    for index in beside:
        other = scene.phrases.get(index if index != phrase.head else sentence.tokens[index].head)
        if other is not None and other.token.upos == "NOUN":
            roles.add(folded(other.token.lemma))
            for inside in range(other.first, other.head):
                if country is None and demonym(scene, inside):
                    country = scene.found[inside].senses[0].entity.country
    office = people.office_of(name.role)[0] if name.role else None
    return frozenset(roles | ({office} if office else set())), country
