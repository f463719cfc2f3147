"""A reader who has no mouse: goes from one thing to the next with Tab, and must see where they are."""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page

_SEEN = """(element) => {
  const within = element.matches("input[type=checkbox], input[type=radio], input[type=file]") ? element.parentElement : element;
  const marked = (one) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 1) || boxShadow !== "none";
  };
  const box = element.getBoundingClientRect();
  const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return [inside, marked(element) || marked(within)];
}"""


@dataclass(frozen=True)
class Keyboard:
    """The keys of a page."""

    page: Page

    def press(self, *keys: str) -> None:
        """Presses keys one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def to(self, target: Locator, *, key: str = "Tab", most: int = 80) -> None:
        """Goes on with Tab to a thing. It must come within so many steps, be in the window, and look focused."""
        target.wait_for()
        for _ in range(most):
            if target.evaluate("(element) => element === document.activeElement"):
                inside, marked = target.evaluate(_SEEN)
                assert inside, f"{target} is out of sight with the focus on it"
                assert marked, f"nothing shows that the focus is on {target}"
                return
            self.press(key)
        raise AssertionError(f"{key} does not lead to {target} in {most} steps")

    def type_in(self, target: Locator, text: str) -> None:
        """Goes to a field and writes into it."""
        self.to(target)
        self.press("ControlOrMeta+a")
        self.page.keyboard.insert_text(text)

    def pick(self, target: Locator, text: str, name: str) -> None:
        """Goes to a field of names, writes a part of one, and takes the one that is meant with the arrows."""
        self.type_in(target, text)
        option = self.page.get_by_role("option").filter(has_text=name).first
        option.wait_for()
        for _ in range(12):
            if option.get_attribute("aria-selected") == "true":
                self.press("Enter")
                return
            self.press("ArrowDown")
        raise AssertionError(f"the arrows do not lead to {name}")
