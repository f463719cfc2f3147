"""The answers of every page's data on a small ledger, as files that the front end's validators are fed with, too.

They are in contract/. A test fails while they are stale; this writes them anew: `python -m faces.service.contract_answers` (with
PYTHONPATH=src:tests:.). The ledger is made of readings of our own short reports as they were read once, so that the files
change with the data of pages and not with the reader. Where only record ids change (a new version), they are written anew too.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from starlette.testclient import TestClient

from casus.faces.service.app import application
from casus.faces.service.guard import Rules
from casus.faces.service.limits import Limits
from casus.faces.service.workers import Workers
from casus.ledger.facts import WORLD
from casus.ledger.ledger import Ledger
from casus.ledger.record import ReportSource
from casus.ledger.sql.store import open_store
from casus.reading.contract import loads
from casus.world.facts import shipped_facts

CONTRACT = Path(__file__).parent / "contract"
READINGS = Path(__file__).parent / "contract_readings.jsonl"
LARGEST = 30_000
"""Characters of the largest file."""

ADDRESSES: dict[str, str] = {
    "index": "/index.json",
    "timeline": "/timeline.json?lanes=actor",
    "timeline-agreements": "/timeline.json?lanes=agreement&facts=true&about=agreement:anzus&kind=party&kind=agreement",
    "timeline-binned": "/timeline.json?limit=2",
    "timeline-empty": "/timeline.json?actor=CHE",
    "map": "/map.json?by=actor&as_of=2024-12-31",
    "map-places": "/map.json?by=place&to=1999-12-31",
    "edge-country": "/map/country.json?of=EGY&by=actor&as_of=2024-12-31",
    "network": "/network.json",
    "network-centered": "/network.json?center=NZL&center=agreement:anzus&facts=true&limit=3&as_of=1990-01-01",
    "edge": "/network/edge.json?from=EGY&to=ISR",
    "actor": "/actor/country:EGY.json?as_of=1971-12-31&facts=false",
    "agreement": "/agreement/agreement:anzus.json?as_of=2024-12-31",
    "regime": "/regime/regime:un-dprk-1718.json?limit=3&as_of=2024-12-31",
    "follows-obligations": "/follows.json?ask=obligations&attacked=MNG&by=JPN&as_of=1938-01-01",
    "follows-promises": "/follows.json?ask=promises&of=NZL&as_of=1960-01-01",
    "follows-forbids": "/follows.json?ask=forbids&target=PRK&what=arms&as_of=2024-12-31",
    "follows-conflicts": "/follows.json?ask=conflicts&as_of=2024-12-31",
    "follows-positions": "/follows.json?ask=positions&on=missiles&as_of=2024-12-31",
    "follows-suppose": "/follows.json?ask=suppose&claim=denounce+agreement:anzus&as_of=1960-01-01",
    "names": "/api/v1/names?find=egy",
    "problem": "/timeline.json?actor=Zork",
}
"""What is asked for each file; besides, "read" is the page of a report with a claim that was corrected."""


class _Clock:
    """A clock that goes on by a minute whenever it is asked."""

    def __init__(self) -> None:
        self.time = datetime(2026, 1, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.time += timedelta(minutes=1)
        return self.time


def answers() -> Iterator[tuple[str, str]]:
    """The name of each file and what is to be in it."""
    with TemporaryDirectory() as folder, Ledger(open_store(Path(folder) / "ledger.sqlite", clock=_Clock())) as kept:
        kept.add_facts(shipped_facts(), WORLD)
        for line in READINGS.read_text("utf-8").splitlines():
            kept.keep(loads(line))
        denied = next(record for record in kept.changes(0) if record.draft.body.get("modality") == "denied")
        kept.correct(denied.id, {"modality": "actual"}, "the denial was of something else")
        assert isinstance(denied.draft.source, ReportSource)
        with closing(Workers(Limits())) as workers:
            app = application(kept, workers, Rules(host="127.0.0.1", token="none", open_to_others=False))
            client = TestClient(app, base_url="http://127.0.0.1:8321")
            for name, address in {**ADDRESSES, "read": f"/read/{denied.draft.source.report}.json"}.items():
                yield name, json.dumps(client.get(address).json(), ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    """Writes the files and says how large they are."""
    CONTRACT.mkdir(exist_ok=True)
    for name, text in answers():
        (CONTRACT / f"{name}.json").write_text(text, "utf-8")
        sys.stdout.write(f"{name}.json: {len(text) // 1024} kB\n")


if __name__ == "__main__":
    main()
