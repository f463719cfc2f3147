"""An analyst's work from a pasted report to what follows from it, as they see it: with the mouse, and by the keyboard alone."""

import re

from faces.pages.conftest import EXAMPLES, Served
from faces.pages.keyboard import Keyboard
from playwright.sync_api import Locator, Page, expect

REPORT = (EXAMPLES / "14-reposted-treaty.txt").read_text()
TITLE = "Iranian leader says in Moscow"
PASTE = "The report: plain text or HTML"


def card(page: Page, *words: str) -> Locator:
    """The line of the claim whose card has these words."""
    cards = page.get_by_role("main").get_by_role("listitem").get_by_role("button")
    for one in words:
        cards = cards.filter(has_text=one)
    return cards.first


def test_a_report_from_the_paste_to_what_follows(page: Page, written: Served) -> None:
    main = page.get_by_role("main")
    page.goto(written.with_token())
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Read").click()

    # Paste it: its claims stand beside their words, and the stamp that is wrong is called so.
    page.get_by_role("textbox", name=PASTE).fill(REPORT)
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(TITLE)
    expect(main).to_contain_text("Written 17 January 2025")
    expect(main).to_contain_text("its head says 2 September 2025, which is not believed")
    expect(card(page, "provision: non-assistance")).to_contain_text("said by Vladimir Putin")
    expect(card(page, "to refuse any help")).to_be_visible()
    expect(main).to_contain_text("Not kept.")

    # Keep it.
    page.get_by_role("button", name="Keep it").click()
    page.wait_for_url(re.compile(r"/read/[0-9a-f]{64}$"))
    expect(main).not_to_contain_text("Not kept.")

    # Correct one claim: the treaty with North Korea was concluded on a day that the report does not give.
    card(page, "AGREE", "concluded with North Korea last June").click()
    page.get_by_role("button", name="Correct c").click()
    form = page.get_by_role("form", name="Correct the claim")
    expect(form.get_by_role("textbox", name="When")).to_have_value("2024-06")
    form.get_by_role("textbox", name="When").fill("2024-06-19")
    form.get_by_role("textbox", name="Why?").fill("the day of the signing in Pyongyang")
    form.get_by_role("button", name=re.compile("^Correct")).click()
    expect(card(page, "AGREE", "concluded with North Korea last June")).to_contain_text("corrected")
    expect(main).to_contain_text("19 June 2024")

    # Find it in the timeline, and from there again in the report.
    page.get_by_role("link", name="On the timeline").click()
    row = page.get_by_role("row", name=re.compile("^19 June 2024.*North Korea"))
    row.get_by_role("button").click()
    details = page.get_by_role("complementary", name="The chosen mark")
    expect(details).to_contain_text("concluded with North Korea last June")
    details.get_by_role("link", name="Read it in the report").click()
    expect(card(page, "AGREE", "concluded with North Korea last June")).to_have_attribute("aria-expanded", "true")

    # Ask who owes what: the treaty forbids Russia to help whoever attacks Iran.
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="What follows").click()
    for field, typed, name in (("Who is attacked", "iran", "Iran"), ("By whom", "united sta", "United States")):
        page.get_by_role("combobox", name=field).fill(typed)
        page.get_by_role("option").filter(has_text=name).first.click()
        expect(page.get_by_role("combobox", name=field)).to_have_value(name)
    duty = page.get_by_role("row").filter(has_text="may not").filter(has_text="Russia")
    expect(duty).to_contain_text("art. 3(3)")
    duty.get_by_role("button", name=re.compile("^Why")).click()
    expect(main).to_contain_text("Treaty on Comprehensive Strategic Partnership between Russia and Iran")

    # Suppose that the treaty ends: the duty is lost. Nothing is kept, and undo takes it back.
    page.get_by_role("navigation", name="Questions").get_by_role("link", name="What if").click()
    builder = page.get_by_role("form", name="Suppose something")
    for field, typed, name in (("Who attacks", "united sta", "United States"), ("Who is attacked", "iran", "Iran")):
        builder.get_by_role("combobox", name=field).fill(typed)
        page.get_by_role("option").filter(has_text=name).first.click()
    builder.get_by_role("button", name="Suppose it").click()
    banner = page.get_by_role("status").filter(has_text="Nothing is kept.")
    expect(banner).to_contain_text("Supposed:")
    builder.get_by_role("combobox", name="Suppose").select_option("An agreement ends")
    builder.get_by_role("combobox", name="Agreement").fill("strategic partnership between russia and iran")
    page.get_by_role("listbox").get_by_role("option").first.click()
    builder.get_by_role("button", name="Suppose it").click()
    lost = page.get_by_role("row").filter(has_text="Russia").filter(has_text="may not")
    expect(lost.first).to_contain_text("gone")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("listitem").get_by_role("checkbox")).to_have_count(1)
    page.get_by_role("button", name="Undo").click()
    expect(banner).to_have_count(0)

    # Undo the correction, where it was made.
    page.goto(f"{written.address}/read")
    page.get_by_role("link", name=re.compile(TITLE)).click()
    card(page, "AGREE", "concluded with North Korea last June").click()
    page.get_by_role("button", name="Undo u").click()
    expect(card(page, "AGREE", "concluded with North Korea last June")).not_to_contain_text("corrected")
    expect(main).to_contain_text("June 2024")


