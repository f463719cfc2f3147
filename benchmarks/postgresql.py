"""A PostgreSQL server for tests and benchmarks: Debian's binaries, a temporary folder, reachable through a socket in it only."""

import itertools
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

OWNERS = ("postgres", "nobody")
"""Whose the server is where root starts it, which PostgreSQL refuses to run as: the first one that the machine has."""

MISSING = "PostgreSQL's server is not installed (tests/install-debian, or: apt-get install postgresql)"

QUICK: Mapping[str, str] = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}
"""Settings for tests that need no safety against a machine that fails. Whoever kills a process loses nothing by them."""

_PATIENCE = 30.0


def binaries() -> Path | None:
    """The folder of `initdb` and `postgres`, the newest of those installed; None where there is none."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]), reverse=True)
    if debian:
        return debian[0].parent
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


class Server:
    """A running server. As a context manager, it stops at the end and its folder is removed.

    `settings` are those of postgresql.conf; without any it syncs every commit to the disk, as a server does by default.
    Raises RuntimeError where it is not installed or does not start.
    """

    def __init__(self, settings: Mapping[str, str] | None = None) -> None:
        found = binaries()
        if found is None:
            raise RuntimeError(MISSING)
        self._binaries = found
        self._owner = _owner()
        self._names = itertools.count(1)
        self.folder = Path(tempfile.mkdtemp(prefix="casus-postgresql-"))
        if self._owner:
            shutil.chown(self.folder, self._owner)
        self._settings = {"listen_addresses": "", "unix_socket_directories": str(self.folder), **(settings or {})}
        self._as_owner(["initdb", "-D", "data", "-U", "casus", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"])
        self._process = self._started()

    def database(self, template: str = "template0") -> str:
        """The URL of a database of its own, made like the template (a database's name)."""
        name = f"ledger_{next(self._names)}"
        self.run(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self.url(name)

    def url(self, name: str) -> str:
        """The URL of a database by its name."""
        return f"postgresql://casus@/{name}?host={self.folder}"

    def drop(self, url: str) -> None:
        """Removes a database by its URL, also where it is connected to."""
        self.run(f'DROP DATABASE IF EXISTS "{url.split("/")[3].split("?")[0]}" WITH (FORCE)')

    def run(self, statement: str) -> None:
        """Runs a statement outside any transaction."""
        import psycopg

        with psycopg.connect(f"user=casus dbname=postgres host={self.folder}", autocommit=True) as connection:
            connection.execute(statement.encode())

    def run_in(self, url: str, statement: str) -> None:
        """Runs a statement in a database."""
        import psycopg

        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(statement.encode())

    def crash(self) -> None:
        """Stops it at once and without tidying up, and starts it again, so that it recovers from its log."""
        self._process.send_signal(signal.SIGQUIT)
        self._process.wait(_PATIENCE)
        self._process = self._started()

    def close(self) -> None:
        """Stops it and removes its folder."""
        self._process.send_signal(signal.SIGINT)
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.send_signal(signal.SIGQUIT)
            self._process.wait(_PATIENCE)
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _started(self) -> "subprocess.Popen[bytes]":
        given = [part for name, value in self._settings.items() for part in ("-c", f"{name}={value}")]
        with (self.folder / "log").open("ab") as log:
            process = subprocess.Popen(
                [self._binaries / "postgres", "-D", "data", *given],
                cwd=self.folder, user=self._owner, group=_group(self._owner), extra_groups=[] if self._owner else None,
                stdout=log, stderr=log, stdin=subprocess.DEVNULL, env=os.environ | {"LC_ALL": "C"},
            )  # fmt: skip
        until = time.monotonic() + _PATIENCE
        while process.poll() is None and time.monotonic() < until:
            if self._answers():
                return process
            time.sleep(0.05)
        process.kill()
        raise RuntimeError(f"PostgreSQL did not start: {(self.folder / 'log').read_text(errors='replace')[-2000:]}")

    def _answers(self) -> bool:
        asked = [str(self._binaries / "pg_isready"), "-q", "-h", str(self.folder), "-U", "casus", "-d", "postgres"]
        return subprocess.run(asked, check=False).returncode == 0

    def _as_owner(self, command: Sequence[str]) -> None:
        done = subprocess.run(
            [self._binaries / command[0], *command[1:]],
            cwd=self.folder, user=self._owner, group=_group(self._owner), extra_groups=[] if self._owner else None,
            capture_output=True, text=True, check=False, env=os.environ | {"LC_ALL": "C"},
        )  # fmt: skip
        if done.returncode:
            raise RuntimeError(f"{command[0]} failed: {done.stderr.strip()}")


def _owner() -> str | None:
    """Who is to own the server: None for whoever runs this."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in OWNERS if name in known)


def _group(owner: str | None) -> int | None:
    return pwd.getpwnam(owner).pw_gid if owner else None
