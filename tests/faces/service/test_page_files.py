"""The pages' own files: served at the pages' addresses, without a token, and built from the sources that are here."""

import hashlib
import re
from pathlib import Path

import pytest
from faces.service.asking import Service, serving

from casus.faces.service import page_files

ROOT = Path(__file__).parents[3]
BUILT = Path(page_files.__file__).parent / "built"
WEB = ROOT / "web"


@pytest.mark.parametrize(
    "path", ["/", "/read", "/read/4d4e16f5", "/timeline?actor=state:RUS", "/actor/state:RUS", "/agreement/a%2Fb", "/follows"]
)
def test_every_page_begins_with_the_one_document(kept: Service, path: str) -> None:
    answer = kept.client.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert answer.text == (BUILT / "index.html").read_text()
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-cache"


def test_what_the_document_names_is_there_and_may_be_kept_for_ever(kept: Service) -> None:
    named = re.findall(r'(?:src|href)="(/[^"]+)"', kept.client.get("/").text)
    assert any(name.endswith(".js") for name in named)
    for name in named:
        answer = kept.client.get(name)
        assert (answer.status_code, "immutable" in answer.headers["cache-control"]) == (200, True)
    script = next(name for name in named if name.endswith(".js"))
    assert "javascript" in kept.client.get(script).headers["content-type"]


def test_the_document_has_no_inline_script_and_names_no_other_host() -> None:
    text = (BUILT / "index.html").read_text()
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\bon[a-z]+=|\bstyle=|https?://", text)


@pytest.mark.parametrize(
    "path",
    [
        "/assets/../app.py",
        "/assets/..%2Fapp.py",
        "/assets/%2e%2e/app.py",
        "/assets//etc/passwd",
        "/assets/nothing.js",
        "/nothing",
    ],
)
def test_nothing_else_is_served(kept: Service, path: str) -> None:
    answer = kept.client.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


def test_open_to_others_the_files_need_no_token_and_the_data_do(tmp_path: Path) -> None:
    with serving(str(tmp_path / "ledger.sqlite"), host="192.0.2.7", others=True) as service:
        assert service.client.get("/timeline").status_code == 200
        assert service.client.get("/assets/nothing.js").status_code == 404
        for path in (
            "/timeline.json",
            "/read/abcd.json",
            "/actor/state:RUS.csv",
            "/index.json",
            "/api/v1/show/events",
            "/nothing",
        ):
            assert service.client.get(path).status_code == 401
        assert service.client.post("/").status_code == 401


def test_a_copy_without_its_pages_says_how_to_get_them(kept: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_files, "_files", dict)
    answer = kept.client.get("/")
    assert (answer.status_code, "make pages" in answer.json()["detail"]) == (404, True)


def test_the_built_pages_belong_to_their_sources() -> None:
    names = ("index.html", "package.json", "package-lock.json", "tsconfig.json", "vite.config.ts")
    files = [file for file in (WEB / "src").rglob("*") if file.is_file()] + [WEB / name for name in names]
    lines = sorted((file.relative_to(WEB).as_posix(), hashlib.sha256(file.read_bytes()).hexdigest()) for file in files)
    whole = hashlib.sha256("".join(f"{digest}  {name}\n" for name, digest in lines).encode()).hexdigest()
    assert (BUILT / "sources.sha256").read_text().strip() == whole, "the pages were built from other sources: make pages"
