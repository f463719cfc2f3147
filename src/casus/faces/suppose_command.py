"""`casus suppose`: what would follow if something were so. The ledger stays as it is."""

import json
import sys
from datetime import date, datetime

import click

from casus.errors import CasusError
from casus.faces.options import as_of_and_known_at, asking, day_of, failing, in_ledger


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
    from casus.faces import screen
    from casus.faces.questions import suppose as answered
    from casus.faces.suppose_page import show_supposed
    from casus.faces.suppose_rows import supposed_json

    day = day_of(as_of) or date.today()  # noqa: DTZ011 - the reader's own day
    try:
        with asking(ledger) as kept:
            view = kept.as_of(day, known_at)
            answer = answered(kept, *claims, as_of=day, known_at=known_at, depth=depth)
            if as_json:
                for one in supposed_json(answer, view):
                    click.echo(json.dumps(one, ensure_ascii=False))
            else:
                screen.print_on(sys.stdout, lambda on: show_supposed(answer, view, on, why=why))
    except CasusError as error:
        return failing(error)
    return 0
