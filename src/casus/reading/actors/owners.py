"""Whose somebody or something is: the state, body or person that a phrase names beside its head."""

from collections.abc import Iterable

from casus.reading.actors import states
from casus.reading.actors.figures import Figure, Figures, Stage
from casus.reading.actors.phrases import Phrase, conjuncts, coordinated, preposition

_AGAINST = frozenset({"pro", "anti", "non"})
_OF = frozenset({"of", "for", "from"})
_IN = frozenset({"in", "at", "to"})


def owners(stage: Stage, phrase: Phrase, until: int | None = None) -> Figures:
    """Figures that own or place the head of a phrase, nearest kind first; one, or several where they are coordinated.

    "France's ministry", "the French ministry", "the US ministry", "the ministry of France", "the government in Khartoum". `until`
    ends the words before the head that count (a person's name starts there).
    """
    sentence = phrase.sentence
    ranked: list[tuple[int, int, int]] = []
    for index in range(phrase.first, (phrase.head if until is None else until)):
        figures = stage.of_head(sentence.index, index)
        if figures and figures[0].kind != "person" and not _compared(phrase, index):
            rank = 0 if sentence.tokens[index].deprel == "nmod:poss" and figures[0].kind == "state" else 1
            ranked.append((rank if figures[0].kind in {"state", "bloc"} else rank + 2, phrase.head - index, index))
        elif figures and sentence.tokens[index].deprel in {"nmod:poss", "compound"}:
            ranked.append((2, phrase.head - index, index))
    if phrase.first >= 2 and sentence.tokens[phrase.first - 1].text in {"'s", "’s"}:
        figures = stage.of_head(sentence.index, phrase.first - 2)
        if figures and figures[0].kind == "state":
            ranked.append((1, phrase.head - phrase.first + 2, phrase.first - 2))
    if not ranked and phrase.relation == "nmod:poss" and phrase.first > 0:
        name = stage.scenes[sentence.index].found.get(phrase.first - 1)
        if name is not None and name.senses[0].use == "demonym" and name.senses[0].entity.kind == "state":
            return (states.of_entity(stage, name.senses[0].entity),)
    for index in _after(phrase):
        figures = stage.of_head(sentence.index, index)
        case = preposition(sentence, index)
        if figures and case in _OF:
            ranked.append((4, index, index))
        elif figures and case in _IN and figures[0].kind in {"state", "place"}:
            ranked.append((5, index, index))
    if not ranked:
        return ()
    chosen = min(ranked)[2]
    found: list[Figure] = []
    top = coordinated(sentence, chosen)
    for one in conjuncts(sentence, top if phrase.first <= top < phrase.head else chosen):
        if one >= chosen or phrase.first <= one < phrase.head:
            found.extend(figure for figure in stage.of_head(sentence.index, one) if figure not in found)
    return tuple(found)


def _after(phrase: Phrase) -> Iterable[int]:
    """Heads of "of" and "in" phrases that hang on the head, or on a title inside the phrase."""
    tokens = phrase.sentence.tokens
    for index in range(phrase.first, len(tokens)):
        token = tokens[index]
        above = token.head
        if token.deprel.partition(":")[0] != "nmod" or not phrase.first <= above <= phrase.last or above >= index:
            continue
        named = tokens[above].deprel == "nmod" and tokens[above].head <= phrase.head and tokens[above].text[:1].isupper()
        if above <= phrase.head or named or tokens[above].deprel in {"nmod:desc", "compound", "flat", "appos"}:
            yield index


def _compared(phrase: Phrase, index: int) -> bool:
    """Whether a demonym only takes a side or leads ("pro-Russian", "US-led"), which says nothing of whose the head is."""
    tokens = phrase.sentence.tokens
    before = index >= 2 and tokens[index - 1].text == "-" and tokens[index - 2].lemma.lower() in _AGAINST
    after = (
        index + 2 < len(tokens)
        and tokens[index + 1].text == "-"
        and tokens[index + 2].upos in {"VERB", "ADJ"}
        and index + 2 < phrase.head
    )
    return before or after or tokens[index].text.lower().startswith(("pro-", "anti-"))


def state_like(figures: Figures) -> Figure | None:
    """The first of figures that has a country."""
    return next((figure for figure in figures if figure.country), None)
