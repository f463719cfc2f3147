"""What the pages' data tell: things once, with their witnesses, as of a day and as known then, as JSON and as a table."""

import csv
import io
from typing import Any

import pytest
from faces.service.asking import Service, serving
from ledger.telling import PACT, SHELLING, SHELLING_AGAIN, reading
from starlette.testclient import TestClient

from casus.ledger.ledger import Ledger

PAGES = (
    "/index.json", "/timeline.json", "/map.json", "/network.json", "/network/edge.json?from=EGY&to=ISR",
    "/actor/country:EGY.json", "/agreement/agreement:anzus.json",
    "/regime/regime:un-dprk-1718.json", "/follows.json?ask=promises&of=NZL",
)  # fmt: skip


def data(service: Service, address: str, **query: Any) -> Any:  # noqa: ANN401 - a value of JSON
    answer = service.client.get(address, params=query or None)
    assert answer.status_code == 200, answer.text
    return answer.json()


def table(service: Service, address: str, **query: Any) -> list[dict[str, str]]:  # noqa: ANN401 - values of a query
    answer = service.client.get(address, params=query or None)
    assert answer.headers["content-type"].startswith("text/csv")
    return list(csv.DictReader(io.StringIO(answer.text)))


def keep(service: Service) -> None:
    """Two reports of one attack, and one of a treaty."""
    for text, publisher in ((SHELLING, "Canal Wire"), (SHELLING_AGAIN, "Levant Press"), (PACT, "Peninsula News")):
        service.post("keep", {"text": text, "publisher": publisher})


def test_an_attack_that_two_reports_tell_is_one_event_on_every_page(service: Service) -> None:
    keep(service)
    asked = {"type": "ASSAULT", "modality": "actual", "actor": "EGY"}
    course = data(service, "/timeline.json", **asked)
    [attack] = [mark for mark in course["marks"] if mark["reports"] > 1]
    assert (attack["reports"], attack["independent"], attack["reported"]) == (2, 2, ["1971-03-04", "1971-03-05"])
    assert (attack["who"], attack["whom"], attack["from"]) == (["state:EGY"], ["state:ISR"], ["1971-03-03", "1971-03-03"])
    assert {"country:EGY", "country:ISR"} <= set(attack["lane"])
    assert course["facets"]["type"] == {"ASSAULT": course["total"]}
    assert attack["id"] in {row["id"] for row in service.items("show/events", type="ASSAULT")}

    counted = data(service, "/map.json", by="actor", **asked)
    egypt = next(state for state in counted["states"] if state["country"] == "EGY")
    assert (egypt["events"], egypt["reports"], egypt["independent"], egypt["shapes"]) == (course["total"], 2, 2, ["EGY"])
    dyad = next(one for one in counted["dyads"] if (one["from"], one["to"]) == ("country:EGY", "country:ISR"))
    assert (dyad["reports"], dyad["independent"]) == (2, 2)

    around = data(service, "/network.json", center="EGY", **asked)
    [edge] = [one for one in around["edges"] if {one["from"], one["to"]} == {"country:EGY", "country:ISR"}]
    assert (edge["kind"], edge["independent"], edge["first"]) == ("events", 2, "1971-03-03")
    words = data(service, "/network/edge.json", **{"from": "EGY", "to": "ISR"}, type="ASSAULT", modality="actual")
    assert attack["id"] in {mark["id"] for mark in words["marks"]}

    known = data(service, "/actor/country:EGY.json", facts=False)
    [line] = [one for one in known["lines"] if one["id"] == attack["id"]]
    assert (line["section"], line["independent"], line["cited"]) == ("events", 2, False)
    assert data(service, "/index.json")["counts"]["report"] == 3


