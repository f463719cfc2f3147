"""`casus correct`, `casus retract`, `casus restore`: a person's word on a record, which becomes a record itself."""

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


def _append(ledger: str | None, act: "Callable[[Ledger], Record]", done: str) -> int:
    try:
        with opened(ledger) as kept:
            record = act(kept)
    except CasusError as error:
        return failing(error)
    click.echo(f"{record.fact[:8]}: {done} (record {record.id[:8]})")
    return 0
