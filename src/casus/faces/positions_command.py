"""`casus positions`: who stands where on a thing, since when, and who changed."""

from datetime import datetime
from typing import TYPE_CHECKING

import click

from casus.faces.answering import Answer, answer
from casus.faces.options import DAY, as_of_and_known_at, day_of, in_ledger

if TYPE_CHECKING:
    from casus.ledger.ledger import Ledger
    from casus.ledger.views import View


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
    from casus.faces.positions_page import positions_json, show_positions
    from casus.faces.questions import positions as found

    def ask(kept: "Ledger", view: "View") -> Answer:
        told = found(kept, on_, actor=actor, since=day_of(since), as_of=view.as_of, known_at=view.known_at)
        return positions_json(told, view), lambda on: show_positions(told, view, on, why=why)

    return answer(ledger, as_of, known_at, ask, as_json=as_json)
