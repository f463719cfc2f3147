"""The claims of a reading as a table at a terminal."""

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from casus.faces.describe import Register, describe, ladder_words
from casus.faces.screen import clean, confidence, label
from casus.reading.model import Reading


def show(reading: Reading, on: Console) -> None:
    """Print a reading's claims, one a row; the report's words are cut where there is no room for them."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), width=on.width)
    for heading, whole in (("id", True), ("modality", True), ("what", False), ("who → whom", False)):
        table.add_column(heading, no_wrap=whole)
    table.add_column("words", no_wrap=True, overflow="ellipsis", ratio=1)
    table.add_column("when", no_wrap=True)
    table.add_column("said by", max_width=on.width // 5)
    table.add_column("", justify="right", no_wrap=True)
    register = Register(reading)
    for told in (describe(claim, register) for claim in reading.claims):
        named = label(told).append(f" if {told.condition[0]}" if told.condition else "")
        parties = f"{told.who} {told.link} {told.whom}" if told.whom else told.who
        cells = (told.what, parties, told.words, told.when, ladder_words(told.ladder))
        table.add_row(told.id, named, *(clean(cell) for cell in cells), confidence(told))
    on.print(table)
