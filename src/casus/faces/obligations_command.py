"""`casus obligations`: who owes what when a state is attacked, and all that a state has promised."""

import json
import sys
from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from casus.errors import CasusError
from casus.faces.options import as_of_and_known_at, asking, day_of, failing, in_ledger

if TYPE_CHECKING:
    from casus.ledger.ledger import Ledger


@click.command(short_help="Say who owes what when a state is attacked.")
@click.option("--attacked", metavar="STATE", help="Who is attacked: a code (POL) or a name.")
@click.option("--by", metavar="STATE", help="Who attacks. Without it, what depends on the attacker is said.")
@click.option("--at", metavar="PLACE", help="Where: a territory, a city, a state. Default: where the attacked state itself lies.")
@click.option("--of", "of_", metavar="STATE", help="Instead: all that this state has promised.")
@click.option("--why", is_flag=True, help="Draw the proof of each answer, down to the article or the words.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, for programs.")
@click.option("--dot", is_flag=True, help="A graph of who owes whom, in the language of Graphviz.")
@click.option("--svg", is_flag=True, help="The same as a drawing.")
@as_of_and_known_at
@in_ledger
def obligations(
    *,
    attacked: str | None,
    by: str | None,
    at: str | None,
    of_: str | None,
    why: bool,
    as_json: bool,
    dot: bool,
    svg: bool,
    as_of: datetime | None,
    known_at: datetime | None,
    ledger: str | None,
) -> int:
    """Say who owes what if, on the day of --as-of, a state is attacked: owed, owed-if (a condition is open), consult, may-not
    (neutrality, non-aggression, no help to the attacker) or barred (its own pact with the attacker).

    Each line names the provision that it follows from; --why draws the proof. No legal advice, and no forecast.
    """
    if (attacked is None) == (of_ is None):
        raise click.UsageError("give --attacked STATE, or --of STATE.")
    if sum((as_json, dot, svg)) > 1:
        raise click.UsageError("--json, --dot and --svg exclude each other.")
    if of_ and (by or at or dot or svg):
        raise click.UsageError("--of goes with --as-of, --known-at, --why and --json.")
    day = day_of(as_of) or date.today()  # noqa: DTZ011 - the reader's own day
    try:
        with asking(ledger) as kept:
            if of_:
                return _of(kept, of_, day, known_at, why=why, as_json=as_json)
            assert attacked is not None
            return _attacked(kept, attacked, by, at, day, known_at, form=_form(as_json=as_json, dot=dot, svg=svg), why=why)
    except CasusError as error:
        return failing(error)


def _form(*, as_json: bool, dot: bool, svg: bool) -> str:
    return "json" if as_json else "dot" if dot else "svg" if svg else "page"


def _attacked(
    kept: "Ledger", attacked: str, by: str | None, at: str | None, day: date, known_at: datetime | None, *, form: str, why: bool
) -> int:
    from casus.faces import screen
    from casus.faces.duties_drawing import dot, svg
    from casus.faces.duties_page import show_duties
    from casus.faces.duties_rows import duties_json
    from casus.faces.questions import obligations as answered

    view = kept.as_of(day, known_at)
    answer = answered(kept, attacked, by=by, at=at, as_of=day, known_at=known_at)
    if form == "json":
        for one in duties_json(answer, view):
            click.echo(json.dumps(one, ensure_ascii=False))
    elif form == "page":
        screen.print_on(sys.stdout, lambda on: show_duties(answer, view, on, why=why))
    else:
        click.echo({"dot": dot, "svg": svg}[form](answer, kept.names.name))
    return 0


def _of(kept: "Ledger", state: str, day: date, known_at: datetime | None, *, why: bool, as_json: bool) -> int:
    from casus.faces import screen
    from casus.faces.duties_page import show_promises
    from casus.faces.duties_rows import promises_json
    from casus.faces.questions import promises

    view = kept.as_of(day, known_at)
    answer = promises(kept, state, as_of=day, known_at=known_at)
    if as_json:
        for one in promises_json(answer, view):
            click.echo(json.dumps(one, ensure_ascii=False))
    else:
        screen.print_on(sys.stdout, lambda on: show_promises(answer, view, on, why=why))
    return 0
