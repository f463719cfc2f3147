"""Noun phrases without a name: which figure "the president", "the French military", "two soldiers" or "the council" means."""

from collections.abc import Callable

from casus.reading.actors import people, states
from casus.reading.actors.figures import Figure, Figures, Stage
from casus.reading.actors.groups import plural
from casus.reading.actors.lexicon import Noun
from casus.reading.actors.naming import entity_type, folded
from casus.reading.actors.owners import owners, state_like
from casus.reading.actors.phrases import Phrase, joined, preposition
from casus.reading.actors.salience import choose, ranked
from casus.world import entities, offices
from casus.world.time import Validity

_BOTH_LIVE = 2.4
"""A second state within this prominence of the first leaves "the country" in doubt."""
_HEADS_OF_GOVERNMENT = frozenset({"prime minister", "head of government", "chancellor", "premier"})
_KIN = frozenset({"wife", "husband", "son", "daughter", "brother", "sister", "father", "mother", "widow", "child"})
_BOTH_HELD = 1.8
"""A second holder of a role within this prominence of the first leaves "the president" in doubt."""
_STATE_PARTS = frozenset({"GOV", "MIL", "LEG", "COP", "SPY", "JUD", "OPP"})
_PERSON_ENDINGS = ("ist", "man", "woman", "men", "women", "er", "or", "ian", "crat", "eer", "ant")
_ACT_ENDINGS = ("tion", "sion", "ment", "ing", "ness", "ity", "ship", "ism", "ance", "ence", "al")


def head_noun(stage: Stage, phrase: Phrase) -> tuple[str, Noun | None]:
    """The head as the word lists have it, two or three words where they know them ("prime minister"), and what it means."""
    tokens, nouns = phrase.sentence.tokens, stage.lexicon.nouns
    head = phrase.head
    last = folded(tokens[head].lemma)
    if head + 2 <= phrase.last and tokens[head + 1].text == "of":
        known = nouns.get(f"{last} of {folded(tokens[head + 2].lemma)}")
        if known:
            return f"{last} of {folded(tokens[head + 2].lemma)}", known
    for start in (head - 2, head - 1):
        if start >= phrase.first:
            words = " ".join([*(folded(token.text) for token in tokens[start:head]), last])
            if words in nouns:
                return words, nouns[words]
    noun = nouns.get(last) or nouns.get(folded(tokens[head].text))
    return last, noun


def resolve(stage: Stage, phrase: Phrase) -> Figures | None:
    """The figures that a nominal means; None where it means a thing and no actor."""
    lemma, noun = head_noun(stage, phrase)
    known = _reference(stage, phrase)
    if known is not None:
        return (known,)
    if noun is None or (lemma in stage.lexicon.things and not _speaks(stage, phrase)):
        noun = _guess(stage, phrase) if noun is None else (noun if _owned(stage, phrase) else None)
        if noun is None:
            return None
    generic = noun.category == "person" and (phrase.preposition == "as" or phrase.determiner == "no")
    if generic or _of_an_act(stage, phrase, lemma):
        return None
    found = owners(stage, phrase)
    if phrase.number == 2 or phrase.plural:
        return plural(stage, phrase, lemma, noun, found)
    if noun.category == "person":
        return _person(stage, phrase, lemma, noun, found)
    if noun.category == "state":
        return _state(stage, phrase, lemma, found)
    if noun.category == "place":
        return _place(stage, phrase, lemma, found)
    return _body(stage, phrase, lemma, noun, found)


def _speaks(stage: Stage, phrase: Phrase) -> bool:
    governor = phrase.sentence.tokens[phrase.governor].lemma.lower() if phrase.governor >= 0 else ""
    return phrase.relation.startswith("nsubj") and stage.lexicon.among(governor, "speech_words")


def _of_an_act(stage: Stage, phrase: Phrase, lemma: str) -> bool:
    """Whether a word that often means a thing has a complement of an act: "Oslo's opposition to the plan"."""
    sentence = phrase.sentence
    return lemma in stage.lexicon.things and any(
        preposition(sentence, head) == "to" for head in sentence.dependents(phrase.head, "nmod")
    )


