"""Names in a sentence: what the reference facts know of them, and where a title ends and a person's name begins."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from casus.reading.actors.lexicon import Lexicon, lexicon
from casus.reading.actors.phrases import Phrase, Scene, joined
from casus.reading.parse import Sentence
from casus.world import names, offices
from casus.world.names import Found

_HYPHENS = frozenset({"-", "‑", "–"})
_ACRONYM = re.compile(r"^[A-Z][A-Z&.\-]{1,9}s?$")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A title and a name in one phrase. Tokens [first, last]; `role` is the title without its state, "" where there is none.

    `role_head` is the head noun of the title ("minister"), `honorific` a word such as "Mr" or "Gen".
    """

    first: int
    last: int
    tokens: tuple[str, ...]
    role: str
    role_head: str
    honorific: str


@lru_cache(maxsize=4096)
def folded(word: str) -> str:
    """A word without case, accents and dots, so that spellings of one name meet."""
    plain = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold().replace(".", "").replace("’", "'")


@lru_cache(maxsize=1)
def title_words() -> frozenset[str]:
    """Title words of the reference facts, in lower case without dots."""
    return frozenset(title.replace(".", "") for title in offices.titles())


def scan(sentence: Sentence, on: object) -> dict[int, Found]:
    """Known names by each of their tokens; no demonym that is a continent's here ("Central American")."""
    words = [token.text for token in sentence.tokens]
    found = [name for name in names.scan(words, on) if not _of_continent(words, name)]  # type: ignore[arg-type]
    return {index: name for name in found for index in range(name.first, name.last + 1)}


def _of_continent(words: list[str], name: Found) -> bool:
    if name.first != name.last or name.first == 0 or not words[name.first - 1][0].isupper():
        return False
    known = lexicon().words
    return folded(words[name.first]) in known["continental"] and folded(words[name.first - 1]) in known["parts_of_continents"]


def demonym(scene: Scene, index: int) -> bool:
    """Whether a token is a demonym or a state's name."""
    found = scene.found.get(index)
    return found is not None and found.senses[0].entity.kind in {"state", "bloc"}


def entity_type(sentence: Sentence, head: int) -> str:
    """The encoder's type for the smallest entity span that ends at or holds a token; "" where there is none."""
    spans = [span for span in sentence.entities if span.first <= head <= span.last]
    return min(spans, key=lambda span: span.last - span.first).type if spans else ""


