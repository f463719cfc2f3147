"""Every page can be used by everybody: WCAG 2.2 AA by axe, on narrow and wide screens, in both themes."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from faces.pages.conftest import Served
from playwright.sync_api import Browser, Page

_RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}
_PAGES = (
    "/", "/read", "/timeline", "/map", "/network?center=state:RUS", "/actor/state:RUS", "/agreement/agreement:anzus",
    "/follows?ask=obligations&attacked=AUS&by=CHN", "/follows?ask=suppose", "/actor/nobody",
)  # fmt: skip


@pytest.mark.parametrize(("width", "theme"), [(360, "dark"), (1280, "light")])
@pytest.mark.parametrize("path", _PAGES)
def test_a_page_keeps_nobody_out(browser: Browser, served: Served, path: str, width: int, theme: str) -> None:
    # Scripts of the test come from elsewhere, which the pages' own policy forbids.
    context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
    page = context.new_page()
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    page.goto(f"{served.address}{path}")
    page.locator("main h1, main .error-line").first.wait_for()
    page.wait_for_load_state("networkidle")
    assert _violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_a_claim_that_is_open_and_corrected_keeps_nobody_out(browser: Browser, served: Served, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
    page = context.new_page()
    page.goto(f"{served.address}/read")
    page.locator(".read-kept a").first.click()
    page.locator(".read-card", has_text="→").first.get_by_role("button").click()
    page.locator(".read-detail dd a").first.wait_for()
    assert _violations(page) == []
    page.keyboard.press("c")
    page.get_by_role("form", name="Correct the claim").wait_for()
    assert _violations(page) == []
    context.close()


def _violations(page: Page) -> list[tuple[str, list[object]]]:
    """What axe finds on a page: the rule, and where it is broken."""
    found = Axe().run(page, options=_RULES).response
    assert len(found["passes"]) > 10
    return [(one["id"], [node["target"] for node in one["nodes"]]) for one in found["violations"]]


def test_the_theme_is_the_readers_and_stays(browser: Browser, served: Served) -> None:
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    page.goto(served.address)
    page.get_by_role("button", name="Dark").click()
    page.reload()
    page.get_by_role("button", name="Light").wait_for()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    context.close()