def _owned(stage: Stage, phrase: Phrase) -> bool:
    """Whether a word that often means a thing has a state before it ("the Chilean side"), or is one of two."""
    if phrase.number == 2:
        return True
    before = range(phrase.first, phrase.head)
    return any(figure.kind == "state" for index in before for figure in stage.of_head(phrase.sentence.index, index))


def _guess(stage: Stage, phrase: Phrase) -> Noun | None:
    """What an unlisted noun may be: by the encoder's entity span, or by its ending where it speaks."""
    kind = entity_type(phrase.sentence, phrase.head)
    word = folded(phrase.token.lemma)
    if word.endswith(_ACT_ENDINGS):
        return None
    if word.endswith(_PERSON_ENDINGS) and (kind == "person" or _speaks(stage, phrase)):
        return Noun("person", None)
    if kind == "organization" and phrase.determiner != "":
        return Noun("organisation", None)
    return None


def _reference(stage: Stage, phrase: Phrase) -> Figure | None:
    """The entity that a generic phrase always means ("the Security Council", "the West"); weak ones are left for later."""
    tokens = phrase.sentence.tokens
    for start in range(max(phrase.first, phrase.head - 3), phrase.head + 1):
        words = " ".join([*(folded(token.text) for token in tokens[start : phrase.head]), folded(tokens[phrase.head].lemma)])
        reference = stage.lexicon.references.get(words)
        if reference and not reference.weak and (not reference.capitalised or tokens[start].text[:1].isupper()):
            owner = [index for index in range(phrase.first, start) if stage.of_head(phrase.sentence.index, index)]
            if not owner or all(
                figure.kind != "state" for index in owner for figure in stage.of_head(phrase.sentence.index, index)
            ):
                return states.of_entity(stage, entities.entity(reference.world))
    return None


def role_words(stage: Stage, phrase: Phrase, found: Figures) -> str:
    """The role as the report gives it: the phrase without article, possessor and demonyms."""
    tokens = phrase.sentence.tokens
    first = phrase.first
    owned = {
        index
        for index in range(phrase.first, phrase.head)
        if tokens[index].upos in {"DET", "PRON", "PART"} or tokens[index].deprel == "nmod:poss"
    }
    while first < phrase.head and (
        first in owned or _names_owner(phrase, first, found) or tokens[first].text.lower() in stage.lexicon.words["passing"]
    ):
        first += 1
    return joined(phrase.sentence, first, phrase.head)


def _names_owner(phrase: Phrase, index: int, found: Figures) -> bool:
    token = phrase.sentence.tokens[index]
    return bool(found) and token.text[:1].isupper() and token.deprel.partition(":")[0] in {"amod", "compound"}


def definite(stage: Stage, phrase: Phrase) -> bool:
    """Whether a phrase speaks of somebody who is known: "the", "this", or an owner; titles without an article count."""
    return phrase.determiner == "'s" or stage.lexicon.among(phrase.determiner, "definite")


def accepts_role(stage: Stage, lemma: str, figure: Figure) -> bool:
    """Whether what is known of a person fits a role's noun ("leader" takes a president)."""
    wanted = _wanted(stage, lemma)
    if lemma in {"man", "woman", "person", "politician", "figure"}:
        gender = stage.lexicon.role_genders.get(lemma)
        return gender is None or figure.gender in {None, gender}
    return any(role in wanted or role.rpartition(" ")[2] in wanted for role in figure.roles)


def _wanted(stage: Stage, lemma: str) -> frozenset[str]:
    """The role nouns that a role noun may mean."""
    same = stage.lexicon.same_roles.get(lemma, lemma)
    return stage.lexicon.roles.get(same, frozenset()) | {same}


