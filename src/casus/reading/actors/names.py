"""Mentions by name: states and their parts, organisations, persons and places, known to the reference facts or not."""

from casus.reading.actors import people, states
from casus.reading.actors.figures import Figure, Figures, Stage
from casus.reading.actors.lexicon import lexicon
from casus.reading.actors.naming import PersonName, folded, initials, is_acronym
from casus.reading.actors.owners import owners
from casus.reading.actors.personal import is_person
from casus.reading.actors.phrases import Phrase, Scene, coordinated, joined
from casus.reading.actors.unlisted import organisation, own_name, unlisted
from casus.reading.model import ActorKind
from casus.world import names
from casus.world.names import Found

_BODIES = frozenset({"organisation", "group", "bloc"})


def resolve(stage: Stage, scene: Scene, phrase: Phrase) -> Figures | None:
    """What a phrase with a name as its head means; None where its head is no name."""
    found = _known(scene, phrase)
    name = stage.person_names.get((scene.sentence.index, phrase.head))
    if name is None and found is None and phrase.token.upos == "PROPN":
        name = _surname_of(stage, scene, phrase)
    full = stage.acronyms.get(phrase.token.text) if is_acronym(phrase.token.text) else None
    if full is not None:
        return _abbreviated(stage, phrase, full)
    if found is not None and found.senses[0].use == "person":
        owner = _named_owner(stage, phrase, found.first)
        told = name if name is not None and name.last == found.last and name.first == found.first else _plain(scene, found, name)
        return (people.named(stage, told, scene.sentence.index, owner, found.senses[0].entity),)
    if name is not None and is_person(stage, scene, phrase, name):
        owner = _named_owner(stage, phrase, name.first)
        return (people.named(stage, name, scene.sentence.index, owner),)
    if found is not None:
        return _by_facts(stage, scene, phrase, found)
    spelt_out = stage.acronyms.get(initials(phrase.words)) if phrase.last - phrase.first > 1 else None
    if spelt_out is not None and spelt_out in phrase.text:
        return _abbreviated(stage, phrase, spelt_out)
    if phrase.token.upos != "PROPN":
        return None
    return unlisted(stage, scene, phrase)


def _named_owner(stage: Stage, phrase: Phrase, first: int) -> Figure | None:
    """Whose the bearer of a name is; the "his" of "His Excellency" owns nobody."""
    words = phrase.sentence.tokens[phrase.first : first]
    if any(folded(token.text) in stage.lexicon.words["styles"] for token in words):
        return None
    found = owners(stage, phrase, first)
    return found[0] if found else None


def _surname_of(stage: Stage, scene: Scene, phrase: Phrase) -> PersonName | None:
    """A surname that is a title elsewhere ("Ms Bishop"), where the report gives it in full or an honorific stands before."""
    word, before = phrase.token.text, scene.sentence.tokens[phrase.head - 1] if phrase.head else None
    honorific = folded(before.text) if before is not None and folded(before.text) in stage.lexicon.honorifics else ""
    full = any(folded(one[-1]) == folded(word) for one in stage.full_names.get(folded(word), ()))
    if phrase.plural or not (full or stage.lexicon.honorifics.get(honorific) in {"male", "female"}):
        return None
    if full and not honorific and phrase.determiner:
        return None
    return PersonName(phrase.head, phrase.head, (word,), "", "", honorific)


def inside_name(scene: Scene, phrase: Phrase) -> bool:
    """Whether the head is an inner part of a longer name ("Independent States" in a commonwealth's, "Trade" in a ministry's)."""
    found, above = scene.found.get(phrase.head), phrase.token.head
    if found is not None:
        return found.first <= above <= found.last
    top = coordinated(scene.sentence, phrase.head)
    head = scene.sentence.tokens[top].head
    if phrase.token.upos != "PROPN" or phrase.preposition not in {"of", "for"} or head < 0 or top - head > 4:
        return False
    governor = scene.sentence.tokens[head]
    noun = lexicon().nouns.get(folded(governor.lemma))
    capital = governor.text[:1].isupper() and governor.upos in {"PROPN", "NOUN"}
    return (
        capital and noun is not None and (noun.category == "organisation" or (noun.category == "person" and noun.sector == "GOV"))
    )


