"""`casus suppose`: what would follow if something were so. The ledger stays as it is."""

from datetime import datetime
from typing import TYPE_CHECKING

import click

from casus.faces.answering import Answer, answer
from casus.faces.options import as_of_and_known_at, in_ledger

if TYPE_CHECKING:
    from casus.ledger.ledger import Ledger
    from casus.ledger.views import View


@click.command(short_help="Say what would follow if something were so.")
@click.argument("claims", metavar="CLAIM...", nargs=-1, required=True)
@click.option(
    "--depth", type=click.IntRange(0, 4), default=2, show_default=True, help="So many steps of who draws in whom; 0 for none."
)
@click.option("--why", is_flag=True, help="Draw the proofs.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a supposition, for programs.")
@as_of_and_known_at
@in_ledger
def suppose(
    claims: tuple[str, ...],
    *,
    depth: int,
    why: bool,
    as_json: bool,
    as_of: datetime | None,
    known_at: datetime | None,
    ledger: str | None,
) -> int:
    """Say what would follow on the day of --as-of if all CLAIMs were so, as a difference to without them. Nothing is kept.

    \b
    A CLAIM is
      "ASSAULT USA RUS"                 an armed attack (also "ASSAULT GBR ARG at Falkland Islands")
      "transfer RUS PRK missiles"       goods that pass from one to another
      "denounce agreement:anzus NZL"    an end of an agreement, for one party or (without a state) for all
      "accede agreement:anzus JPN"      a new party of an agreement
      "lift regime:un-dprk-1718"        an end of a regime, or of a measure
      c17, or an id of casus show       what a report tells as a condition, a plan or a fear
    """
    from casus.faces.questions import suppose as answered
    from casus.faces.suppose_page import show_supposed
    from casus.faces.suppose_rows import supposed_json

    def ask(kept: "Ledger", view: "View") -> Answer:
        told = answered(kept, *claims, as_of=view.as_of, known_at=view.known_at, depth=depth)
        return supposed_json(told, view), lambda on: show_supposed(told, view, on, why=why)

    return answer(ledger, as_of, known_at, ask, as_json=as_json, begin=True)
