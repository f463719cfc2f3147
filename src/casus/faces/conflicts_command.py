"""`casus conflicts`: what cannot both hold, what a known fact stands against, what bears one thing and what echoes."""

import json
import sys
from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from casus.errors import CasusError
from casus.faces.options import SINCE, as_of_and_known_at, day_of, failing, in_ledger, opened

if TYPE_CHECKING:
    from casus.ledger.ledger import Ledger


@click.command(short_help="Say what reports tell against each other, or against what is known.")
@click.option(
    "--about", metavar="ID", help="Only about this record, event, agreement or regime; with what bears it and what echoes."
)
@click.option("--actor", metavar="NAME", help="Only with a claim in which this actor has a part: a code (RUS), a name, an id.")
@click.option("--since", type=SINCE, metavar="TIME", help="Only what is new since then (UTC): one side was kept after it.")
@click.option("--why", is_flag=True, help="Draw the proof of each, down to the words.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, for programs.")
@as_of_and_known_at
@in_ledger
def conflicts(
    *,
    about: str | None,
    actor: str | None,
    since: datetime | None,
    why: bool,
    as_json: bool,
    as_of: datetime | None,
    known_at: datetime | None,
    ledger: str | None,
) -> int:
    """Say which claims cannot both hold, which stand against a known fact, and which a rule makes notable: a transfer that a
    measure forbids, an attack despite a pact, a broken promise.

    Each with who says what, why it conflicts, and whether that is certain or arguable.
    """
    if sum(one is not None for one in (about, actor, since)) > 1:
        raise click.UsageError("--about, --actor and --since exclude each other.")
    try:
        with opened(ledger) as kept:
            day = day_of(as_of) or date.today()  # noqa: DTZ011 - the reader's own day
            _answer(kept, about, actor, since, day, known_at, why=why, as_json=as_json)
    except CasusError as error:
        return failing(error)
    return 0


def _answer(
    kept: "Ledger",
    about: str | None,
    actor: str | None,
    since: datetime | None,
    day: date,
    known_at: datetime | None,
    *,
    why: bool,
    as_json: bool,
) -> None:
    from casus.faces import screen
    from casus.faces.conflicts_page import show_conflicts
    from casus.faces.conflicts_rows import conflicts_json
    from casus.faces.questions import bearing
    from casus.faces.questions import conflicts as found

    view = kept.as_of(day, known_at)
    if about:
        borne, answer = bearing(kept, about, as_of=day, known_at=known_at)
    else:
        borne, answer = None, found(kept, since=since, actor=actor, as_of=day, known_at=known_at)
    if as_json:
        for one in conflicts_json(answer, view, borne):
            click.echo(json.dumps(one, ensure_ascii=False))
    else:
        screen.print_on(sys.stdout, lambda on: show_conflicts(answer, view, on, why=why, borne=borne))
