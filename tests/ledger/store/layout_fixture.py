"""Makes the fixture of the first layout anew: python -m ledger.store.layout_fixture, with src and tests on the path.

Once a layout is released its fixture stays as it is: it is a ledger of somebody who used that version.
"""

import sqlite3
from dataclasses import replace
from pathlib import Path

from ledger.store.drafting import Clock, between, event, on, party, quote, report

from casus.ledger.contract import Change, KeptReading
from casus.ledger.record import ReportSource
from casus.ledger.sql.store import open_store

FIXTURE = Path(__file__).with_name("layout-0001.sqlite")
DRAFTS = (
    event(
        "AGREE", "country:RUR", "country:GRA", when=on("2024-07-02"), source=ReportSource(report().id, (quote("signed a pact"),))
    ),
    event("PROTEST", "country:BOR"),
    party("pact", "country:RUR", between("2024-07-02", None)),
)
NEWER = replace(DRAFTS[0], fact=DRAFTS[0].id, supersedes=DRAFTS[0].id, confidence=0.5, why="misread")
CONTENT = "788bf95d4803fb397907f41312133fefeb749f028db37ddc7f2d0a2aa720a0c2"


def main() -> None:
    """Writes the file and prints the hash of its content, which goes above."""
    FIXTURE.unlink(missing_ok=True)
    store = open_store(FIXTURE, clock=Clock())
    store.write(Change(report(title="A pact", keys=("band:1",)), KeptReading(report().id, "casus-reader 0.2.0", "{}"), DRAFTS))
    store.write(Change(drafts=(NEWER,)))
    print(store.content_hash())
    store.close()
    connection = sqlite3.connect(FIXTURE)
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.execute("PRAGMA page_size=512")  # small, since it stays in the repository
    connection.execute("VACUUM")
    connection.close()


if __name__ == "__main__":
    main()
