"""What the service allows itself: sizes, rows and seconds."""

from dataclasses import dataclass

from casus.errors import CasusError
from casus.sources.decoding import LARGEST

LARGEST_BODY = LARGEST
"""Bytes of the largest body that is taken."""

MOST_ROWS = 1000
"""So many rows of one page."""

MOST_PAGED = 20_000
"""Pages reach so far back; what lies behind is found with filters."""


class TooLongError(CasusError):
    """Something took longer than the service allows."""


class BusyError(CasusError):
    """More waits to be read than the service takes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Seconds that a question, a reading and the sending of a body may take, and how many readings may wait."""

    asking: float = 60.0
    reading: float = 300.0
    sending: float = 30.0
    waiting: int = 16
