"""Draw the upper part of an example's page, as the terminal shows it, for the README."""

import io
import re
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import TerminalTheme
from rich.text import Text

import casus
from casus.faces import page

COLUMNS = 104
LINES = 42

_FONT = 14
_ACROSS = 8.43
_DOWN = 19
_EDGE = 16
_THEME = TerminalTheme(
    (22, 25, 32),
    (214, 220, 230),
    [
        (70, 80, 100),
        (242, 110, 118),
        (160, 205, 125),
        (236, 202, 105),
        (115, 165, 250),
        (208, 145, 232),
        (100, 200, 215),
        (214, 220, 230),
    ],
)


def picture(report: Path) -> str:
    """An SVG of what `casus read` shows of a report. Every word has its own place, so that any monospaced font will do."""
    terminal = Console(width=COLUMNS, file=io.StringIO(), force_terminal=True, color_system="standard", highlight=False)
    with terminal.capture() as captured:
        page.show(casus.read(report), terminal)
    lines = [Text(f"$ casus read {report.name}", style="dim"), *map(Text.from_ansi, captured.get().splitlines()[: LINES - 1])]
    words = [word for row, line in enumerate(lines) for word in _words(line.render(terminal), row)]
    width, height = round(COLUMNS * _ACROSS + 2 * _EDGE), len(lines) * _DOWN + 2 * _EDGE
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
            'font-family="DejaVu Sans Mono, Menlo, Consolas, Liberation Mono, monospace" '
            f'font-size="{_FONT}" fill="{_THEME.foreground_color.hex}">',
            f'<rect width="{width}" height="{height}" rx="8" fill="{_THEME.background_color.hex}"/>',
            *words,
            "</svg>\n",
        )
    )


def _words(segments: Iterable[Segment], row: int) -> Iterator[str]:
    column = 0
    for segment in segments:
        for word in re.finditer(r"\S+", segment.text):
            x = _EDGE + (column + word.start()) * _ACROSS
            y = _EDGE + row * _DOWN + _FONT
            width = len(word[0]) * _ACROSS
            looks = _looks(segment.style or Style())
            yield f'<text x="{x:.1f}" y="{y}" textLength="{width:.1f}"{looks}>{escape(word[0])}</text>'
        column += len(segment.text)


def _looks(style: Style) -> str:
    looks = ""
    if style.color and not style.color.is_default:
        looks += f' fill="{style.color.get_truecolor(_THEME).hex}"'
    if style.bold:
        looks += ' font-weight="bold"'
    if style.italic:
        looks += ' font-style="italic"'
    if style.dim:
        looks += ' opacity="0.55"'
    return looks
