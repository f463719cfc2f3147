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

from docs.picture import picture

ROOT = Path(__file__).resolve().parents[1]
PICTURED = ROOT / "examples" / "14-reposted-treaty.txt"

_MARK = re.compile(
    r"(<!-- (?P<what>output of: .+?|output of the code above|first \w+ claim of: .+?) -->\n)(\n```\w*\n.*?```\n)?", re.DOTALL
)
_CODE = re.compile(r"```python\n(.*?)```", re.DOTALL)


def main() -> None:
    """Write README.md and docs/terminal.svg anew."""
    readme = ROOT / "README.md"
    readme.write_text(refreshed(readme.read_text("utf-8")), "utf-8")
    (ROOT / "docs" / "terminal.svg").write_text(picture(PICTURED), "utf-8")


def refreshed(text: str) -> str:
    """A page with the block after each mark replaced by what its command or code prints now."""

    def block(mark: re.Match[str]) -> str:
        what = mark["what"]
        if what == "output of the code above":
            language, shown = "text", printed([sys.executable, "-c", _CODE.findall(text[: mark.start()])[-1]])
        elif what.startswith("output of: "):
            language, shown = "text", printed(["bash", "-o", "pipefail", "-c", what.removeprefix("output of: ")])
        else:
            first, _, command = what.partition(" claim of: ")
            language, shown = "json", _claim(first.removeprefix("first "), printed(["bash", "-o", "pipefail", "-c", command]))
        return f"{mark[1]}\n```{language}\n{shown.rstrip()}\n```\n"

    return _MARK.sub(block, text)


def printed(command: list[str]) -> str:
    """What a command prints, with the `casus` and the Python of this environment."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "COLUMNS": "100"}
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, cwd=ROOT, env=environment).stdout


def _claim(modality: str, line: str) -> str:
    claims = json.loads(line)["claims"]
    claim = next((claim for claim in claims if claim["modality"] == modality), claims[0])
    rows = (f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in claim.items() if value not in (None, []))
    return "{\n" + ",\n".join(rows) + "\n}"


if __name__ == "__main__":
    main()
