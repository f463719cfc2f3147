"""What a kind of source gives before it becomes a report."""

from dataclasses import dataclass

from casus.sources.report import Stamp, Warning


@dataclass(frozen=True, slots=True)
class Found:
    """The canonical text, and what the carrier says about it."""

    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    stamps: tuple[Stamp, ...] = ()
    warnings: tuple[Warning, ...] = ()