def resolvable(stage: Stage, scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase's head is a name and no title or kind of body."""
    if phrase.head in scene.found:
        return True
    noun = stage.lexicon.nouns.get(folded(phrase.token.lemma))
    return noun is None or phrase.first < phrase.head


def _plain(scene: Scene, found: Found, name: PersonName | None) -> PersonName:
    """A known person's name as the facts have it, with the title that was read before it."""
    words = tuple(token.text for token in scene.sentence.tokens[found.first : found.last + 1])
    if name is None or name.last != found.last:
        return PersonName(found.first, found.last, words, "", "", "")
    role = name.role.split()
    while role and role[-1] in words:
        role.pop()
    return PersonName(found.first, found.last, words, " ".join(role), name.role_head if role else "", name.honorific)


def _abbreviated(stage: Stage, phrase: Phrase, full: str) -> Figures | None:
    """What an abbreviation means whose full form the report gives; None where that is no body (an act, a treaty)."""
    known = names.senses(full, stage.on)
    if known:
        return (states.named(stage, phrase, Found(phrase.head, phrase.head, known)),)
    words = full.split()
    noun = stage.lexicon.nouns.get(" ".join(map(folded, words[-2:]))) or stage.lexicon.nouns.get(folded(words[-1]))
    if noun is None:
        noun = next(
            (found for word in words if (found := stage.lexicon.nouns.get(folded(word))) and found.category in _BODIES), None
        )
    if noun is None or noun.category not in _BODIES:
        return None
    category: ActorKind = "group" if noun.category == "group" else "organisation"
    return (organisation(stage, full, category, noun.sector, phrase),)


def _known(scene: Scene, phrase: Phrase) -> Found | None:
    """The known name that holds the head, unless it is part of a longer name ("Michael Jordan")."""
    found = scene.found.get(phrase.head)
    if found is None:
        return None
    tokens = scene.sentence.tokens
    if found.senses[0].use != "person":
        for index in range(phrase.first, phrase.last + 1):
            outside = not found.first <= index <= found.last
            if (
                outside
                and tokens[index].deprel == "flat"
                and found.first <= tokens[index].head <= found.last
                and tokens[index].upos == "PROPN"
            ):
                return None
    if found.last < phrase.head:
        return None
    return found


def _by_facts(stage: Stage, scene: Scene, phrase: Phrase, found: Found) -> Figures | None:
    sense = states.best_sense(stage, phrase, found)
    if (
        sense.use == "demonym"
        and phrase.token.upos in {"NOUN", "PROPN"}
        and phrase.head == found.last
        and not phrase.relation.startswith(("compound", "amod"))
    ):
        return _people(stage, phrase, sense.entity.country, states.of_entity(stage, sense.entity))
    if sense.entity.kind == "state" and sense.use == "ministry":
        owner = next((figure for figure in owners(stage, phrase, found.first) if figure.kind == "state"), None)
        if owner is not None and owner.country != sense.entity.country:
            return (states.body(stage, owner.country, joined(scene.sentence, found.first, found.last), sense.sector),)
    if sense.entity.kind in _BODIES and found.first > phrase.first:
        owner = next((figure for figure in owners(stage, phrase, found.first) if figure.kind == "state"), None)
        if (owner is not None and sense.entity.country not in {None, owner.country}) or (
            owner is not None and _generic(stage, scene, found)
        ):
            return (states.body(stage, owner.country, joined(scene.sentence, found.first, found.last), sense.entity.sector),)
        if sense.entity.country is None and _begins_before(scene, found):
            return (organisation(stage, own_name(scene, phrase), sense.entity.kind, None, phrase),)
    return (states.named(stage, phrase, found),)


def _begins_before(scene: Scene, found: Found) -> bool:
    """Whether a name of several words ends a longer one ("Common Market" in "the Central American Common Market")."""
    before = scene.sentence.tokens[found.first - 1]
    below = scene.sentence.tokens[found.first : found.last + 1]
    inner = found.last > found.first and found.first - 1 > 0 and before.upos in ("ADJ", "PROPN") and before.text[:1].isupper()
    return inner and before.head in {token.index for token in below}


def _generic(stage: Stage, scene: Scene, found: Found) -> bool:
    """Whether a known name is made of common words only ("Security Council"), so that many states may have one."""
    words = " ".join(folded(token.text) for token in scene.sentence.tokens[found.first : found.last + 1])
    return words in stage.lexicon.references or words in stage.lexicon.nouns


def _people(stage: Stage, phrase: Phrase, country: str | None, owner: Figure) -> Figures:
    """ "the Greeks" are the state in reports; "two Libyans" and "a Libyan" are persons of it."""
    if phrase.plural and phrase.number == 0 and phrase.determiner in {"the", ""} and phrase.first >= phrase.head - 1:
        return (owner,)
    if phrase.plural or phrase.number > 1:
        key = f"people:{country}:{folded(phrase.text)}"
        figure = stage.known(key)
        if figure is None:
            figure = stage.add(
                Figure("group", phrase.text, country=country, sector="CVL", plural=True, lemma=folded(phrase.token.lemma)), key
            )
        return (figure,)
    if phrase.determiner in {"a", "an", "one", "another"} or phrase.number == 1:
        return (
            stage.add(
                Figure("person", phrase.text, country=country, sector="CVL", lemma=folded(phrase.token.lemma), confidence=0.8)
            ),
        )
    return (owner,)