def test_the_same_by_the_keyboard_alone(page: Page, written: Served) -> None:
    keys, main = Keyboard(page), page.get_by_role("main")
    page.goto(written.with_token())
    keys.to(page.get_by_role("navigation", name="Pages").get_by_role("link", name="Read"))
    keys.press("Enter")

    keys.type_in(page.get_by_role("textbox", name=PASTE), REPORT)
    keys.to(page.get_by_role("button", name="Read it"))
    keys.press("Enter")
    keys.to(page.get_by_role("button", name="Keep it"))
    keys.press("Enter")
    page.wait_for_url(re.compile(r"/read/[0-9a-f]{64}$"))

    # The help lists the keys, and gives the focus back.
    card(page, "AGREE", "concluded with North Korea last June").wait_for()
    keys.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("correct the claim")
    keys.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)

    # j and k go through the claims; a accepts, x rejects, u undoes, c corrects.
    opened = page.get_by_role("listitem").filter(has=page.get_by_role("button", expanded=True)).last
    for _ in range(40):
        keys.press("j")
        opened.wait_for()
        if "concluded with North Korea last June" in opened.inner_text():
            break
    keys.press("k")
    expect(opened).not_to_contain_text("concluded with North Korea last June")
    keys.press("j")
    expect(opened).to_contain_text("AGREE")
    keys.press("a")
    expect(opened).to_contain_text("accepted")
    keys.press("u")
    expect(opened).not_to_contain_text("accepted")
    keys.press("x")
    expect(page.get_by_role("textbox", name="Why is it rejected?")).to_be_focused()
    expect(page.get_by_role("button", name="Reject", exact=True)).to_be_enabled()
    keys.press("Enter")
    expect(opened).to_contain_text("rejected")
    keys.press("u")
    expect(opened).not_to_contain_text("rejected")
    keys.press("c")
    form = page.get_by_role("form", name="Correct the claim")
    keys.type_in(form.get_by_role("textbox", name="When"), "2024-06-19")
    keys.type_in(form.get_by_role("textbox", name="Why?"), "the day of the signing")
    keys.press("Enter")
    expect(opened).to_contain_text("corrected")
    expect(opened).to_contain_text("19 June 2024")

    # The timeline: by the table, and by the arrows.
    keys.to(page.get_by_role("link", name="On the timeline"))
    keys.press("Enter")
    row = page.get_by_role("row", name=re.compile("^19 June 2024.*North Korea"))
    row.wait_for()
    details = page.get_by_role("complementary", name="The chosen mark")
    keys.press("ArrowRight")
    expect(details).to_contain_text("concluded with North Korea last June")
    keys.press("Escape")
    expect(details).to_have_count(0)
    keys.to(row.get_by_role("button"))
    keys.press("Enter")
    expect(details).to_be_visible()

    # Who owes what, and why.
    keys.to(page.get_by_role("navigation", name="Pages").get_by_role("link", name="What follows"))
    keys.press("Enter")
    keys.pick(page.get_by_role("combobox", name="Who is attacked"), "iran", "Iran")
    keys.pick(page.get_by_role("combobox", name="By whom"), "united sta", "United States")
    duty = page.get_by_role("row").filter(has_text="may not").filter(has_text="Russia")
    keys.to(duty.get_by_role("button", name=re.compile("^Why")))
    keys.press("Enter")
    expect(main).to_contain_text("art. 3(3)")

    # What if, and undo with u.
    keys.to(page.get_by_role("navigation", name="Questions").get_by_role("link", name="What if"), key="Shift+Tab")
    keys.press("Enter")
    builder = page.get_by_role("form", name="Suppose something")
    keys.pick(builder.get_by_role("combobox", name="Who attacks"), "united sta", "United States")
    keys.pick(builder.get_by_role("combobox", name="Who is attacked"), "iran", "Iran")
    keys.to(builder.get_by_role("button", name="Suppose it"))
    keys.press("Enter")
    banner = page.get_by_role("status").filter(has_text="Nothing is kept.")
    expect(banner).to_contain_text("Supposed:")
    expect(page.get_by_role("row").filter(has_text="may not").filter(has_text="Russia").first).to_be_visible()
    keys.to(page.get_by_role("button", name="Undo"))
    keys.press("Enter")
    expect(banner).to_have_count(0)

    # Back in the report, undo the correction.
    keys.to(page.get_by_role("navigation", name="Pages").get_by_role("link", name="Read"), key="Shift+Tab")
    keys.press("Enter")
    keys.to(page.get_by_role("link", name=re.compile(TITLE)))
    keys.press("Enter")
    keys.to(card(page, "AGREE", "concluded with North Korea last June"))
    keys.press("Enter", "u")
    expect(card(page, "AGREE", "concluded with North Korea last June")).not_to_contain_text("corrected")
