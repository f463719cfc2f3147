"""`casus world`: check and show the reference facts. What it needs is imported when it runs."""

import json
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from casus.errors import CasusError
from casus.faces.options import in_ledger, opened
from casus.faces.text import clean
from casus.version import __version__

if TYPE_CHECKING:
    from casus.world.fact import Fact
    from casus.world.faults import Fault

Write = Callable[[Sequence["Fact"]], str]
"""Writes facts to a ledger in one transaction; gives the words that tell what that changed. Raises CasusError."""

_FILES = click.argument("files", metavar="[FILE...]", nargs=-1)


@click.group(short_help="Check and show the reference facts.")
def world() -> None:
    """Check and show the reference facts: states, agreements, sanctions regimes, organisations and blocs."""


@world.command(short_help="Check facts against the schema.")
@_FILES
def check(files: tuple[str, ...]) -> int:
    """Check your own files of facts, or without FILE those that come with casus.

    Every fault is told on a line of its own with file, line, entry and what is allowed. Exit status: 0 nothing is wrong, 1
    something is.
    """
    if not files:
        from casus.world.check import check as check_shipped

        count, faults = check_shipped()
        _tell_faults(faults)
        click.echo(f"{count} records, {_count(len(faults), 'fault')}")
        return 1 if faults else 0
    from casus.world.own_facts import read_facts

    wrong = 0
    for file in files:
        facts, faults = read_facts(file)
        _tell_faults(faults)
        click.echo(f"{clean(file)}: {_count(len(facts), 'fact')}, {_count(len(faults), 'fault')}")
        wrong += len(faults)
    return 1 if wrong else 0


@world.command(short_help="Show a state, an agreement, a regime or an organisation.")
@click.argument("what", metavar="STATE|AGREEMENT|REGIME")
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Only what stood on that day (YYYY-MM-DD).")
@click.option("--json", "as_json", is_flag=True, help="As one JSON object, for programs.")
def show(what: str, *, as_of: datetime | None, as_json: bool) -> int:
    """Show what the reference facts have on a state, an agreement, a sanctions regime, an organisation or a bloc.

    It is named by a code (RUS, RU, cow:365), a name (Russia, "North Atlantic Treaty"), or its id (agreement:anzus). Exit status:
    0 shown, 1 nothing has that name, or several things have.
    """
    from casus.world.entries import entry
    from casus.world.lookup import look_up

    on: date | None = as_of.date() if as_of else None
    try:
        found = entry(look_up(what, on), on)
    except CasusError as error:
        return tell(error)
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False))
        return 0
    from casus.faces import screen, world_page

    console = screen.console(sys.stdout)
    with console.capture() as captured:
        world_page.show(found, console)
    shown = captured.get()
    click.echo(shown if console.is_terminal else "".join(f"{line.rstrip()}\n" for line in shown.split("\n")[:-1]), nl=False)
    return 0


@world.command(short_help="Add your own facts to the ledger.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@in_ledger
def add(files: tuple[str, ...], *, ledger: str | None) -> int:
    """Add the facts of your own files to the ledger (docs/world.md tells their form).

    Faults are told line by line and the other facts are written; what overlaps known facts of other days is refused. Exit
    status: 0 all were written, 1 some were not.
    """
    return _into(ledger, "casus-own", lambda write: add_files(files, write))


@world.command("import", short_help="Import a data set of alliances into the ledger.")
@click.argument("data_set", metavar="atop|cow-alliances", type=click.Choice(["atop", "cow-alliances"]))
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@in_ledger
def import_(data_set: str, files: tuple[str, ...], *, ledger: str | None) -> int:
    """Import files of the Alliance Treaty Obligations and Provisions project (members or dyad years) or of the Correlates of
    War's alliances, with columns as published, plain or gzip. Bring your own copy; its citation is kept with every fact."""
    return _into(ledger, f"casus-import-{data_set}", lambda write: import_files(files, data_set, write))


def _into(told: str | None, source: str, act: Callable[[Write], int]) -> int:
    """Runs what writes facts on the ledger. Gives the exit status."""
    refusals = 0
    try:
        with opened(told, create=True) as kept:

            def write(facts: Sequence["Fact"]) -> str:
                nonlocal refusals
                outcome = kept.add_facts(facts, f"{source} {__version__}")
                refusals += len(outcome.refused)
                for refused in outcome.refused:
                    tell(CasusError(refused))
                parts = (f"{outcome.new} new", f"{outcome.changed} changed", f"{outcome.retracted} retracted")
                return ", ".join(parts) + (f", {len(outcome.refused)} refused" if outcome.refused else "")

            return act(write) or bool(refusals)
    except CasusError as error:
        return tell(error)


def add_files(files: Sequence[str], write: Write) -> int:
    """Write the facts of a user's own files with `write`. Faults are told, the rest is written. Gives the exit status."""
    from casus.world.own_facts import read_facts

    return _write_each(files, read_facts, write)


def import_files(files: Sequence[str], data_set: str, write: Write) -> int:
    """Write the facts of a data set's files ("atop", "cow-alliances") with `write`. Gives the exit status."""
    from casus.world.imports.atop import read_atop
    from casus.world.imports.cow_alliances import read_cow_alliances

    return _write_each(files, {"atop": read_atop, "cow-alliances": read_cow_alliances}[data_set], write)


def _write_each(files: Sequence[str], read: Callable[[str], tuple[tuple["Fact", ...], tuple["Fault", ...]]], write: Write) -> int:
    status = 0
    for file in files:
        facts, faults = read(file)
        _tell_faults(faults)
        status |= bool(faults)
        try:
            told = write(facts) if facts else "nothing to write"
        except CasusError as error:
            status |= tell(error)
            continue
        click.echo(f"{clean(file)}: {_count(len(facts), 'fact')}, {_count(len(faults), 'fault')}; {told}")
    return int(status)


def tell(error: CasusError) -> int:
    """Tell an error on one line of standard error. Gives the exit status."""
    click.echo(f"casus: {clean(str(error))}", err=True)
    return 1


def _tell_faults(faults: Sequence["Fault"]) -> None:
    for fault in faults:
        click.echo(clean(str(fault)))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
