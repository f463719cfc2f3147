"""Reading a report in the browser: paste it, see its claims, keep it, say what is right and wrong, find it again."""

import re
from pathlib import Path

import pytest
from faces.pages.conftest import EXAMPLES, KEPT, TOKEN, Served
from playwright.sync_api import Page, expect

REPORT = (
    "TUNIS, March 4, 2024 (Gulf Wire) - Tunisia and Malta signed an agreement on rescue at sea on Monday.\n\n"
    "The Tunisian foreign minister, Nabil Ammar, said Libya had seized two fishing boats. Libya denied it.\n"
)


@pytest.fixture
def kept(page: Page, written: Served) -> Page:
    """The page of the report, kept."""
    page.goto(written.with_token("/read"))
    page.get_by_label("The report: plain text or HTML").fill(REPORT)
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("button", name="Keep it").click()
    page.wait_for_url(re.compile(r"/read/[0-9a-f]{64}$"))
    page.locator(".read-card").first.wait_for()
    return page


def test_the_text_stands_exactly_as_it_was_sent_and_is_copied_so(kept: Page) -> None:
    assert "".join(kept.locator(".read-text").all_text_contents()) == REPORT
    copied = kept.evaluate("""() => {
        const texts = [...document.querySelectorAll('.read-text')];
        getSelection().setBaseAndExtent(texts[0].firstChild, 0, texts.at(-1).firstChild, 12);
        const clipboardData = new DataTransfer();
        const event = new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true });
        document.querySelector('.read-body').dispatchEvent(event);
        return clipboardData.getData('text/plain');
    }""")
    assert len(copied) > len("TUNIS")
    assert REPORT.startswith(copied)


def test_a_report_is_read_kept_corrected_and_found_by_keys_alone(page: Page, written: Served) -> None:
    page.goto(written.with_token("/read"))
    expect(page).to_have_title("Read · casus")
    page.get_by_label("The report: plain text or HTML").focus()
    page.keyboard.insert_text(REPORT)
    for key in ("Tab", "Tab", "Enter"):
        page.keyboard.press(key)
    expect(page.get_by_text("Not kept.")).to_be_visible()
    page.get_by_role("button", name="Keep it").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/read/[0-9a-f]{64}$"))

    card = page.locator(".read-card", has_text="COERCE").first
    card.wait_for()
    opened = page.locator(".read-open")
    for _ in range(20):
        page.keyboard.press("j")
        opened.wait_for()
        if "COERCE" in opened.inner_text():
            break
    expect(opened).to_contain_text("Nabil Ammar")
    page.keyboard.press("c")
    page.get_by_label("When").fill("2024-03-01")
    page.get_by_label("Why?").fill("the wire told the day later")
    page.keyboard.press("Enter")
    expect(opened.locator(".read-state")).to_have_text("corrected")
    expect(opened).to_contain_text("1 March 2024")

    opened.get_by_role("link", name="On the timeline").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/timeline"))
    expect(page.get_by_role("table").last).to_contain_text("1 March 2024")

    page.go_back()
    expect(opened).to_contain_text("1 March 2024")
    page.keyboard.press("u")
    expect(opened.locator(".read-state")).to_have_count(0)


def test_what_is_right_is_accepted_what_is_not_is_rejected_and_both_are_undone(kept: Page) -> None:
    kept.keyboard.press("j")
    state = kept.locator(".read-open .read-state")
    kept.keyboard.press("a")
    expect(state).to_have_text("accepted")
    kept.keyboard.press("u")
    expect(state).to_have_count(0)
    kept.keyboard.press("x")
    kept.get_by_label("Why is it rejected?").wait_for()
    expect(kept.get_by_role("button", name="Reject", exact=True)).to_be_enabled()
    kept.keyboard.press("Enter")
    expect(state).to_have_text("rejected")
    kept.keyboard.press("u")
    expect(state).to_have_count(0)


