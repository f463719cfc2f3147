"""Noun phrases of a sentence that could mean an actor, as the parse has them: extent, form, number and place in the clause."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from casus.reading.actors.lexicon import Lexicon
from casus.reading.model import MentionForm
from casus.reading.parse import Sentence, Token
from casus.world.names import Found

# Dependents that belong to the noun phrase of their head; clauses, appositions and conjuncts do not.
_INNER = frozenset({"det", "amod", "nummod", "compound", "flat", "fixed", "goeswith", "nmod"})
_TRAILING = frozenset(
    {"acl", "acl:relcl", "appos", "parataxis", "advcl", "dep", "list", "advcl:relcl", "orphan", "discourse", "vocative"}
)
_NAME_PARTS = frozenset({"flat", "fixed", "goeswith", "compound"})
_TITLE = frozenset({"nmod:desc"})
_CLITICS = frozenset({"'s", "’s", "'", "’"})


@dataclass(frozen=True)
class Phrase:
    """A noun phrase: tokens [first, last] (inclusive) around `head`, without relative clauses, appositions and conjuncts.

    `relation`, `governor` and `preposition` are those of the coordination that it stands in; `governor` is -1 at the root and
    `preposition` "" where there is none. `number` is what a numeral says ("both": 2; 99 for more than the lists count), else 0.
    """

    sentence: Sentence
    head: int
    first: int
    last: int
    form: MentionForm
    relation: str
    governor: int
    preposition: str
    plural: bool
    determiner: str
    number: int
    quoted: int
    joined: bool = False

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The phrase's words as written."""
        return tuple(token.text for token in self.sentence.tokens[self.first : self.last + 1])

    @property
    def token(self) -> Token:
        """The head token."""
        return self.sentence.tokens[self.head]

    @property
    def text(self) -> str:
        """The phrase as its words joined by single blanks, as far as the report has blanks there."""
        return joined(self.sentence, self.first, self.last)


@dataclass(frozen=True)
class Scene:
    """A sentence with its noun phrases by head and the known names by token."""

    sentence: Sentence
    phrases: Mapping[int, Phrase]
    found: Mapping[int, Found]
    quoted: tuple[int, ...]

    @cached_property
    def loose(self) -> tuple[int, ...]:
        """Tokens that head no phrase and may be a name inside one: the ends of known names, and capitalised modifiers."""
        whole = {
            (name.first, name.last)
            for head, phrase in self.phrases.items()
            if (name := self.found.get(head)) is not None and phrase.first <= name.first and phrase.last == name.last != head
        }
        ends = {name.last for name in self.found.values() if (name.first, name.last) not in whole}
        modifiers = {token.index for token in self.sentence.tokens if token.upos == "PROPN" and token.deprel == "compound"}
        return tuple(sorted((ends | modifiers) - self.phrases.keys()))


def joined(sentence: Sentence, first: int, last: int) -> str:
    """The words of tokens [first, last] with blanks where the report has some."""
    parts: list[str] = []
    end = -1
    for token in sentence.tokens[first : last + 1]:
        if parts and token.start > end:
            parts.append(" ")
        parts.append(token.text)
        end = token.end
    return "".join(parts)


def without_article(phrase: Phrase) -> str:
    """A phrase's words without an article or other determiner at its start."""
    first = phrase.first
    if phrase.sentence.tokens[first].upos == "DET" and first < phrase.head:
        first += 1
    return joined(phrase.sentence, first, phrase.last)


def headed(sentence: Sentence, quoted: tuple[int, ...], lexicon: Lexicon) -> list[Phrase]:
    """All noun phrases with a noun, name or personal pronoun as head, in order of their heads.

    `quoted` gives for each token the index of the quotation that it stands in, -1 outside.
    """
    heads = (token for token in sentence.tokens if _heads_phrase(sentence, token, lexicon))
    return [_phrase(sentence, token, quoted[token.index], lexicon) for token in heads]


