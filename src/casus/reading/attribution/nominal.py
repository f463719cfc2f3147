"""Attributions without a verb of saying: "his warning that ...", "is confident that ...", "according to X", "X: ..."."""

from collections.abc import Iterator
from itertools import pairwise

from casus.reading.attribution.attribution import QUOTE_MARKS, Attribution, noun_phrase, trim
from casus.reading.attribution.cues import Cue, Lexicon
from casus.reading.parse import Sentence, Token
from casus.reading.syntax import grammatical_subject, oblique, preposition

_FROM = frozenset({"from", "by", "of"})
_ABOUT = frozenset({"for", "of", "about", "over", "on", "against", "to", "in", "with"})
_HEADLINE_SOURCE = 6
_CLAUSAL = frozenset({"acl", "ccomp", "advcl", "appos", "parataxis"})


def noun_attributions(sentence: Sentence, lexicon: Lexicon, taken: frozenset[int], wide: bool) -> Iterator[Attribution]:
    """Nouns of speech and attitude with their words: "Moscow's claim that ...", "a threat by X to ...".

    `taken` are tokens that verbs' cues have used. `wide` also takes phrases for content ("criticism of ...") and nouns without
    a source.
    """
    for token in sentence.tokens:
        if token.upos != "NOUN" or token.index in taken or (cue := lexicon.nouns.get(token.lemma)) is None:
            continue
        if cue.voiced and not wide:
            continue
        content, rule = _noun_content(sentence, token.index, wide)
        if not content:
            continue
        source = _noun_source(sentence, token.index, content)
        if source is None and not (wide and rule == "noun clause"):
            continue
        words = trim(sentence, content)
        phrase = tuple(index for index in noun_phrase(sentence, source) if index not in content) if source is not None else ()
        words = tuple(index for index in words if index not in set(phrase))
        if words:
            yield Attribution(
                sentence=sentence.index,
                act=cue.act,
                rule=rule,
                certainty=cue.certainty * (1.0 if rule == "noun clause" else 0.5),
                content=words,
                cue=(token.index,),
                cue_head=token.index,
                source=phrase,
                source_head=source,
                source_sentence=sentence.index,
                addressees=tuple(
                    child for child in oblique(sentence, token.index, frozenset({"to"})) if child not in words and child != source
                ),
                wide=rule != "noun clause",
            )


def _noun_content(sentence: Sentence, noun: int, wide: bool) -> tuple[set[int], str]:
    content: set[int] = set()
    for child in sentence.children[noun]:
        relation = sentence.tokens[child].deprel
        if relation in _CLAUSAL and child > noun and preposition(sentence, child) in ("that", "to"):
            content.update(sentence.subtree(child))
    if not content:
        content = _clause_of_source(sentence, noun) or _clause_of_governor(sentence, noun)
    if content:
        return {index for index in content if not _is_that(sentence, index, content)}, "noun clause"
    if wide:
        for child in oblique(sentence, noun, _ABOUT):
            content.update(sentence.subtree(child))
    return content, "noun phrase"


def _clause_of_source(sentence: Sentence, noun: int) -> set[int]:
    """A clause with "that" which the parse gave to the noun after "by" ("a claim by the army that ...")."""
    for source in oblique(sentence, noun, frozenset({"by", "from"})):
        for child in sentence.dependents(source, "acl", "ccomp", "advcl"):
            if preposition(sentence, child) == "that":
                return set(sentence.subtree(child))
    return set()


def _clause_of_governor(sentence: Sentence, noun: int) -> set[int]:
    """A clause with "that" after a noun, which the parse gave to the verb over it ("shrugged off warnings that ...")."""
    token = sentence.tokens[noun]
    if token.head < 0 or token.head > noun or token.deprel.partition(":")[0] not in ("obj", "obl"):
        return set()
    for child in sentence.dependents(token.head, "advcl", "ccomp"):
        below = sentence.subtree(child)
        if min(below) > noun and preposition(sentence, child) == "that":
            return set(below)
    return set()


def _is_that(sentence: Sentence, index: int, content: set[int]) -> bool:
    token = sentence.tokens[index]
    return index == min(content) and token.deprel == "mark" and token.text.lower() == "that"


def _noun_source(sentence: Sentence, noun: int, content: set[int]) -> int | None:
    for child in sentence.dependents(noun, "nmod"):
        if sentence.tokens[child].deprel == "nmod:poss" and child not in content:
            return child
    for child in oblique(sentence, noun, _FROM):
        if child not in content and sentence.tokens[child].upos in ("NOUN", "PROPN", "PRON"):
            return child
    return None


def adjective_attributions(sentence: Sentence, lexicon: Lexicon) -> Iterator[Attribution]:
    """ "is adamant that ...", "was confident that ...", "were of one mind that ..." """
    for token in sentence.tokens:
        minded = token.upos == "NOUN" and token.lemma in lexicon.minds and preposition(sentence, token.index) == "of"
        if minded and sentence.dependents(token.index, "cop"):
            cue: Cue | None = lexicon.minds[token.lemma]
        elif token.upos in ("ADJ", "VERB"):
            cue = lexicon.adjectives.get(token.lemma) or lexicon.adjectives.get(token.text.lower())
        else:
            continue
        if cue is None:
            continue
        content = {
            index
            for child in sentence.dependents(token.index, "ccomp", "advcl", *(("acl",) if minded else ()))
            if child > token.index and preposition(sentence, child) in ("that", "") and _finite(sentence, child)
            for index in sentence.subtree(child)
        }
        subject = grammatical_subject(sentence, token.index)
        if (
            not content
            or subject is None
            or subject[0] in content
            or sentence.tokens[subject[0]].text.lower() in ("it", "that", "this")
        ):
            continue
        words = {index for index in content if not _is_that(sentence, index, content)}
        yield Attribution(
            sentence=sentence.index,
            act=cue.act,
            rule="adjective",
            certainty=cue.certainty,
            content=trim(sentence, words),
            cue=(token.index,),
            cue_head=token.index,
            source=noun_phrase(sentence, subject[0]),
            source_head=subject[0],
            source_sentence=sentence.index,
        )


