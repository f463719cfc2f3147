"""The watch over the pages sees what it is there for."""

import pytest
from faces.pages.conftest import Served
from faces.pages.watching import watched
from playwright.sync_api import Browser, BrowserContext


@pytest.mark.parametrize(
    ("script", "says"),
    [
        ("setTimeout(() => { throw new Error('broken') })", "broken"),
        ("fetch('http://198.51.100.7/spy').catch(() => 0)", "connect-src"),
        ("location.assign('http://198.51.100.7/spy')", "asks http://198.51.100.7/spy"),
        ("document.body.append(Object.assign(document.createElement('script'), { textContent: '1' }))", "script-src"),
        ("setTimeout(() => alert('here'))", "opens a dialog: here"),
    ],
)
def test_what_must_not_happen_is_seen(browser: Browser, served: Served, script: str, says: str) -> None:
    context = browser.new_context()
    with pytest.raises(AssertionError, match=says):
        _run(context, served, script)
    context.close()


def _run(context: BrowserContext, served: Served, script: str) -> None:
    with watched(context) as faults:
        page = context.new_page()
        page.goto(f"{served.address}/read")
        page.evaluate(f"() => {{ {script} }}")
        for _ in range(500):
            if not faults:
                page.wait_for_timeout(20)
