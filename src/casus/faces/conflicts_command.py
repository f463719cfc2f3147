"""`casus conflicts`: what cannot both hold, what a known fact stands against, what bears one thing and what echoes."""

from datetime import datetime
from typing import TYPE_CHECKING

import click

from casus.faces.answering import Answer, answer
from casus.faces.options import SINCE, as_of_and_known_at, in_ledger

if TYPE_CHECKING:
    from casus.ledger.ledger import Ledger
    from casus.ledger.views import View


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
    from casus.faces.conflicts_page import show_conflicts
    from casus.faces.conflicts_rows import conflicts_json
    from casus.faces.questions import bearing_or_found

    def ask(kept: "Ledger", view: "View") -> Answer:
        borne, told = bearing_or_found(kept, about, actor=actor, since=since, as_of=view.as_of, known_at=view.known_at)
        return conflicts_json(told, view, borne), lambda on: show_conflicts(told, view, on, why=why, borne=borne)

    return answer(ledger, as_of, known_at, ask, as_json=as_json)
