"""A service that runs, and Debian's Chromium that visits it. Without Chromium these tests are skipped; in CI they fail."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from faces.pages.watching import watched
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

import casus as package

SOURCE = str(Path(package.__file__).parents[1])
EXAMPLES = Path(__file__).parents[3] / "examples"
CHROMIUM = Path("/usr/bin/chromium")
MISSING = "Chromium is missing, so the pages are not tried in a browser; install it with: apt-get install chromium"
TOKEN = "a-token-that-these-tests-know"
KEPT = ("04-joint-communique.txt", "14-reposted-treaty.txt")

expect.set_options(timeout=30_000)


@dataclass(frozen=True)
class Served:
    """A service that runs: its address, and its ledger."""

    address: str
    ledger: Path

    def with_token(self, path: str = "/") -> str:
        """An address of it that carries the token, as `casus serve` shows it."""
        return f"{self.address}{path}#token={TOKEN}"


@contextmanager
def serving(folder: Path, *reports: str) -> Iterator[Served]:
    """A service of a new ledger that keeps some of the examples."""
    environment = {**os.environ, "PYTHONPATH": SOURCE}
    command = [sys.executable, "-m", "casus"]
    ledger, token = folder / "ledger.sqlite", folder / "token"
    if reports:
        files = [str(EXAMPLES / name) for name in reports]
        subprocess.run([*command, "keep", *files, "--ledger", str(ledger)], env=environment, check=True, capture_output=True)
    token.write_text(f"{TOKEN}\n")
    token.chmod(0o600)
    serve = [*command, "serve", "--ledger", str(ledger), "--port", "0", "--token-file", str(token)]
    with subprocess.Popen(serve, env=environment, stderr=subprocess.PIPE, text=True) as running:
        try:
            assert running.stderr is not None
            found = re.search(r"http://[\d.]+:\d+", running.stderr.readline())
            assert found
            yield Served(found[0], ledger)
        finally:
            running.terminate()


@pytest.fixture(scope="module")  # while it runs, no other test of the session could run a loop of asyncio
def browser() -> Iterator[Browser]:
    """Chromium without a screen. As root, as in many containers, it runs only without its sandbox."""
    if not CHROMIUM.exists():
        if os.environ.get("CI"):
            pytest.fail(MISSING, pytrace=False)
        pytest.skip(MISSING)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service of a ledger with two reports, to look at."""
    with serving(tmp_path_factory.mktemp("looked-at"), *KEPT) as running:
        yield running


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service of a ledger to write in, that keeps nothing at first."""
    with serving(tmp_path_factory.mktemp("written")) as running:
        yield running


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that was never here before. What goes wrong in its pages makes the test fail."""
    made = browser.new_context(viewport={"width": 1280, "height": 900})
    with watched(made):
        yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page of it."""
    made = context.new_page()
    made.set_default_timeout(30_000)
    return made
