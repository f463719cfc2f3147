"""`casus forbids`: what sanctions forbid toward a target on a day, on which paragraph, with what exemptions."""

import json
import sys
from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from casus.errors import CasusError
from casus.faces.options import as_of_and_known_at, asking, day_of, failing, in_ledger

if TYPE_CHECKING:
    from casus.ledger.ledger import Ledger


@click.command(short_help="Say what sanctions forbid toward a state or group.")
@click.option("--target", metavar="NAME", required=True, help="Who the sanctions are against: a code (PRK), a name, an id.")
@click.option("--what", metavar="GOODS", help="arms, oil, travel, funds, coal, luxury ... Default: everything.")
@click.option("--from", "supplier", metavar="STATE", help="Who would send it, or take it. The target itself: what it sends.")
@click.option("--why", is_flag=True, help="Draw the proof of each line, down to the paragraph.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, for programs.")
@as_of_and_known_at
@in_ledger
def forbids(
    *,
    target: str,
    what: str | None,
    supplier: str | None,
    why: bool,
    as_json: bool,
    as_of: datetime | None,
    known_at: datetime | None,
    ledger: str | None,
) -> int:
    """Say which measures in force on the day of --as-of forbid something toward a target: each with its resolution and paragraph,
    whom it binds, its exemptions, and how far its text goes. What has lapsed is told below.

    --why draws the proofs. No legal advice, and no forecast.
    """
    day = day_of(as_of) or date.today()  # noqa: DTZ011 - the reader's own day
    try:
        with asking(ledger) as kept:
            return _answer(kept, target, what, supplier, day, known_at, why=why, as_json=as_json)
    except CasusError as error:
        return failing(error)


def _answer(
    kept: "Ledger",
    target: str,
    what: str | None,
    supplier: str | None,
    day: date,
    known_at: datetime | None,
    *,
    why: bool,
    as_json: bool,
) -> int:
    from casus.faces import screen
    from casus.faces.forbids_page import show_forbids
    from casus.faces.forbids_rows import forbids_json
    from casus.faces.questions import forbids as answered

    view = kept.as_of(day, known_at)
    answer = answered(kept, target, what=what, supplier=supplier, as_of=day, known_at=known_at)
    if as_json:
        for one in forbids_json(answer, view):
            click.echo(json.dumps(one, ensure_ascii=False))
    else:
        screen.print_on(sys.stdout, lambda on: show_forbids(answer, view, on, why=why))
    return 0
