"""Options that several commands share."""

import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

import click

from casus.errors import CasusError
from casus.faces.readings import tell

if TYPE_CHECKING:
    from casus.ledger.ledger import Ledger

Command = TypeVar("Command", bound=Callable[..., Any])
DAY = click.DateTime(["%Y-%m-%d"])
INSTANT = click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%dT%H:%M:%S.%fZ"])


def in_ledger(command: Command) -> Command:
    """Gives a command the option --ledger."""
    return click.option(
        "--ledger",
        metavar="PATH|URL",
        help="The ledger: a file, or postgresql://HOST/NAME. Default: CASUS_LEDGER, else your own.",
    )(command)


def as_of_and_known_at(command: Command) -> Command:
    """Gives a command the options --as-of and --known-at."""
    for option in (
        click.option(
            "--known-at", type=INSTANT, metavar="TIME", help="As known at that time (UTC; a day means its end). Default: now."
        ),
        click.option("--as-of", type=DAY, metavar="DATE", help="What had happened, or held, on that day. Default: today."),
    ):
        command = option(command)
    return command


def day_of(given: datetime | None) -> date | None:
    """The day that an option gives."""
    return given.date() if given else None


def instant_of(given: datetime | None) -> datetime | None:
    """The instant that an option gives, in UTC; a day alone is its end."""
    if given is None:
        return None
    if (given.hour, given.minute, given.second, given.microsecond) == (0, 0, 0, 0):
        given = given.replace(hour=23, minute=59, second=59, microsecond=999999)
    return given.replace(tzinfo=UTC)


def opened(told: str | None, *, create: bool = False) -> "Ledger":
    """The ledger of the option. Raises LedgerError."""
    from casus.ledger.ledger import Ledger

    return Ledger.open(told, create=create)


def asking(told: str | None) -> "Ledger":
    """The ledger of the option, to ask it a question. The user's own is begun where there is none: reference facts answer too.

    Raises LedgerError, also where the option names a ledger that isn't there.
    """
    return opened(told, create=told is None and "CASUS_LEDGER" not in os.environ)


def failing(error: CasusError) -> int:
    """Tells an error on standard error. Gives the exit status."""
    tell(error)
    return 1
