"""Facts of real reports found by the reader: `python -m benchmarks.facts [--shared ../shared] [-v]`.

The development reports and their scorer are not part of the project. Each report's day is given to the reader, as its carrier
would, but for those whose only date was put there to mislead. `-v` names what is missing, wrong, or must not be told.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from benchmarks.shared import SHARED, needed
from casus.reading.contract import dumps
from casus.reading.model import Reading
from casus.reading.read import read_report
from casus.sources.open import open_report


def readings(folder: Path) -> Iterator[Reading]:
    """The readings of a folder's texts, in the order of its golds."""
    for path in sorted((folder / "gold").glob("*.yaml")):
        gold = yaml.safe_load(path.read_text(encoding="utf-8"))
        day = None if gold["header_kind"] == "synthetic" else str(gold["publication_date"])
        yield read_report(open_report(folder / "texts" / gold["text"], published=day))


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the scorer's figures. Gives its exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED, help="folder with reports/ and score/")
    parser.add_argument("-v", "--verbose", action="store_true", help="name what is missing, wrong, or must not be told")
    given = parser.parse_args(arguments)
    folder, scorer = needed(given.shared / "reports" / "dev"), needed(given.shared / "score" / "score_facts.py")
    with tempfile.TemporaryDirectory() as place:
        told = Path(place) / "readings.jsonl"
        told.write_text("".join(f"{dumps(reading)}\n" for reading in readings(folder)), encoding="utf-8")
        command = [sys.executable, str(scorer), str(folder / "gold"), str(told), *(["-v"] if given.verbose else [])]
        return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