def test_what_is_taken_back_is_gone_and_stays_as_it_was_known(service: Service) -> None:
    keep(service)
    [mark] = [one for one in data(service, "/timeline.json", type="ASSAULT", actor="EGY")["marks"] if one["reports"] > 1]
    before = data(service, "/index.json")["recorded"]["last"].replace("+00:00", "Z")
    row = service.get(f"explain/{mark['id']}")
    for record in row["records"]:
        service.post("retract", {"id": record, "why": "told of another war"})
    assert mark["id"] not in {one["id"] for one in data(service, "/timeline.json")["marks"]}
    then = data(service, "/timeline.json", known_at=before)["marks"]
    assert [one["independent"] for one in then if one["id"] == mark["id"]] == [2]
    assert data(service, "/timeline.json", as_of="1971-03-02", kind="event", to="1971-03-31")["marks"] == []
    assert sum(day["retracted"] for day in data(service, "/timeline.json")["recorded"]) == 2


def test_a_kept_report_has_what_stands_of_each_of_its_claims(service: Service) -> None:
    keep(service)
    report = next(one["id"] for one in service.items("show/reports") if one["publisher"] == "Canal Wire")
    page = data(service, f"/read/{report[:10]}.json")
    claims = {claim["id"]: claim for claim in page["reading"]["claims"]}
    assert page["records"].keys() == claims.keys()
    assert {claims[one]["kind"] for one in claims} == {record["kind"] for record in page["records"].values()}
    denied = next(one for one, claim in claims.items() if claim["modality"] == "denied")
    assert page["records"][denied]["modality"] == "denied"
    changed = service.post(
        "correct",
        {"id": page["records"][denied]["id"], "fields": {"modality": "actual"}, "why": "the denial is of another thing"},
    )
    told = next(one for one, claim in claims.items() if claim["modality"] == "actual" and one != denied)
    service.post("accept", {"id": page["records"][told]["id"], "why": "as the archive has it"})
    gone = next(one for one in claims if one not in (denied, told))
    service.post("retract", {"id": page["records"][gone]["id"], "why": "not said"})
    records = data(service, f"/read/{report}.json")["records"]
    assert (records[denied]["id"], records[denied]["modality"]) == (changed["id"], "actual")
    assert records[denied]["supersedes"] == page["records"][denied]["id"]
    by_hand = {
        one: (records[one]["by_hand"], records[one]["accepted"], records[one]["retracted"]) for one in (denied, told, gone)
    }
    assert by_hand == {denied: (True, False, False), told: (True, True, False), gone: (True, False, True)}
    assert records[gone]["why"] == "not said"


@pytest.mark.parametrize("address", PAGES)
def test_a_table_or_the_head_alone_is_given_and_what_is_for_the_page_changes_nothing(kept: Service, address: str) -> None:
    answer = kept.client.get(address)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
    assert kept.client.head(address).status_code == 200
    assert kept.client.post(address).status_code in (401, 405)
    joint = "&" if "?" in address else "?"
    assert kept.client.get(f"{address}{joint}view.tab=dyads&view.open=1").json() == answer.json()
    assert kept.client.get(f"{address}{joint}tab=dyads").status_code == 422


def test_tables_have_the_rows_of_the_data(kept: Service) -> None:
    marks = data(kept, "/timeline.json")["marks"]
    rows = table(kept, "/timeline.csv")
    assert [row["id"] for row in rows] == [mark["id"] for mark in marks]
    assert rows[0]["lane"] == "; ".join(marks[0]["lane"])
    steps = table(kept, "/timeline.csv", limit=1)
    assert set(steps[0]) == {"lane", "from", "to", "count"}
    for of in ("states", "dyads"):
        counted = data(kept, "/map.json", by="actor")[of]
        assert [int(row["events"]) for row in table(kept, "/map.csv", by="actor", table=of)] == [one["events"] for one in counted]
    edges = data(kept, "/network.json")["edges"]
    assert [row["kind"] for row in table(kept, "/network.csv")] == [edge["kind"] for edge in edges]
    lines = data(kept, "/agreement/agreement:anzus.json")["lines"]
    assert [row["section"] for row in table(kept, "/agreement/agreement:anzus.csv")] == [line["section"] for line in lines]
    owed = data(kept, "/follows.json?ask=obligations&attacked=PRK&as_of=2024-12-31")["items"]
    rows = table(kept, "/follows.csv?ask=obligations&attacked=PRK&as_of=2024-12-31")
    assert [(row["state"], row["status"]) for row in rows] == [(one["state"], one["status"]) for one in owed]


