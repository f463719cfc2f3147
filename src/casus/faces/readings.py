"""Files read one after the other for a command: faults told on standard error, progress to a person who waits."""

import gc
import os
import sys
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import click

from casus.errors import CasusError, InternalError
from casus.faces.text import clean

if TYPE_CHECKING:
    from casus.reading.model import Reading
    from casus.sources.report import Report

STANDARD_INPUT = "-"
_AT_ONCE = 8
"""So many files are read together: enough to fill the encoder's batches, few enough to answer soon."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the caller knows about the reports."""

    published: datetime | None
    publisher: str | None
    title: str | None


class Readings:
    """The readings of some files with their names, in order. Files that can't be read are told on standard error and counted."""

    def __init__(self, files: tuple[str, ...], known: Known) -> None:
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
        tell(error)


def tell(error: CasusError) -> None:
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