def _heads_phrase(sentence: Sentence, token: Token, lexicon: Lexicon) -> bool:
    if token.upos == "PRON":
        word = token.text.lower()
        return word in lexicon.pronouns or lexicon.among(word, "relative") or word in {"both", "others", "each"}
    if token.upos in {"NOUN", "PROPN"}:
        return token.deprel not in _TITLE and token.deprel.partition(":")[0] not in _NAME_PARTS
    word = token.text.lower()
    if lexicon.among(word, "partitives") and token.upos in {"NUM", "PRON", "DET", "ADJ"}:
        return any(preposition(sentence, child) == "of" for child in sentence.dependents(token.index, "nmod"))
    if word == "each":
        return token.deprel.partition(":")[0] in {"nsubj", "obj", "appos"} and not _each_other(sentence, token.index + 1)
    if word == "other" and _each_other(sentence, token.index):
        return True
    if token.upos == "ADJ" and token.deprel in {"nsubj", "obj", "obl", "nmod", "nsubj:pass", "conj"}:
        return any(sentence.tokens[child].lemma == "the" for child in sentence.children[token.index])
    return word in {"both", "two", "others"} and token.deprel.partition(":")[0] in {"nsubj", "obj", "obl", "iobj", "nmod"}


def whole_names(phrases: Mapping[int, Phrase], found: Mapping[int, Found]) -> dict[int, Phrase]:
    """Phrases by head; the parts of a known name that the parser took apart ("Papua New | Guinea") have all of it as extent."""
    kept = dict(phrases)
    for name in {(one.first, one.last) for one in found.values() if one.last > one.first}:
        heads = [head for head in range(name[0], name[1] + 1) if head in kept]
        outside = [head for head in heads if not name[0] <= kept[head].sentence.tokens[head].head <= name[1]]
        if len(outside) < 2 or any(kept[head].last > name[1] for head in outside):
            continue
        first = min(name[0], *(kept[head].first for head in outside))
        for head in outside:
            kept[head] = replace(kept[head], first=first, last=name[1])
    return kept


def _each_other(sentence: Sentence, index: int) -> bool:
    """Whether a token is the "other" of "each other"."""
    tokens = sentence.tokens
    return 0 < index < len(tokens) and tokens[index].text.lower() == "other" and tokens[index - 1].text.lower() == "each"


def inner(sentence: Sentence, head: int, lexicon: Lexicon) -> set[int]:
    """Tokens of the noun phrase that a token heads, without possessive mark and the prepositions before it."""
    found = {head}
    above = sentence.tokens[head].head
    charged = above >= 0 and lexicon.among(sentence.tokens[above].lemma.lower(), "of_verbs")
    for child in sentence.children[head]:
        token = sentence.tokens[child]
        relation = token.deprel.partition(":")[0]
        added = relation == "nmod" and child > head
        if token.deprel in {"nmod:unmarked", "nmod:tmod"} or (added and _after_comma(sentence, child)):
            continue
        if added and charged and preposition(sentence, child) == "of":
            continue
        if (
            relation in _INNER
            or (relation == "advmod" and child == head - 1)
            or (token.deprel == "appos" and child == head + 1 and token.upos == "PROPN" and sentence.tokens[head].upos != "PROPN")
        ):
            found.update(sentence.subtree(child, _TRAILING))
    return found


def _after_comma(sentence: Sentence, head: int) -> bool:
    """Whether a comma or a bracket stands before a phrase: what follows it is added, not part of the phrase before."""
    first = min(sentence.subtree(head))
    return first > 0 and sentence.tokens[first - 1].text in {",", "(", "—", "–"}


def _extent(sentence: Sentence, head: int, lexicon: Lexicon) -> tuple[int, int]:
    tokens = sentence.tokens
    inside = inner(sentence, head, lexicon)
    first = last = head
    for index in range(head - 1, -1, -1):
        if index in inside:
            first = index
        elif tokens[index].upos != "PUNCT":
            break
    for index in range(head + 1, len(tokens)):
        if index in inside:
            last = index
        elif tokens[index].upos != "PUNCT" and not (tokens[index].text in _CLITICS and index + 1 in inside):
            break
    while first < head and tokens[first].upos in {"PUNCT", "ADP", "CCONJ"}:
        first += 1
    while last > head and (tokens[last].upos in {"PUNCT", "ADP", "CCONJ"} or tokens[last].text in _CLITICS):
        last -= 1
    return first, last


