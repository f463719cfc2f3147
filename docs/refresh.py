"""Write anew what the README shows: the outputs of its examples and the picture. `make docs` runs it.

An output stands in the fenced block after one of these marks:

    <!-- output of: COMMAND -->                 what a shell command prints, run at the project's root
    <!-- output of the code above -->           what the Python block above prints
    <!-- first MODALITY claim of: COMMAND -->   one claim out of the JSON line that a command prints
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

import casus
from casus.faces import page

ROOT = Path(__file__).resolve().parents[1]
PICTURED = ROOT / "examples" / "14-reposted-treaty.txt"
WIDTH = 104
LINES = 44

_MARK = re.compile(
    r"(<!-- (?P<what>output of: .+?|output of the code above|first \w+ claim of: .+?) -->\n)(\n```\w*\n.*?```\n)?", re.DOTALL
)
_CODE = re.compile(r"```python\n(.*?)```", re.DOTALL)

_THEME = TerminalTheme(
    (24, 27, 34),
    (216, 222, 233),
    [
        (76, 86, 106),
        (240, 113, 120),
        (163, 205, 130),
        (235, 203, 110),
        (120, 165, 245),
        (205, 145, 230),
        (110, 200, 215),
        (216, 222, 233),
    ],
    [
        (110, 120, 140),
        (250, 135, 140),
        (180, 220, 150),
        (245, 220, 140),
        (140, 185, 255),
        (220, 165, 240),
        (140, 220, 230),
        (240, 244, 250),
    ],
)
# Rich's own drawing names a font on a server; this one takes the reader's.
_DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" class="rich-terminal" viewBox="0 0 {width} {height}" role="img" aria-label="casus read">
<style>
.{unique_id}-matrix {{
  font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: {char_height}px; line-height: {line_height}px;
}}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" /></clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def main() -> None:
    """Write README.md and docs/terminal.svg anew."""
    readme = ROOT / "README.md"
    readme.write_text(refreshed(readme.read_text("utf-8")), "utf-8")
    (ROOT / "docs" / "terminal.svg").write_text(picture(), "utf-8")


def refreshed(text: str) -> str:
    """A page with the block after each mark replaced by what its command or code prints now."""

    def block(mark: re.Match[str]) -> str:
        what = mark["what"]
        if what == "output of the code above":
            language, shown = "text", printed([sys.executable, "-c", _CODE.findall(text[: mark.start()])[-1]])
        elif what.startswith("output of: "):
            language, shown = "text", printed(["bash", "-c", what.removeprefix("output of: ")])
        else:
            first, _, command = what.partition(" claim of: ")
            language, shown = "json", _claim(first.removeprefix("first "), printed(["bash", "-c", command]))
        return f"{mark[1]}\n```{language}\n{shown.rstrip()}\n```\n"

    return _MARK.sub(block, text)


def printed(command: list[str]) -> str:
    """What a command prints, with the `casus` and the Python of this environment."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "COLUMNS": "100"}
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, env=environment).stdout


def _claim(modality: str, line: str) -> str:
    claims = json.loads(line)["claims"]
    claim = next((claim for claim in claims if claim["modality"] == modality), claims[0])
    rows = (f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in claim.items() if value not in (None, []))
    return "{\n" + ",\n".join(rows) + "\n}"


def picture() -> str:
    """The upper part of an example's page, drawn."""
    page_of = Console(width=WIDTH, file=open(os.devnull, "w"), force_terminal=True, color_system="truecolor", highlight=False)  # noqa: PTH123, SIM115
    with page_of.capture() as captured:
        page.show(casus.read(PICTURED), page_of)
    drawn = Console(width=WIDTH, file=page_of.file, record=True, force_terminal=True, color_system="truecolor", highlight=False)
    drawn.print(Text(f"$ casus read {PICTURED.name}", style="dim"))
    for line in captured.get().splitlines()[:LINES]:
        drawn.print(Text.from_ansi(line), no_wrap=True)
    drawing = drawn.export_svg(title="", theme=_THEME, code_format=_DRAWING, unique_id="casus")
    return "\n".join(line.rstrip() for line in drawing.splitlines()) + "\n"


if __name__ == "__main__":
    main()
