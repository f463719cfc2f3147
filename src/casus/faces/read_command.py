"""`casus read`: what reports tell, and nothing kept."""

import os
import sys
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

import click

from casus.faces.readings import STANDARD_INPUT, Known, Readings

if TYPE_CHECKING:
    from casus.reading.model import Reading

PIPE_CLOSED = 141


@click.command(short_help="Read reports and show what they tell.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="One Reading a line as JSON, for programs.")
@click.option("--table", "as_table", is_flag=True, help="The claims as a table; tab-separated where the output is no terminal.")
@click.option(
    "--published", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The day (YYYY-MM-DD) that you know they came out on."
)
@click.option("--publisher", metavar="NAME", help="Who published them.")
@click.option("--title", metavar="TEXT", help="The title; for one FILE.")
def read(
    files: tuple[str, ...],
    *,
    as_json: bool,
    as_table: bool,
    published: datetime | None,
    publisher: str | None,
    title: str | None,
) -> int:
    """Read reports and show what they tell; nothing is kept.

    FILE is plain text or HTML, "-" is standard input. A file that can't be read is named on standard error and the others are
    still read. Exit status: 0 all were read, 1 some could not be read, 2 wrong usage.
    """
    if as_json and as_table:
        raise click.UsageError("--json and --table exclude each other.")
    if title is not None and len(files) > 1:
        raise click.UsageError("--title is for one FILE.")
    if files.count(STANDARD_INPUT) > 1:
        raise click.UsageError('"-" can be named once only.')
    readings = Readings(files, Known(published, publisher, title))
    try:
        _show(readings, as_json=as_json, as_table=as_table, many=len(files) > 1)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the flush at exit complains
        return PIPE_CLOSED
    return 1 if readings.failed else 0


def _show(readings: Iterable[tuple[str, "Reading"]], *, as_json: bool, as_table: bool, many: bool) -> None:
    if as_json:
        from casus.reading.contract import dumps

        for _, reading in readings:
            print(dumps(reading), flush=True)
    elif as_table and not sys.stdout.isatty():
        from casus.faces import tab_separated

        tab_separated.write(readings, sys.stdout)
    else:
        from casus.faces import page, screen, table

        screen.show_all(readings, table.show if as_table else page.show, sys.stdout, named=many)