def barred(stage: Stage, phrase: Phrase) -> frozenset[int]:
    """Ids of the figures that the subject of the phrase's own clause means: its objects and adjuncts are somebody else."""
    sentence, current = phrase.sentence, phrase.governor
    if phrase.relation.startswith("nsubj"):
        return frozenset()
    for _ in range(4):
        if current < 0:
            break
        subjects = sentence.dependents(current, "nsubj")
        if subjects:
            return frozenset(id(figure) for head in subjects for figure in stage.of_head(sentence.index, head))
        if sentence.tokens[current].deprel not in {"nmod", "obl", "obj", "nmod:poss", "xcomp", "acl"}:
            break
        current = sentence.tokens[current].head
    return frozenset()


def _person(stage: Stage, phrase: Phrase, lemma: str, noun: Noun, found: Figures) -> Figures:
    role, owner = role_words(stage, phrase, found), (found[0] if found else None)
    if lemma in stage.lexicon.words["counterparts"]:
        return (_counterpart(stage, phrase, found),)
    if definite(stage, phrase) or (owner and people.office_of(role)[0]):
        figure = holder(stage, phrase, lemma, role, owner)
        if figure is not None:
            return (figure,)
    return (unnamed(stage, phrase, lemma, noun, role, owner),)


def unnamed(stage: Stage, phrase: Phrase, lemma: str, noun: Noun, role: str, owner: Figure | None) -> Figure:
    """A new person whom the report does not name."""
    figure = Figure("person", _without_article(phrase), role=role, lemma=lemma, confidence=0.8)
    figure.sector = noun.sector
    people.describe(stage, figure, role, lemma, owner)
    return stage.add(figure)


def _without_article(phrase: Phrase) -> str:
    first = phrase.first
    if phrase.sentence.tokens[first].upos == "DET" and first < phrase.head:
        first += 1
    return joined(phrase.sentence, first, phrase.last)


def holder(stage: Stage, phrase: Phrase, lemma: str, role: str, owner: Figure | None) -> Figure | None:
    """The person in a role: one whom the report names or mentions in it, else the office's holder on the day."""
    country, sentence = (owner.country if owner else None), phrase.sentence.index
    others = barred(stage, phrase) if phrase.determiner != "'s" else frozenset()

    def fits(figure: Figure) -> bool:
        if figure.kind != "person" or figure.plural or id(figure) in others or not accepts_role(stage, lemma, figure):
            return False
        if owner is None:
            return True
        if owner.kind in {"organisation", "group"} and owner.country is None:
            return figure.side is owner
        return country is None or figure.country == country

    figure = choose(stage, phrase, ranked(stage, sentence, fits), _BOTH_HELD)
    if figure is None and owner is not None:
        figure = _titled_later(stage, lemma, country)
    if figure is None:
        figure = _by_office(stage, phrase, role or lemma, owner)
    return figure


def _titled_later(stage: Stage, lemma: str, country: str | None) -> Figure | None:
    """A person whom the report names in such a role of that state further on."""
    wanted = _wanted(stage, lemma)
    for tokens, code, roles in stage.titled:
        if country and code == country and roles & wanted:
            figure = next((one for one in stage.persons() if people.matches(people.parts(tokens), one.tokens)), None)
            if figure is not None:
                return figure
            full = people.parts(tokens)
            made = Figure(
                "person", " ".join(tokens).replace(" - ", "-"), country=country, named=True, tokens=full, roles=set(roles)
            )
            people.identify(stage, made)
            return stage.add(made, f"person:{' '.join(full)}")
    return None


def _by_office(stage: Stage, phrase: Phrase, role: str, owner: Figure | None) -> Figure | None:
    office = people.office_of(role)[0]
    if office is None or stage.on is None:
        return None
    if owner is not None and owner.entity is not None and owner.kind in {"organisation", "bloc"}:
        heads = offices.org_heads(owner.entity.id.partition(":")[2], stage.on)
        return people.of_holder(stage, heads[0]) if heads else None
    if owner is not None and owner.kind not in {"state", "place"} and owner.sector not in {None, "GOV"}:
        return None
    country = owner.country if owner else likely_country(stage, phrase)
    for found in offices.holders(country, office, stage.on) if country else ():
        stands_in = found.office == "effective leader" and office in _HEADS_OF_GOVERNMENT
        if not stands_in and Validity(found.first, found.last).contains(stage.on):
            return people.of_holder(stage, found)
    return None


