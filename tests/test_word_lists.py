"""Word lists load as they are written, and a file that isn't one is told."""

from pathlib import Path

import pytest
import yaml

from casus.lexicons import load_lexicon


def test_entries_come_by_name_as_they_are_written(tmp_path: Path) -> None:
    (tmp_path / "words.yaml").write_text(
        'said: [say, tell]\n"no": "og på"  # a name that is no truth value\ndays: {monday: 1}\n', "utf-8"
    )
    assert load_lexicon(tmp_path / "words.yaml") == {"said": ["say", "tell"], "no": "og på", "days": {"monday": 1}}


@pytest.mark.parametrize(("content", "error"), [("- say\n- tell\n", TypeError), ("", TypeError), ("said: [say", yaml.YAMLError)])
def test_what_has_no_names_is_no_lexicon(tmp_path: Path, content: str, error: type[Exception]) -> None:
    (tmp_path / "words.yaml").write_text(content, "utf-8")
    with pytest.raises(error):
        load_lexicon(tmp_path / "words.yaml")


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load_lexicon(tmp_path / "words.yaml")
