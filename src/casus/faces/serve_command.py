"""`casus serve`: the ledger as a service on this machine."""

import os
import secrets
import socket
from contextlib import closing, nullcontext
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING

import click

from casus.errors import CasusError, LedgerError
from casus.faces.options import failing, in_ledger, opened

if TYPE_CHECKING:
    from casus.ledger.ledger import Ledger

_LEAST_TOKEN = 16
"""Characters of the shortest token that is taken from a file."""


@click.command(short_help="Serve the ledger to programs and browsers on this machine.")
@click.option("--host", metavar="ADDRESS", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port", metavar="NUMBER", type=click.IntRange(0, 65535), default=8321, show_default=True, help="The port; 0: any free one."
)
@click.option(
    "--token-file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Holds the token that writing needs; made where missing.",
)
@click.option(
    "--fetch", is_flag=True, help="Fetch reports by the address of their page. Only pages of the public internet are fetched."
)
@click.option("--open", "in_browser", is_flag=True, help="Open it in your browser, which may then change the ledger.")
@in_ledger
def serve(*, host: str, port: int, token_file: Path | None, fetch: bool, in_browser: bool, ledger: str | None) -> int:
    """Serve the ledger over HTTP until interrupted: pages for people; for programs what the other commands answer, under /api/v1,
    described at /api/v1/docs.

    Only this machine can reach it unless --host says otherwise; then everything needs the token of --token-file. What changes the
    ledger needs the token always: that of the file, or one that is made for this run and shown.
    """
    from casus.faces.browser import opening_in_browser, with_token

    if not _is_own(host) and token_file is None:
        raise click.UsageError(f"--host {host} lets other machines in: give --token-file FILE, too.")
    try:
        token = token_of(token_file) if token_file else secrets.token_urlsafe()
        with closing(_listening(host, port)) as listening, opened(ledger, create=True) as kept:
            address = f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}/"
            shown = address if token_file else with_token(address, token)
            click.echo(f"casus serves at {shown} and for programs at {address}api/v1/docs (Ctrl-C ends it)", err=True)
            if token_file is None:
                click.echo(f"token of this run, needed to change the ledger: {token}", err=True)
            with opening_in_browser(with_token(address, token)) if in_browser else nullcontext():
                _serve(kept, listening, host, token, fetch=fetch)
    except CasusError as error:
        return failing(error)
    return 0


def token_of(path: Path) -> str:
    """The token in a file, which is made, readable to its owner only, where it is missing.

    Raises LedgerError where it can't be made or read, holds no token, or others may read it.
    """
    try:
        try:
            made = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            pass
        else:
            with os.fdopen(made, "w", encoding="ascii") as file:
                file.write(f"{secrets.token_urlsafe()}\n")
        token = path.read_text("ascii").strip()
        if os.name == "posix" and path.stat().st_mode & 0o077:
            raise LedgerError(f"{path}: others may read the token; `chmod 600` the file")
    except UnicodeDecodeError as error:
        raise LedgerError(f"{path}: holds no token; name a new file and one is made") from error
    except OSError as error:
        raise LedgerError(f"{path}: the token can't be kept there ({error.strerror})") from error
    if len(token) < _LEAST_TOKEN or not token.isprintable() or " " in token:
        raise LedgerError(f"{path}: holds no token of {_LEAST_TOKEN} characters or more; name a new file and one is made")
    return token


def _is_own(host: str) -> bool:
    """Whether only this machine can reach an address."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens. Raises LedgerError where the address can't be had."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        made = socket.socket(family, kind, protocol)
        try:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            made.bind(address)
            made.listen(2048)
        except OSError:
            made.close()
            raise
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise LedgerError(f"{host}:{port}: can't listen there ({reason}); choose another with --host and --port") from error
    return made


def _serve(kept: "Ledger", listening: socket.socket, host: str, token: str, *, fetch: bool) -> None:
    import uvicorn

    from casus.faces.service import fetching
    from casus.faces.service.app import application
    from casus.faces.service.guard import Rules
    from casus.faces.service.limits import Limits
    from casus.faces.service.workers import Workers

    limits = Limits()
    rules = Rules(host=host, token=token, open_to_others=not _is_own(host), sending=limits.sending)
    with closing(Workers(limits, fetching.fetch if fetch else None)) as workers:
        config = uvicorn.Config(
            application(kept, workers, rules), log_level="warning", access_log=False, server_header=False, proxy_headers=False,
            timeout_graceful_shutdown=5,
        )  # fmt: skip
        uvicorn.Server(config).run(sockets=[listening])
