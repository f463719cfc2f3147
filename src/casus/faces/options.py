"""Options that several commands share."""

import os
from collections.abc import Callable
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, TypeVar

import click

from casus.errors import CasusError
from casus.faces.instants import BEGINNING_OF_DAY, END_OF_DAY, instant
from casus.faces.readings import tell

if TYPE_CHECKING:
    from casus.ledger.ledger import Ledger

Command = TypeVar("Command", bound=Callable[..., Any])
DAY = click.DateTime(["%Y-%m-%d"])


class Instant(click.ParamType[datetime]):
    """A time in UTC; a day stands for one time of it."""

    name = "time"

    def __init__(self, of_a_day: time) -> None:
        self._of_a_day = of_a_day

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:  # noqa: ANN401
        """The time that is given. A wrong one is wrong usage."""
        if isinstance(value, datetime):
            return value
        try:
            return instant(str(value), self._of_a_day)
        except ValueError as error:
            self.fail(f"{value!r} {error}", param, ctx)


SINCE, KNOWN_AT = Instant(BEGINNING_OF_DAY), Instant(END_OF_DAY)


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
            "--known-at", type=KNOWN_AT, metavar="TIME", help="As known at that time (UTC; a day means its end). Default: now."
        ),
        click.option("--as-of", type=DAY, metavar="DATE", help="What had happened, or held, on that day. Default: today."),
    ):
        command = option(command)
    return command


def day_of(given: datetime | None) -> date | None:
    """The day that an option gives."""
    return given.date() if given else None


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
