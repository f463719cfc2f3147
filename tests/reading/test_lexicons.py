"""YAML takes a bare on, off, yes, no, true or false for a truth value; in a list of words that is a word lost."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

READING = Path(str(files("casus.reading")))
LEXICONS = sorted(READING.rglob("*.yaml"))


def listed(value: object, place: str) -> Iterator[tuple[str, object]]:
    """Every item of every list in a YAML value, with where it stands."""
    if isinstance(value, dict):
        for key, below in value.items():
            yield from listed(below, f"{place}.{key}")
    elif isinstance(value, list):
        for item in value:
            yield (place, item)
            yield from listed(item, place)


@pytest.mark.parametrize("path", LEXICONS, ids=lambda path: str(path.relative_to(READING)))
def test_no_word_of_a_lexicon_is_read_as_a_truth_value(path: Path) -> None:
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert [place for place, item in listed(rows, path.name) if isinstance(item, bool)] == []
