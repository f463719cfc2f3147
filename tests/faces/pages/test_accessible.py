"""Every page can be used by everybody: WCAG 2.2 AA by axe, on narrow and wide screens, in both themes, in all its states."""

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from faces.pages.conftest import Served
from playwright.sync_api import BrowserContext, Page, expect

_RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "resultTypes": ["violations"],
}


def _chosen_claim(page: Page) -> None:
    page.get_by_role("link", name=re.compile("Iranian leader")).click()
    page.locator("main article").wait_for()
    page.keyboard.press("j")
    expect(page.get_by_role("button", name="Correct c")).to_be_visible()
    page.keyboard.press("c")
    expect(page.get_by_role("form", name="Correct the claim")).to_be_visible()


def _chosen_mark(page: Page) -> None:
    page.get_by_role("table").get_by_role("button").first.click()
    expect(page.get_by_role("complementary", name="The chosen mark")).to_be_visible()


def _open_filters(page: Page) -> None:
    page.locator("details.filters summary").click()
    page.get_by_role("combobox", name="Actor").fill("zam")
    page.get_by_role("option").first.wait_for()


def _chosen_country(page: Page) -> None:
    page.get_by_role("table").get_by_role("link").first.click()
    expect(page.get_by_role("table").get_by_role("link").first).to_be_visible()


def _opened_lists(page: Page) -> None:
    page.get_by_text("The same as lists").click()
    page.get_by_role("table").first.wait_for()


def _explained(page: Page) -> None:
    page.get_by_role("button", name=re.compile("^why")).first.click()
    expect(page.get_by_role("button", name=re.compile("^why"), expanded=True).first).to_be_visible()


def _proved(page: Page) -> None:
    page.get_by_role("button", name=re.compile("^Why")).first.click()


def _help(page: Page) -> None:
    page.get_by_role("button", name="Help: keys and lines").click()
    page.get_by_role("dialog").wait_for()


def _asked_for_token(page: Page) -> None:
    _chosen_claim(page)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Accept a").click()
    page.get_by_role("dialog", name="The token of this service").wait_for()


def _both_clocks(page: Page) -> None:
    page.locator("details.shell-clocks summary").click()


_STATES: list[tuple[str, Callable[[Page], None] | None]] = [
    ("/", None),
    ("/?as_of=2024-01-01", _both_clocks),
    ("/read", None),
    ("/read", _chosen_claim),
    ("/read", _asked_for_token),
    ("/read/ffff", None),
    ("/timeline", _chosen_mark),
    ("/timeline", _open_filters),
    ("/timeline?from=1800-01-01&to=1800-02-01", None),
    ("/timeline?from=never", None),
    ("/map", _help),
    ("/map?by=actor", _chosen_country),
    ("/network?center=state:RUS&limit=8", _opened_lists),
    ("/network?actor=state:LUX", None),
    ("/actor/state:RUS?limit=2", _explained),
    ("/agreement/agreement:anzus?limit=3", None),
    ("/regime/regime:un-dprk-1718?limit=3", None),
    ("/actor/nobody", None),
    ("/follows", None),
    ("/follows?ask=obligations&attacked=AUS&by=CHN", _proved),
    ("/follows?ask=conflicts", _proved),
    ("/follows?ask=suppose&claim=ASSAULT+CHN+AUS&claim=denounce+agreement:anzus+NZL", None),
    ("/follows?ask=obligations&attacked=nowhere", None),
]


@pytest.mark.parametrize(
    ("path", "come_to"), _STATES, ids=[f"{path} {come_to.__name__.strip('_') if come_to else ''}" for path, come_to in _STATES]
)
def test_a_page_keeps_nobody_out(page: Page, served: Served, path: str, come_to: Callable[[Page], None] | None) -> None:
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    page.goto(f"{served.address}{path}")
    page.locator("main h1, main .error-line").first.wait_for()
    page.wait_for_load_state("networkidle")
    if come_to:
        come_to(page)
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_load_state("networkidle")
        for _ in range(100):  # drawings are made to fit the new width a moment later
            if page.evaluate("document.documentElement.scrollWidth <= innerWidth"):
                break
            page.wait_for_timeout(20)
        else:
            pytest.fail(f"scrolls sideways at {width} px")
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
            # A theme changes nothing but colours.
            rules = _RULES if theme == "light" else {**_RULES, "runOnly": {"type": "rule", "values": ["color-contrast"]}}
            found = Axe().run(page, options=rules).response
            assert found["passes"]
            wrong = [(one["id"], [node["target"] for node in one["nodes"]]) for one in found["violations"]]
            assert wrong == [], f"{theme}, {width} px"


def test_the_theme_is_the_readers_and_stays(context: BrowserContext, served: Served) -> None:
    page = context.new_page()
    page.emulate_media(color_scheme="light")
    page.goto(served.address)
    page.get_by_role("button", name="Dark").click()
    page.reload()
    page.get_by_role("button", name="Light").wait_for()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