def test_words_and_cards_lead_to_each_other(kept: Page) -> None:
    box = kept.evaluate("""() => {
        const text = [...document.querySelectorAll('.read-text')].find((one) => one.textContent.includes('had seized'));
        const range = document.createRange();
        const at = text.textContent.indexOf('seized');
        range.setStart(text.firstChild, at);
        range.setEnd(text.firstChild, at + 6);
        const { left, top, width, height } = range.getBoundingClientRect();
        return [left + width / 2, top + height / 2];
    }""")
    kept.mouse.move(*box)
    expect(kept.locator(".read-card.read-hovered")).to_contain_text("COERCE")
    kept.mouse.click(*box)
    expect(kept.locator(".read-open")).to_contain_text("COERCE")
    assert "view.claim=" in kept.url
    kept.mouse.click(*box)
    expect(kept.locator(".read-open")).not_to_contain_text("COERCE")
    assert kept.evaluate("CSS.highlights.get('read-chosen').size") >= 1
    kept.set_viewport_size({"width": 1280, "height": 300})
    kept.reload()
    expect(kept.locator(".read-open .read-card-line")).to_be_in_viewport()


def test_writing_asks_for_the_token_once(page: Page, served: Served) -> None:
    page.goto(f"{served.address}/read")
    page.locator(".read-kept a").first.click()
    page.locator(".read-card").first.wait_for()
    page.keyboard.press("j")
    page.keyboard.press("a")
    dialog = page.get_by_role("dialog", name="The token of this service")
    dialog.get_by_label("Token").fill("wrong")
    page.keyboard.press("Enter")
    expect(dialog.get_by_label("Token")).to_have_value("")
    dialog.get_by_label("Token").fill(TOKEN)
    page.keyboard.press("Enter")
    expect(page.locator(".read-open .read-state")).to_have_text("accepted")
    page.keyboard.press("u")
    expect(page.locator(".read-open .read-state")).to_have_count(0)


def test_the_token_leaves_the_address(page: Page, served: Served) -> None:
    page.goto(served.with_token("/read"))
    page.locator("h1").wait_for()
    assert TOKEN not in page.url


def test_a_file_is_read_and_a_hostile_one_stays_text(page: Page, served: Served, tmp_path: Path) -> None:
    page.goto(f"{served.address}/read")
    hostile = tmp_path / "hostile.txt"
    hostile.write_text("<img src=x onerror=alert(1)> Iran accused <script>alert(2)</script> Iraq on Monday.\n")
    page.set_input_files("input[type=file]", str(hostile))
    expect(page.get_by_text("Not kept.")).to_be_visible()
    assert page.locator(".read-body img, .read-body script").count() == 0
    page.get_by_role("button", name="Read another").click()
    page.set_input_files("input[type=file]", str(EXAMPLES / "10-pacific-visit.html"))
    expect(page.locator("h1")).to_contain_text("Fiji")


def test_a_reading_can_be_stopped_and_what_was_pasted_stays(page: Page, served: Served) -> None:
    page.goto(f"{served.address}/read")
    field = page.get_by_label("The report: plain text or HTML")
    field.fill((EXAMPLES / KEPT[0]).read_text() * 30)
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("button", name="Stop").click()
    expect(field).to_be_visible()
    assert len(field.input_value()) > 10_000


def test_a_report_that_is_not_there_says_so_and_leads_on(page: Page, served: Served) -> None:
    page.goto(f"{served.address}/read/ffff")
    expect(page.get_by_role("alert")).to_contain_text("no report begins so")
    page.get_by_role("link", name="Pick another").click()
    expect(page.locator("h1")).to_have_text("Read a report")


def test_on_a_narrow_screen_cards_stand_under_their_sentence(page: Page, served: Served) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{served.address}/read")
    page.locator(".read-kept a").first.click()
    row = page.locator(".read-row:has(.read-card)").first
    row.wait_for()
    text, cards = row.locator(".read-text").bounding_box(), row.locator(".read-card").first.bounding_box()
    assert text
    assert cards
    assert cards["y"] >= text["y"] + text["height"]


def test_the_start_shows_what_is_kept_and_leads_on(page: Page, served: Served) -> None:
    page.goto(served.address)
    expect(page.get_by_role("list", name="What is kept")).to_contain_text("events")
    page.get_by_role("combobox", name="Look up an actor").fill("anz")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/(agreement|actor)/"))
    page.go_back()
    page.get_by_role("link", name="What follows").last.click()
    expect(page).to_have_title(re.compile("casus"))
    assert "/follows" in page.url