def _counterpart(stage: Stage, phrase: Phrase, found: Figures) -> Figure:
    """ "his Slovak counterpart": who holds the possessor's office in the other state."""
    first, owner = _counterparts(stage, phrase, found)
    roles = sorted(first.roles, key=len, reverse=True) if first else []
    if owner is not None:
        for role in roles:
            figure = holder(stage, phrase, role, role, owner)
            if figure is not None:
                return figure
    figure = Figure(
        "person", phrase.text, role=first.role if first else None, roles=set(roles), confidence=0.7, lemma="counterpart"
    )
    if owner is not None:
        figure.country, figure.sector = owner.country, first.sector if first else None
        figure.side = owner
    return stage.add(figure)


def _counterparts(stage: Stage, phrase: Phrase, found: Figures) -> tuple[Figure | None, Figure | None]:
    """The possessor of a counterpart, and the state that the counterpart is of."""
    sentence = phrase.sentence
    beside = (figure for head in sentence.dependents(phrase.head, "nmod") for figure in stage.of_head(sentence.index, head))
    first = next((figure for figure in beside if figure.kind == "person"), None)
    inside = [figure for index in range(phrase.first, phrase.head) for figure in stage.of_head(sentence.index, index)]
    states_named = (figure for figure in (*inside, *found) if figure.kind == "state")
    return first, next((figure for figure in states_named if first is None or figure.country != first.country), None)


def describes(stage: Stage, phrase: Phrase, figure: Figure) -> bool:
    """Let a nominal beside or after a name describe its figure: role, owner and country. False where the two can't be one."""
    lemma, noun = head_noun(stage, phrase)
    if noun is None or phrase.number > 1:
        return False
    found = owners(stage, phrase)
    owner = found[0] if found else None
    if lemma in stage.lexicon.words["counterparts"] and figure.kind == "person":
        first, owner = _counterparts(stage, phrase, found)
        if first is not None and first is not figure:
            figure.roles |= first.roles
            people.describe(stage, figure, first.role or "", "", owner)
            figure.role, figure.sector = figure.role or first.role, figure.sector or first.sector
        return True
    if noun.category == "person":
        if figure.kind != "person" or phrase.plural:
            return not phrase.plural and noun.sector is None
        if owner is not None and owner.kind == "state" and figure.country not in {None, owner.country}:
            return False
        if owner is figure or (owner is not None and owner.kind == "person" and lemma in _KIN):
            owner = None
        people.describe(stage, figure, role_words(stage, phrase, found), stage.lexicon.same_roles.get(lemma, lemma), owner)
        return True
    if noun.category == "state":
        return figure.kind == "state" and not phrase.plural
    if noun.category == "place":
        if figure.kind == "place" and owner is not None:
            figure.country = figure.country or owner.country
        return figure.kind == "place"
    if figure.kind not in {"organisation", "group", "bloc"} or phrase.plural:
        return False
    if figure.entity is None and owner is not None and owner is not figure:
        figure.country, figure.side = figure.country or owner.country, figure.side or owner
    figure.sector = figure.sector or noun.sector
    return True


def _state(stage: Stage, phrase: Phrase, lemma: str, found: Figures) -> Figures | None:
    """ "the country", "his nation": a state that the report speaks of."""
    possessor = next((figure for figure in found if figure.kind == "person" and figure.country), None)
    if possessor is not None and possessor.country:
        owner = states.state(stage, possessor.country)
        return (owner,) if owner else None
    if not stage.lexicon.among(phrase.determiner, "definite"):
        return None
    others = barred(stage, phrase)
    found_states = ranked(stage, phrase.sentence.index, lambda one: one.kind == "state" and id(one) not in others, 50)
    figure = choose(stage, phrase, found_states, _BOTH_LIVE)
    return (figure,) if figure else None


def _place(stage: Stage, phrase: Phrase, lemma: str, found: Figures) -> Figures | None:
    owner = state_like(found)
    if owner is not None and lemma in {"capital", "city", "town", "village", "border", "port", "base", "airport", "frontier"}:
        return (states.place(stage, _without_article(phrase), owner.country),)
    if definite(stage, phrase) and lemma in {"city", "town", "village", "capital"}:
        figure = next((one for _, one in ranked(stage, phrase.sentence.index, lambda one: one.kind == "place", 40)), None)
        return (figure,) if figure else None
    return None


