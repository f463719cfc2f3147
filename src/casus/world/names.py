"""What a name can mean on a day. Whole names only: never part of a word, never part of a longer known name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from casus.world import offices
from casus.world.entities import Entity, listed_person, named
from casus.world.fold import fold, without_the
from casus.world.index import Row, load
from casus.world.time import Validity

NOT_LIVE = 0.1
"""What remains of a sense's weight on a day when the name did not have it."""

NOT_RUNNING, IN_CAPITALS = 1, 2
"""Guards of names that are words too: not looked for in running text ("Time"); only where they alone are capitals ("WHO")."""

_SHORT = 3
"""Up to so many words in capitals may be a name alone; more are a headline that is written so."""

_LONG_ABBREVIATION = 4
"""From so many letters on an abbreviation may also be written as a word ("Nato", "Unesco")."""

Use = Literal[
    "name", "former", "demonym", "capital", "seat", "legislature", "forces", "ministry", "media", "alias", "person", "place",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that a name can mean.

    A capital, seat, demonym, legislature, ministry or force means the STATE; `use` says how, and `sector` (PLOVER) which part of
    it speaks or acts ("the Kremlin": state:RUS, seat, GOV). `validity` is when the name has this meaning. `score` is this
    meaning's weight among all of the name, 0 to 1, at most 1 in sum; senses that did not hold on the day weigh little.
    `text` is the name as the data write it.
    """

    entity: Entity
    use: Use
    validity: Validity
    score: float
    sector: str | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a sentence: words [first, last], both inclusive, and what it can mean, best first."""

    first: int
    last: int
    senses: tuple[Sense, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """Words for a part of a state that stand beside its demonym or name ("foreign ministry", "parliament", "army").

    `words` is lower case; `use` and `sector` are what the whole means ("the Polish parliament": legislature, LEG).
    """

    words: str
    use: Use
    sector: str


def senses(name: str, on: date | None = None) -> tuple[Sense, ...]:
    """All that a whole name can mean on a day, best first; () where it is not known.

    Accents, dots, hyphens, typographic marks and a leading "the" are ignored. Case is not: capitals in the data must be capitals
    in the text ("Turkey" is a state, "turkey" is not), short abbreviations must be all capitals ("US", not "us" or "Us"), longer
    ones may be written "Nato". Plural demonyms ("Russians") are known; a possessive 's must be cut by the caller. Persons are
    found by full name or known alias; for a surname alone ask `casus.world.offices.person`. `on` None ranks by weight alone.
    """
    bare, the = without_the(name.strip())
    return _senses(fold(bare), tuple(bare.split()), "the" if the else "", on)


def scan(words: Sequence[str], on: date | None = None) -> tuple[Found, ...]:
    """All names in a sentence's words, longest first match from the left, not overlapping.

    Words are as the tokeniser gives them; "U.S." may come as one word or as "U.S" and "."; a leading "the" is not part of a match
    unless the name needs it. Full names of persons in office lists are found, surnames alone are not.
    """
    pieces: list[_Piece] = []
    for number, word in enumerate(words):
        folded = fold(word)
        if pieces and folded == "s" and word[0] in "'’":
            pieces[-1] = pieces[-1]._replace(possessive=pieces[-1].text + "s")
        elif " " not in folded:
            if folded:
                pieces.append(_Piece(folded, folded, number, True, True))
        else:
            parts = folded.split()
            pieces.extend(_Piece(part, part, number, first=part is parts[0], last=part is parts[-1]) for part in parts)
    return tuple(_found(words, pieces, on))


class _Piece(NamedTuple):
    """A part of a word between hyphens: folded text, the same with a 's that follows, number of the word, whether at its ends."""

    text: str
    possessive: str
    word: int
    first: bool
    last: bool


def _found(words: Sequence[str], pieces: list[_Piece], on: date | None) -> Iterator[Found]:
    lengths: dict[str, list[int]] = load("first_words")["lengths"]
    shouted = len(words) > _SHORT and "".join(words).isupper()
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        possible: Sequence[int] = lengths.get(piece.text, ())
        if piece.possessive is not piece.text:
            possible = sorted({*possible, *lengths.get(piece.possessive, ())}, reverse=True)
        step = 1
        for length in possible if piece.first else ():
            end = pieces[at + length - 1] if at + length <= len(pieces) else None
            if end is None or not end.last:
                continue
            key = " ".join([*(inner.possessive for inner in pieces[at : at + length - 1]), end.text])
            if not _is_name(key):
                continue
            surface = tuple(words[piece.word : end.word + 1])
            if meant := _senses(key, surface, _article(words, piece.word), on, True, shouted):
                yield Found(piece.word, end.word, meant)
                step = length
                break
        at += step


def _article(words: Sequence[str], at: int) -> str:
    """The article before a word: "the", "The" where it is a name's own (within a sentence), "" for none."""
    before = words[at - 1] if at else ""
    if before == "The" and at > 1:
        return before
    return "the" if before.casefold() == "the" else ""


def _is_name(key: str) -> bool:
    """Whether `scan` looks for a folded name."""
    return key in load("names")["names"] or is_whole_person(key, load("persons")["names"].get(key, ()))


def is_whole_person(key: str, found: Sequence[Sequence[int]]) -> bool:
    """Whether a folded name, with its rows of person and closeness, is some person's in full, and of several words."""
    return " " in key and any(closeness <= offices.WHOLE for _, closeness in found)


@lru_cache(maxsize=16384)
def _senses(
    key: str, surface: tuple[str, ...], the: str, on: date | None, running: bool = False, shouted: bool = False
) -> tuple[Sense, ...]:
    """Senses of a folded name as it is written.

    `the` is the article before it: "", "the", or "The" within a sentence (a newspaper's); `running`: in running text; `shouted`:
    where all is in capitals.
    """
    shape = [word for word in surface if fold(word)]
    fitting: list[tuple[Entity, Row]] = []
    for row in load("names")["names"].get(key, ()):
        guard = row[7]
        if (running and guard == NOT_RUNNING) or (guard == IN_CAPITALS and (shouted or not "".join(shape).isupper())):
            continue
        if _fits(row[6], shape, the) and not (running and row[1] == "media" and row[6].startswith("The ") and the != "The"):
            fitting.append((named()[row[0]], row))
    found = [_sense(entity, row, on) for entity, row in fitting]
    if not found and " " in key and shape[0][0].isupper() and shape[-1][0].isupper():
        found = list(_person_senses(key, on))
    return _ranked(found)


def _sense(entity: Entity, row: Row, on: date | None) -> Sense:
    _, use, sector, first, last, weight, text, _ = row
    validity = Validity(first, last)
    live = validity.contains(on)
    return Sense(entity, use, validity, weight * (NOT_LIVE if live is False else 1.0), sector, text)


def _person_senses(key: str, on: date | None) -> Iterator[Sense]:
    for number, closeness in load("persons")["names"].get(key, ()):
        if closeness <= offices.WHOLE:
            person = listed_person(number)
            career = offices.career(number)
            weight = 0.5 if career.contains(on) is False else 0.9
            yield Sense(person, "person", career, weight, None, person.name)


def _ranked(found: list[Sense]) -> tuple[Sense, ...]:
    """Best first, one sense of each entity, scores at most 1 in sum."""
    best: dict[str, Sense] = {}
    for sense in sorted(found, key=lambda sense: -sense.score):
        best.setdefault(sense.entity.id, sense)
    total = max(1.0, sum(sense.score for sense in best.values()))
    return tuple(
        Sense(sense.entity, sense.use, sense.validity, sense.score / total, sense.sector, sense.text) for sense in best.values()
    )


@lru_cache(maxsize=16384)
def _shapes(text: str) -> tuple[tuple[str, ...], bool]:
    """A name's words as the data write it without "the", and whether the data have "the"."""
    bare, the = without_the(text)
    return tuple(bare.replace("-", " ").split()), the


def _fits(text: str, shape: list[str], the: str) -> bool:
    """Whether a name may be written so: capitals of the data must be capitals, "the" must be there where the data have it."""
    named_words, wants_the = _shapes(text)
    if wants_the and not the:
        return False
    written = [part for word in shape for part in word.replace("-", " ").split()]
    if len(written) != len(named_words):
        written = [word for word in written if word not in ("'s", "’s")]
    return all(map(_cased, named_words, written))


def _cased(named_word: str, written: str) -> bool:
    letters = [char for char in named_word if char.isalpha()]
    if not letters or not letters[0].isupper():
        return True
    first = next((char for char in written if char.isalpha()), "")
    if len(letters) > 1 and all(char.isupper() for char in letters):
        return written.isupper() or (len(letters) >= _LONG_ABBREVIATION and first.isupper())
    return first.isupper()


@cache
def bodies() -> tuple[Body, ...]:
    """Words that together with a demonym or a state's name mean a part of the state, longest first."""
    rows = [Body(words, use, sector) for words, use, sector in load("names")["bodies"]]
    return tuple(sorted(rows, key=lambda body: -len(body.words)))