def coordinated(sentence: Sentence, head: int) -> int:
    """The first conjunct of the coordination that a token stands in (itself where there is none)."""
    current = head
    while True:
        token = sentence.tokens[current]
        if token.deprel == "conj" and token.head >= 0:
            current = token.head
        elif (before := _joined_to(sentence, current)) is not None:
            current = before
        else:
            return current


def _joined_to(sentence: Sentence, index: int) -> int | None:
    """The subject before a subject of the same verb that an "and" opens: the parser took one coordination for two subjects."""
    token = sentence.tokens[index]
    if token.head < 0 or not token.deprel.startswith("nsubj"):
        return None
    if not any(sentence.tokens[child].deprel == "cc" and child < index for child in sentence.children[index]):
        return None
    before = [child for child in sentence.children[token.head] if child < index and sentence.tokens[child].deprel == token.deprel]
    return before[-1] if before else None


def conjuncts(sentence: Sentence, head: int) -> list[int]:
    """A token and all its conjuncts, in order; noun heads only make sense."""
    found = [head]
    for child in sentence.children[head]:
        if sentence.tokens[child].deprel.partition(":")[0] == "conj":
            found.extend(conjuncts(sentence, child))
    token = sentence.tokens[head]
    if token.head >= 0 and token.deprel.startswith("nsubj"):
        for sibling in sentence.children[token.head]:
            if sibling > head and _joined_to(sentence, sibling) == head:
                found.extend(conjuncts(sentence, sibling))
    return sorted(found)


def preposition(sentence: Sentence, head: int) -> str:
    """The lower-case preposition before a noun, "" where there is none; a possessive mark counts as none."""
    for child in sentence.children[head]:
        token = sentence.tokens[child]
        if token.deprel == "case" and token.text not in _CLITICS and child < head:
            return token.text.lower()
    return ""


def is_plural(token: Token, lexicon: Lexicon) -> bool:
    """Whether a noun's form is plural."""
    word = token.text.lower()
    if lexicon.among(word, "plurals"):
        return True
    if token.upos == "PROPN" and word.endswith("s") and word[:-1] in lexicon.nouns:
        return True
    return token.upos in {"NOUN", "PROPN"} and word.endswith(("s", "men")) and token.lemma.lower() != word and len(word) > 2


def _phrase(sentence: Sentence, token: Token, quoted: int, lexicon: Lexicon) -> Phrase:
    head = token.index
    first, last = _extent(sentence, head, lexicon)
    top = coordinated(sentence, head)
    anchor = sentence.tokens[top]
    word = token.text.lower()
    form: MentionForm = "nominal"
    if token.upos == "PRON" or word in {"both", "others", "each"} or _each_other(sentence, head):
        form = "pronoun"
    elif token.upos == "PROPN":
        form = "name"
    if _each_other(sentence, head):
        first = head - 1
    determiner, number = _determiner(sentence, head, lexicon)
    return Phrase(
        sentence=sentence,
        head=head,
        first=first,
        last=last,
        form=form,
        relation=anchor.deprel,
        governor=anchor.head,
        preposition=preposition(sentence, head) or preposition(sentence, top),
        plural=is_plural(token, lexicon),
        determiner=determiner,
        number=2 if word in {"both", "two"} else number,
        quoted=quoted,
        joined=top != head or any(sentence.tokens[child].deprel == "conj" for child in sentence.children[head]),
    )


def _determiner(sentence: Sentence, head: int, lexicon: Lexicon) -> tuple[str, int]:
    """The determiner's word ("" for none, "'s" for a possessor), and the number that a numeral gives (0: none)."""
    determiner, number = "", 0
    for child in sentence.children[head]:
        token = sentence.tokens[child]
        word = token.text.lower()
        relation = token.deprel.partition(":")[0]
        if token.deprel == "nmod:poss":
            determiner = determiner or "'s"
        elif relation == "det" or token.deprel == "cc:preconj":
            if lexicon.among(word, "two"):
                number = 2
            if not determiner or word not in {"all", "both"}:
                determiner = word
        elif relation == "nummod":
            if lexicon.among(word, "two"):
                number = 2
            elif word.isdigit() and len(word) < 4:
                number = int(word)
            else:
                number = lexicon.numbers.get(word, 99)
    return determiner, number