def _body(stage: Stage, phrase: Phrase, lemma: str, noun: Noun, found: Figures) -> Figures:
    """Ministries, armies, parties, councils, alliances and armed groups in the singular."""
    owner = found[0] if found else None
    if owner is not None and _kind_of_body(stage, phrase, owner):
        return (owner,)
    if owner is not None and (owner.country or owner.kind not in {"person", "place"}):
        return (owned_body(stage, phrase, lemma, noun, owner),)
    if definite(stage, phrase):
        figure = _last_body(stage, phrase, lemma, noun)
        if figure is not None:
            return (figure,)
        country = likely_country(stage, phrase) if noun.sector in _STATE_PARTS else None
        if country:
            named = states.body(stage, country, role_words(stage, phrase, found), noun.sector)
            named.lemma, named.confidence = named.lemma or lemma, min(named.confidence, 0.7)
            return (named,)
    kind = noun.category if noun.category in {"group", "bloc", "organisation"} else "organisation"
    figure = Figure(kind, _without_article(phrase), sector=noun.sector, lemma=lemma, confidence=0.7)
    return (stage.add(figure),)


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
    words = role_words(stage, phrase, (owner,))
    key = f"body:{owner.country if owner.country else owner.name}:{folded(words)}"
    figure = stage.known(key)
    if figure is None:
        figure = Figure(
            "bloc" if noun.category == "bloc" else "group" if noun.category == "group" else "organisation",
            _without_article(phrase), country=owner.country, sector=noun.sector, lemma=lemma, confidence=0.9,
        )  # fmt: skip
        figure.side = owner if owner.kind != "person" else owner.side
        if owner.kind != "state" and owner.country:
            figure.side = states.state(stage, owner.country) if noun.sector in _STATE_PARTS else figure.side
        stage.add(figure, key)
    return figure


def _last_body(stage: Stage, phrase: Phrase, lemma: str, noun: Noun) -> Figure | None:
    """The body last heard of that a noun can mean again: by its own noun, the end of its name, or its sector."""
    wanted = _body_test(stage, lemma, noun)
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


def _body_test(stage: Stage, lemma: str, noun: Noun) -> Callable[[Figure], bool]:
    simple = lemma.rpartition(" ")[2]

    def accepts(figure: Figure) -> bool:
        if figure.kind not in {"organisation", "group", "bloc"}:
            return False
        if simple in {figure.lemma.rpartition(" ")[2], figure.tokens[-1] if figure.tokens else ""}:
            return True
        if noun.category == "bloc":
            return figure.kind == "bloc" or (figure.entity is not None and len(figure.countries) > 1)
        if noun.category == "group":
            return figure.kind == "group" and (noun.sector is None or figure.sector in {None, noun.sector})
        return noun.sector in {"JRN", "PTY", "BUS", "SPY"} and figure.sector == noun.sector and figure.named

    return accepts


def likely_country(stage: Stage, phrase: Phrase) -> str | None:
    """The state that a part of a state without an owner belongs to: that of the states and officials nearest, with doubt."""
    here, scores = phrase.sentence.index, dict[str, float]()
    for heard in reversed(stage.heard[-60:]):
        for one in heard.figures:
            figure = one.itself()
            if figure.country and (figure.kind == "state" or figure.side is not None):
                value = heard.weight - 1.3 * (here - heard.sentence) - (0.0 if figure.kind == "state" else 0.4)
                scores[figure.country] = max(scores.get(figure.country, value), value)
    total = sum(stage.weights.values()) or 1.0
    ranking = sorted(((value + stage.weights.get(code, 0.0) / total, code) for code, value in scores.items()), reverse=True)
    found = [(value, figure) for value, code in ranking[:2] if (figure := states.state(stage, code)) is not None]
    figure = choose(stage, phrase, found)
    return figure.country if figure else None
