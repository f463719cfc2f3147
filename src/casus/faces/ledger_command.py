"""`casus verify`, `casus doctor`, `casus ledger`: whether a ledger is sound, and carrying it elsewhere whole."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from casus.errors import CasusError
from casus.faces.options import failing, in_ledger
from casus.faces.text import clean

if TYPE_CHECKING:
    from casus.ledger.sql.store import SqlStore

_FILE = click.argument("file", metavar="FILE", type=click.Path(path_type=Path))


@click.command(short_help="Check the whole ledger: every quote, record and link.")
@in_ledger
def verify(*, ledger: str | None) -> int:
    """Check the whole ledger: that every quote stands in its report, every id is that of its content, every correction follows
    what it corrects, and facts of one topic don't overlap. A line for each fault. Exit status: 0 sound, 1 not."""

    def checked(store: "SqlStore") -> int:
        from casus.ledger.verify import verify as findings

        faults = 0
        with _progress("checking") as progress:
            for finding in findings(store, progress):
                faults += 1
                click.echo(clean(f"{finding.id}: {finding.fault}"))
        click.echo(f"{store.sequence_at()} records, {faults} fault{'s' * (faults != 1)}")
        return 1 if faults else 0

    return _on_store(ledger, checked)


@click.command(short_help="Look at the database under the ledger.")
@in_ledger
def doctor(*, ledger: str | None) -> int:
    """Look at the database under the ledger: its version and known bugs of it, its settings, its layout, whether it is whole.
    Exit status: 0 whole, 1 damaged or not to be opened."""

    def looked_at(store: "SqlStore") -> int:
        from casus.ledger.doctor import examine

        signs = examine(store)
        for sign in signs:
            mark = "BROKEN " if sign.broken else "warning: " if sign.advice else ""
            click.echo(clean(f"{sign.what}: {mark}{sign.value}" + (f" ({sign.advice})" if sign.advice else "")))
        return 1 if any(sign.broken for sign in signs) else 0

    return _on_store(ledger, looked_at)


@click.group(short_help="Carry the ledger elsewhere, or back it up.")
def ledger() -> None:
    """Carry the ledger elsewhere whole, or back it up while others write."""


@ledger.command("export", short_help="Write the whole history as JSON Lines.")
@_FILE
@in_ledger
def export(file: Path, *, ledger: str | None) -> int:
    """Write the whole history to FILE as JSON Lines, as it is at one moment: reports, readings and records with instants."""

    def exported(store: "SqlStore") -> int:
        from casus.ledger.exchange import export_ledger

        with _progress("exporting") as progress:
            counts = export_ledger(store, file, progress)
        click.echo(f"{clean(str(file))}: {counts.reports} reports, {counts.readings} readings, {counts.records} records")
        return 0

    return _on_store(ledger, exported)


@ledger.command("import", short_help="Read an export into a new ledger.")
@_FILE
@in_ledger
def import_(file: Path, *, ledger: str | None) -> int:
    """Read what `casus ledger export` wrote into a new ledger, whole or not at all. A half or changed file is refused, and so is
    a ledger that holds something."""

    def imported(store: "SqlStore") -> int:
        from casus.ledger.exchange import import_ledger

        counts = import_ledger(store, file)
        click.echo(f"{clean(str(file))}: {counts.reports} reports, {counts.readings} readings, {counts.records} records")
        return 0

    return _on_store(ledger, imported, create=True)


@ledger.command("backup", short_help="Copy the ledger while others write to it.")
@_FILE
@in_ledger
def backup(file: Path, *, ledger: str | None) -> int:
    """Copy the ledger to FILE while others may write to it: of an SQLite ledger a file that is a ledger itself, of one on
    PostgreSQL an export."""

    def backed_up(store: "SqlStore") -> int:
        from casus.ledger.backup import back_up

        with _progress("copying") as progress:
            back_up(store, file, progress)
        click.echo(f"{clean(str(file))}: {file.stat().st_size} bytes")
        return 0

    return _on_store(ledger, backed_up)


def _on_store(told: str | None, act: "Callable[[SqlStore], int]", *, create: bool = False) -> int:
    """Runs something on the bare store, without bringing reference facts in. Gives the exit status."""
    from casus.ledger.location import ledger_at
    from casus.ledger.sql.store import open_store

    try:
        store = open_store(ledger_at(told), create=create)
        try:
            return act(store)
        finally:
            store.close()
    except CasusError as error:
        return failing(error)


@contextmanager
def _progress(doing: str) -> Iterator[Callable[[int], None]]:
    """What is told how many things are done: shows it to a person who waits at a terminal, and to nobody else."""
    shown = sys.stderr.isatty()

    def tell(done: int) -> None:
        if shown and done % 1000 == 0:
            click.echo(f"\r{doing}: {done}", nl=False, err=True)

    yield tell
    if shown:
        click.echo(f"\r{' ' * 40}\r", nl=False, err=True)
