"""casus reads reports of world politics and keeps what they tell, and on whose word.

    >>> import casus
    >>> reading = casus.read("report.html")
    >>> for claim in reading.claims:
    ...     print(claim.kind, claim.modality, claim.by)

    >>> with casus.Ledger.open("ledger.sqlite") as ledger:
    ...     ledger.keep(reading)
    ...     rows = ledger.as_of(date(2024, 7, 1)).agreements()
    ...     answer = casus.obligations(ledger, "PRK", by="USA", as_of=date(2024, 7, 1))

Names are imported when they are first used, so that `import casus` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from casus.version import __version__

if TYPE_CHECKING:
    from casus.errors import CasusError, EncoderError, InternalError, LedgerError, QuestionError, SourceError, WorldError
    from casus.faces.python import read
    from casus.faces.questions import bearing, conflicts, forbids, obligations, positions, promises, suppose
    from casus.ledger.ledger import Ledger
    from casus.reading.contract import ContractError, dumps, from_json, loads, to_json
    from casus.reading.model import Reading

__all__ = [
    "CasusError",
    "ContractError",
    "EncoderError",
    "InternalError",
    "Ledger",
    "LedgerError",
    "QuestionError",
    "Reading",
    "SourceError",
    "WorldError",
    "__version__",
    "bearing",
    "conflicts",
    "dumps",
    "forbids",
    "from_json",
    "loads",
    "obligations",
    "positions",
    "promises",
    "read",
    "suppose",
    "to_json",
]

_HOMES = {
    "casus.errors": (
        "CasusError",
        "EncoderError",
        "InternalError",
        "LedgerError",
        "QuestionError",
        "SourceError",
        "WorldError",
    ),
    "casus.faces.python": ("read",),
    "casus.faces.questions": ("bearing", "conflicts", "forbids", "obligations", "positions", "promises", "suppose"),
    "casus.ledger.ledger": ("Ledger",),
    "casus.reading.contract": ("ContractError", "dumps", "from_json", "loads", "to_json"),
    "casus.reading.model": ("Reading",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        raise AttributeError(f"module 'casus' has no attribute {name!r}")
    value: object = getattr(import_module(_HOME_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
