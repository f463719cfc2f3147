"""The claims of a reading as a table at a terminal."""

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from casus.faces.describe import Description, Register, describe, ladder_words
from casus.faces.screen import confidence, label
from casus.faces.text import abridged, clean
from casus.reading.model import Reading

_NARROW = 80
_LABEL_WIDTH = 12
_DAY_WIDTH = 10
_LONGEST_RUNG = 24
_SHARES = {"what": 20, "who → whom": 27, "words": 35, "said by": 18}


def show(reading: Reading, on: Console) -> None:
    """Print a reading's claims, one a row. A narrow console has no room for the words and the days, and leaves them out."""
    narrow = on.width < _NARROW
    register = Register(reading)
    descriptions = [describe(claim, register) for claim in reading.claims]
    id_width = max((len(told.id) for told in descriptions), default=2)
    shares = {heading: share for heading, share in _SHARES.items() if not (narrow and heading == "words")}
    room = on.width - id_width - _LABEL_WIDTH - 4 - (0 if narrow else _DAY_WIDTH + 1) - len(shares) - 2
    widths = {heading: room * share // sum(shares.values()) for heading, share in shares.items()}

    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=0)
    table.add_column("id", width=id_width)
    table.add_column("modality", width=_LABEL_WIDTH)
    for heading, width in widths.items():
        table.add_column(heading, width=width, no_wrap=heading == "words", overflow="ellipsis" if heading == "words" else "fold")
    if not narrow:
        table.add_column("when", width=_DAY_WIDTH)
    table.add_column("", width=4, justify="right")
    for told in descriptions:
        table.add_row(*_cells(told, narrow))
    on.print(table)


def _cells(told: Description, narrow: bool) -> list[str | Text]:
    named = label(told).append(f"\nif {told.condition[0]}" if told.condition else "")
    words = () if narrow else (clean(told.words),)
    days = () if narrow else (told.when,)
    said_by = clean(ladder_words(tuple(abridged(rung, _LONGEST_RUNG) for rung in told.ladder)))
    return [told.id, named, clean(told.what), clean(told.parties), *words, said_by, *days, confidence(told)]
