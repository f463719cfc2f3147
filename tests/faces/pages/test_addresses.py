"""What a page shows is in its address: a reload, a copied address and the way back show the same. Nothing runs from a report."""

import json
import os
import re
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from faces.pages.conftest import EXAMPLES, SOURCE, TOKEN, Served, serving
from faces.pages.watching import watched
from playwright.sync_api import Browser, Page, expect

HOSTILE = (
    "CAIRO, March 4, 2024 (Nile Wire) - <img src=x onerror=\"window.ran='img'\"><script>window.ran='script'</script> Egypt and "
    "Sudan signed an agreement on the river on Monday, <svg onload=\"window.ran='svg'\"> a spokesman said.\n"
)
HOSTILE_PAGE = (
    "<!doctype html><html><head><title>Egypt &lt;script&gt;window.ran='title'&lt;/script&gt; and Chad</title>"
    "<link rel=canonical href=\"javascript:window.ran='url'\"></head><body onload=\"window.ran='body'\">"
    "<article><h1>Egypt and Chad</h1><p>CAIRO, March 5, 2024 - Egypt and Chad signed a treaty on Tuesday, officials of "
    "&lt;img src=x onerror=window.ran='text'&gt; both said.</p><script>window.ran='inline'</script>"
    "<iframe src=\"javascript:parent.ran='frame'\"></iframe></article></body></html>"
)


def shown(page: Page) -> str:
    """What stands on a page once it has all its data."""
    page.locator("main h1").wait_for()
    page.wait_for_load_state("networkidle")
    expect(page.locator("main .loading")).to_have_count(0)
    return page.locator("main").inner_text()


@pytest.mark.parametrize(
    "path",
    [
        "/read",
        "/timeline?actor=country:IRN&lanes=kind&from=2024-01-01&to=2025-12-31",
        "/map?by=actor&view.tab=dyads",
        "/network?center=state:IRN&limit=5",
        "/actor/state:IRN?limit=3",
        "/agreement/agreement:anzus",
        "/follows?ask=obligations&attacked=IRN&by=USA&as_of=2025-11-01",
        "/follows?ask=suppose&claim=ASSAULT+USA+IRN",
    ],
)
def test_a_reload_a_copied_address_and_the_way_back_show_the_same(
    browser: Browser, page: Page, served: Served, path: str
) -> None:
    page.goto(f"{served.address}{path}")
    first = shown(page)
    page.reload()
    assert shown(page) == first
    page.get_by_role("banner").get_by_role("link", name="casus").click()
    page.get_by_role("heading", name="Ways in").wait_for()
    page.go_back()
    expect(page.get_by_role("heading", name="Ways in")).to_have_count(0)
    assert shown(page) == first
    other = browser.new_context(viewport={"width": 1280, "height": 900})
    with watched(other):
        copied = other.new_page()
        copied.goto(page.url)
        assert shown(copied) == first
    other.close()


def test_going_back_through_questions_shows_each_again(page: Page, served: Served) -> None:
    page.goto(f"{served.address}/timeline")
    expect(page.get_by_role("button", name="actor", exact=True)).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="kind", exact=True).click()
    expect(page.get_by_role("button", name="kind", exact=True)).to_have_attribute("aria-pressed", "true")
    page.get_by_role("link", name="map", exact=True).click()
    page.get_by_role("radio", name="who has a part in it").click()
    expect(page.get_by_role("table")).to_contain_text("Zambia")
    page.go_back()
    expect(page.get_by_role("radio", name="where it happened")).to_be_checked()
    page.go_back()
    expect(page.get_by_role("button", name="kind", exact=True)).to_have_attribute("aria-pressed", "true")
    page.go_back()
    expect(page.get_by_role("button", name="actor", exact=True)).to_have_attribute("aria-pressed", "true")
    page.go_forward()
    expect(page.get_by_role("button", name="kind", exact=True)).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize(("text", "as_text"), [(HOSTILE, "onerror"), (HOSTILE_PAGE, "onerror=window.ran='text'")])
def test_a_hostile_report_is_text_on_every_page(page: Page, written: Served, text: str, as_text: str) -> None:
    page.goto(written.with_token("/read"))
    page.get_by_role("textbox", name="The report: plain text or HTML").fill(text)
    page.get_by_text("What you know of it").click()
    page.get_by_role("textbox", name="Published by").fill("<img src=x onerror=\"window.ran='publisher'\">")
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("button", name="Keep it").click()
    page.wait_for_url(re.compile(r"/read/[0-9a-f]{64}$"))
    expect(page.get_by_role("main")).to_contain_text(as_text)
    for path in (
        page.url.removeprefix(written.address),
        "/",
        "/read",
        "/timeline",
        "/actor/state:EGY?limit=20",
        "/network?actor=state:EGY",
    ):
        page.goto(f"{written.address}{path}")
        shown(page)
        assert page.evaluate("window.ran") is None
        assert (
            page.locator("main img, main script, main iframe, main [onerror], main [onload], a[href^='javascript']").count() == 0
        )


def test_two_pages_stay_right_while_many_reports_are_kept(browser: Browser, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": SOURCE}
    reports = [str(file) for file in sorted(EXAMPLES.glob("*.txt"))[:14]]
    with serving(tmp_path, "04-joint-communique.txt") as service:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        with watched(context):
            looking, working = context.new_page(), context.new_page()
            working.goto(service.with_token("/read"))
            working.get_by_role("link", name=re.compile("JOINT COMMUNIQUE")).click()
            working.locator("main article").wait_for()
            looking.goto(f"{service.address}/timeline")
            looking.get_by_role("table").wait_for()
            rounds = accepted = 0
            keep = [sys.executable, "-m", "casus", "keep", *reports, "--ledger", str(service.ledger)]
            with subprocess.Popen(keep, env=environment, stdout=subprocess.DEVNULL) as keeping:
                working.keyboard.press("j")
                state = working.locator(".read-open .read-state")
                while keeping.poll() is None:
                    rounds += 1
                    looking.get_by_role("navigation", name="Pages").get_by_role("link", name="Map").click()
                    expect(looking.get_by_role("heading", level=1)).to_have_text("Map")
                    expect(looking.get_by_role("table").first).to_be_visible()
                    looking.get_by_role("navigation", name="Pages").get_by_role("link", name="Timeline").click()
                    expect(looking.get_by_role("table").first).to_be_visible()
                    working.keyboard.press("a")
                    expect(state).to_have_text("accepted")
                    accepted += 1
                    working.keyboard.press("u")
                    expect(state).to_have_count(0)
                assert keeping.returncode == 0
            assert rounds >= 1
            assert accepted == rounds
            with urllib.request.urlopen(f"{service.address}/timeline.json") as answer:
                told = json.load(answer)
            looking.reload()
            expect(looking.get_by_role("main")).to_contain_text(f"{told['total'] - told['undated']:,} events in all of time")
            working.reload()
            working.locator(".read-open").wait_for()
            expect(state).to_have_count(0)
            assert TOKEN not in working.url
        context.close()