def test_ids_are_found_as_people_and_addresses_write_them(kept: Service) -> None:
    egypt = data(kept, "/actor/country:EGY.json")
    for written in ("/actor/country%3AEGY.json", "/actor/state:EGY.json", "/actor/EGY.json", "/actor/Egypt.json"):
        assert data(kept, written) == egypt
    assert data(kept, "/agreement/anzus.json") == data(kept, "/agreement/agreement%3Aanzus.json")
    someone = next(one["id"] for one in kept.items("show/actors") if "@" in one["id"] or one["id"].startswith("person:"))
    assert data(kept, f"/actor/{someone.replace('@', '%40')}.json")["id"] == someone
    for unknown in ("/actor/nobody:x.json", "/actor/Zork.json", "/agreement/agreement:none.json", "/read/ffffffff.json"):
        answer = kept.client.get(unknown)
        assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


def test_an_entity_s_sections_have_their_counts_and_their_latest_lines(kept: Service) -> None:
    whole = data(kept, "/regime/regime:un-dprk-1718.json")
    [measures] = [one for one in whole["sections"] if one["id"] == "measures"]
    lines = [line for line in whole["lines"] if line["section"] == "measures"]
    assert measures["count"] == len(lines) > 5
    short = data(kept, "/regime/regime:un-dprk-1718.json", section="measures", limit=2)
    assert [line["id"] for line in short["lines"]] == [line["id"] for line in lines[:2]]
    assert short["sections"] == whole["sections"]
    begun = [line["when"]["from"][0] for line in lines if line["when"]["from"]]
    assert begun == sorted(begun, reverse=True)
    assert any(line["section"] == "offices" for line in data(kept, "/actor/org:NATO.json", as_of="2020-01-01")["lines"])


def test_a_question_is_the_same_elsewhere_and_its_words_are_quoted(kept: Service) -> None:
    page = data(kept, "/follows.json", ask="positions", on="the pact; rm -rf 'x'", as_of="2024-12-31")
    assert page["items"] == kept.items("positions", on="the pact; rm -rf 'x'", as_of="2024-12-31")
    assert page["same"]["command"] == "casus positions --on 'the pact; rm -rf '\"'\"'x'\"'\"'' --as-of 2024-12-31"
    assert "casus.positions(ledger, \"the pact; rm -rf 'x'\", as_of=date.fromisoformat('2024-12-31'))" in page["same"]["python"]
    assert page["same"]["curl"].startswith("curl 'http://127.0.0.1:8321/api/v1/positions?on=the+pact%3B+rm+-rf+%27x%27")
    compile(page["same"]["python"], "same", "exec")
    supposed = data(kept, "/follows.json", ask="suppose", claim=["--help", "ASSAULT USA RUS"][1:], as_of="2024-12-31")
    assert supposed["same"]["command"] == "casus suppose --as-of 2024-12-31 'ASSAULT USA RUS'"
    assert {one["country"]: one["status"] for one in supposed["states"]}["USA"] == "attacker"


def test_python_that_is_shown_gives_the_answer(kept: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASUS_LEDGER", kept.ledger)
    for query in (
        {"ask": "obligations", "attacked": "PRK", "by": "USA", "as_of": "2024-12-31", "known_at": "2100-01-01"},
        {"ask": "obligations", "of": "GBR"},
        {"ask": "forbids", "target": "PRK", "from": "RUS", "what": "arms"},
        {"ask": "conflicts", "since": "2020-01-01"},
        {"ask": "conflicts", "about": "agreement:anzus"},
        {"ask": "positions", "on": "missiles", "since": "2024-01-01"},
        {"ask": "suppose", "claim": ["ASSAULT USA RUS", "lift regime:un-dprk-1718"], "depth": "1"},
    ):  # fmt: skip
        given: dict[str, Any] = {}
        exec(data(kept, "/follows.json", **query)["same"]["python"], given)
        assert given["answer"]


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ({"ask": "forbids"}, "target: is missing"),
        ({"ask": "forbids", "target": "PRK", "attacked": "POL"}, "attacked: there is no such parameter"),
        ({"ask": "suppose"}, "claim: is missing"),
        ({"ask": "obligations"}, "give attacked=STATE, or of=STATE"),
        ({"ask": "obligations", "attacked": "XYZ"}, "no state, agreement"),
        ({"ask": "promises", "of": "GBR", "as_of": "soon"}, "as_of: is no day"),
    ],
)
def test_a_question_that_is_wrongly_put_is_refused_in_a_line(kept: Service, query: dict[str, str], says: str) -> None:
    answer = kept.client.get("/follows.json", params=query)
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    assert says in answer.json()["detail"]