def _finite(sentence: Sentence, clause: int) -> bool:
    return any(sentence.tokens[child].deprel.startswith("nsubj") for child in sentence.children[clause])


def according_attributions(sentence: Sentence, lexicon: Lexicon) -> Iterator[Attribution]:
    """ "According to X, ...", "..., according to X", "in X's view ..."."""
    for token in sentence.tokens:
        if (
            token.text in ("according", "According")
            and token.index + 1 < len(sentence.tokens)
            and sentence.tokens[token.index + 1].text.lower() == "to"
        ):
            head = _phrase_head(sentence, token)
            if head is not None:
                yield from _aside(sentence, head, (token.index, token.index + 1), head, 0.93)
        elif token.lemma in lexicon.perspective and preposition(sentence, token.index) in ("in", "from"):
            owners = sentence.dependents(token.index, "nmod")
            owner = next((child for child in owners if sentence.tokens[child].deprel == "nmod:poss"), None)
            if owner is None and token.lemma == "word":
                owner = next((child for child in owners if preposition(sentence, child) == "of"), None)
            if owner is not None and token.deprel.startswith("obl"):
                yield from _aside(sentence, token.index, (token.index,), owner, 0.7)


def _phrase_head(sentence: Sentence, according: Token) -> int | None:
    """The head of the words between "according to" and the next comma or verb, whatever the parse makes of "according"."""
    run: list[int] = []
    for token in sentence.tokens[according.index + 2 :]:
        if token.upos in ("VERB", "AUX") or (token.upos == "PUNCT" and token.text not in ("-", "'", ".")):
            break
        run.append(token.index)
    inside = {*run, according.index, according.index + 1}
    named = [index for index in run if sentence.tokens[index].upos in ("NOUN", "PROPN", "PRON", "NUM")]
    tops = [index for index in named if sentence.tokens[index].head not in inside]
    return next(iter(tops or named), None)


def _aside(sentence: Sentence, phrase: int, cue: tuple[int, ...], source: int, certainty: float) -> Iterator[Attribution]:
    """An attribution whose words are the clause that a phrase belongs to, all of the sentence where the phrase opens it."""
    top = sentence.tokens[phrase].head
    if top in cue:
        top = sentence.tokens[top].head
    if top < 0:
        return
    away = {*trim(sentence, sentence.subtree(phrase)), *cue}
    closes = not any(
        sentence.tokens[index].upos != "PUNCT" for index in range(max(away) + 1, len(sentence.tokens)) if index not in away
    )
    closes = closes and min(away) > 0 and sentence.tokens[min(away) - 1].text == ","
    opens = not any(sentence.tokens[index].upos != "PUNCT" for index in range(min(away)) if index not in away)
    governor = sentence.root if opens or closes else _clause_head(sentence, top)
    content = set(sentence.subtree(governor)) - away
    words = trim(sentence, content)
    if words:
        yield Attribution(
            sentence=sentence.index,
            act="say",
            rule="according",
            certainty=certainty,
            content=words,
            cue=cue,
            cue_head=cue[0],
            source=tuple(index for index in noun_phrase(sentence, source) if index not in cue),
            source_head=source,
            source_sentence=sentence.index,
        )


def _clause_head(sentence: Sentence, index: int) -> int:
    """The head of the finite clause around a token."""
    current = index
    while sentence.tokens[current].head >= 0:
        relation = sentence.tokens[current].deprel.partition(":")[0]
        if relation in ("ccomp", "parataxis") or (relation in ("advcl", "conj", "acl") and _finite(sentence, current)):
            return current
        current = sentence.tokens[current].head
    return current


def _quotes_after_colon(sentence: Sentence) -> bool:
    """Whether a sentence opens as "Name: “quoted words" does."""
    opening = sentence.tokens[: _HEADLINE_SOURCE + 2]
    return any(left.text == ":" and right.text in QUOTE_MARKS for left, right in pairwise(opening))


def headline_attributions(sentence: Sentence) -> Iterator[Attribution]:
    """ "Minister: talks have failed" and "Talks have failed: minister", in headings only."""
    tokens = sentence.tokens
    if not (sentence.headline or sentence.index == 0 or _quotes_after_colon(sentence)):
        return
    colon = next(
        (token.index for token in tokens if token.text in (":", "-", "–", "—") and 0 < token.index < len(tokens) - 1), None
    )
    if colon is None:
        return
    for source, content in (((0, colon), (colon + 1, len(tokens))), ((colon + 1, len(tokens)), (0, colon))):
        if source[1] - source[0] > _HEADLINE_SOURCE or content[1] - content[0] < 3:
            continue
        if source[0] == 0 and tokens[colon].text != ":":
            continue
        inside = tokens[slice(*source)]
        if any(token.upos in ("VERB", "AUX", "ADV", "SCONJ", "NUM") for token in inside) or not any(
            token.upos in ("NOUN", "PROPN") for token in inside
        ):
            continue
        heads = [token for token in inside if not source[0] <= token.head < source[1]]
        yield Attribution(
            sentence=sentence.index,
            act="say",
            rule="headline",
            certainty=0.75,
            content=trim(sentence, range(*content)),
            cue=(colon,),
            cue_head=colon,
            source=trim(sentence, range(*source)),
            source_head=next((token.index for token in heads if token.upos in ("NOUN", "PROPN")), source[0]),
            source_sentence=sentence.index,
        )
        return
