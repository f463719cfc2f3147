"""Mentions by name: states and their parts, organisations, persons and places, known to the reference facts or not."""

from casus.reading.actors import people, states
from casus.reading.actors.figures import Figure, Figures, Stage
from casus.reading.actors.lexicon import lexicon
from casus.reading.actors.naming import PersonName, demonym, entity_type, folded, initials, is_acronym, is_title
from casus.reading.actors.owners import owners
from casus.reading.actors.phrases import Phrase, Scene, coordinated, joined
from casus.reading.model import ActorKind
from casus.world import names, offices
from casus.world.names import Found
from casus.world.time import Validity

_STATE_NAMES = frozenset({"name", "former", "alias"})
_PLACE_TYPES = frozenset({"place", "location", "gpe"})
_BODY_TYPES = frozenset({"organization", "organisation"})
_BODIES = frozenset({"organisation", "group", "bloc"})


def resolve(stage: Stage, scene: Scene, phrase: Phrase) -> Figures | None:
    """What a phrase with a name as its head means; None where its head is no name."""
    found = _known(scene, phrase)
    name = stage.person_names.get((scene.sentence.index, phrase.head))
    full = stage.acronyms.get(phrase.token.text) if is_acronym(phrase.token.text) else None
    if full is not None:
        return _abbreviated(stage, phrase, full)
    if found is not None and found.senses[0].use == "person":
        owner = owners(stage, phrase, found.first)
        told = name if name is not None and name.last == found.last and name.first == found.first else _plain(scene, found, name)
        return (people.named(stage, told, owner[0] if owner else None, found.senses[0].entity),)
    if name is not None and is_person(stage, scene, phrase, name):
        owner = owners(stage, phrase, name.first)
        return (people.named(stage, name, owner[0] if owner else None),)
    if found is not None:
        return _by_facts(stage, scene, phrase, found)
    spelt_out = stage.acronyms.get(initials(phrase.words)) if phrase.last - phrase.first > 1 else None
    if spelt_out is not None and spelt_out in phrase.text:
        return _abbreviated(stage, phrase, spelt_out)
    if phrase.token.upos != "PROPN":
        return None
    return _unknown(stage, scene, phrase)


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
    return (_organisation(stage, full, category, noun.sector, phrase),)


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


def is_person(stage: Stage, scene: Scene, phrase: Phrase, name: PersonName) -> bool:
    """Whether a name is a person's: by title, encoder, given name, an earlier mention, or an office that its bearer holds."""
    sentence = scene.sentence
    found = scene.found.get(name.last)
    whole = found is not None and found.first == name.first and found.last == name.last
    kind = entity_type(sentence, name.last)
    noun = stage.lexicon.nouns.get(folded(name.tokens[-1]))
    given = len(name.tokens) > 1 and folded(name.tokens[0]) in stage.lexicon.given_names
    if noun is not None and noun.category in _BODIES | {"place"} and not given:
        return False
    if noun is not None and noun.category == "person" and (phrase.plural or len(name.tokens) == 1) and kind != "person":
        return False
    if phrase.plural and noun is not None:
        return False
    if name.role_head or name.honorific:
        return not (whole and found is not None and found.senses[0].entity.kind in {"organisation", "bloc"})
    if folded(name.tokens[-1]) in stage.lexicon.words["calendar"] and len(name.tokens) == 1:
        return False
    tokens = people.parts(name.tokens)
    if not tokens or (is_acronym(name.tokens[-1]) and len(name.tokens) == 1 and not _headline(name)):
        return False
    earlier = any(figure.named and people.matches(tokens, figure.tokens) for figure in stage.persons()) or _named_in_full(
        stage, tokens
    )
    if whole and found is not None and found.senses[0].entity.kind != "person":
        return earlier and kind == "person"
    if earlier or kind == "person":
        return True
    if kind in _PLACE_TYPES | _BODY_TYPES:
        return False
    if len(tokens) > 1:
        return tokens[0] in stage.lexicon.given_names
    return _in_office(stage, tokens[0]) and phrase.relation.startswith("nsubj")


def _headline(name: PersonName) -> bool:
    return len(name.tokens[-1]) > 5


def _named_in_full(stage: Stage, tokens: tuple[str, ...]) -> bool:
    return any(people.matches(tokens, people.parts(full)) for full in stage.full_names.get(tokens[-1], ()))


def _in_office(stage: Stage, surname: str) -> bool:
    if stage.on is None:
        return False
    return any(
        Validity(holder.first, holder.last).contains(stage.on) and holder.sector == "GOV"
        for holder in offices.person(surname, stage.on)[:3]
    )


def titled(stage: Stage, scene: Scene, phrase: Phrase, name: PersonName) -> tuple[frozenset[str], str | None]:
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


def _by_facts(stage: Stage, scene: Scene, phrase: Phrase, found: Found) -> Figures | None:
    sense = states.best_sense(stage, phrase, found)
    if (
        sense.use == "demonym"
        and phrase.token.upos in {"NOUN", "PROPN"}
        and phrase.head == found.last
        and not phrase.relation.startswith(("compound", "amod"))
    ):
        return _people(stage, phrase, sense.entity.country, states.of_entity(stage, sense.entity))
    if sense.entity.kind in _BODIES and found.first > phrase.first:
        owner = next((figure for figure in owners(stage, phrase, found.first) if figure.kind == "state"), None)
        if (owner is not None and sense.entity.country not in {None, owner.country}) or (
            owner is not None and _generic(stage, scene, found)
        ):
            return (states.body(stage, owner.country, joined(scene.sentence, found.first, found.last), sense.entity.sector),)
    return (states.named(stage, phrase, found),)


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


