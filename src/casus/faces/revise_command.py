"""`casus correct`, `accept`, `retract`, `restore`, `undo`: a person's word on a record, which becomes a record itself."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from casus.errors import CasusError
from casus.faces.options import failing, in_ledger, opened

if TYPE_CHECKING:
    from casus.ledger.ledger import Ledger
    from casus.ledger.record import Record

_WHY = click.option("--why", required=True, metavar="TEXT", help="The reason, which is kept with it.")
_ID = click.argument("prefix", metavar="ID")


@click.command(short_help="Correct what a record says.")
@_ID
@click.argument("fields", metavar="FIELD=VALUE...", nargs=-1, required=True)
@_WHY
@in_ledger
def correct(prefix: str, fields: tuple[str, ...], *, why: str, ledger: str | None) -> int:
    """Correct what a record says; what it said before stays as known then.

    FIELD is a name of the format (modality, type, actors, recipients, status ...) or "when"; actors are names or ids separated by
    commas, "when" is YYYY, YYYY-MM, YYYY-MM-DD or two of them with a slash; an empty VALUE takes the field away.
    """
    changes: dict[str, str] = {}
    for given in fields:
        name, equals, value = given.partition("=")
        if not equals or not name:
            raise click.UsageError(f"{given}: not FIELD=VALUE.")
        changes[name] = value
    return _append(ledger, lambda kept: kept.correct(prefix, changes, why), "corrected")


@click.command(short_help="Say that a record is right.")
@_ID
@_WHY
@in_ledger
def accept(prefix: str, *, why: str, ledger: str | None) -> int:
    """Say that a record is right: from now on it holds on your word, and no newer reader changes it."""
    return _append(ledger, lambda kept: kept.accept(prefix, why), "accepted")


@click.command(short_help="Take a record back.")
@_ID
@_WHY
@in_ledger
def retract(prefix: str, *, why: str, ledger: str | None) -> int:
    """Take a record back: a claim, a fact, or that two tellings are one event. It stays as known until now."""
    return _append(ledger, lambda kept: kept.retract(prefix, why), "retracted")


@click.command(short_help="Say again what was retracted.")
@_ID
@_WHY
@in_ledger
def restore(prefix: str, *, why: str, ledger: str | None) -> int:
    """Say again what was retracted."""
    return _append(ledger, lambda kept: kept.restore(prefix, why), "restored")


@click.command(short_help="Take back the last change by hand.")
@_ID
@_WHY
@in_ledger
def undo(prefix: str, *, why: str, ledger: str | None) -> int:
    """Take back the last change by hand of what a record says: correct, accept, retract or restore.

    It says again what it said before. Each further undo takes back one more.
    """
    return _append(ledger, lambda kept: kept.undo(prefix, why), "undone")


def _append(ledger: str | None, act: "Callable[[Ledger], Record]", done: str) -> int:
    try:
        with opened(ledger) as kept:
            record = act(kept)
    except CasusError as error:
        return failing(error)
    click.echo(f"{record.fact[:8]}: {done} (record {record.id[:8]})")
    return 0
