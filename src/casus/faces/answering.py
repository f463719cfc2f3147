"""What the commands that ask what follows share: they ask a ledger as of a day, and print lines for programs or a page."""

import json
import sys
from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

from casus.errors import CasusError
from casus.faces.options import asking, day_of, failing, opened

if TYPE_CHECKING:
    from rich.console import Console

    from casus.ledger.ledger import Ledger
    from casus.ledger.views import View

Answer = tuple[Iterable[dict[str, Any]], Callable[["Console"], None]]
"""An answer: the lines for programs, and what prints the page."""

Ask = Callable[["Ledger", "View"], Answer]
"""Asks a ledger as of the day of a view."""


def answer(
    ledger: str | None, as_of: datetime | None, known_at: datetime | None, ask: Ask, *, as_json: bool, begin: bool = False
) -> int:
    """Prints what `ask` makes of the ledger of the option, as of the day (today where none is given) and as known at the time.

    `begin`: the user's own ledger is begun where there is none, since reference facts answer, too. Gives the exit status.
    """
    from casus.faces import screen

    day = day_of(as_of) or date.today()  # noqa: DTZ011 - the reader's own day
    try:
        with asking(ledger) if begin else opened(ledger) as kept:
            lines, show = ask(kept, kept.as_of(day, known_at))
            if as_json:
                for line in lines:
                    click.echo(json.dumps(line, ensure_ascii=False))
            else:
                screen.print_on(sys.stdout, show)
    except CasusError as error:
        return failing(error)
    return 0
