"""Words to the encoder's input: word pieces, and the kind of each (its capitals, and whether it stands in a quotation)."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from tokenizers import Tokenizer

LOWER, TITLE, UPPER, MIXED = range(4)
QUOTED = 4
"""Added to a word's shape where the word stands inside a quotation, which makes eight kinds."""

KINDS = 8
LIMIT = 512
"""The most pieces that the encoder takes at once, its start and end marks counted."""

_OPENING = frozenset(("“", "``", "‘‘", "«", "„"))
_CLOSING = frozenset(("”", "''", "’’", "»"))
_EITHER = frozenset(('"', "″"))
LONGEST = 64
"""The most pieces of one word; the rest of a longer one tells nothing more."""

_KEPT = 200_000


class Pieces:
    """Splits words into ids of word pieces. Words met before are looked up, as most words of a report are."""

    def __init__(self, tokenizer: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self.start, self.end, self._unknown = (self._id(name) for name in ("[CLS]", "[SEP]", "[UNK]"))
        self._known: dict[str, tuple[int, ...]] = {}

    def _id(self, name: str) -> int:
        found = self._tokenizer.token_to_id(name)
        if found is None:
            raise ValueError(f"the tokenizer has no {name}")
        return int(found)

    def of(self, word: str) -> tuple[int, ...]:
        """The ids of a word's pieces, at least one."""
        found = self._known.get(word)
        if found is None:
            found = tuple(self._tokenizer.encode(word, add_special_tokens=False).ids[:LONGEST]) or (self._unknown,)
            if len(self._known) >= _KEPT:
                self._known.clear()
            self._known[word] = found
        return found


def shape(word: str) -> int:
    """How a word is capitalised. MiniLM's vocabulary knows no capitals, so they are told to the encoder apart."""
    if word == word.lower():
        return LOWER
    if len(word) > 1 and word == word.upper():
        return UPPER
    return TITLE if word[0] != word[0].lower() and word[1:] == word[1:].lower() else MIXED


def kinds(words: Sequence[str], quoted: bool) -> list[int]:
    """The kind of each word. `quoted` says that the sentence begins inside a quotation.

    Quotation marks count as inside; one at the very start of a sentence inside a quotation takes it up again. A sentence all in
    capitals is taken as one in small letters: there they tell nothing.
    """
    shapes = list(map(shape, words))
    if sum(map(_shouted, words)) > 2 and not any(_has_small_letters(word) for word in words):
        shapes = [LOWER] * len(words)
    found, inside = [], quoted
    for place, (word, form) in enumerate(zip(words, shapes, strict=True)):
        closes = word in _CLOSING or (word in _EITHER and inside and place > 0)
        opens = not closes and (word in _OPENING or word in _EITHER)
        found.append(form + QUOTED if inside or opens else form)
        inside = (inside or opens) and not closes
    return found


def quoted_after(words: Iterable[str], quoted: bool) -> bool:
    """Whether a quotation is open after the words, where `quoted` says whether one was open before them."""
    for word in words:
        if word in _CLOSING or (word in _EITHER and quoted):
            quoted = False
        elif word in _OPENING or word in _EITHER:
            quoted = True
    return quoted


def _shouted(word: str) -> bool:
    return len(word) > 1 and word.isalpha() and word.isupper()


def _has_small_letters(word: str) -> bool:
    return any(letter.islower() for letter in word)
