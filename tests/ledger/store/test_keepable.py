"""Texts that no database takes, and bodies that are no JSON: refused in a line that names the place, alike on both databases."""

import hashlib
import math
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from ledger.conftest import NewLedger
from ledger.store.drafting import ATLAS, between, event, keep, party, quote, report
from sqlalchemy import text

from casus.errors import LedgerError
from casus.ledger.contract import Change, KeptReading, KeptReport, Query, Wanted
from casus.ledger.record import CitationSource, Draft, Part, ReportSource
from casus.ledger.sql.store import SqlStore, open_store

HALF = "\ud83d"
NESTED: list[Any] = []
for _ in range(100_000):
    NESTED = [NESTED]


def body(**said: Any) -> Draft:  # noqa: ANN401
    return replace(event(), body={"type": "AGREE"} | said)


def of_half() -> KeptReport:
    return KeptReport(id=hashlib.sha256(HALF.encode(errors="surrogatepass")).hexdigest(), text=HALF)


WRONG: dict[str, Change] = {
    "text has half a character .U.D83D. as character 0": Change(of_half()),
    "title has NUL .U.0000. as character 1": Change(report(title="a\0")),
    "publisher has half a character": Change(report(publisher=HALF)),
    r"keys.1. has NUL": Change(report(keys=("a", "\0"))),
    "reading of report [0-9a-f]{12}: body has half": Change(report(), KeptReading(report().id, "reader 1", HALF)),
    "extractor has NUL": Change(report(), KeptReading(report().id, "\0", "{}")),
    "[0-9a-f]{12} is not kept": Change(None, KeptReading("f" * 64, "reader 1", "{}")),
    "draft 2 of the change, event: the main word of the body has NUL": Change(drafts=(event("FIGHT"), event("A\0"))),
    "body.modality has NUL": Change(drafts=(event(modality="\0"),)),
    "body.modality is no text": Change(drafts=(event(modality=["actual"]),)),
    "a part has NUL": Change(drafts=(event("AGREE", "country:R\0"),)),
    "a part has half": Change(drafts=(event("AGREE", f"country:{HALF}"),)),
    "a part's role has '.'": Change(drafts=(replace(event(), parts=(Part("actor|recipient", "country:RUR"),)),)),
    "why has NUL": Change(drafts=(event(why="\0"),)),
    "topic has NUL": Change(drafts=(party("\0", "country:RUR", between(None, None)),)),
    "the citation has NUL": Change(drafts=(event(source=CitationSource("atlas", "\0")),)),
    "the citation.s key has half": Change(drafts=(event(source=replace(ATLAS, key=HALF)),)),
    r"body.deep.1..a has half": Change(drafts=(body(deep=[0, {"a": HALF}]),)),
    "a key of body has half": Change(drafts=(body(**{HALF: 1}),)),
    "body.of is nan, which is no number": Change(drafts=(body(of=math.nan),)),
    "confidence is inf": Change(drafts=(event(confidence=math.inf),)),
    "body.day is a date, which JSON does not have": Change(drafts=(body(day=date(2024, 7, 1)),)),
    "body is nested too deeply": Change(drafts=(body(deep=NESTED),)),
}


@pytest.mark.parametrize("said", WRONG)
def test_what_cannot_be_kept_is_refused_whole_and_the_place_is_named(store: SqlStore, said: str) -> None:
    wrong = WRONG[said]
    with pytest.raises(LedgerError, match=said) as caught:
        store.write(replace(wrong, drafts=(event("BEFORE"), *wrong.drafts)) if "draft 2" not in said else wrong)
    assert "\n" not in str(caught.value)
    assert (store.reports(), store.since(0)) == ((), ())
    assert len(keep(store, event("AFTER"), told=report())) == 1


def test_nul_is_kept_where_reports_tell_it(store: SqlStore) -> None:
    written = "Ruritania\0 and Graustark signed."
    told = report(written)
    draft = replace(
        event("AGREE"), source=ReportSource(told.id, (quote("a\0 and", written),)), body={"type": "AGREE", "of": "\0"}
    )
    (record,) = store.write(Change(told, KeptReading(told.id, "reader 1", "\0"), (draft,))).records
    assert store.record(record.id).draft == draft
    assert store.report(told.id) == told
    assert store.reading(told.id).body == "\0"


@pytest.mark.parametrize("bad", ["\0", HALF])
def test_what_no_ledger_can_have_is_not_asked_for(store: SqlStore, bad: str) -> None:
    asked: tuple[Callable[[], object], ...] = (
        lambda: store.records(Query(entities=(Wanted(entity="country:RUR", others=(bad,)),))),
        lambda: store.count(Query(types=(bad,))),
        lambda: store.records(Query(topic=bad)),
        lambda: store.history(bad),
        lambda: store.reports(after=bad),
        lambda: store.reports_with(["a", bad]),
        lambda: store.reading(bad),
    )
    for ask in asked:
        with pytest.raises(LedgerError, match="no ledger has that"):
            ask()


def test_a_whole_number_is_as_good_a_confidence(store: SqlStore) -> None:
    (record,) = keep(store, event("AGREE", confidence=1))
    assert record.id == event("AGREE", confidence=1.0).id == store.record(record.id).id
    assert replace(store.record(record.id).draft).id == record.id


def test_a_commit_waits_for_the_disk_whatever_the_server_is_set_to(new_postgresql: NewLedger) -> None:
    store = open_store(new_postgresql())
    with store.engine.connect() as connection:
        assert connection.scalar(text("SHOW synchronous_commit")) == "on"
        assert connection.scalar(text("SELECT reset_val FROM pg_settings WHERE name = 'synchronous_commit'")) == "off"
    store.close()
