"""What is told only within a film, a drill, a dream or a hoax, where nothing of it happened."""

from casus.reading.modality.lexicon import operators
from casus.reading.parse import Sentence
from casus.reading.syntax import own_subject, preposition

_HIGHEST = 12
_WITHIN = frozenset({"in", "during", "under"})


def fictional(sentence: Sentence, index: int) -> bool:
    """Whether a predicate stands within a tale or an exercise, or on the word of a hoax ("in the film, tanks invade")."""
    current = index
    for _ in range(_HIGHEST):
        if any(_frames(sentence, child) for child in sentence.children[current] if child != index):
            return True
        token = sentence.tokens[current]
        above = token.head
        if above < 0:
            return False
        if token.deprel in ("acl:relcl", "acl"):
            if _in_which(sentence, current) and _is_tale(sentence, above):
                return True
            if token.deprel == "acl:relcl":
                verb = sentence.tokens[above].head
                return verb >= 0 and _on_false_word(sentence, verb, above)  # "the novel tells of a Japan that attacks Russia"
        if token.deprel == "conj" and own_subject(sentence, current) not in (None, own_subject(sentence, above)):
            return False
        if _on_false_word(sentence, above, current):
            return True
        current = above
    return False


def _is_tale(sentence: Sentence, noun: int) -> bool:
    words, token = operators(), sentence.tokens[noun]
    lemma = token.lemma.lower()
    before = {sentence.tokens[child].text.lower() for child in sentence.children[noun]}
    return lemma in words.tales or (lemma in words.told and not before.isdisjoint(words.telling))


def _is_made_up(sentence: Sentence, noun: int) -> bool:
    words = {sentence.tokens[child].text.lower() for child in sentence.children[noun]} | {sentence.tokens[noun].lemma.lower()}
    return not words.isdisjoint(operators().made_up)


def _frames(sentence: Sentence, phrase: int) -> bool:
    """ "in the novel", "during the war game"; "during the drill" where a mock enemy is told of."""
    token, marker = sentence.tokens[phrase], preposition(sentence, phrase)
    if token.deprel.partition(":")[0] not in ("obl", "nmod"):
        return False
    if (marker in _WITHIN or marker.startswith("according")) and _is_made_up(sentence, phrase):
        return True
    if f"{marker} {token.lemma.lower()}" in operators().unreal:
        return True
    if marker not in _WITHIN:
        return False
    if _is_tale(sentence, phrase):
        return True
    mock = any(one.lemma.lower() in operators().mock for one in sentence.tokens)
    return mock and token.lemma.lower() in operators().drills


def _in_which(sentence: Sentence, clause: int) -> bool:
    return any(sentence.tokens[below].text.lower() in ("which", "where") for below in sentence.children[clause])


def _on_false_word(sentence: Sentence, verb: int, clause: int) -> bool:
    """Whether the subject of the verb above is a tale that shows it, or a source that is made up ("a hoax letter said that")."""
    words, subject = operators(), own_subject(sentence, verb)
    if subject is None or subject == clause:
        return False
    aside = {sentence.tokens[c].text.lower() for c in sentence.children[verb] if subject < c < verb}  # ", since withdrawn,"
    made_up = _is_made_up(sentence, subject) or not aside.isdisjoint(words.made_up)
    if sentence.tokens[clause].deprel in ("ccomp", "parataxis") and made_up:
        return True
    return sentence.tokens[verb].lemma in words.showing and _is_tale(sentence, subject)
