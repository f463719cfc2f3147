"""What everything shown at a terminal shares: the console, and how labels and confidence look."""

from collections.abc import Callable, Iterable
from typing import TextIO

from rich.console import Console
from rich.text import Text

from casus.faces.describe import Description
from casus.faces.text import clean
from casus.reading.model import Reading

_WIDEST = 140
_UNSURE = 0.5

_LABEL_STYLES = {
    "DENIED": "bold red",
    "THREATENED": "bold magenta",
    "CONDITIONAL": "bold yellow",
    "SUPPOSED": "yellow",
    "POSSIBLE": "bold cyan",
    "DEMANDED": "bold blue",
    "PROMISED": "bold green",
    "PLANNED": "cyan",
}


def show_all(
    readings: Iterable[tuple[str, Reading]], show: Callable[[Reading, Console], None], to: TextIO, *, named: bool
) -> None:
    """Print readings one after the other with `show`; `named` puts each file's name above its reading."""
    on = console(to)
    for number, (name, reading) in enumerate(readings):
        with on.capture() as captured:
            if named:
                on.print(Text(("\n" if number else "") + clean(name), style="reverse"))
            show(reading, on)
        shown = captured.get()
        to.write(shown if on.is_terminal else "".join(f"{line.rstrip()}\n" for line in shown.split("\n")[:-1]))
        to.flush()


def console(to: TextIO) -> Console:
    """A console for a stream: colour on a terminal without NO_COLOR only, and never wider than reads well."""
    made = Console(file=to, highlight=False, emoji=False, markup=False)
    if made.width > _WIDEST:
        made.width = _WIDEST
    return made


def print_on(to: TextIO, show: Callable[[Console], None]) -> None:
    """Print what `show` prints, without blanks at line ends where the stream is no terminal."""
    on = console(to)
    with on.capture() as captured:
        show(on)
    shown = captured.get()
    to.write(shown if on.is_terminal else "".join(f"{line.rstrip()}\n" for line in shown.split("\n")[:-1]))


def modality(word: str, *, negated: bool = False) -> Text:
    """A modality as a label: a word, in capitals and coloured where it isn't told as fact."""
    shown = word if word == "actual" else word.upper()
    return Text(f"{shown} NOT" if negated else shown, style=_LABEL_STYLES.get(word.upper(), "dim"))


def label(told: Description) -> Text:
    """A claim's modality: a word, coloured where it isn't told as fact."""
    return Text(told.label, style=_LABEL_STYLES.get(told.label.removesuffix(" NOT"), "dim"))


def confidence(told: Description) -> Text:
    """A claim's confidence in percent."""
    return Text(f"{told.confidence:.0%}", style="bold yellow" if told.confidence < _UNSURE else "dim")
