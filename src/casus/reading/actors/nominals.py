"""Noun phrases without a name: which figure "the president", "the French military", "two soldiers" or "the council" means."""

from casus.reading.actors import people, states
from casus.reading.actors.bodies import body
from casus.reading.actors.figures import Figure, Figures, Stage
from casus.reading.actors.groups import plural
from casus.reading.actors.lexicon import Noun
from casus.reading.actors.naming import entity_type, folded
from casus.reading.actors.owners import owners, state_like
from casus.reading.actors.phrases import Phrase, preposition, without_article
from casus.reading.actors.pronouns import the_other
from casus.reading.actors.roles import counterparts, definite, other_state, person, role_words
from casus.reading.actors.salience import barred, by_share, choose, ranked
from casus.world import entities

_BOTH_LIVE = 3.4
"""A second state within this prominence of the first leaves "the country" in doubt."""


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
    written = folded(tokens[head].text)
    for word in (written, last, last.removesuffix("s"), written.removesuffix("s")):
        if word in nouns:
            return (last if last in nouns and last not in stage.lexicon.things else word), nouns[word]
    return last, None


def resolve(stage: Stage, phrase: Phrase) -> Figures | None:
    """The figures that a nominal means; None where it means a thing and no actor."""
    if phrase.token.text.lower() == "other" and phrase.determiner == "the" and phrase.first == phrase.head - 1:
        return the_other(stage, phrase) or None
    if stage.lexicon.among(phrase.token.text.lower(), "partitives") and phrase.token.upos != "NOUN":
        return _part_of(stage, phrase)
    if stage.lexicon.among(folded(phrase.token.lemma), "crowd_numbers") and phrase.token.text.lower().endswith("s"):
        return _crowd(stage, phrase)
    lemma, noun = head_noun(stage, phrase)
    if noun is None or (lemma in stage.lexicon.things and not _speaks(stage, phrase) and not _named_of(phrase)):
        noun = _guess(stage, phrase) if noun is None else (noun if _owned(stage, phrase) else None)
        if noun is None:
            return None
    generic = noun.category == "person" and (phrase.preposition == "as" or phrase.determiner == "no")
    if generic or _of_an_act(stage, phrase, lemma):
        return None
    found = owners(stage, phrase)
    if first_person_owner(stage, phrase) and noun.category == "state":
        return ()
    if phrase.number == 2 or phrase.plural or phrase.determiner in {"each", "either", "neither"}:
        return plural(stage, phrase, lemma, noun, found)
    loose = stage.lexicon.among(lemma, "loose_members") and phrase.determiner == "'s" and found and _acts_for_state(found[0])
    if loose and (other := other_state(stage, phrase, found[0])) is not None:
        return (other,)
    if noun.category == "person":
        return person(stage, phrase, lemma, noun, found)
    if noun.category == "state":
        return _state(stage, phrase, found)
    if noun.category == "place":
        return _place(stage, phrase, lemma, found)
    return body(stage, phrase, lemma, noun, found)


def _part_of(stage: Stage, phrase: Phrase) -> Figures | None:
    """ "one of them" is somebody of theirs; "some of the soldiers" are the soldiers."""
    sentence = phrase.sentence
    whole = next((stage.of_head(sentence.index, head) for head in sentence.dependents(phrase.head, "nmod")), ())
    persons = [figure for figure in whole if figure.kind == "person" or (figure.kind == "group" and figure.plural)]
    if not persons or phrase.token.text.lower() not in {"one", "another"}:
        return whole or None
    figure = Figure("person", phrase.text, country=persons[0].country, sector=persons[0].sector, lemma=persons[0].lemma)
    figure.side, figure.confidence = persons[0].side, 0.7
    return (stage.add(figure),)


def _crowd(stage: Stage, phrase: Phrase) -> Figures | None:
    """ "hundreds of students" are the students; thousands who do something are a crowd."""
    sentence = phrase.sentence
    of = [head for head in sentence.dependents(phrase.head, "nmod") if preposition(sentence, head) == "of"]
    if of:
        return stage.of_head(sentence.index, of[0]) or None
    if phrase.relation != "nsubj" or phrase.first < phrase.head:
        return None
    name = phrase.text
    figure = Figure("group", name, sector="CVL", lemma=folded(phrase.token.lemma), plural=True, confidence=0.7)
    return (stage.add(figure),)


def _named_of(phrase: Phrase) -> bool:
    """Whether a capitalised noun and what "of" adds make a name ("the Bank of China")."""
    return phrase.token.upos == "PROPN" and any(
        preposition(phrase.sentence, head) == "of" and phrase.sentence.tokens[head].upos == "PROPN"
        for head in phrase.sentence.dependents(phrase.head, "nmod")
    )


def _acts_for_state(owner: Figure) -> bool:
    return owner.kind == "state" or (owner.kind == "organisation" and owner.country is not None and owner.sector in {None, "GOV"})


def _speaks(stage: Stage, phrase: Phrase) -> bool:
    """Whether a phrase says or decides something, or is several to whom it is said ("urged all sides to show restraint")."""
    governor = phrase.sentence.tokens[phrase.governor].lemma.lower() if phrase.governor >= 0 else ""
    if not stage.lexicon.among(governor, "speech_words"):
        return False
    told = phrase.relation in ("obj", "iobj") and stage.lexicon.among(governor, "telling_others")
    called = phrase.relation == "obl" and phrase.preposition in ("on", "upon") and governor == "call"
    return phrase.relation.startswith("nsubj") or (phrase.plural and (told or called))


