"""Times in a few words of text, read against a written date."""

import re
from datetime import date

from casus.reading.document import Document
from casus.reading.model import Time, Written
from casus.reading.parse import Sentence
from casus.reading.times import find, resolve
from casus.sources.report import Report

WEDNESDAY = date(2024, 6, 19)


def times_in(text: str, written: date | None = WEDNESDAY, last: date | None = None) -> list[tuple[str, Time]]:
    """Every time in a text whose sentences stand on lines of their own, with its words."""
    spans = [match.span() for match in re.finditer(r"[^\n]+", text)]
    document = Document(Report(text), tuple(Sentence(index, span, ()) for index, span in enumerate(spans)))
    known = Written(written, last or written, "given") if written else None
    return [(text[slice(*time.span)], time) for time in resolve(find(text, spans), known, document)]


def values(text: str, written: date | None = WEDNESDAY) -> list[str | None]:
    """The TIMEX3 values of the times in a text."""
    return [time.value for _, time in times_in(text, written)]
