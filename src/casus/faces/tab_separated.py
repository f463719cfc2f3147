"""Claims as lines of tab-separated cells, for spreadsheets and other programs."""

import csv
from collections.abc import Iterable, Iterator
from typing import TextIO

from casus.faces.describe import Description, Register, describe, ladder_words
from casus.reading.model import Claim, Reading

COLUMNS = (
    "file", "id", "kind", "modality", "negated", "what", "who", "whom", "words", "from", "to", "place", "said_by", "condition",
    "confidence", "start", "end",
)  # fmt: skip
"""The columns of the tab-separated table. `said_by` is "report" for the report's own voice; `start`, `end` are the first span."""


def rows(reading: Reading, name: str) -> Iterator[tuple[str, ...]]:
    """One row of `COLUMNS` a claim, in order. `name` is what the file was called."""
    register = Register(reading)
    for claim in reading.claims:
        yield _row(claim, describe(claim, register), register, name)


def write(readings: Iterable[tuple[str, Reading]], stream: TextIO) -> None:
    """Write the claims of some readings, each with its file's name, under one header line.

    Tabs and line ends in a cell become blanks, so that every line has as many cells as the header.
    """
    writer = csv.writer(stream, delimiter="\t", quoting=csv.QUOTE_NONE, escapechar=None, quotechar=None, lineterminator="\n")
    writer.writerow(COLUMNS)
    for name, reading in readings:
        for row in rows(reading, name):
            writer.writerow([" ".join(cell.split()) for cell in row])


def _row(claim: Claim, told: Description, register: Register, name: str) -> tuple[str, ...]:
    first, last = (claim.when.first, claim.when.last) if claim.when else (None, None)
    return (
        name,
        claim.id,
        claim.kind,
        claim.modality,
        "yes" if claim.negated else "no",
        told.what,
        told.who,
        told.whom,
        told.words,
        first.isoformat() if first else "",
        last.isoformat() if last else "",
        register.name(claim.place) if claim.place else "",
        ladder_words(told.ladder),
        claim.condition or "",
        f"{claim.confidence:.2f}",
        str(claim.spans[0][0]),
        str(claim.spans[0][1]),
    )
