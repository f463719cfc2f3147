"""`casus keep`: reads reports and keeps what they tell in the ledger."""

import json
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING

import click

from casus.errors import CasusError
from casus.faces.options import DAY, failing, in_ledger, opened
from casus.faces.readings import STANDARD_INPUT, Known, Readings, tell
from casus.faces.text import clean

if TYPE_CHECKING:
    from casus.ledger.keep import Outcome


@click.command(short_help="Read reports and keep what they tell.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@in_ledger
@click.option("--published", type=DAY, metavar="DATE", help="The day (YYYY-MM-DD) that you know they came out on.")
@click.option("--publisher", metavar="NAME", help="Who published them.")
@click.option("--title", metavar="TEXT", help="The title; for one FILE.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a file: what it changed.")
def keep(
    files: tuple[str, ...],
    *,
    ledger: str | None,
    published: datetime | None,
    publisher: str | None,
    title: str | None,
    as_json: bool,
) -> int:
    """Read reports and keep what they tell in the ledger, which is made where there is none.

    FILE is plain text or HTML, "-" is standard input. Keeping a report again changes nothing; with a newer reader, what it reads
    otherwise supersedes the old, which stays as known then. Exit status: 0 all were kept, 1 some could not be, 2 wrong usage.
    """
    if title is not None and len(files) > 1:
        raise click.UsageError("--title is for one FILE.")
    if files.count(STANDARD_INPUT) > 1:
        raise click.UsageError('"-" can be named once only.')
    readings = Readings(files, Known(published, publisher, title))
    failed = 0
    try:
        with opened(ledger, create=True) as kept:
            for name, reading in readings:
                try:
                    outcome = kept.keep(reading)
                    click.echo(json.dumps({"file": name} | asdict(outcome)) if as_json else f"{clean(name)}: {_told(outcome)}")
                except CasusError as error:
                    failed += 1
                    tell(type(error)(f"{name}: {error}"))
    except CasusError as error:
        return failing(error)
    return 1 if failed or readings.failed else 0


def _told(outcome: "Outcome") -> str:
    if outcome.nothing:
        return f"{outcome.report[:8]}, kept already"
    parts = [f"{outcome.new} new", f"{outcome.changed} changed" * bool(outcome.changed)]
    parts += [f"{outcome.retracted} retracted" * bool(outcome.retracted)]
    known = f"; {outcome.joined} of its events known already" if outcome.joined else ""
    copy = f"; a copy of {outcome.copy_of[:8]}" if outcome.copy_of else ""
    return f"{outcome.report[:8]}, {', '.join(filter(None, parts))}{known}{copy}"
