"""Reads GUM and EWT: words with their places in the sentence's text, parts of speech, trees, lemmas and (GUM) entities."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PIECE = re.compile(r"\(([^()]+)(\))?|([^()]+)\)")


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """A sentence of a treebank. `spans` are the words' places in `text`; heads count words, -1 at the root.

    `entities` are (first word, last word, type), both inclusive, and may nest; None where the corpus does not mark them.
    """

    document: str
    text: str
    spans: tuple[tuple[int, int], ...]
    upos: tuple[str, ...]
    lemmas: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    entities: tuple[tuple[int, int, str], ...] | None

    @property
    def words(self) -> list[str]:
        """The words as written."""
        return [self.text[start:end] for start, end in self.spans]


def read_treebank(path: Path) -> Iterator[GoldSentence]:
    """All sentences of a .conllu file, in order. Entities are read where the file declares them."""
    marks_entities, document, text = False, "", ""
    rows: list[list[str]] = []
    for line in path.read_text(encoding="utf8").splitlines():
        if line.startswith("# newdoc id = "):
            document = line[14:]
        elif line.startswith("# global.Entity"):
            marks_entities = True
        elif line.startswith("# text = "):
            text = line[9:]
        elif line and line[0].isdigit():
            rows.append(line.split("\t"))
        elif not line and rows:
            yield _sentence(document, text, rows, marks_entities)
            rows = []
    if rows:
        yield _sentence(document, text, rows, marks_entities)


def _sentence(document: str, text: str, rows: list[list[str]], marks_entities: bool) -> GoldSentence:
    words = [row for row in rows if row[0].isdigit()]
    return GoldSentence(
        document=document,
        text=text,
        spans=tuple(_places(text, rows)),
        upos=tuple(row[3] for row in words),
        lemmas=tuple(row[2] for row in words),
        heads=tuple(int(row[6]) - 1 for row in words),
        relations=tuple(row[7] for row in words),
        entities=tuple(_entities([row[9] for row in words])) if marks_entities else None,
    )


def _places(text: str, rows: list[list[str]]) -> Iterator[tuple[int, int]]:
    """The words' places; the words of a contraction share its letters out ("don't": do, n't)."""
    position, within_until, inside = 0, 0, (0, 0)
    for row in rows:
        number, form = row[0], row[1]
        if "." in number:
            continue
        if "-" in number:
            start = text.index(form, position)
            inside, position = (start, start + len(form)), start
            within_until = int(number.split("-")[1])
            continue
        last = int(number) == within_until
        if int(number) <= within_until:
            end = inside[1] if last else min(position + len(form), inside[1])
            yield position, end
            position = end
        else:
            start = text.index(form, position)
            position = start + len(form)
            yield start, position


def _entities(columns: list[str]) -> Iterator[tuple[int, int, str]]:
    """Spans of the MISC columns' Entity= marks that open and close within the sentence."""
    opened: dict[str, list[tuple[int, str]]] = {}
    for place, column in enumerate(columns):
        marks = next((part[7:] for part in column.split("|") if part.startswith("Entity=")), "")
        for name, closed_at_once, closed in PIECE.findall(marks):
            if name:
                group, kind = name.split("-")[:2]
                if closed_at_once:
                    yield place, place, kind
                else:
                    opened.setdefault(group, []).append((place, kind))
            elif opened.get(closed):
                start, kind = opened[closed].pop()
                yield start, place, kind
