"""`casus positions`: who stands where on a thing, since when, and who changed."""

import json
import sys
from datetime import date, datetime

import click

from casus.errors import CasusError
from casus.faces.options import DAY, as_of_and_known_at, day_of, failing, in_ledger, opened


@click.command(short_help="Say who stands where on a thing, and who changed.")
@click.option("--on", "on_", metavar="WORDS|ID", required=True, help='"sanctions against PRK", or the id of what is kept.')
@click.option("--actor", metavar="NAME", help="Only this one: a code (RUS), a name, an id.")
@click.option("--since", type=DAY, metavar="DATE", help="Only who has said something of it on that day or later.")
@click.option("--why", is_flag=True, help="Draw the proof of each line, down to the words.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, for programs.")
@as_of_and_known_at
@in_ledger
def positions(
    *,
    on_: str,
    actor: str | None,
    since: datetime | None,
    why: bool,
    as_json: bool,
    as_of: datetime | None,
    known_at: datetime | None,
    ledger: str | None,
) -> int:
    """Say who is for or against a thing, or abstains, since when, and who stood elsewhere before.

    WORDS are words and names of states; an ID is that of an agreement, a regime, or any record.
    """
    from casus.faces import screen
    from casus.faces.positions_page import positions_json, show_positions
    from casus.faces.questions import positions as found

    try:
        with opened(ledger) as kept:
            day, instant = day_of(as_of) or date.today(), known_at  # noqa: DTZ011 - the reader's own day
            view = kept.as_of(day, instant)
            answer = found(kept, on_, actor=actor, since=day_of(since), as_of=day, known_at=instant)
            if as_json:
                for one in positions_json(answer, view):
                    click.echo(json.dumps(one, ensure_ascii=False))
            else:
                screen.print_on(sys.stdout, lambda on: show_positions(answer, view, on, why=why))
    except CasusError as error:
        return failing(error)
    return 0
