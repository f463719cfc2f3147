"""`casus serve` as people start it."""

import json
import os
import re
import signal
import stat
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from queue import Queue
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

import pytest
from click.testing import CliRunner

import casus as package
from casus.errors import LedgerError
from casus.faces.browser import opening_in_browser, with_token
from casus.faces.command import casus
from casus.faces.serve_command import token_of

SOURCE = str(Path(package.__file__).parents[1])


@contextmanager
def started(folder: Path, *arguments: str) -> Iterator[tuple[str, str]]:
    """The address of a service that runs, and what it says at its start. It ends with an interrupt, as by Ctrl-C."""
    command = [sys.executable, "-m", "casus", "serve", "--ledger", "ledger.sqlite", "--port", "0", *arguments]
    running = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": SOURCE},
        stderr=subprocess.PIPE,
        text=True,
        stdout=subprocess.DEVNULL,
    )
    assert running.stderr is not None
    try:
        first = running.stderr.readline()
        found = re.search(r"http://\S+?:\d+", first)
        assert found, first
        said = first if "--token-file" in arguments else first + running.stderr.readline()
        yield found[0], said
    finally:
        running.send_signal(signal.SIGINT)
        rest = running.stderr.read()
        running.wait(30)
        running.stderr.close()
    assert (running.returncode, rest.strip()) == (130, "")


def asked(url: str, token: str | None = None, sent: object = None) -> tuple[int, dict[str, object]]:
    request = urllib.request.Request(url, None if sent is None else json.dumps(sent).encode())
    if sent is not None:
        request.add_header("Content-Type", "application/json")
    if token:
        request.add_header("Authorization", f"Bearer {token}")
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


def test_it_serves_a_new_ledger_with_a_token_for_the_run(tmp_path: Path) -> None:
    with started(tmp_path) as (address, said):
        token = said.split()[-1]
        assert f"casus serves at {address}/#token={token} and for programs at {address}/api/v1/docs" in said
        status, answer = asked(f"{address}/api/v1/promises?of=GBR")
        assert (status, bool(answer["items"])) == (200, True)
        retraction = {"id": "abcd", "why": "a test"}
        assert asked(f"{address}/api/v1/retract", sent=retraction)[0] == 401
        assert asked(f"{address}/api/v1/retract", token, retraction)[0] in (404, 422)


def test_its_token_file_is_made_for_its_owner_alone_and_used_again(tmp_path: Path) -> None:
    with started(tmp_path, "--host", "0.0.0.0", "--token-file", "token") as (address, said):
        file = tmp_path / "token"
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        token = file.read_text("ascii").strip()
        assert token not in said
        here = address.replace("0.0.0.0", "127.0.0.1")
        assert asked(f"{here}/api/v1/show/events")[0] == 401
        assert asked(f"{here}/api/v1/show/events", token) == (200, {"items": [], "next": None})
    assert token_of(file) == token


@pytest.mark.parametrize(
    ("content", "mode", "says"),
    [
        ("a token that is long enough\n".replace(" ", "-"), 0o644, "others may read the token"),
        ("short\n", 0o600, "holds no token of 16 characters or more"),
        ("", 0o600, "holds no token of 16 characters or more"),
        ("two lines of\nsome words", 0o600, "holds no token of 16 characters or more"),
        ("żółwie-żółwie-żółwie", 0o600, "holds no token; name a new file"),
    ],
)
def test_a_file_that_holds_no_secret_is_refused(tmp_path: Path, content: str, mode: int, says: str) -> None:
    file = tmp_path / "token"
    file.write_text(content, "utf-8")
    file.chmod(mode)
    with pytest.raises(LedgerError, match=says):
        token_of(file)


def test_a_token_file_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="can't be kept there"):
        token_of(tmp_path / "missing" / "token")


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (("--host", "0.0.0.0"), 2, "--host 0.0.0.0 lets other machines in: give --token-file FILE, too."),
        (("--host", "casus.example"), 2, "give --token-file FILE, too."),
        (("--port", "70000"), 2, "70000 is not in the range"),
        (("--host", "192.0.2.1", "--token-file", "TOKEN"), 1, "192.0.2.1:8321: can't listen there"),
        (("--token-file", "."), 1, "the token can't be kept there (Is a directory)"),
    ],
)
def test_what_cannot_be_served_is_told_in_a_line(tmp_path: Path, arguments: tuple[str, ...], status: int, says: str) -> None:
    given = [str(tmp_path / "token") if one == "TOKEN" else one for one in arguments]
    done = CliRunner().invoke(casus, ["serve", "--ledger", str(tmp_path / "ledger.sqlite"), *given], standalone_mode=False)
    told = str(done.exception) if done.exception else done.stderr
    assert says in told
    assert (2 if done.exception else done.return_value) == status


def test_the_browser_is_given_the_token_by_a_file_that_only_its_owner_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: Queue[tuple[str, str, int]] = Queue()

    def browser(address: str) -> bool:
        file = Path(url2pathname(urlsplit(address).path))
        opened.put((address, file.read_text("utf-8"), stat.S_IMODE(file.stat().st_mode)))
        return True

    monkeypatch.setattr("webbrowser.open", browser)
    token = "one-Two_3&4"
    with opening_in_browser(with_token("http://127.0.0.1:8321/", token)):
        address, page, mode = opened.get(timeout=30)
        assert (urlsplit(address).scheme, token in address, mode) == ("file", False, 0o600)
        goes_to = re.search(r'content="0;url=([^"]+)"', page)
        assert goes_to
        assert unquote(unescape(goes_to[1])) == f"http://127.0.0.1:8321/#token={token}"
    assert not Path(url2pathname(urlsplit(address).path)).exists()


def test_where_there_is_no_browser_that_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("webbrowser.open", lambda _: False)
    said = ""
    with opening_in_browser("http://127.0.0.1:8321/"):
        until = time.monotonic() + 30
        while not said and time.monotonic() < until:
            said = capsys.readouterr().err
    assert said == "casus: no browser could be opened; open the address above\n"


def test_other_commands_do_not_load_the_service() -> None:
    script = "import sys, casus.faces.command; print({'fastapi', 'starlette', 'pydantic', 'uvicorn'} & {*sys.modules})"
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": SOURCE},
        timeout=60,
        check=True,
    )
    assert done.stdout == "set()\n"
