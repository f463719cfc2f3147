"""Names that the reference facts don't know: bodies, groups and places as the report and the encoder have them."""

from casus.reading.actors import people, states
from casus.reading.actors.figures import Figure, Figures, Stage
from casus.reading.actors.naming import entity_type, folded, initials, is_acronym
from casus.reading.actors.owners import owners
from casus.reading.actors.personal import is_firm
from casus.reading.actors.phrases import Phrase, Scene, joined
from casus.reading.model import ActorKind
from casus.world import names

_STATE_NAMES = frozenset({"name", "former", "alias"})
_STATE_PARTS = frozenset({"GOV", "MIL", "LEG", "COP", "JUD", "SPY"})
_PLACE_TYPES = frozenset({"place", "location", "gpe"})
_BODY_TYPES = frozenset({"organization", "organisation"})
_BODIES = frozenset({"organisation", "group", "bloc"})


def unlisted(stage: Stage, scene: Scene, phrase: Phrase) -> Figures | None:
    """A name that the reference facts do not know: a body, a group or a place by the encoder, its last word or its role."""
    sentence = scene.sentence
    noun = stage.lexicon.nouns.get(folded(phrase.token.lemma)) or stage.lexicon.nouns.get(folded(phrase.token.text))
    if phrase.head > phrase.first:
        noun = stage.lexicon.nouns.get(f"{folded(sentence.tokens[phrase.head - 1].text)} {folded(phrase.token.lemma)}") or noun
    kind = entity_type(sentence, phrase.head)
    if folded(phrase.token.text) in stage.lexicon.words["calendar"]:
        return None
    capitalised = [
        index
        for index in range(phrase.first, phrase.last + 1)
        if sentence.tokens[index].text[:1].isupper() and sentence.tokens[index].upos != "DET"
    ]
    if noun is not None and noun.category in _BODIES and kind != "person":
        before = scene.found.get(phrase.head - 1)
        if before is not None and before.senses[0].use not in {"demonym", *_STATE_NAMES, "capital", "person", "place"}:
            return (states.named(stage, phrase, before),)
        own = stage.acronyms.get(initials(tuple(sentence.tokens[index].text for index in capitalised))) or names.senses(
            phrase.text, stage.on
        )
        if len(capitalised) < 2 or (not own and any(figure.country for figure in owners(stage, phrase))):
            return None
        category: ActorKind = "group" if noun.category == "group" else "bloc" if noun.category == "bloc" else "organisation"
        figure = organisation(stage, own_name(scene, phrase), category, noun.sector, phrase)
        if figure.country is None and noun.sector in _STATE_PARTS:
            people.suppose_country(stage, figure, scene.sentence.index)
        return (figure,)
    name = stage.person_names.get((sentence.index, phrase.head))
    if name is not None and is_firm(stage, scene, phrase, name):
        known = stage.lexicon.among(" ".join(map(folded, name.tokens)), "firms")
        return (organisation(stage, own_name(scene, phrase), "organisation", "BUS" if known else None, phrase),)
    if noun is not None and noun.category in {"person", "state"}:
        return None
    if (
        is_acronym(phrase.token.text)
        and len(phrase.token.text) < 7
        and kind not in _PLACE_TYPES
        and phrase.last - phrase.first < 2
    ):
        return (organisation(stage, phrase.token.text, "organisation", None, phrase),)
    if kind in _PLACE_TYPES or (noun is not None and noun.category == "place"):
        return (_town(stage, scene, phrase),)
    if kind in _BODY_TYPES or phrase.token.text in stage.acronyms or stage.known(f"acronym:{phrase.token.text}"):
        return (organisation(stage, own_name(scene, phrase), "organisation", None, phrase),)
    if kind:
        return None
    if states.is_place(stage, phrase) and phrase.preposition in {"in", "at", "near"}:
        return (_town(stage, scene, phrase),)
    if phrase.relation.startswith("nsubj") and is_acronym(phrase.token.text):
        return (organisation(stage, own_name(scene, phrase), "organisation", None, phrase),)
    return None


def own_name(scene: Scene, phrase: Phrase) -> str:
    """A body's name: the phrase without article and possessor."""
    sentence = scene.sentence
    first = phrase.first
    for index in range(phrase.first, phrase.head):
        token = sentence.tokens[index]
        if token.upos == "DET" or token.deprel == "nmod:poss" or token.text in {"'s", "’s"}:
            first = index + 1
    return joined(sentence, first, phrase.last)


def organisation(stage: Stage, name: str, kind: ActorKind, sector: str | None, phrase: Phrase) -> Figure:
    """A body by its name or by the abbreviation that the report introduces for it."""
    full = stage.acronyms.get(name, name) if is_acronym(name) else name
    key = f"name:{folded(full)}"
    figure = stage.known(key) or stage.known(f"acronym:{name}") or _longer(stage, name)
    if figure is not None:
        return figure
    words = tuple(full.split())
    figure = Figure(
        kind, full, sector=sector, named=True, tokens=tuple(map(folded, words)), lemma=folded(words[-1]), confidence=0.8
    )
    owner = owners(stage, phrase)
    if owner:
        figure.country = owner[0].country
        figure.side = owner[0] if owner[0].kind != "state" else None
    keys = [key]
    if len(words) > 2:
        keys.append(f"acronym:{initials(words)}")
    return stage.add(figure, *keys)


def _longer(stage: Stage, name: str) -> Figure | None:
    """A body of which a name is the shorter form: its last words ("the Courts"), one at least and capitalised."""
    words = tuple(map(folded, name.split()))
    bodies = (one for one in reversed(stage.figures) if one.same is None and one.named and one.kind in {"organisation", "group"})
    for figure in bodies:
        if 0 < len(words) < len(figure.tokens) and figure.tokens[-len(words) :] == words and figure.country is None:
            return figure
    return None


def _town(stage: Stage, scene: Scene, phrase: Phrase) -> Figure:
    """A place, with the country that the words around it name ("Darmstadt, Germany", "Sri Lanka's port of Galle")."""
    sentence = scene.sentence
    direct = [head for head in sentence.children[phrase.head] if sentence.tokens[head].deprel.startswith("nmod")]
    country = next((figure.country for head in direct for figure in stage.of_head(sentence.index, head) if figure.country), None)
    for child in sentence.dependents(phrase.head, "appos", "nmod", "list"):
        found = scene.found.get(child)
        if country is None and found is not None and found.senses[0].entity.kind == "state":
            country = found.senses[0].entity.country
    head = sentence.tokens[phrase.head].head
    if country is None and sentence.tokens[phrase.head].deprel == "appos" and head >= 0:
        country = next((figure.country for figure in stage.of_head(sentence.index, head) if figure.country), None)
    return states.place(stage, own_name(scene, phrase), country)
