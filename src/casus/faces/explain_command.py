"""`casus explain`: one thing of the ledger with all that it rests on."""

import json
import sys
from datetime import datetime

import click

from casus.errors import CasusError
from casus.faces.options import as_of_and_known_at, day_of, failing, in_ledger, opened


@click.command(short_help="Explain a row: its words, reports, speakers, history.")
@click.argument("prefix", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="As one JSON object, for programs.")
@as_of_and_known_at
@in_ledger
def explain(prefix: str, *, as_json: bool, as_of: datetime | None, known_at: datetime | None, ledger: str | None) -> int:
    """Explain what an id stands for: the words of each report that tells it, who says it, corrections, and why tellings are one.

    ID is what a row of `casus show` ends in: the beginning of an id of a record, fact or event, or agreement:... or regime:...
    """
    from casus.faces import screen
    from casus.faces.ledger_page import show_explained
    from casus.faces.ledger_rows import history_json, record_json, row_json

    try:
        with opened(ledger) as kept:
            view = kept.as_of(day_of(as_of), known_at)
            row = view.explain(prefix)
            if as_json:
                history = {record.fact: history_json(kept.store.history(record.fact)) for record in row.records}
                links = [record_json(link) for record in row.records for link in view.links(record)]
                click.echo(json.dumps(row_json(row, view) | {"history": history, "links": links}, ensure_ascii=False))
            else:
                screen.print_on(sys.stdout, lambda on: show_explained(row, view, on))
    except CasusError as error:
        return failing(error)
    return 0
