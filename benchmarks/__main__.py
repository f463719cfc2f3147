"""The scores of the reader and its encoder, part after part: `python -m benchmarks [PART ...]`.

Each part is a process of its own. One that lacks what lies beside the project (../shared) says so in a line and is no failure.
"""

import argparse
import subprocess
import sys
from collections.abc import Mapping, Sequence

PARTS: Mapping[str, tuple[str, ...]] = {
    "encoder": ("benchmarks.encoder_scores",),
    "sentences": ("benchmarks.sentences",),
    "times": ("benchmarks.times",),
    "attribution": ("benchmarks.attribution",),
    "actors": ("benchmarks.actors",),
    "facts": ("benchmarks.facts",),
    "claims": ("benchmarks.claims", "examples"),
    "gate": ("benchmarks.claims", "tests/gate"),
    "calibration": ("benchmarks.calibration",),
    "identity": ("benchmarks.identity",),
    "conflicts": ("benchmarks.reasoning_conflicts", "--records", "10000"),
}
"""The module of each part with its arguments, in the order in which they are printed."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the parts. Gives the exit status: 1 where a part failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}; all where none is named")
    named = parser.parse_args(arguments).parts
    if unknown := [part for part in named if part not in PARTS]:
        parser.error(f"no part {unknown[0]!r}; there are {', '.join(PARTS)}")
    failed = False
    for part in named or PARTS:
        print(f"== {part}", flush=True)
        failed |= subprocess.run([sys.executable, "-m", *PARTS[part]], check=False).returncode != 0
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
