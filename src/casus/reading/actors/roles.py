"""Which person a role means: "the president", "his Slovak counterpart", "a spokesman of the navy"."""

from casus.reading.actors import people
from casus.reading.actors.figures import Figure, Figures, Stage
from casus.reading.actors.lexicon import Noun
from casus.reading.actors.naming import folded
from casus.reading.actors.phrases import Phrase, joined, without_article
from casus.reading.actors.salience import barred, by_share, choose, likely_country, ranked
from casus.world import offices
from casus.world.offices import Holder
from casus.world.time import Validity

_LEADS = frozenset({"leader", "effective leader", "president", "head of state"})
_STATE_PARTS = frozenset({"GOV", "MIL", "LEG", "COP", "SPY", "JUD"})
_HEADS_OF_GOVERNMENT = frozenset({"prime minister", "head of government", "chancellor", "premier"})
_BOTH_HELD = 1.8
"""A second holder of a role within this prominence of the first leaves "the president" in doubt."""


def definite(stage: Stage, phrase: Phrase) -> bool:
    """Whether a phrase speaks of somebody who is known: "the", "this", or an owner; titles without an article count."""
    return phrase.determiner == "'s" or stage.lexicon.among(phrase.determiner, "definite")


def role_words(stage: Stage, phrase: Phrase) -> str:
    """The role as the report gives it: the phrase without article, possessor and demonyms."""
    tokens = phrase.sentence.tokens
    first = phrase.first
    owned = {
        index
        for index in range(phrase.first, phrase.head)
        if tokens[index].upos in {"DET", "PRON", "PART", "NUM"} or tokens[index].deprel == "nmod:poss"
    }
    while first < phrase.head and (
        first in owned or _names_owner(stage, phrase, first) or tokens[first].text.lower() in stage.lexicon.words["passing"]
    ):
        first += 1
    return joined(phrase.sentence, first, phrase.head)


def _names_owner(stage: Stage, phrase: Phrase, index: int) -> bool:
    """Whether a word before the head is part of the name or demonym of a state or body."""
    scene = stage.scenes[phrase.sentence.index]
    name = scene.found.get(index)
    return bool(stage.of_head(phrase.sentence.index, index)) or (name is not None and name.senses[0].entity.kind == "state")


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


def person(stage: Stage, phrase: Phrase, lemma: str, noun: Noun, found: Figures) -> Figures:
    role, owner = role_words(stage, phrase), (found[0] if found else None)
    if owner is not None and owner.kind == "organisation" and owner.sector in _STATE_PARTS and owner.country is None:
        _own(stage, phrase, owner)
    if lemma in stage.lexicon.words["counterparts"]:
        return (_counterpart(stage, phrase, found),)
    if definite(stage, phrase) or (owner and people.office_of(role)[0] and phrase.determiner not in ("a", "an", "another")):
        figure = holder(stage, phrase, lemma, role, owner)
        if figure is not None:
            return (figure,)
    return (unnamed(stage, phrase, lemma, noun, role, owner),)


def _own(stage: Stage, phrase: Phrase, body: Figure) -> None:
    """Give a part of a state without a state the one named last in the phrase, where the parse hung it on another word."""
    inside = (one for index in range(phrase.last, phrase.head, -1) for one in stage.of_head(phrase.sentence.index, index))
    body.side = next((one for one in inside if one.kind == "state" and body.entity is None), body.side)
    body.country = body.side.country if body.side is not None else None


def other_state(stage: Stage, phrase: Phrase, owner: Figure) -> Figure | None:
    """The state that "its neighbour" or "its rival" means: of the others the one that the report speaks of most near by."""
    others = ranked(stage, phrase.sentence.index, lambda one: one.kind == "state" and one.country != owner.country, 60)
    return by_share(stage, others)[0][1] if others else None


