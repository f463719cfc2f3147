"""The user's browser, opened at the service with the token that lets it change the ledger."""

import tempfile
import threading
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path
from urllib.parse import quote

import click


def with_token(address: str, token: str) -> str:
    """An address that tells the page the token, in the part that a browser never sends."""
    return f"{address}#token={quote(token, safe='')}"


@contextmanager
def opening_in_browser(address: str) -> Iterator[None]:
    """Opens the user's browser at an address, which no other user of the machine may learn: other users see the arguments of
    commands, so that the browser gets a file that leads there, which only its owner reads and which is gone at the end."""
    with tempfile.TemporaryDirectory(prefix="casus-") as folder:  # made for its owner alone
        page = Path(folder) / "open.html"
        page.touch(0o600)
        page.write_text(
            f'<!DOCTYPE html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>casus</title>'
            f'<meta http-equiv="refresh" content="0;url={escape(address)}"><a href="{escape(address)}">casus</a>\n',
            "utf-8",
        )
        # On a thread: a browser in the terminal runs until it is left.
        opening = threading.Thread(target=_open, args=(page.as_uri(),), daemon=True)
        opening.start()
        yield


def _open(address: str) -> None:
    if not webbrowser.open(address):
        click.echo("casus: no browser could be opened; open the address above", err=True)
