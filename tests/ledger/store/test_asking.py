"""What a ledger answers, on both databases."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from ledger.store.drafting import START, Clock, after, between, event, keep, on, party, quote, report
from sqlalchemy import text

from casus.errors import LedgerError
from casus.ledger.contract import Change, KeptReading, Query, Wanted, holds
from casus.ledger.record import Bound, Part, Record, ReportSource, Valid, retraction
from casus.ledger.sql.store import SqlStore

RUR, GRA, BOR = "country:RUR", "country:GRA", "country:BOR"


def roots(records: tuple[Record, ...]) -> list[str]:
    return [record.draft.body["type"] for record in records]


def with_all(*entities: str, **given: object) -> Query:
    return Query(kinds=("event",), entities=tuple(Wanted(entity=one) for one in entities), **given)  # type: ignore[arg-type]


def test_the_newest_day_comes_first_or_the_order_of_writing(store: SqlStore) -> None:
    keep(store, event("B", when=on("2024-07-02")), event("C", when=on("2024-07-03")), event("A", when=on("2024-07-01")))
    keep(store, event("B2", when=on("2024-07-02")), event("NEVER"))
    assert roots(store.records(Query())) == ["C", "B2", "B", "A", "NEVER"]
    assert roots(store.records(Query(newest=False))) == ["B", "C", "A", "B2", "NEVER"]


@pytest.mark.parametrize("newest", [True, False])
@pytest.mark.parametrize("pair", [(), (RUR, GRA)])
def test_pages_follow_each_other_without_a_gap(store: SqlStore, newest: bool, pair: tuple[str, ...]) -> None:
    for number in range(7):
        keep(store, event(f"N{number}", RUR, GRA, when=on(f"2024-07-0{1 + number // 3}")))
    keep(store, event("UNDATED", RUR, GRA), event("EARLY", RUR, GRA, when=on("0001-01-01")))
    query = with_all(*pair, newest=newest)
    whole, found = store.records(query), list[Record]()
    while page := store.records(replace(query, limit=2, after=found[-1] if found else None)):
        assert len(page) <= 2
        found += page
        keep(store, event(f"LATER{len(found)}", RUR, when=on("2030-01-01"))) if newest else None
    assert tuple(found) == whole
    assert len(whole) == 9
    assert store.count(replace(query, limit=2, after=whole[3])) == store.count(query)


def test_what_counts_as_of_a_day_is_what_the_contract_says(store: SqlStore) -> None:
    spring, may = Bound(date(2024, 3, 1), date(2024, 5, 31)), Bound(date(2024, 5, 1), date(2024, 5, 31))
    valids = [Valid(first, last) for first in (None, spring, may) for last in (None, spring, may)]
    kept = keep(
        store,
        *(event(f"E{number}", when=valid) for number, valid in enumerate(valids)),
        *(party(f"pact:{number}", RUR, valid) for number, valid in enumerate(valids)),
    )
    for day in (date(2024, 2, 29), date(2024, 3, 1), date(2024, 4, 30), date(2024, 5, 1), date(2024, 5, 31), date(2024, 6, 1)):
        expected = tuple(record for record in kept if holds(record.draft, day))
        assert store.records(Query(as_of=day, newest=False)) == expected
        assert store.count(Query(as_of=day)) == len(expected) < len(kept) + 1


def test_days_from_and_to_overlap_the_validity(store: SqlStore) -> None:
    keep(store, event("MAY", when=on("2024-05-01", "2024-05-31")), event("JUNE", when=on("2024-06-01")), event("NEVER"))
    for first, last, expected in (
        ("2024-05-31", "2024-06-01", ["MAY", "JUNE", "NEVER"]),
        ("2024-06-01", None, ["JUNE", "NEVER"]),
        (None, "2024-05-31", ["MAY", "NEVER"]),
        ("2024-06-02", "2024-12-31", ["NEVER"]),
    ):
        days = [end and date.fromisoformat(end) for end in (first, last)]
        assert roots(store.records(Query(first=days[0] or None, last=days[1] or None, newest=False))) == expected


def test_what_was_known_at_an_instant(store: SqlStore) -> None:
    (one,) = keep(store, event("AGREE", RUR, GRA, when=on("2024-07-01")))
    (two,) = keep(store, after(one, valid=on("2024-07-02")))
    (gone,) = keep(store, retraction(two, "a hoax"))
    moment = timedelta(microseconds=1)
    for known_at, expected in (
        (one.recorded_at - moment, ()),
        (one.recorded_at, (one,)),
        (two.recorded_at - moment, (one,)),
        (two.recorded_at, (two,)),
        (gone.recorded_at - moment, (two,)),
        (gone.recorded_at, ()),
        (datetime.max.replace(tzinfo=UTC), ()),
        (two.recorded_at.astimezone(timezone(timedelta(hours=14))), (two,)),
    ):
        assert store.records(Query(known_at=known_at)) == expected
        assert store.records(with_all(RUR, GRA, known_at=known_at)) == expected
        assert store.count(Query(known_at=known_at)) == len(expected)
    assert store.records(Query(known_at=one.recorded_at, as_of=date(2024, 7, 1))) == (one,)
    assert store.records(Query(known_at=two.recorded_at, as_of=date(2024, 7, 1))) == ()
    assert one.recorded_at.utcoffset() == timedelta(0)


def test_an_instant_without_a_time_zone_is_refused(store: SqlStore) -> None:
    for asked in (lambda: store.records(Query(known_at=datetime(2024, 7, 1))), lambda: store.sequence_at(datetime(2024, 7, 1))):  # noqa: DTZ001
        with pytest.raises(LedgerError, match="time zone"):
            asked()


def test_entities_are_found_by_their_parts(store: SqlStore) -> None:
    keep(store, event("ONE", RUR, GRA), event("OTHER", GRA, RUR, BOR), event("ALONE", RUR), event("NONE"))
    keep(store, event("LONG", "person:zenda@RUR", RUR))
    assert roots(store.records(with_all(RUR, newest=False))) == ["ONE", "OTHER", "ALONE", "LONG"]
    assert roots(store.records(with_all(RUR, GRA, newest=False))) == ["ONE", "OTHER"]
    assert roots(store.records(with_all(RUR, GRA, BOR, newest=False))) == ["OTHER"]
    assert roots(store.records(with_all(RUR, RUR, newest=False))) == ["ONE", "OTHER", "ALONE", "LONG"]
    assert roots(store.records(with_all("person:zenda@RUR", RUR))) == ["LONG"]
    assert store.records(with_all("country:ABC")) == ()
    acting = Query(entities=(Wanted(entity=RUR, roles=("actor",)), Wanted(entity=GRA, roles=("recipient", "place"))))
    assert roots(store.records(acting)) == ["ONE"]
    either = Query(entities=(Wanted(entity=BOR, others=("person:zenda@RUR", "country:ABC")),), newest=False)
    assert roots(store.records(either)) == ["OTHER", "LONG"]
    assert store.count(either) == 2


def test_a_part_that_is_told_twice_counts_once(store: SqlStore) -> None:
    draft = replace(event("AGREE"), parts=(Part("actor", RUR), Part("actor", RUR), Part("speaker", RUR), Part("actor", GRA)))
    keep(store, draft)
    assert store.count(with_all(RUR, GRA)) == len(store.records(with_all(RUR, GRA))) == 1
    assert store.records(Query())[0].draft.parts == draft.parts


@pytest.mark.parametrize("newest", [True, False])
def test_of_an_entity_only_the_kinds_that_are_asked_for_are_given_and_counted(store: SqlStore, newest: bool) -> None:
    happened, _ = keep(store, event("AGREE", "country:RUR"), party("pact", "country:RUR", between("2024-01-01", None)))
    for limit in (1, None):
        query = Query(kinds=("event",), entities=(Wanted(entity="country:RUR"),), newest=newest, limit=limit)
        assert store.records(query) == (happened,)
        assert store.count(query) == 1


def test_a_record_with_a_crowd_of_parts_is_found_by_any_two(store: SqlStore) -> None:
    crowd = [f"country:{chr(65 + number // 26)}{chr(65 + number % 26)}X" for number in range(200)]
    keep(store, event("CONSULT", *crowd, when=on("2024-07-02")), event("FIGHT", *crowd[:2], when=on("2024-07-01")))
    assert roots(store.records(with_all(crowd[0], crowd[1]))) == ["CONSULT", "FIGHT"]
    assert roots(store.records(with_all(crowd[150], crowd[199]))) == ["CONSULT"]
    assert store.count(with_all(crowd[3], crowd[77], as_of=date(2024, 7, 1))) == 0
    assert roots(store.records(with_all(crowd[0], crowd[1], limit=5))) == ["CONSULT", "FIGHT"]
    for role, expected in (("actor", ["CONSULT", "FIGHT"]), ("recipient", [])):
        acting = Query(kinds=("event",), entities=(Wanted(entity=crowd[0], roles=(role,)), Wanted(entity=crowd[1])), limit=5)
        assert roots(store.records(acting)) == expected
        assert store.count(acting) == len(expected)
    with store.engine.connect() as connection:  # not 20,000
        assert connection.scalar(text("SELECT count(*) FROM record_pairs")) == 201


@pytest.mark.parametrize("limit", [1, 2, 50, None])
def test_one_of_several_will_do_beside_another(store: SqlStore, limit: int | None) -> None:
    crowd = [f"country:{chr(65 + number)}XX" for number in range(20)]
    keep(store, event("A", RUR, GRA, when=on("2024-07-01")), event("B", RUR, BOR, GRA, when=on("2024-07-02")))
    keep(store, event("C", BOR, RUR, when=on("2024-07-03")), event("D", GRA, BOR, when=on("2024-07-04")), event("E", RUR))
    keep(store, event("F", RUR, *crowd, when=on("2024-07-05")), event("G", RUR, GRA, *crowd, when=on("2024-06-01")))
    either = Wanted(entity=GRA, others=(BOR, "country:ABC"))
    beside = Query(kinds=("event", "transfer"), entities=(Wanted(entity=RUR), either), limit=limit)
    for entities in (beside.entities, beside.entities[::-1]):
        assert roots(store.records(replace(beside, entities=entities))) == ["C", "B", "A", "G"][:limit]
    assert store.count(beside) == 4
    acting = replace(beside, entities=(either, Wanted(entity=RUR, roles=("actor",))))
    assert roots(store.records(acting)) == ["B", "A", "G"][:limit]
    known = replace(beside, known_at=store.records(Query(types=("B",)))[0].recorded_at)
    assert roots(store.records(known)) == ["B", "A"][:limit]
    # Who is among those who will do is beside himself.
    also = replace(beside, entities=(Wanted(entity=RUR), Wanted(entity=BOR, others=(RUR,))))
    assert roots(store.records(also)) == ["F", "C", "B", "A", "G", "E"][:limit]


@pytest.mark.parametrize("entities", [(), (RUR,), (RUR, GRA)])
def test_the_newest_of_all_kinds_come_first_where_none_is_named(store: SqlStore, entities: tuple[str, ...]) -> None:
    for number, day in enumerate(["2024-07-03", "2024-07-01", "2024-07-02", "2024-07-02"]):
        keep(store, event(f"N{number}", RUR, GRA, when=on(day)))
        keep(store, replace(party(f"pact:{number}", RUR, between(day, None)), parts=(Part("party", RUR), Part("party", GRA))))
    query = Query(entities=tuple(Wanted(entity=one) for one in entities))
    whole = store.records(query)
    assert [record.sequence for record in whole] == [2, 1, 8, 7, 6, 5, 4, 3]
    for limit in (1, 3, 8, 9):
        assert store.records(replace(query, limit=limit)) == whole[:limit]
    assert store.records(replace(query, limit=3, after=whole[2])) == whole[3:6]


def test_kinds_types_and_modalities(store: SqlStore) -> None:
    keep(store, event("AGREE"), event("FIGHT", modality="denied"), party("pact", RUR, between("2000-01-01", None)))
    assert roots(store.records(Query(types=("FIGHT", "AGREE"), newest=False))) == ["AGREE", "FIGHT"]
    assert roots(store.records(Query(modalities=("denied",)))) == ["FIGHT"]
    assert store.count(Query(kinds=("party", "measure"))) == 1
    assert store.count(Query(topic=f"party:pact:{RUR}")) == 1
    assert store.count(Query(types=("FIGHT",), modalities=("actual",))) == 0


def test_records_of_a_report_and_of_facts(store: SqlStore) -> None:
    source = ReportSource(report().id, (quote("signed a pact"),))
    (one, other) = keep(store, event("AGREE", source=source), event("FIGHT"), told=report())
    assert store.records(Query(report=report().id)) == (one,)
    (newer,) = keep(store, after(other, confidence=0.5))
    assert store.records(Query(facts=(other.id,))) == (newer,)
    assert store.count(Query(facts=("f" * 64,))) == store.count(Query(report="f" * 64)) == 0


def test_a_record_is_found_by_the_beginning_of_its_id(store: SqlStore) -> None:
    kept = keep(store, *(event(f"N{number}") for number in range(300)))
    (newer,) = keep(store, after(kept[0], confidence=0.5))
    assert store.record(kept[0].fact) == newer
    assert store.record(kept[0].fact[:16]) == newer
    assert store.record(newer.id[:16]) == newer
    assert store.record(kept[7].id) == kept[7]
    for wrong in ("abc", "", "XYZW", "abcd%", "'; --", "ABCD1234", "é" * 5):
        with pytest.raises(LedgerError, match="not the beginning of an id"):
            store.record(wrong)
    with pytest.raises(LedgerError, match="no record begins so"):
        store.record("0123456789abcdef")
    with pytest.raises(LedgerError, match="no record begins so"):
        store.record("f" * 65)


def test_two_that_begin_alike_are_named(store: SqlStore) -> None:
    drafts = [event(f"N{number}") for number in range(2000)]
    firsts: dict[str, list[str]] = {}
    for draft in drafts:
        firsts.setdefault(draft.id[:4], []).append(draft.id)
    twins = next(ids for ids in firsts.values() if len(ids) == 2)
    keep(store, *(draft for draft in drafts if draft.id in twins))
    with pytest.raises(LedgerError, match="several records") as caught:
        store.record(twins[0][:4])
    assert all(one[:16] in str(caught.value) for one in twins)


def test_what_was_written_since(store: SqlStore) -> None:
    first = keep(store, event("ONE"), event("TWO"))
    (third,) = keep(store, after(first[0], confidence=0.5))
    assert store.since(0) == (*first, third)
    assert store.since(1, limit=1) == first[1:]
    assert store.since(3) == store.since(99) == ()
    assert (store.sequence_at(), store.sequence_at(first[0].recorded_at), store.sequence_at(START)) == (3, 2, 0)


def test_reports_come_in_the_order_of_keeping(store: SqlStore) -> None:
    texts = ["c", "a", "b", "a"]
    for one in texts:
        keep(store, told=report(one, first=date(2024, 7, 1), signature=b"\0\xff", keys=("all", f"own:{one}")))
    assert [one.text for one in store.reports()] == ["c", "a", "b"]
    assert [one.text for one in store.reports(limit=1, after=report("c").id)] == ["a"]
    assert [one.text for one in store.reports_with(["own:b", "own:c"])] == ["c", "b"]
    assert store.reports_with([]) == store.reports_with(["none"]) == ()
    assert store.reports_with(["all"]) == store.reports()
    whole = report("a", first=date(2024, 7, 1), signature=b"\0\xff", keys=("all", "own:a"))
    assert store.report(whole.id[:10]) == whole
    with pytest.raises(LedgerError, match="no report begins so"):
        store.report("0123456789")
    with pytest.raises(LedgerError, match="not the beginning"):
        store.report("a")


def test_the_last_reading_of_a_report_counts_and_the_first_one_stays(store: SqlStore) -> None:
    with pytest.raises(LedgerError, match="no reading"):
        store.reading(report().id)
    for extractor, body in (("reader 1", "{}"), ("reader 2", '{"é": "\\u0000"}'), ("reader 2", '{"é": "\\u0000"}')):
        store.write(Change(report=report(), reading=KeptReading(report().id, extractor, body)))
    assert store.reading(report().id) == KeptReading(report().id, "reader 2", '{"é": "\\u0000"}')


def test_bodies_come_back_as_they_were(store: SqlStore, clock: Clock) -> None:
    body = {"type": "ÄGREE 协", "deep": {"list": [1, 2.5, None, True, "\n\t\"'\\"]}, "big": 10**15}
    clock.time = datetime(2024, 12, 31, 23, 58, 59, 999999, tzinfo=UTC)
    draft = replace(event(), body=body, confidence=0.1 + 0.2, why="because — 'so'")
    (record,) = keep(store, draft)
    assert store.record(record.id) == record
    assert store.record(record.id).draft.id == replace(draft).id
    assert record.recorded_at == datetime(2024, 12, 31, 23, 59, 59, 999999, tzinfo=UTC)
