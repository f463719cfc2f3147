"""Goods: which noun phrases name arms, aid or money that may pass, and of which class they are."""

import re
from typing import cast

from casus.reading.frames.lexicon import inverted, word_set
from casus.reading.frames.phrases import lowered, phrase_tokens
from casus.reading.model import GoodsClass
from casus.reading.parse import Sentence
from casus.reading.syntax import oblique, preposition
from casus.sources.report import Span

ARMS = frozenset({"arms", "ammunition", "vehicles", "aircraft", "missiles"})
_MODEL = re.compile(r"(?<![\w-])[A-Z][A-Za-z]{0,3} ?- ?\d{1,4}[A-Za-z]{0,2}s?(?![\w-])")
"""A weapon's designation: a letter or a few, a hyphen and a number ("MiG-29", "T-72", "S-300"), in words with spaces between."""


def goods_class(sentence: Sentence, head: int, certain: bool) -> GoodsClass | None:
    """The class of the goods that a noun phrase names, None where it names none.

    Words like "system" count only with a military or relief word beside them, or where the rest makes it `certain` that
    something passes to somebody; so does a sum of money that is no price.
    """
    tokens = phrase_tokens(sentence, head)
    inside, table = lowered(sentence, tokens), inverted("transfers", "goods")
    own = [sentence.tokens[head].text.lower(), sentence.tokens[head].lemma.lower()]
    carried = sentence.tokens[head].lemma.lower() in word_set("transfers", "measured_by") or sentence.tokens[head].upos in (
        "PROPN",
        "NUM",
        "SYM",
    )
    if _civil(own, inside):
        return None
    model = _MODEL.search(" ".join(sentence.tokens[index].text for index in tokens)) is not None
    certain = certain or model
    for word in (*own, *(reversed(lowered(sentence, _measured(sentence, head))) if carried else ())):
        if word not in table:
            continue
        if word in word_set("transfers", "qualified") and not certain and word_set("transfers", "qualifiers").isdisjoint(inside):
            continue
        return cast(GoodsClass, table[word])
    if model:
        return "arms"
    money = not word_set("transfers", "currencies").isdisjoint(inside) and word_set("transfers", "priced").isdisjoint(inside)
    return "financial" if money and certain else None


def _civil(own: list[str], inside: list[str]) -> bool:
    """Whether goods that an army may use as well serve others here: a satellite that is called no military one, a passenger
    plane."""
    if not word_set("transfers", "martial").isdisjoint(inside):
        return False
    if not word_set("transfers", "military_only").isdisjoint(own):
        return True
    dual = word_set("transfers", "qualified") | {"aircraft", "jet", "jets", "helicopter", "helicopters"}
    return not word_set("transfers", "civil").isdisjoint(inside) and not dual.isdisjoint(own)


def _measured(sentence: Sentence, head: int) -> list[int]:
    """The tokens of a measure and of what it is a measure of ("40 tonnes of rice", "the first six of 36 jets"), without what else
    hangs on them ("a set of measures over its missiles")."""
    found = [head]
    for child in sentence.children[head]:
        relation, marker = sentence.tokens[child].deprel.partition(":")[0], preposition(sentence, child)
        if relation in ("compound", "amod", "nummod", "flat", "conj") or (
            relation == "nmod" and marker in ("of", "in", "worth", "")
        ):
            found += _measured(sentence, child)
    return sorted(found)


def goods_span(sentence: Sentence, head: int) -> Span:
    """The words for the goods, without from whom and to whom they pass."""
    ways = {
        below
        for index in phrase_tokens(sentence, head)
        if sentence.tokens[index].deprel.partition(":")[0] in ("nmod", "obl")
        and preposition(sentence, index) in ("from", "to", "for", "worth")
        for below in sentence.subtree(index)
    }
    inside = [index for index in phrase_tokens(sentence, head) if index not in ways] or [head]
    return sentence.span_of(inside)


def to_a_place(sentence: Sentence, bearers: tuple[int, ...]) -> bool:
    """Whether things are sent to a stretch of land or sea ("tanks to the border with Chile"), which nobody gets."""
    heads = [head for bearer in bearers for head in oblique(sentence, bearer, frozenset({"to", "toward", "towards"}))]
    return any(sentence.tokens[head].lemma.lower() in word_set("transfers", "places") for head in heads)
