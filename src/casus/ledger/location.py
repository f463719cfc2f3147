"""Where the ledger is: what the caller names, else CASUS_LEDGER, else a file in the user's data folder."""

import os
from pathlib import Path

from casus.errors import LedgerError

VARIABLE = "CASUS_LEDGER"


def ledger_at(told: str | None = None) -> str:
    """The path or URL of the ledger. The user's own data folder is made where it is missing; no other is.

    Raises LedgerError where that folder can't be made.
    """
    named = told or os.environ.get(VARIABLE)
    if named:
        return named if "://" in named else str(Path(named).expanduser())
    from platformdirs import user_data_path

    folder = user_data_path("casus", appauthor=False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LedgerError(
            f"{folder}: can't be made ({error.strerror}); name a ledger with --ledger PATH or {VARIABLE}"
        ) from error
    return str(folder / "ledger.sqlite")
