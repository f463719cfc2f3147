"""`casus show`, `casus timeline`, `casus changes`: what the ledger has, as of a day, as known at a time."""

import csv
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TextIO

import click

from casus.errors import CasusError
from casus.faces.options import DAY, SINCE, as_of_and_known_at, day_of, failing, in_ledger, opened

if TYPE_CHECKING:
    from casus.ledger.views import Row, View

_KINDS = (
    "events", "statements", "agreements", "provisions", "measures", "transfers", "positions", "memberships", "parties", "regimes",
    "actors", "reports",
)  # fmt: skip
_JSON = click.option("--json", "as_json", is_flag=True, help="One JSON object a line, for programs.")
_CSV = click.option("--csv", "as_csv", is_flag=True, help="CSV with a header, for spreadsheets.")
_FACTS = click.option("--facts", is_flag=True, help="Also what reference facts say and no report that is kept tells.")
_LIMIT = click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="At most so many rows.")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@click.command(short_help="Show what is kept, as of a day.")
@click.argument("kind", type=click.Choice(_KINDS))
@click.option("--actor", metavar="NAME", help="Who has a part in it: a code (RUS), a name, or an id.")
@click.option("--with", "with_", metavar="NAME", help="Who else has a part in it.")
@click.option("--type", "type_", metavar="WORD", help="The sort: an event's root (ASSAULT), a statement's act, a stance ...")
@click.option("--modality", metavar="WORD", help="actual, denied, planned, promised, threatened, demanded, possible ...")
@click.option("--from", "first", type=DAY, metavar="DATE", help="Not over before that day.")
@click.option("--to", "last", type=DAY, metavar="DATE", help="Begun by that day.")
@click.option("--about", metavar="ID", help="An agreement, regime or entity that it belongs to, or a record.")
@_FACTS
@_LIMIT
@_JSON
@_CSV
@as_of_and_known_at
@in_ledger
def show(
    kind: str,
    *,
    actor: str | None,
    with_: str | None,
    type_: str | None,
    modality: str | None,
    first: datetime | None,
    last: datetime | None,
    about: str | None,
    facts: bool,
    limit: int,
    as_json: bool,
    as_csv: bool,
    as_of: datetime | None,
    known_at: datetime | None,
    ledger: str | None,
) -> int:
    """Show what is kept, the latest first: events, statements, agreements, provisions, measures, transfers, positions,
    memberships, parties, regimes, actors or reports.

    Each row ends in an id that `casus explain ID` turns into its words, report, chain of speakers and history. Reports tell what
    had happened, or held, on the day of --as-of, as known at --known-at.
    """
    if as_json and as_csv:
        raise click.UsageError("--json and --csv exclude each other.")
    from casus.faces.kept_rows import ACTOR_COLUMNS, REPORT_COLUMNS, WITH_FACTS, actors_kept, asked, reports_kept, shown

    try:
        with opened(ledger) as kept:
            view = kept.as_of(day_of(as_of) or date.today(), known_at)  # noqa: DTZ011 - the reader's own day
            if kind == "reports":
                return _plain(REPORT_COLUMNS, reports_kept(kept, limit), as_json=as_json, as_csv=as_csv)
            if kind == "actors":
                return _plain(ACTOR_COLUMNS, actors_kept(kept, actor, limit), as_json=as_json, as_csv=as_csv)
            wanted = asked(
                kept,
                actor,
                with_,
                type=type_,
                modality=modality,
                first=day_of(first),
                last=day_of(last),
                about=about,
                limit=limit,
            )
            _print(shown(view, kind, wanted, facts=facts), view, kind, as_json=as_json, as_csv=as_csv)
            if not facts and kind in WITH_FACTS and not as_json and not as_csv:
                click.echo("Told by reports that are kept; --facts adds what reference facts alone say.")
    except CasusError as error:
        return failing(error)
    return 0


@click.command(short_help="Show the course of events of one or two actors.")
@click.argument("actors", metavar="ACTOR [ACTOR]", nargs=-1, required=True)
@click.option("--from", "first", type=DAY, metavar="DATE", help="From that day on.")
@click.option("--to", "last", type=DAY, metavar="DATE", help="To that day.")
@_FACTS
@_LIMIT
@_JSON
@_CSV
@as_of_and_known_at
@in_ledger
def timeline(
    actors: tuple[str, ...],
    *,
    first: datetime | None,
    last: datetime | None,
    facts: bool,
    limit: int,
    as_json: bool,
    as_csv: bool,
    as_of: datetime | None,
    known_at: datetime | None,
    ledger: str | None,
) -> int:
    """Show events, agreements, transfers and measures of an actor, or between two, the earliest first."""
    if len(actors) > 2:
        raise click.UsageError("one or two actors.")
    if as_json and as_csv:
        raise click.UsageError("--json and --csv exclude each other.")
    from casus.faces.kept_rows import course

    try:
        with opened(ledger) as kept:
            view = kept.as_of(day_of(as_of), known_at)
            rows = course(kept, view, actors, first=day_of(first), last=day_of(last), facts=facts, limit=limit)
            _print(rows, view, "rows", as_json=as_json, as_csv=as_csv)
    except CasusError as error:
        return failing(error)
    return 0


@click.command(short_help="Show what was learnt, corrected or retracted since a time.")
@click.option("--since", "since", type=SINCE, required=True, metavar="TIME", help="UTC; a day means its beginning.")
@click.option("--limit", type=click.IntRange(1), help="At most so many.")
@_JSON
@in_ledger
def changes(*, since: datetime, limit: int | None, as_json: bool, ledger: str | None) -> int:
    """Show every record that was written after a time, in the order of writing: what was learnt, corrected, retracted."""
    from casus.faces.ledger_page import show_changes
    from casus.faces.ledger_rows import record_json

    try:
        with opened(ledger) as kept:
            records = kept.changes(since, limit)
            if as_json:
                for record in records:
                    click.echo(json.dumps(record_json(record), ensure_ascii=False))
            else:
                _on_console(lambda on: show_changes(records, kept.as_of(), on))
    except CasusError as error:
        return failing(error)
    return 0


def _print(rows: Sequence["Row"], view: "View", kind: str, *, as_json: bool, as_csv: bool) -> None:
    from casus.faces.ledger_page import show_rows
    from casus.faces.ledger_rows import COLUMNS, cells, row_json

    if as_json:
        for row in rows:
            click.echo(json.dumps(row_json(row, view), ensure_ascii=False))
    elif as_csv:
        write_csv(COLUMNS, (cells(row, view) for row in rows))
    else:
        _on_console(lambda on: show_rows(rows, view, kind, on))


def write_csv(columns: Sequence[str], rows: Iterable[dict[str, str]], to: TextIO | None = None) -> None:
    """Writes rows as CSV, to standard output where `to` is None. A text that a spreadsheet would take for a formula gets an
    apostrophe before it."""
    writer = csv.DictWriter(to or sys.stdout, columns, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({key: f"'{value}" if value.startswith(_FORMULA) else value for key, value in row.items()})


def _plain(columns: Sequence[str], rows: Sequence[dict[str, str]], *, as_json: bool, as_csv: bool) -> int:
    from casus.faces.ledger_page import show_plain

    if as_json:
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False))
    elif as_csv:
        write_csv(columns, rows)
    else:
        _on_console(lambda on: show_plain(columns, rows, on))
    return 0


def _on_console(show: Callable[[Any], None]) -> None:
    from casus.faces import screen

    screen.print_on(sys.stdout, show)
