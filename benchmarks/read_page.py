"""How soon a long report can be read on its page: 50 kB of text with 2,000 claims, in a browser without a screen and a GPU.

Run: python -m benchmarks.read_page --times 5

Counted from the last byte of the report's data until the first claims stand beside their words and the page takes the next key;
then how long the keys j take, each until its claim is drawn. The limit to compare with: the same text alone, without a claim, in
the same browser.
"""

import argparse
import json
import random
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.pages_in_browser import CHROMIUM, served
from casus.ledger.ledger import Ledger

_TEXT = """the envoy said that forces of the northern state had crossed the river while talks on prisoners went on and officials
denied any attack on the harbour town where observers counted boats"""
_MODALITIES = ("actual", "planned", "promised", "threatened", "demanded", "possible", "conditional", "supposed", "denied")

_READY = """() => {
  const seen = () => {
    if (!document.querySelector(window.what_counts)) return requestAnimationFrame(seen);
    const channel = new MessageChannel();
    channel.port1.onmessage = () => { window.ready_at = performance.now(); };
    requestAnimationFrame(() => channel.port2.postMessage(0));
  };
  seen();
}"""
_TOOK = """() => {
  const data = performance.getEntriesByType('resource').find((one) => one.name.includes('/read/long.json'));
  return window.ready_at ? window.ready_at - data.responseEnd : null;
}"""
_KEYS = """async () => {
  const took = [];
  for (let n = 0; n < 30; n++) {
    const from = performance.now();
    dispatchEvent(new KeyboardEvent('keydown', { key: 'j' }));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    took.push(performance.now() - from);
  }
  return took;
}"""


def report(size: int, claims: int, seed: int = 7) -> dict[str, Any]:
    """The data of a page of a report with `size` characters and so many claims, as /read/REPORT.json gives them."""
    chance = random.Random(seed)
    text, sentences = "", []
    while len(text) < size:
        sentence = " ".join(chance.choices(_TEXT.split(), k=chance.randint(10, 25))).capitalize() + "."
        sentences.append([len(text), len(text) + len(sentence)])
        text += sentence + ("\n\n" if chance.random() < 0.2 else " ")
    actors = [
        {
            "id": f"x{n}", "name": f"Actor {n}", "kind": "state",
            "mentions": [{"span": [at, at + 8], "form": "name"} for at in chance.sample(range(size - 100), 12)],
        }
        for n in range(40)
    ]  # fmt: skip
    told = [_claim(n, chance.randrange(size - 200), chance.randint(10, 120)) for n in range(claims)]
    reading = {
        "casus": "1", "report": {"id": "0" * 64, "text": text, "title": "A long report", "stamps": []}, "sentences": sentences,
        "actors": actors, "times": [], "claims": told, "warnings": [],
    }  # fmt: skip
    return {"reading": reading, "kept": True, "copies": [], "records": {}}


def _claim(n: int, start: int, length: int) -> dict[str, Any]:
    spans = [[start, start + length]]
    own = {"spans": spans, "confidence": 0.8}
    if n % 4 == 0:
        said = {"speaker": f"x{n % 40}", "act": "say", "quoting": "indirect", "content": spans, "source": [], "cue": []}
        return own | said | {"id": f"s{n}", "kind": "statement", "by": None, "modality": "actual"}
    done = {"type": "ASSAULT", "actors": [f"x{n % 40}"], "recipients": [f"x{n * 7 % 40}"], "trigger": [start, start + 5]}
    return own | done | {"id": f"e{n}", "kind": "event", "by": f"s{n - n % 4}", "modality": _MODALITIES[n % 9]}


def opened(browser: Browser, address: str, data: dict[str, Any], counts: str, width: int) -> tuple[Page, float]:
    """The page of a report, and the milliseconds until what counts (a selector) is drawn."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.add_init_script(f"window.what_counts = {json.dumps(counts)}; ({_READY})();")
    body = json.dumps(data)
    page.route("**/read/long.json", lambda route: route.fulfill(body=body, content_type="application/json"))
    page.goto(f"{address}/read/long")
    page.wait_for_selector(counts)
    while (took := page.evaluate(_TOOK)) is None:
        page.wait_for_timeout(50)
    return page, float(took)


def main(arguments: Sequence[str]) -> int:
    """Prints the times. Exit status 1 where the page takes longer than what is promised."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--size", type=int, default=50_000)
    parser.add_argument("--claims", type=int, default=2_000)
    parser.add_argument("--promised", type=float, default=300.0, help="milliseconds")
    given = parser.parse_args(arguments)
    data = report(given.size, given.claims)
    bare = {**data, "reading": {**data["reading"], "claims": []}}
    slow = False
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        ledger = Path(folder) / "ledger.sqlite"
        Ledger.open(str(ledger)).close()
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        with served(ledger) as address:
            for width in (1280, 360):
                times, limits, keys = [], [], []
                for _ in range(given.times):
                    page, took = opened(browser, address, bare, ".read-text", width)
                    limits.append(took)
                    page.close()
                    page, took = opened(browser, address, data, ".read-card", width)
                    times.append(took)
                    keys += page.evaluate(_KEYS)
                    page.close()
                print(
                    f"{width} px: read after {statistics.median(times):.0f} ms (worst {max(times):.0f}; the text alone "
                    f"{statistics.median(limits):.0f}); next claim drawn after {statistics.median(keys):.0f} ms"
                )
                slow = slow or statistics.median(times) > given.promised
        browser.close()
    return int(slow)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
