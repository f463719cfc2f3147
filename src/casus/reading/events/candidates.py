"""Words that may tell an event: where an entry of the lexicon fits a sentence, with the companions that it asks for."""

from collections.abc import Iterator

from casus.reading.events.idioms import tells_no_act
from casus.reading.events.lexicon import Entry, predicates
from casus.reading.parse import Sentence
from casus.reading.syntax import conjuncts, oblique, patients, preposition

_PARTICLES = frozenset({"in", "over", "through"})
"""Words that part a verb only where they stand right after it ("gave in to them", but "gave him ten years in jail")."""
_MODIFIER = frozenset({"compound", "nmod:poss", "amod", "flat", "appos"})


def candidates(sentence: Sentence) -> Iterator[tuple[int, Entry, tuple[int, ...]]]:
    """Tokens that a lexicon entry fits, with the tokens of its companions; verbs first so that "hold talks" is one event."""
    lexicon = predicates()
    for token in sentence.tokens:
        if token.upos == "VERB" and token.deprel != "amod" and not tells_no_act(sentence, token.index):
            parted = _parted(sentence, token.index)
            for entry in lexicon.verbs.get(token.lemma, ()):
                companions = _companions(sentence, token.index, entry)
                if companions is not None and (companions or not parted):
                    yield token.index, entry, companions
                    break
    for token in sentence.tokens:
        if (
            token.upos in ("NOUN", "PROPN")
            and not _naming(sentence, token.index)
            and preposition(sentence, token.index) not in ("as", "like", "unlike")
        ):
            for entry in lexicon.nouns.get(token.lemma.lower(), ()):
                if all(_modified_by(sentence, token.index, words) for words in entry.companions):
                    yield token.index, entry, ()
                    break


def _parted(sentence: Sentence, verb: int) -> bool:
    """Whether a particle makes another verb of it ("backed away", "pressed ahead")."""
    return any(
        sentence.tokens[child].deprel == "compound:prt" or sentence.tokens[child].text.lower() in ("away", "ahead")
        for child in sentence.children[verb]
    )


def _naming(sentence: Sentence, noun: int) -> bool:
    """Whether a noun only modifies another, or is what something is called ("would regard it as an attack", "named it a war")."""
    token = sentence.tokens[noun]
    if token.deprel in _MODIFIER or token.deprel == "xcomp":
        return True
    return token.deprel == "ccomp" and not any(sentence.tokens[child].deprel == "cop" for child in sentence.children[noun])


def _companions(sentence: Sentence, verb: int, entry: Entry) -> tuple[int, ...] | None:
    """The dependents of a verb that an entry's companion words name, None where one is missing."""
    found: list[int] = []
    for words in entry.companions:
        last = len(found) + 1 == len(entry.companions)
        companion = _companion(sentence, verb, words - _PARTICLES if last and _apart(sentence, verb) else words, found[-1:])
        if companion is None:
            return None
        found.append(companion)
    return tuple(found)


def _apart(sentence: Sentence, verb: int) -> bool:
    """Whether no particle stands right after a verb."""
    return all(token.text.lower() not in _PARTICLES for token in sentence.tokens[verb + 1 : verb + 2])


def _companion(sentence: Sentence, verb: int, words: frozenset[str], marked: list[int]) -> int | None:
    """The dependent that is one of the words, or that one of them marks as its preposition. `marked` is the phrase that the
    preposition just before stands at ("withdraw from the treaty"), or a particle before "of" ("pulled out of the talks"); else a
    class of words is looked for among the objects only."""
    lasts = {word.rpartition(" ")[2]: word.rpartition(" ")[0] for word in words}
    dependents = [
        child
        for child in sentence.children[verb]
        if sentence.tokens[child].deprel not in ("nsubj", "punct", "cc", "conj", "ccomp", "mark")
    ]
    objects = [head for head in patients(sentence, verb) if head not in dependents]
    counted = [part for head in (*dependents, *objects) for part in _counted(sentence, head)]
    for child in (conjunct for head in (*dependents, *objects, *counted) for conjunct in conjuncts(sentence, head)):
        token = sentence.tokens[child]
        oblique_phrase = token.deprel.partition(":")[0] in ("obl", "advcl") and preposition(sentence, child) != ""
        if (
            len(words) > 1
            and child not in (*marked, *counted)
            and oblique_phrase
            and not _after_particle(sentence, child, marked)
        ):
            continue
        for form in (token.lemma.lower(), token.text.lower()):
            if form in lasts and _stands_before(sentence, child, lasts[form]):
                return child
    for child in dependents:
        if (
            sentence.tokens[child].deprel.partition(":")[0] in ("obl", "advcl", "obj", "xcomp")
            and preposition(sentence, child) in words
        ):
            return child
    return None


def _counted(sentence: Sentence, head: int) -> list[int]:
    """What a number, a time or a round is of ("five hours of talks", "a second round of talks")."""
    token = sentence.tokens[head]
    if token.lemma not in predicates().amounts or token.deprel not in ("obj", "nsubj:pass"):
        return []
    beside = [one for one in oblique(sentence, token.head, frozenset({"in"})) if one > head]
    return [*oblique(sentence, head, frozenset({"of", "in"})), *beside]


def _after_particle(sentence: Sentence, head: int, marked: list[int]) -> bool:
    """Whether a phrase with "of" or "from" stands right after a particle ("out" of "pulled out of talks")."""
    return preposition(sentence, head) in ("of", "from") and min(sentence.subtree(head)) - 1 in marked


def _stands_before(sentence: Sentence, head: int, words: str) -> bool:
    """Whether the first words of a companion of several stand at its last ("military" at "action"); true for none."""
    below = {sentence.tokens[child].text.lower() for child in sentence.children[head]}
    return all(word in below or (head > 0 and sentence.tokens[head - 1].text.lower() == word) for word in words.split())


def _modified_by(sentence: Sentence, noun: int, words: frozenset[str]) -> bool:
    return any(
        sentence.tokens[child].lemma.lower() in words
        for child in sentence.children[noun]
        if sentence.tokens[child].deprel.partition(":")[0] in ("compound", "amod", "nmod", "flat")
    )
