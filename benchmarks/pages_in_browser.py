"""How the pages do in a browser over 100 thousand events: frames a second while the timeline is dragged, and first loads.

Run: python -m benchmarks.pages_in_browser --seconds 6

The browser is Debian's chromium without a screen and without a GPU, so all is drawn by the processor. The limit to compare with:
an empty page in the same browser while the pointer moves over it in the same way. `--built` takes pages built elsewhere (`vite
build --outDir`) in the place of those in the package.
"""

import argparse
import gzip
import itertools
import json
import mimetypes
import re
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Response, Route, sync_playwright

from benchmarks.ledger_material import dyad
from benchmarks.pages_ledger import REPORTS, ledger

CHROMIUM = "/usr/bin/chromium"
_SLOW = 1000 / 30
"""Milliseconds: a frame that took longer was below 30 a second."""

_RECORD = """() => {
  const at = []; window.frames_at = at;
  const next = (now) => { at.push(now); window.frames_at === at && requestAnimationFrame(next); };
  requestAnimationFrame(next);
}"""
_RECORDED = "() => { const at = window.frames_at; window.frames_at = null; return at; }"
_LOADED = """() => {
  const paint = performance.getEntriesByName('first-contentful-paint')[0];
  const last = Math.max(0, ...performance.getEntriesByType('resource').map((one) => one.responseEnd));
  return [paint ? paint.startTime : 0, last];
}"""
_SHOWN = "() => document.querySelector('main h1, main h2') && !document.querySelector('main .loading')"


@contextmanager
def served(kept: Path) -> Iterator[str]:
    """The address of a service of a ledger."""
    command = [sys.executable, "-m", "casus", "serve", "--ledger", str(kept), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as service:
        assert service.stderr is not None
        try:
            found = re.search(r"(http://[\d.]+:\d+)/", service.stderr.readline())
            assert found
            yield found[1]
        finally:
            service.terminate()


def opened(browser: Browser, built: Path | None) -> Page:
    """A page of a browser that has seen nothing yet."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()

    def from_built(route: Route) -> None:
        assert built is not None
        path = urlsplit(route.request.url).path
        if path.startswith("/api/") or path.endswith((".json", ".csv")):
            route.continue_()
            return
        file = built / path[1:] if path.startswith("/assets/") else built / "index.html"
        route.fulfill(body=file.read_bytes(), content_type=mimetypes.guess_type(file.name)[0] or "text/plain")

    if built is not None:
        page.route("**/*", from_built)
    return page


def first_load(browser: Browser, built: Path | None, address: str, name: str) -> None:
    """Prints how long a page takes that was never seen, and what it weighs."""
    page, answers = opened(browser, built), list[Response]()
    page.on("response", lambda answer: answers.append(answer))
    begun = time.monotonic()
    page.goto(address)
    page.wait_for_function(_SHOWN)
    took = time.monotonic() - begun
    page.wait_for_load_state("networkidle")
    weights = {True: 0, False: 0}
    for answer in answers:
        weights["/assets/" in answer.url or answer.url == address] += len(gzip.compress(answer.body(), 6))
    paint, last = page.evaluate(_LOADED)
    print(
        f"first load of {name}: first words after {paint:.0f} ms, shown after {took * 1000:.0f} ms, last data after {last:.0f} ms"
        f"; {len(answers)} files, {weights[True] / 1000:.0f} kB of pages and {weights[False] / 1000:.0f} kB of data by gzip"
    )
    page.context.close()


def dragged(page: Page, seconds: float) -> list[float]:
    """Milliseconds of each frame while the pointer drags to and fro over the timeline's drawing, or over another page."""
    box = page.evaluate("""() => {
      const canvas = document.querySelector('.timeline-canvas');
      const box = canvas ? canvas.getBoundingClientRect() : { left: 0, top: 100, width: innerWidth };
      return [box.left, box.top, box.width];
    }""")
    left, top, width = box
    y, x, step = top + 60, left + width / 2, 12
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(_RECORD)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        x += step
        if not left + 40 < x < left + width - 40:
            step = -step
        page.mouse.move(x, y)
    at: list[float] = page.evaluate(_RECORDED)
    page.mouse.up()
    return [later - earlier for earlier, later in itertools.pairwise(at)]


def told(name: str, frames: Sequence[float]) -> None:
    """Prints one measurement."""
    at = statistics.quantiles(frames, n=100)
    slow = sum(one > _SLOW + 0.5 for one in frames)
    print(
        f"{name}: {1000 * len(frames) / sum(frames):.1f} frames a second; median {at[49]:.1f} ms, p95 {at[94]:.1f} ms, longest "
        f"{max(frames):.0f} ms; {slow} of {len(frames)} frames below 30 a second"
    )


def narrow(address: str, days: str) -> tuple[str, int]:
    """The query of the surest events of some days that are shown one by one, as many as are, and how many those are."""
    for percent in range(80, 100):
        query = f"{days}&kind=event&confidence={percent / 100}"
        with urllib.request.urlopen(f"{address}/timeline.json?{query}") as answer:
            data = json.load(answer)
        if not data["binned"]:
            return query, len(data["marks"])
    raise SystemExit("there are too many events to show one by one, however sure they are to be")


def panning(browser: Browser, built: Path | None, address: str, seconds: float) -> None:
    """Prints the frames a second of an empty page and of the timeline, in counts and one by one."""
    page = opened(browser, None)
    told("empty page, pointer moving", dragged(page, seconds))
    days = "from=2018-01-01&to=2021-12-31"
    query, marks = narrow(address, days)
    for name, asked in ((f"{REPORTS * 10} events in counts", days), (f"{marks} marks one by one", query)):
        page = opened(browser, built)
        page.goto(f"{address}/timeline?{asked}")
        page.wait_for_selector(".timeline-canvas")
        page.wait_for_load_state("networkidle")
        before = page.url
        told(f"timeline dragged, {name}", dragged(page, seconds))
        page.wait_for_timeout(500)
        assert page.url != before, "the drag moved nothing"
        page.context.close()


def main() -> None:
    """Measures the first loads, then the frames."""
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--seconds", type=float, default=6.0, help="of each drag")
    given.add_argument("--built", type=Path, help="built pages in the place of those of the package")
    asked = given.parse_args()
    one, other = dyad(0)
    state = one.replace("country:", "state:")
    pages = {
        "the start": "/", "reading": "/read", "the timeline": "/timeline", "the map": "/map", "the network": "/network",
        "an actor": f"/actor/{one}", "what follows": f"/follows?ask=obligations&attacked={state}&by={other}",
    }  # fmt: skip
    with served(ledger()) as address, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        try:
            for name, path in pages.items():
                with urllib.request.urlopen(f"{address}/index.json"):
                    pass  # the ledger is counted once, before anybody looks
                first_load(browser, asked.built, address + path, name)
            panning(browser, asked.built, address, asked.seconds)
        finally:
            browser.close()


if __name__ == "__main__":
    main()