def _unknown(stage: Stage, scene: Scene, phrase: Phrase) -> Figures | None:
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
        return (_organisation(stage, sentence_name(stage, scene, phrase), category, noun.sector, phrase),)
    if noun is not None and noun.category in {"person", "state"}:
        return None
    if (
        is_acronym(phrase.token.text)
        and len(phrase.token.text) < 7
        and kind not in _PLACE_TYPES
        and phrase.last - phrase.first < 2
    ):
        return (_organisation(stage, phrase.token.text, "organisation", None, phrase),)
    if kind in _PLACE_TYPES or (noun is not None and noun.category == "place"):
        return (_town(stage, scene, phrase),)
    if kind in _BODY_TYPES or phrase.token.text in stage.acronyms or stage.known(f"acronym:{phrase.token.text}"):
        return (_organisation(stage, sentence_name(stage, scene, phrase), "organisation", None, phrase),)
    if kind:
        return None
    if states.is_place(stage, phrase) and phrase.preposition in {"in", "at", "near"}:
        return (_town(stage, scene, phrase),)
    if phrase.relation.startswith("nsubj") and is_acronym(phrase.token.text):
        return (_organisation(stage, sentence_name(stage, scene, phrase), "organisation", None, phrase),)
    return None


def sentence_name(stage: Stage, scene: Scene, phrase: Phrase) -> str:
    """A body's name: the phrase without article and possessor."""
    sentence = scene.sentence
    first = phrase.first
    for index in range(phrase.first, phrase.head):
        token = sentence.tokens[index]
        if token.upos == "DET" or token.deprel == "nmod:poss" or token.text in {"'s", "’s"}:
            first = index + 1
    return joined(sentence, first, phrase.last)


def _organisation(stage: Stage, name: str, kind: ActorKind, sector: str | None, phrase: Phrase) -> Figure:
    """A body by its name or by the abbreviation that the report introduces for it."""
    full = stage.acronyms.get(name, name) if is_acronym(name) else name
    key = f"name:{folded(full)}"
    figure = stage.known(key) or stage.known(f"acronym:{name}")
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
    return states.place(stage, sentence_name(stage, scene, phrase), country)


def loose_names(stage: Stage, scene: Scene, first: int = 0, last: int = -1) -> None:
    """Mentions of states by demonyms and by names inside other names' phrases ("Russian officers", "US frigates")."""
    sentence = scene.sentence
    last = len(sentence.tokens) - 1 if last < 0 else last
    for index in range(first, last + 1):
        found = scene.found.get(index)
        if found is None:
            _loose_person(stage, scene, index)
            continue
        if found.last != index or found.last > last or (sentence.index, index) in stage.meant:
            continue
        if index in scene.phrases or not _stands_alone(scene, found):
            continue
        phrase = _inner_phrase(scene, found)
        sense = states.best_sense(stage, phrase, found)
        if sense.use == "person" or sense.entity.kind == "place" or (sense.use == "capital" and _names_after_town(scene, index)):
            continue
        figure = states.named(stage, phrase, found)
        stage.inner[(sentence.index, index)] = phrase
        stage.meant[(sentence.index, index)] = (figure,)
        stage.hear(phrase, (figure,), 0.8)
        figure.mentions.append((sentence.span_of([found.first, found.last]), "name"))


def _loose_person(stage: Stage, scene: Scene, index: int) -> None:
    """A person's surname before a noun ("the Obama administration", "the Kerbino faction")."""
    sentence, token = scene.sentence, scene.sentence.tokens[index]
    if token.upos != "PROPN" or token.deprel != "compound" or (sentence.index, index) in stage.meant or index in scene.phrases:
        return
    if sentence.tokens[token.head].upos != "NOUN" or is_title(sentence, index, stage.lexicon) or is_acronym(token.text):
        return
    if not (_named_in_full(stage, people.parts((token.text,))) or _in_office(stage, token.text)):
        return
    phrase = Phrase(sentence, index, index, index, "name", token.deprel, token.head, "", False, "", 0, scene.quoted[index])
    figure = people.named(stage, PersonName(index, index, (token.text,), "", "", ""), None)
    stage.inner[(sentence.index, index)] = phrase
    stage.meant[(sentence.index, index)] = (figure,)
    stage.hear(phrase, (figure,), 0.8)
    figure.mentions.append((sentence.span_of([index]), "name"))


def _names_after_town(scene: Scene, index: int) -> bool:
    """Whether a capital is only part of a name that was given after it ("the Vienna Convention")."""
    token = scene.sentence.tokens[index]
    return token.deprel == "compound" and token.head > index and scene.sentence.tokens[token.head].upos == "PROPN"


def _stands_alone(scene: Scene, found: Found) -> bool:
    """Whether a known name is a modifier of its own, not a piece of a person's name."""
    tokens = scene.sentence.tokens
    token = tokens[found.last]
    if token.deprel.partition(":")[0] == "flat" or _given_name(scene, found):
        return False
    return not any(
        tokens[child].deprel.partition(":")[0] == "flat" and not found.first <= child <= found.last
        for child in scene.sentence.children[found.last]
    )


def _given_name(scene: Scene, found: Found) -> bool:
    """Whether what looks like a demonym stands between a title and a surname ("Minister German Gref")."""
    tokens = scene.sentence.tokens
    before, after = found.first - 1, found.last + 1
    if before < 0 or after >= len(tokens) or tokens[after].upos != "PROPN":
        return False
    return tokens[before].text[:1].isupper() and is_title(scene.sentence, before, lexicon())


def _inner_phrase(scene: Scene, found: Found) -> Phrase:
    sentence = scene.sentence
    token = sentence.tokens[found.last]
    return Phrase(
        sentence,
        found.last,
        found.first,
        found.last,
        "name",
        token.deprel,
        token.head,
        "",
        False,
        "",
        0,
        scene.quoted[found.last],
    )
