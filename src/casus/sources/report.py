"""A report: one text as it was given, addressable by character, never rewritten."""

import hashlib
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Span = tuple[int, int]
"""[start, end) in characters (Unicode code points) of `Report.text`."""

StampOrigin = Literal["header", "dateline", "metadata", "feed", "archive", "given"]


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date that the report or its carrier claims for itself. Evidence, not truth.

    `detail` says where it was found in words ("meta article:published_time", "URL", "dateline"); `span` is its place in
    the text, None where it comes from outside the text.
    """

    origin: StampOrigin
    value: date
    span: Span | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Warning:
    """What the reader doubts or could not read. `code` is stable and machine-readable ("stamp-contradicted")."""

    code: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One text with what it and its carrier say about it.

    `furniture` lists spans of `text` that tell nothing (header noise, datelines, bylines, "(AFP) -"): they belong to no
    sentence. `headline` is the title's place in the text, where the text holds it. `dateline_place` is the dateline's town
    as written ("MOSCOW"), `dateline_day` its month and day, also where it gives no year and so makes no stamp. Spans are
    sorted and do not overlap.
    """

    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    stamps: tuple[Stamp, ...] = ()
    furniture: tuple[Span, ...] = ()
    headline: Span | None = None
    dateline_place: str | None = None
    dateline_day: tuple[int, int] | None = None
    warnings: tuple[Warning, ...] = ()
    id: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest())
