"""Who is let in: hosts, origins, tokens, and how much may be sent."""

import asyncio
import threading
from pathlib import Path

import pytest
from faces.service.asking import ADDRESS, TOKEN, WITH_TOKEN, Service, serving

from casus.faces.service import API
from casus.faces.service.limits import LARGEST_BODY, Limits
from casus.faces.service.workers import Workers

SHOW, RETRACT = f"{API}/show/events", f"{API}/retract"
TAKEN = {"id": "abcd", "why": "a test"}
"""What is let in is answered with 404: nothing has this id."""


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "evil.example:8321", "", "[::1", "a b", "@localhost"],
)
def test_a_foreign_name_is_not_answered(kept: Service, host: str) -> None:
    answer = kept.client.get(SHOW, headers={"Host": host})
    assert (answer.status_code, answer.headers["content-type"]) == (421, "application/problem+json")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8321", "LOCALHOST", "[::1]:8321", "192.0.2.7"])
def test_an_address_and_localhost_are_its_own(kept: Service, host: str) -> None:
    assert kept.client.get(SHOW, headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "page",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:8322"},
        {"Origin": "file://127.0.0.1:8321"},
        {"Origin": "http://[::1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "navigate"},
        {"Origin": ADDRESS, "Sec-Fetch-Site": "cross-site"},
    ],
)
def test_a_page_of_another_origin_may_not_write_even_with_the_token(kept: Service, page: dict[str, str]) -> None:
    answer = kept.client.post(RETRACT, json=TAKEN, headers=WITH_TOKEN | page)
    assert (answer.status_code, "another" in answer.json()["detail"]) == (403, True)
    if "Sec-Fetch-Mode" not in page:
        assert kept.client.get(SHOW, headers=page).status_code == 403


@pytest.mark.parametrize("page", [{}, {"Origin": ADDRESS, "Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}])
def test_its_own_page_and_programs_may_write_with_the_token(kept: Service, page: dict[str, str]) -> None:
    assert kept.client.post(RETRACT, json=TAKEN, headers=WITH_TOKEN | page).status_code == 404


def test_a_link_from_elsewhere_may_be_followed(kept: Service) -> None:
    followed = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    assert kept.client.get(SHOW, headers=followed).status_code == 200


@pytest.mark.parametrize("path", ["keep", "correct", "accept", "retract", "restore", "undo"])
@pytest.mark.parametrize(
    "given", [{}, {"Authorization": "Bearer no"}, {"Authorization": f"Basic {TOKEN}"}, {"Authorization": TOKEN}]
)
def test_writing_needs_the_token(kept: Service, path: str, given: dict[str, str]) -> None:
    answer = kept.client.post(f"{API}/{path}", json=TAKEN, headers=given)
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    assert "Authorization: Bearer TOKEN" in answer.json()["detail"]


def test_every_write_of_the_api_needs_the_token(kept: Service) -> None:
    paths = kept.get("openapi.json")["paths"]
    posts = {path for path, methods in paths.items() if "post" in methods}
    assert posts == {f"{API}/{one}" for one in ("read", "keep", "correct", "accept", "retract", "restore", "undo")}
    for path in posts - {f"{API}/read"}:
        assert kept.client.post(path).status_code == kept.client.post(f"{path}/").status_code == 401
        assert paths[path]["post"]["security"] == [{"token": []}]


def test_where_other_machines_may_come_everything_needs_the_token(tmp_path: Path) -> None:
    with serving(str(tmp_path / "ledger.sqlite"), host="casus.example", others=True) as service:
        for path in ("show/events", "docs", "openapi.json", "nowhere"):
            assert service.client.get(f"{API}/{path}").status_code == 401
        assert service.client.post(f"{API}/read", json={"text": "a"}).status_code == 401
        named = WITH_TOKEN | {"Host": "casus.example:8321"}
        assert service.client.get(SHOW, headers=named).status_code == 200


def test_too_large_a_body_is_refused_whether_it_tells_its_size_or_not(kept: Service) -> None:
    told = kept.client.post(f"{API}/read", content=b"a" * (LARGEST_BODY + 1), headers={"Content-Type": "application/json"})
    untold = kept.client.post(
        f"{API}/read", content=(b"a" * 100_000 for _ in range(60)), headers={"Content-Type": "application/json"}
    )
    form = kept.client.post(f"{API}/read", files={"file": ("a.txt", b"a" * LARGEST_BODY)})
    for answer in (told, untold, form):
        assert (answer.status_code, answer.json()["detail"]) == (413, "the body is over 5 MB; split it into single reports")


def test_every_answer_forbids_what_a_page_could_do_with_it(kept: Service) -> None:
    answers = [
        kept.client.get(f"{API}/docs"),
        kept.client.get(SHOW),
        kept.client.get(f"{API}/nowhere"),
        kept.client.get(SHOW, headers={"Host": "evil.example"}),
        kept.client.get(f"{API}/export"),
    ]
    for answer in answers:
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; script-src 'self';")
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"
        assert "access-control-allow-origin" not in answer.headers


def test_a_defect_is_told_in_one_line_with_the_headers_of_every_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("casus.faces.service.ledger_routes._shown", broken)
    with serving(str(tmp_path / "ledger.sqlite")) as service:
        answer = service.client.get(SHOW)
        assert (answer.status_code, answer.headers["x-content-type-options"]) == (500, "nosniff")
        assert "internal error (ZeroDivisionError at test_guard.py" in answer.json()["detail"]


def test_the_page_that_describes_it_takes_nothing_from_elsewhere(kept: Service) -> None:
    page = kept.client.get(f"{API}/docs").text
    assert "<code>GET /api/v1/show/{kind}</code>" in page
    assert "://" not in page.replace("http://127.0.0.1:8321", "")
    assert "<script" not in page


def test_a_body_that_does_not_come_is_given_up(kept: Service) -> None:
    async def told() -> list[dict[str, object]]:
        async def never() -> dict[str, object]:
            await asyncio.sleep(30)
            return {}

        async def sent(message: object) -> None:
            assert isinstance(message, dict)
            answers.append(message)

        answers: list[dict[str, object]] = []
        headers = [(b"host", b"127.0.0.1"), (b"content-type", b"application/json")]
        scope = {
            "type": "http",
            "method": "POST",
            "path": f"{API}/read",
            "query_string": b"",
            "headers": headers,
            "app": kept.app,
        }
        await kept.app(scope, never, sent)
        return answers

    assert asyncio.run(told())[0]["status"] == 408


def test_a_question_that_takes_too_long_is_given_up() -> None:
    released = threading.Event()

    async def tried() -> tuple[object, object]:
        workers = Workers(Limits(asking=0.05))
        try:
            return await asyncio.gather(workers.ask(released.wait), workers.ask(lambda: "answered"), return_exceptions=True)
        finally:
            released.set()
            workers.close()

    late, answered = asyncio.run(tried())
    assert str(late) == "took more than 0.05 seconds; ask for less: a narrower question, or a smaller limit"
    assert answered == "answered"
