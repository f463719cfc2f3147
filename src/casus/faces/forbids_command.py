"""`casus forbids`: what sanctions forbid toward a target on a day, on which paragraph, with what exemptions."""

from datetime import datetime
from typing import TYPE_CHECKING

import click

from casus.faces.answering import Answer, answer
from casus.faces.options import as_of_and_known_at, in_ledger

if TYPE_CHECKING:
    from casus.ledger.ledger import Ledger
    from casus.ledger.views import View


@click.command(short_help="Say what sanctions forbid toward a state or group.")
@click.option("--target", metavar="NAME", required=True, help="Who the sanctions are against: a code (PRK), a name, an id.")
@click.option("--what", metavar="GOODS", help="arms, oil, travel, funds, coal, luxury ... Default: everything.")
@click.option("--from", "supplier", metavar="STATE", help="Who would send it, or take it. The target itself: what it sends.")
@click.option("--why", is_flag=True, help="Draw the proof of each line, down to the paragraph.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, for programs.")
@as_of_and_known_at
@in_ledger
def forbids(
    *,
    target: str,
    what: str | None,
    supplier: str | None,
    why: bool,
    as_json: bool,
    as_of: datetime | None,
    known_at: datetime | None,
    ledger: str | None,
) -> int:
    """Say which measures in force on the day of --as-of forbid something toward a target: each with its resolution and paragraph,
    whom it binds, its exemptions, and how far its text goes. What has lapsed is told below.

    --why draws the proofs. No legal advice, and no forecast.
    """
    from casus.faces.forbids_page import show_forbids
    from casus.faces.forbids_rows import forbids_json
    from casus.faces.questions import forbids as answered

    def ask(kept: "Ledger", view: "View") -> Answer:
        told = answered(kept, target, what=what, supplier=supplier, as_of=view.as_of, known_at=view.known_at)
        return forbids_json(told, view), lambda on: show_forbids(told, view, on, why=why)

    return answer(ledger, as_of, known_at, ask, as_json=as_json, begin=True)
