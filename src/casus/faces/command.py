"""The command line: `casus read`. What it needs is imported when it runs, so that `casus --help` answers at once."""

import gc
import os
import sys
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import click

from casus.errors import CasusError, InternalError
from casus.faces.text import clean
from casus.faces.world_command import world
from casus.version import __version__

if TYPE_CHECKING:
    from casus.reading.model import Reading
    from casus.sources.report import Report

STANDARD_INPUT = "-"
_AT_ONCE = 8
"""So many files are read together: enough to fill the encoder's batches, few enough to answer soon."""

_INTERRUPTED = 130
_PIPE_CLOSED = 141


@dataclass(frozen=True, slots=True)
class _Known:
    """What the caller knows about the reports."""

    published: datetime | None
    publisher: str | None
    title: str | None


def main() -> None:
    """Run the command with the process's arguments and exit: 0 done, 1 some file failed, 2 wrong usage, 130 interrupted."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        status = casus.main(prog_name="casus", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        status = _INTERRUPTED
    except Exception as error:  # whatever showing trips over: people get a line, not a traceback
        _tell(InternalError.of("what was read could not be shown", error))
        status = 1
    sys.exit(status if isinstance(status, int) else 0)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="casus", message="%(prog)s %(version)s")
def casus() -> None:
    """Read reports of world politics: who said, did, promised, threatened or denied what, on whose word."""


@casus.command(short_help="Read reports and show what they tell.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="One Reading a line as JSON, for programs.")
@click.option("--table", "as_table", is_flag=True, help="The claims as a table; tab-separated where the output is no terminal.")
@click.option(
    "--published", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The day (YYYY-MM-DD) that you know they came out on."
)
@click.option("--publisher", metavar="NAME", help="Who published them.")
@click.option("--title", metavar="TEXT", help="The title; for one FILE.")
def read(
    files: tuple[str, ...],
    *,
    as_json: bool,
    as_table: bool,
    published: datetime | None,
    publisher: str | None,
    title: str | None,
) -> int:
    """Read reports and show what they tell; nothing is kept.

    FILE is plain text or HTML, "-" is standard input. A file that can't be read is named on standard error and the others are
    still read. Exit status: 0 all were read, 1 some could not be read, 2 wrong usage.
    """
    if as_json and as_table:
        raise click.UsageError("--json and --table exclude each other.")
    if title is not None and len(files) > 1:
        raise click.UsageError("--title is for one FILE.")
    if files.count(STANDARD_INPUT) > 1:
        raise click.UsageError('"-" can be named once only.')
    readings = _Readings(files, _Known(published, publisher, title))
    try:
        _show(readings, as_json=as_json, as_table=as_table, many=len(files) > 1)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the flush at exit complains
        return _PIPE_CLOSED
    return 1 if readings.failed else 0


def _show(readings: Iterable[tuple[str, "Reading"]], *, as_json: bool, as_table: bool, many: bool) -> None:
    if as_json:
        from casus.reading.contract import dumps

        for _, reading in readings:
            print(dumps(reading), flush=True)
    elif as_table and not sys.stdout.isatty():
        from casus.faces import tab_separated

        tab_separated.write(readings, sys.stdout)
    else:
        from casus.faces import page, screen, table

        screen.show_all(readings, table.show if as_table else page.show, sys.stdout, named=many)


casus.add_command(world)


class _Readings:
    """The readings of some files with their names, in order. Files that can't be read are told on standard error and counted."""

    def __init__(self, files: tuple[str, ...], known: _Known) -> None:
        self.files = files
        self.known = known
        self.failed = 0

    def __iter__(self) -> Iterator[tuple[str, "Reading"]]:
        gc.disable()  # what is loaded for the first files stays: looking for garbage in it costs an eighth of the first answer
        with _progress(len(self.files)) as progress:
            for first in range(0, len(self.files), _AT_ONCE):
                names = self.files[first : first + _AT_ONCE]
                yield from self._read(names)
                progress.update(len(names))
                if not first:
                    gc.freeze()
                    gc.enable()

    def _read(self, names: tuple[str, ...]) -> Iterator[tuple[str, "Reading"]]:
        reports: list[tuple[str, Report]] = []
        for name in names:
            try:
                reports.append((name, self._open(name)))
            except CasusError as error:
                self._fail(error)
            except Exception as error:  # a page that a parser trips over: the other files must still be read
                self._fail(InternalError.of(f"{name}: could not be read", error))
        if not reports:
            return
        from casus.reading.each import read_each

        try:
            readings = read_each(reports)
        except CasusError as error:
            self._fail(error, len(reports))
            return
        for (name, _), reading in zip(reports, readings, strict=True):
            if isinstance(reading, InternalError):
                self._fail(reading)
            else:
                yield name, reading

    def _open(self, name: str) -> "Report":
        from casus.sources.open import open_report

        published = self.known.published.date() if self.known.published else None
        return open_report(name, published=published, publisher=self.known.publisher, title=self.known.title)

    def _fail(self, error: CasusError, files: int = 1) -> None:
        self.failed += files
        _tell(error)


def _tell(error: CasusError) -> None:
    """An error in one line; with CASUS_DEBUG=1 the traceback of what it is due to before it."""
    if os.environ.get("CASUS_DEBUG") == "1" and error.__cause__:
        click.echo("".join(traceback.format_exception(error.__cause__)), err=True, nl=False)
    click.echo(f"casus: {clean(str(error))}", err=True)


class _Silent:
    """A progress bar that shows nothing."""

    def __enter__(self) -> "_Silent":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def update(self, n_steps: int) -> None:
        """Take no notice of `n_steps` more files."""


def _progress(files: int) -> "click._termui_impl.ProgressBar[int] | _Silent":
    """A bar on standard error, where a person waits there and sees nothing else."""
    if files > _AT_ONCE and sys.stderr.isatty() and not sys.stdout.isatty():
        return click.progressbar(length=files, file=sys.stderr, label="reading")
    return _Silent()
