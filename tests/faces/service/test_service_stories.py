"""What a person does with the service, from a report to what follows from it, on both databases."""

import json
from pathlib import Path

import pytest
from faces.service.asking import WITH_TOKEN, Service
from ledger.telling import PACT, SHELLING, SHELLING_AGAIN, reading

from casus.faces.service import API
from casus.ledger.exchange import check_export
from casus.ledger.ledger import Ledger
from casus.reading.contract import from_json, to_json


def test_a_report_is_read_kept_found_corrected_taken_back_and_said_again(service: Service) -> None:
    told = service.post("read", {"text": SHELLING, "publisher": "Canal Wire"}, headers={})
    assert from_json(told) == reading(SHELLING, "Canal Wire")
    assert service.items("show/events") == []

    outcome = service.post("keep", {"text": SHELLING, "publisher": "Canal Wire", "name": "shelling"})
    assert (outcome["file"], outcome["report"], outcome["changed"]) == ("shelling", told["report"]["id"], 0)
    assert outcome["new"] > 3
    assert service.post("keep", {"text": SHELLING, "publisher": "Canal Wire"})["new"] == 0
    assert service.get(f"read/{outcome['report'][:10]}") == told
    assert [one["id"] for one in service.items("show/reports")] == [outcome["report"]]

    [attack] = service.items("show/events", actor="EGY", type="ASSAULT", modality="actual")
    assert attack["id"] in {row["id"] for row in service.items("timeline", actor=["EGY", "ISR"])}
    explained = service.get(f"explain/{attack['id'][:10]}")
    [quote] = [one for one in explained["history"][attack["id"]][0]["source"]["quotes"] if one[0] == "told"]
    assert SHELLING[quote[1] : quote[2]] == quote[3]

    kept_at = explained["history"][attack["id"]][0]["recorded_at"]
    corrected = service.post("correct", {"id": attack["id"], "fields": {"modality": "denied"}, "why": "a denial was missed"})
    assert (corrected["body"]["modality"], corrected["why"]) == ("denied", "a denial was missed")
    assert service.items("changes", since=kept_at)[-1]["id"] == corrected["id"]
    assert service.items("show/events", actor="EGY", type="ASSAULT", modality="actual") == []
    then = next(row for row in service.items("show/events", known_at=kept_at) if row["id"] == attack["id"])
    assert then["body"]["modality"] == "actual"

    undone = service.post("undo", {"id": attack["id"], "why": "it was no denial"})
    assert (undone["body"], undone["confidence"]) == (attack["body"], attack["confidence"])
    accepted = service.post("accept", {"id": attack["id"], "why": "seen on film"})
    assert (accepted["body"], accepted["confidence"], accepted["extractor"]) == (attack["body"], 1.0, "hand")
    service.post("correct", {"id": attack["id"], "fields": {"modality": "denied"}, "why": "a denial was missed"})
    history = service.get(f"explain/{attack['id']}")["history"][attack["id"]]
    assert [one["did"] for one in history] == ["learnt", "corrected", "undid", "accepted", "corrected"]

    service.post("retract", {"id": attack["id"], "why": "told of another war"})
    assert attack["id"] not in {row["id"] for row in service.items("show/events")}
    answer = service.client.post(f"{API}/retract", json={"id": attack["id"], "why": "again"}, headers=WITH_TOKEN)
    assert (answer.status_code, "was retracted on" in answer.json()["detail"]) == (422, True)
    service.post("restore", {"id": attack["id"], "why": "it was this one"})
    assert attack["id"] in {row["id"] for row in service.items("show/events", modality="denied")}


def test_who_owes_what_is_asked_and_supposed_and_nothing_of_it_is_kept(service: Service) -> None:
    at = service.get("changes", since="2000-01-01", limit=1)
    owed = service.items("obligations", attacked="PRK", by="USA", as_of="2024-12-31")
    assert ("CHN", "agreement:china-dprk-1961") in {(one["state"], one["agreement"]) for one in owed}
    [supposed] = service.items("suppose", claim=["denounce agreement:china-dprk-1961"], as_of="2024-12-31")
    assert {one["state"] for one in supposed["lost"]} == {"CHN", "PRK"}
    assert service.items("obligations", attacked="PRK", by="USA", as_of="2024-12-31") == owed
    assert service.get("changes", since="2000-01-01", limit=1) == at
    assert {one["verdict"] for one in service.items("forbids", target="PRK", what="arms", as_of="2018-01-01")} >= {"forbidden"}
    assert service.items("promises", of="GBR", as_of="1939-09-01") == service.items("obligations", of="GBR", as_of="1939-09-01")


def test_a_file_is_kept_and_its_event_joins_that_of_another_report(service: Service) -> None:
    service.post("keep", {"text": SHELLING, "publisher": "Canal Wire"})
    answer = service.client.post(
        f"{API}/keep",
        headers=WITH_TOKEN,
        data={"publisher": "Levant Press"},
        files={"file": ("again.txt", SHELLING_AGAIN.encode())},
    )
    assert (answer.status_code, answer.json()["file"], answer.json()["joined"]) == (200, "again.txt", 1)
    told = [(row["reports"], row["independent"]) for row in service.items("show/events", actor="EGY", type="ASSAULT")]
    assert told.count((2, 2)) == 1


