"""What must never happen in a page: a fault of a script, something that its policy forbids, a request to another host."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Route

_ELSEWHERE = re.compile(r"^(?!http://127\.0\.0\.1:|data:|blob:)")
_ANSWERED = re.compile(r"Failed to load resource: the server responded with a status of 4\d\d")
"""The browser says this of every answer that is a problem, as of a wrong token or an id that nobody has; the page shows it."""

_POLICY = """addEventListener("securitypolicyviolation", (event) => {
  console.error(`the policy forbids ${event.violatedDirective} from ${event.blockedURI}`);
});"""


@contextmanager
def watched(context: BrowserContext) -> Iterator[list[str]]:
    """The faults so far. Raises AssertionError at the end where in any page of a browser something happened that must not."""
    faults: list[str] = []

    def told(message: ConsoleMessage) -> None:
        if message.type == "error" and not _ANSWERED.match(message.text):
            faults.append(message.text)

    def asked(route: Route) -> None:
        faults.append(f"asks {route.request.url}")
        route.abort()

    def opened(dialog: Dialog) -> None:
        faults.append(f"opens a dialog: {dialog.message}")
        dialog.dismiss()

    context.on("console", told)
    context.on("weberror", lambda error: faults.append(str(error.error)))
    context.on("dialog", opened)
    context.route(_ELSEWHERE, asked)
    context.add_init_script(_POLICY)
    yield faults
    assert not faults, "; ".join(faults)