def _of_an_act(stage: Stage, phrase: Phrase, lemma: str) -> bool:
    """Whether a word that often means a thing has a complement of an act: "Oslo's opposition to the plan"."""
    sentence = phrase.sentence
    return stage.lexicon.among(lemma, "acts_too") and any(
        preposition(sentence, head) == "to" for head in sentence.dependents(phrase.head, "nmod")
    )


def _owned(stage: Stage, phrase: Phrase) -> bool:
    """Whether a word that often means a thing has a state before it ("the Chilean side"), or is one of two."""
    if (phrase.number == 2 and phrase.determiner in {"the", "both"}) or phrase.determiner in {"each", "either", "neither"}:
        return True
    before = range(phrase.first, phrase.head)
    return any(figure.kind in {"state", "group"} for index in before for figure in stage.of_head(phrase.sentence.index, index))


def _guess(stage: Stage, phrase: Phrase) -> Noun | None:
    """What an unlisted noun may be: by the encoder's entity span, or by its ending where it speaks."""
    kind = entity_type(phrase.sentence, phrase.head)
    word = folded(phrase.token.lemma)
    if word.endswith(stage.lexicon.act_endings):
        return None
    if word.endswith(stage.lexicon.person_endings) and (kind == "person" or _speaks(stage, phrase)):
        return Noun("person", None)
    return None


def always(stage: Stage, phrase: Phrase) -> Figure | None:
    """The entity that a generic phrase means wherever it stands ("the Security Council", "the West")."""
    tokens = phrase.sentence.tokens
    if folded(phrase.token.lemma) not in stage.lexicon.reference_heads:
        return None
    for start in range(max(phrase.first, phrase.head - 3), phrase.head + 1):
        words = " ".join([*(folded(token.text) for token in tokens[start : phrase.head]), folded(tokens[phrase.head].lemma)])
        reference = stage.lexicon.references.get(words)
        if (
            reference
            and not reference.weak
            and (reference.near is None or stage.known(reference.near))
            and (not reference.capitalised or tokens[start].text[:1].isupper())
        ):
            owner = [index for index in range(phrase.first, start) if stage.of_head(phrase.sentence.index, index)]
            if not owner or all(
                figure.kind != "state" for index in owner for figure in stage.of_head(phrase.sentence.index, index)
            ):
                return states.of_entity(stage, entities.entity(reference.world))
    return None


def describes(stage: Stage, phrase: Phrase, figure: Figure) -> bool:
    """Let a nominal beside or after a name describe its figure: role, owner and country. False where the two can't be one."""
    lemma, noun = head_noun(stage, phrase)
    if noun is None or phrase.number > 1:
        return False
    found = owners(stage, phrase)
    owner = found[0] if found else None
    if lemma in stage.lexicon.words["counterparts"] and figure.kind == "person":
        first, owner = counterparts(stage, phrase, found)
        if first is not None and first is not figure:
            same = figure.entity is None or bool(figure.roles & first.roles)
            figure.roles |= first.roles if figure.entity is None else set()
            people.describe(stage, figure, (first.role or "") if same else "", "", owner)
            figure.role = figure.role or (first.role if same else None)
            figure.sector = figure.sector or first.sector
        return True
    if noun.category == "person":
        if figure.kind != "person" or phrase.plural:
            return not phrase.plural and noun.sector is None
        if owner is not None and owner.kind == "state" and figure.country not in {None, owner.country} and not figure.supposed:
            return False
        if owner is figure or (owner is not None and owner.kind == "person" and stage.lexicon.among(lemma, "kin")):
            owner = None
        people.describe(stage, figure, role_words(stage, phrase), stage.lexicon.same_roles.get(lemma, lemma), owner)
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


def _state(stage: Stage, phrase: Phrase, found: Figures) -> Figures | None:
    """States: "the country", "his nation": a state that the report speaks of."""
    possessor = next((figure for figure in found if figure.kind == "person" and figure.country), None)
    if possessor is not None and possessor.country:
        owner = states.state(stage, possessor.country)
        return (owner,) if owner else None
    if not stage.lexicon.among(phrase.determiner, "definite"):
        return None
    others = barred(stage, phrase)
    found_states = by_share(
        stage, ranked(stage, phrase.sentence.index, lambda one: one.kind == "state" and id(one) not in others, 50)
    )
    figure = choose(stage, phrase, found_states, _BOTH_LIVE)
    return (figure,) if figure else None


def first_person_owner(stage: Stage, phrase: Phrase) -> bool:
    """Whether a phrase belongs to a speaker who is not known yet ("our country")."""
    tokens = phrase.sentence.tokens
    words = (tokens[head].text.lower() for head in phrase.sentence.dependents(phrase.head, "nmod") if tokens[head].upos == "PRON")
    return any((pronoun := stage.lexicon.pronouns.get(word)) is not None and pronoun.person == 1 for word in words)


def _place(stage: Stage, phrase: Phrase, lemma: str, found: Figures) -> Figures | None:
    owner = state_like(found)
    if owner is not None and lemma in {"capital", "city", "town", "village", "border", "port", "base", "airport", "frontier"}:
        return (states.place(stage, without_article(phrase), owner.country),)
    if definite(stage, phrase) and lemma in {"city", "town", "village", "capital"}:
        figure = next((one for _, one in ranked(stage, phrase.sentence.index, lambda one: one.kind == "place", 40)), None)
        return (figure,) if figure else None
    return None
