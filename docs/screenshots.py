"""Take pictures of the pages for docs/pages.md, from a ledger of an example. Run: python -m docs.screenshots

Needs Debian's chromium. Look at the pictures in docs/pictures before they are committed.
"""

import json
import re
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

from playwright.sync_api import sync_playwright

from docs.refresh import PICTURED, ROOT

PICTURES = ROOT / "docs" / "pictures"
SHOWN = {
    "timeline": "/timeline",
    "map": "/map?by=actor",
    "network": "/network?center=state:IRN&limit=8",
    "follows": "/follows?ask=obligations&attacked=IRN&by=USA&as_of=2025-11-01",
}


def main() -> None:
    """Write one picture of each page in light and in dark."""
    PICTURES.mkdir(exist_ok=True)
    casus = [sys.executable, "-m", "casus"]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        ledger = str(Path(folder) / "ledger.sqlite")
        subprocess.run([*casus, "keep", str(PICTURED), "--ledger", ledger], check=True, stdout=subprocess.DEVNULL)
        with subprocess.Popen([*casus, "serve", "--ledger", ledger, "--port", "0"], stderr=subprocess.PIPE, text=True) as service:
            assert service.stderr is not None
            found = re.search(r"http://[\d.]+:\d+", service.stderr.readline())
            assert found
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 900, "height": 500})
            with urllib.request.urlopen(f"{found[0]}/index.json") as answer:
                report = json.load(answer)["reports"][0]["id"]
            for theme in ("light", "dark"):
                page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
                for name, path in {"read": f"/read/{report}", **SHOWN}.items():
                    page.goto(found[0] + path)
                    page.locator("main h1").wait_for()
                    page.wait_for_load_state("networkidle")
                    page.screenshot(path=PICTURES / f"{name}-{theme}.png")
            browser.close()
            service.terminate()


if __name__ == "__main__":
    main()