def test_a_state_that_is_gone_is_coloured_where_it_lay(kept: Service) -> None:
    page = data(kept, "/follows.json", ask="obligations", attacked="POL", by="DEU", as_of="1985-06-01")
    shapes = {state["country"]: state["shapes"] for state in page["states"]}
    assert (len(shapes["SUN"]), shapes["CSK"], shapes["POL"]) == (15, ["CZE", "SVK"], ["POL"])
    areas = {one["id"] for one in data(kept, "/map.json", as_of="1985-06-01")["disputed"]}
    assert {"kuril-islands-soviet", "golan-heights"} <= areas
    assert "crimea" not in areas


def test_rows_are_sorted_page_by_page_and_counted(kept: Service) -> None:
    whole = kept.items("show/events", limit=1000)
    for sort, of in (("when", None), ("recorded", None), ("-confidence", "confidence"), ("independent", "independent")):
        rows: list[dict[str, Any]] = []
        after: dict[str, str] = {}
        while True:
            page = kept.get("show/events", sort=sort, limit=4, **after)
            rows += page["items"]
            if page["next"] is None:
                break
            after = {"after": page["next"]}
        assert sorted(row["id"] for row in rows) == sorted(row["id"] for row in whole)
        if of:
            assert [row[of] for row in rows] == sorted((row[of] for row in rows), reverse=sort.startswith("-"))
        assert {row["id"]: row for row in rows} == {row["id"]: row for row in whole}
    counted = kept.get("show/events", facets="type,modality", limit=1)["facets"]
    told = [row["body"]["type"] for row in whole]
    assert counted["type"] == {word: told.count(word) for word in counted["type"]}
    assert sum(counted["modality"].values()) == len(whole)
    assert kept.refused("show/actors", sort="when")[0] == 422
    assert "facets: name some of" in kept.refused("show/events", facets="colour")[1]
    assert kept.refused("show/events", sort="when", after="0" * 64)[0] == 404
    assert kept.refused("show/events", sort="when", after="agreement:anzus")[0] == 404


def test_a_course_of_events_is_followed_back(kept: Service) -> None:
    whole = kept.items("timeline", actor="NZL", facts="1", limit=1000)
    found: list[dict[str, Any]] = []
    after: dict[str, str] = {}
    while True:
        page = kept.get("timeline", actor="NZL", facts="1", limit=2, **after)
        found = [*page["items"], *found]
        if page["next"] is None:
            break
        after = {"after": page["next"]}
    assert found == whole
    assert len(whole) > 2


def test_names_are_found_by_their_beginnings(kept: Service) -> None:
    assert kept.items("names", find="Egy")[0] == {"id": "country:EGY", "name": "Egypt", "kind": "state", "hint": "EGY"}
    assert kept.items("names", find="EGY")[0]["id"] == "country:EGY"
    assert {one["kind"] for one in kept.items("names", find="treaty", kind="agreement", limit=100)} == {"agreement"}
    assert "agreement:anzus" in {one["id"] for one in kept.items("names", find="anz")}
    assert any("Eban" in one["name"] for one in kept.items("names", find="eban", kind="actor"))
    assert len(kept.items("names", limit=7)) == 7
    assert kept.items("names", find="zzzz") == []


def test_a_service_that_runs_looks_before_it_is_asked(tmp_path: Any) -> None:  # noqa: ANN401 - a fixture
    with serving(str(tmp_path / "ledger.sqlite")) as running, TestClient(running.app, base_url="http://127.0.0.1:8321") as client:
        assert client.get("/index.json").json()["counts"]["report"] == 0
    with Ledger.open(tmp_path / "other.sqlite") as ledger:
        ledger.keep(reading(SHELLING))
        assert len(ledger.survey.things()) > 0