def is_title(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """Whether a token is a noun for a person's office or trade, or a title before a name."""
    token = sentence.tokens[index]
    if token.upos not in {"NOUN", "PROPN"}:
        return False
    word = folded(token.text)
    if token.deprel == "flat" and token.upos == "PROPN" and folded(sentence.tokens[token.head].text) in lexicon.given_names:
        return False
    if word in lexicon.honorifics or word in title_words():
        return True
    if _long_title(sentence, index):
        return True
    noun = lexicon.nouns.get(word) or lexicon.nouns.get(token.lemma.lower())
    return noun is not None and noun.category == "person"


def _long_title(sentence: Sentence, index: int) -> bool:
    """Whether a token ends a title such as "Secretary of State"."""
    tokens = sentence.tokens
    if index < 2 or tokens[index - 1].text != "of":
        return False
    return f"{folded(tokens[index - 2].text)} of {folded(tokens[index].text)}" in title_words()


def person_name(scene: Scene, phrase: Phrase, lexicon: Lexicon) -> PersonName | None:
    """The capitalised name in a phrase with the title before it; None where the phrase holds no such name.

    Whether the name is a person's is not decided here, except that a title before it says so.
    """
    sentence, tokens = phrase.sentence, phrase.sentence.tokens
    last = _name_end(sentence, phrase, lexicon)
    if last < 0:
        return _after_long_title(scene, phrase, lexicon)
    first = last
    while first - 1 >= phrase.first and _continues(scene, first - 1, first, lexicon):
        first -= 1
    while tokens[first].text in _HYPHENS and first < last:
        first += 1
    words = tuple(token.text for token in tokens[first : last + 1])
    role, head, honorific = _title(scene, phrase, first, lexicon)
    return PersonName(first, last, words, role.strip(" ,\"'“”"), head, honorific)


def _after_long_title(scene: Scene, phrase: Phrase, lexicon: Lexicon) -> PersonName | None:
    """The name after a title with "of" or "for" ("Secretary of State James Baker", "Minister for Trade Ana Silva")."""
    sentence, tokens = phrase.sentence, phrase.sentence.tokens
    head, last = phrase.head, phrase.last
    if last - head < 3 or tokens[head + 1].text not in {"of", "for"} or not is_title(sentence, head, lexicon):
        return None
    start = 0
    for index in range(head + 3, last + 1):
        known = scene.found.get(index)
        title = " ".join(folded(token.text) for token in tokens[head:index])
        person = known is not None and known.first == index and known.senses[0].use == "person"
        if person or title in title_words() or folded(tokens[index].text) in lexicon.given_names:
            start = index
            break
    if not start or any(token.upos != "PROPN" and token.text not in _HYPHENS for token in tokens[start : last + 1]):
        return None
    words = tuple(token.text for token in tokens[start : last + 1])
    return PersonName(start, last, words, joined(sentence, head, start - 1), role_head(sentence, head, phrase.first, lexicon), "")


def _name_end(sentence: Sentence, phrase: Phrase, lexicon: Lexicon) -> int:
    """The last token of the name in a phrase, -1 where it has none."""
    tokens = sentence.tokens
    start = phrase.head
    if tokens[start].upos != "PROPN" or is_title(sentence, start, lexicon):
        start += 1
        if start > phrase.last or tokens[start].upos != "PROPN" or is_title(sentence, start, lexicon):
            return -1
    last = start
    while last < phrase.last and (tokens[last + 1].upos == "PROPN" or tokens[last + 1].text in _HYPHENS):
        if (
            tokens[last + 1].text not in _HYPHENS
            and tokens[last + 1].deprel not in {"flat", "compound", "goeswith"}
            and start == phrase.head
        ):
            break
        last += 1
    while (
        last == phrase.last and last + 1 < len(tokens) and tokens[last + 1].upos == "PROPN" and tokens[last + 1].deprel == "flat"
    ):
        last += 1
    if tokens[last].text in _HYPHENS:
        following = last + 1
        last = (
            following
            if following < len(tokens) and tokens[following].deprel == "flat" and tokens[following].head == start
            else last - 1
        )
    return last


def _continues(scene: Scene, index: int, following: int, lexicon: Lexicon) -> bool:
    """Whether the name goes on to the left."""
    token = scene.sentence.tokens[index]
    if token.text in _HYPHENS:
        return scene.sentence.tokens[following].start == token.end
    titled = index > 0 and token.text[:1].isupper() and scene.sentence.tokens[index - 1].text[:1].isupper()
    if titled and is_title(scene.sentence, index - 1, lexicon) and not is_title(scene.sentence, index, lexicon):
        return True
    if token.upos not in {"PROPN", "X"} or is_title(scene.sentence, index, lexicon):
        return lexicon.among(token.text, "particles") and index > 0
    name = scene.found.get(index)
    if name is not None and name.last < following and scene.sentence.tokens[following].deprel != "flat":
        return name.senses[0].use == "person" and name.last + 1 == following
    if name is not None and name.senses[0].use == "person" and name.last >= following:
        return True
    after = scene.sentence.tokens[following]
    return token.deprel.partition(":")[0] in {"flat", "compound"} or token.head == following or after.head == index


def _title(scene: Scene, phrase: Phrase, name_first: int, lexicon: Lexicon) -> tuple[str, str, str]:
    """The title before a name, its head noun and the honorific right before the name ("" each where missing)."""
    sentence, tokens = phrase.sentence, phrase.sentence.tokens
    honorific, head, end, stop = "", "", name_first, name_first
    before = name_first - 1
    if before > 0 and tokens[before].text == ".":
        before -= 1
    if before >= 0 and folded(tokens[before].text) in lexicon.honorifics:
        honorific = folded(tokens[before].text)
    for index in range(name_first - 1, phrase.first - 1, -1):
        word = folded(tokens[index].text)
        if word in lexicon.honorifics and word not in lexicon.nouns and lexicon.honorifics[word] != "any":
            honorific = honorific or word
            stop = index
        elif _long_title(sentence, index):
            head, end = folded(tokens[index - 2].lemma), index - 2
            break
        elif is_title(sentence, index, lexicon):
            head, end = role_head(sentence, index, phrase.first, lexicon), index
            break
    if not head:
        return "", honorific if honorific in lexicon.adherents else "", honorific
    start = end
    while start - 1 >= phrase.first:
        token = tokens[start - 1]
        if (
            demonym(scene, start - 1)
            or token.upos in {"DET", "PRON"}
            or token.text in {"'s", "’s", ","}
            or token.deprel == "nmod:poss"
            or token.text.lower() in lexicon.words["passing"]
        ):
            break
        start -= 1
    return joined(sentence, start, stop - 1), head, honorific


def role_head(sentence: Sentence, head: int, first: int, lexicon: Lexicon) -> str:
    """The noun of a role that a token heads, in two words where the lists have them ("prime minister"), one title an office."""
    tokens = sentence.tokens
    word = folded(tokens[head].lemma)
    if head > first:
        two = f"{folded(tokens[head - 1].text)} {word}"
        if two in lexicon.nouns or two in title_words():
            word = two
    return lexicon.same_roles.get(word, word)


def is_acronym(word: str) -> bool:
    """Whether a word is written as an abbreviation ("SPLA", "U.N.")."""
    return (word[:2].isupper() and bool(_ACRONYM.match(word))) or (word[1:2] == "." and bool(_ACRONYM.match(word)))


def initials(words: tuple[str, ...]) -> str:
    """First letters of the capitalised words of a name, an article left out."""
    return "".join(word[0] for word in words if word[:1].isupper() and word not in {"The", "A", "An"})
