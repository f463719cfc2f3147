"""Which ledger is meant: what is told, else CASUS_LEDGER, else the user's own."""

from pathlib import Path

import pytest

from casus.errors import LedgerError
from casus.ledger.location import ledger_at


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home without a ledger."""
    monkeypatch.delenv("CASUS_LEDGER", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path


def test_what_is_told_goes_before_the_variable(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASUS_LEDGER", "~/variable.sqlite")
    assert ledger_at("told.sqlite") == "told.sqlite"
    assert ledger_at("postgresql://host/~name") == "postgresql://host/~name"
    assert ledger_at() == str(home / "variable.sqlite")
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("nothing", [None, ""])
def test_else_it_is_a_file_in_the_users_data_folder_which_is_made(home: Path, nothing: str | None) -> None:
    assert ledger_at(nothing) == str(home / "data" / "casus" / "ledger.sqlite")
    assert (home / "data" / "casus").is_dir()
    assert list((home / "data" / "casus").iterdir()) == []


def test_a_folder_that_cannot_be_made_is_named(home: Path) -> None:
    (home / "data").write_text("a file is in the way")
    with pytest.raises(LedgerError, match="data/casus: can't be made"):
        ledger_at()