def test_what_another_process_brings_in_is_shown_though_the_same_was_asked_before(service: Service) -> None:
    assert service.items("show/statements") == service.items("show/statements") == []
    with Ledger.open(service.ledger) as other:
        other.keep(reading(SHELLING))
    rows = service.items("show/statements")
    assert any("Eban" in name for row in rows for name in row["names"].values())


def test_pages_follow_each_other_without_gap_or_repetition(kept: Service) -> None:
    whole = kept.get("show/agreements", facts=True, limit=1000)
    assert whole["next"] is None
    page = kept.get("show/agreements", facts=True, limit=7)
    seen: list[dict[str, object]] = page["items"]
    while page["next"] is not None:
        page = kept.get("show/agreements", facts=True, limit=7, after=page["next"])
        seen += page["items"]
    assert seen == whole["items"]
    assert len(seen) > 20
    assert kept.refused("show/events", after="agreement:anzus")[0] == 404
    changes = kept.get("changes", since="2000-01-01", limit=5)
    assert [one["sequence"] for one in kept.items("changes", after=changes["next"], limit=2)] == [6, 7]


def test_spreadsheets_and_drawings_are_given(kept: Service) -> None:
    table = kept.client.get(f"{API}/show/events", params={"format": "csv"})
    assert table.headers["content-type"].startswith("text/csv")
    assert table.text.splitlines()[0].startswith("id,kind,modality")
    drawn = kept.client.get(f"{API}/obligations", params={"attacked": "POL", "as_of": "2020-01-01", "format": "svg"})
    assert (drawn.headers["content-type"], drawn.text[:4]) == ("image/svg+xml", "<svg")


def test_the_whole_history_is_exported(kept: Service, tmp_path: Path) -> None:
    file = tmp_path / "export.jsonl"
    file.write_bytes(kept.client.get(f"{API}/export").content)
    assert check_export(file).reports == 2


@pytest.mark.parametrize(
    ("path", "query", "status", "says"),
    [
        ("show/events", {"as-of": "2024-01-01"}, 422, "as-of: there is no such parameter"),
        ("show/events", {"as_of": "1700000000"}, 422, "as_of: is no day; write it as 2024-06-19"),
        ("show/events", {"limit": "100000"}, 422, "limit: Input should be less than or equal to 1000"),
        ("show/events", {"actor": "Atlantis"}, 422, "no state, agreement, regime, organisation or bloc 'Atlantis'"),
        ("show/dragons", {}, 422, "kind: Input should be 'events'"),
        ("explain/abcdef", {}, 404, "abcdef: no record begins so"),
        ("explain/agreement:none", {}, 404, "agreement:none: the ledger has no such agreement or regime"),
        ("read/abcdef", {}, 404, "abcdef: no report begins so"),
        ("obligations", {}, 422, "give attacked=STATE, or of=STATE"),
        ("obligations", {"of": "GBR", "by": "DEU"}, 422, "of goes with as_of and known_at only"),
        ("obligations", {"attacked": "SUN", "as_of": "2024-01-01"}, 422, "SUN"),
        ("conflicts", {"actor": "RUS", "about": "abcd"}, 422, "exclude each other"),
        ("changes", {}, 422, "give since=TIME, or after=SEQUENCE"),
        ("suppose", {"claim": "nonsense"}, 422, "nonsense"),
        ("forbids", {}, 422, "target: is missing"),
        ("nowhere", {}, 404, "Not Found"),
    ],
)
def test_what_cannot_be_answered_is_refused_in_one_line(
    kept: Service, path: str, query: dict[str, str], status: int, says: str
) -> None:
    given, detail = kept.refused(path, **query)
    assert (given, says in detail, "\n" in detail) == (status, True, False), detail


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"json": {}}, "give a text, or a file"),
        ({"json": {"text": " "}}, "the report: empty"),
        ({"json": {"text": "a", "published": "yesterday"}}, "published: "),
        ({"json": {"text": "a", "colour": "red"}}, "colour: "),
        ({"content": b"{", "headers": {"Content-Type": "application/json"}}, "no JSON"),
        ({"content": b'{"text": "\\ud800"}', "headers": {"Content-Type": "application/json"}}, "text: "),
        ({"content": b"a report", "headers": {"Content-Type": "text/plain"}}, "send JSON with a text"),
        ({"files": {"file": ("a.pdf", b"%PDF-1.7 ...")}}, "a.pdf: a PDF document"),
        ({"files": {"report": ("a.txt", b"a report")}}, "the field of the file is called file"),
    ],
)
def test_what_is_no_report_is_refused_in_one_line(kept: Service, sent: dict[str, object], says: str) -> None:
    answer = kept.client.post(f"{API}/read", **sent)  # type: ignore[arg-type]
    assert (answer.status_code, says in answer.json()["detail"]) == (422, True), answer.text


def test_hostile_html_is_told_as_words(kept: Service) -> None:
    page = (
        "<html><body><article><p>Russia attacked Ukraine on Monday, <script>alert(1)</script>officials said.</p></article></html>"
    )
    answer = kept.client.post(f"{API}/read", json={"text": page})
    assert answer.headers["content-type"] == "application/json"
    assert "alert" not in answer.json()["report"]["text"]


def test_the_reading_is_that_of_the_published_format(kept: Service) -> None:
    assert kept.post("read", {"text": PACT}, headers={}) == json.loads(json.dumps(to_json(reading(PACT))))