def unnamed(stage: Stage, phrase: Phrase, lemma: str, noun: Noun, role: str, owner: Figure | None) -> Figure:
    """A new person whom the report does not name."""
    figure = Figure("person", without_article(phrase), role=role, lemma=lemma, confidence=0.8)
    figure.sector = noun.sector
    part = _part_before(stage, phrase)
    if part is not None and part.sector:
        figure.sector = part.sector
    people.describe(stage, figure, role, lemma, owner)
    if owner is None and (part is not None or stage.lexicon.among(lemma, "placed")):
        people.suppose_country(stage, figure, phrase.sentence.index)
    return stage.add(figure)


def _part_before(stage: Stage, phrase: Phrase) -> Noun | None:
    """The part of a state that a compound names before the head ("a navy spokesman"), None where there is none."""
    for child in phrase.sentence.children[phrase.head]:
        token = phrase.sentence.tokens[child]
        noun = stage.lexicon.nouns.get(folded(token.lemma)) if token.deprel in {"compound", "amod"} else None
        if noun is not None and noun.category in {"organisation", "group"} and noun.sector in _STATE_PARTS:
            return noun
    return None


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
    if figure is None and owner is None:
        figure = _just_named(stage, phrase, lemma)
    if figure is None:
        figure = _by_office(stage, phrase, role or lemma, owner)
    return figure


def _just_named(stage: Stage, phrase: Phrase, lemma: str) -> Figure | None:
    """The one person of unknown office who was the subject just before ("Marta Silva ... The senator")."""
    here = phrase.sentence.index
    if lemma in stage.lexicon.roles or not phrase.relation.startswith("nsubj"):
        return None
    near = {figure.itself() for heard in stage.heard[-30:] if here - heard.sentence == 1 for figure in heard.figures}
    persons = [figure for figure in near if figure.kind == "person" and figure.named]
    if len(persons) != 1 or persons[0].entity is not None or persons[0].plural:
        return None
    return persons[0]


def _titled_later(stage: Stage, lemma: str, country: str | None) -> Figure | None:
    """A person whom the report names in such a role of that state further on."""
    wanted = _wanted(stage, lemma)
    for tokens, code, roles in stage.titled:
        if country and code == country and roles & (wanted | stage.lexicon.words["counterparts"]):
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
    return in_office(stage, office, owner.country if owner else likely_country(stage, phrase))


def in_office(stage: Stage, office: str, country: str | None) -> Figure | None:
    """Who holds an office of a state on the day of the report; whom the report names comes first."""
    if stage.on is None:
        return None
    listed = [*(offices.holders(country, office, stage.on) if country else ())]
    if country and office in _LEADS:
        listed.extend(offices.holders(country, "head of state", stage.on))
        listed.extend(offices.holders(country, "head of government", stage.on))

    def rank(one: Holder) -> tuple[bool, bool]:
        """Whom the report names comes first, then whose office has the very title."""
        return not _named_anywhere(stage, one), office not in {one.office, folded(one.title or "")}

    for found in sorted(listed, key=rank):
        stands_in = found.office == "effective leader" and office in _HEADS_OF_GOVERNMENT
        if not stands_in and Validity(found.first, found.last).contains(stage.on):
            return people.of_holder(stage, found)
    return None


def _named_anywhere(stage: Stage, found: Holder) -> bool:
    tokens = people.parts(tuple(found.person.name.split()))
    return any(people.matches(people.parts(full), tokens) for full in stage.full_names.get(tokens[-1], ()))


def _counterpart(stage: Stage, phrase: Phrase, found: Figures) -> Figure:
    """ "his Slovak counterpart": who holds the possessor's office in the other state."""
    first, owner = counterparts(stage, phrase, found)
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


def counterparts(stage: Stage, phrase: Phrase, found: Figures) -> tuple[Figure | None, Figure | None]:
    """The possessor of a counterpart, and the state that the counterpart is of."""
    sentence = phrase.sentence
    beside = (figure for head in sentence.dependents(phrase.head, "nmod") for figure in stage.of_head(sentence.index, head))
    first = next((figure for figure in beside if figure.kind == "person"), None)
    inside = [figure for index in range(phrase.first, phrase.head) for figure in stage.of_head(sentence.index, index)]
    states_named = (figure for figure in (*inside, *found) if figure.kind == "state")
    return first, next((figure for figure in states_named if first is None or figure.country != first.country), None)
