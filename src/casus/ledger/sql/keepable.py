"""What can be kept: texts and bodies that both databases and JSON take. Looked at before anything is written.

NUL stays in texts of reports, readings, quotes and bodies, which are kept as bytes or escaped. PostgreSQL takes it nowhere else,
so elsewhere it is refused on both databases.
"""

import hashlib
import math
import re
from collections.abc import Iterable, Iterator
from typing import Any

from casus.errors import LedgerError
from casus.ledger.contract import Change, KeptReading, KeptReport, Query, main_word
from casus.ledger.record import Draft, ReportSource

_HALF, _HALF_OR_NUL = re.compile("[\ud800-\udfff]"), re.compile("[\0\ud800-\udfff]")


def check_change(change: Change) -> None:
    """Raises LedgerError, which names the place, where something of a change can't be kept whatever the ledger holds."""
    if change.report is not None:
        check_report(change.report)
    if change.reading is not None:
        check_reading(change.reading)
    for number, draft in enumerate(change.drafts, 1):
        check_draft(draft, f"draft {number} of the change, {draft.kind}")


def check_report(report: KeptReport) -> None:
    """Raises LedgerError where a report has what can't be kept, or an id that is not that of its text."""
    name = f"report {report.id[:12]}"
    _refuse(name, fault("text", report.text))
    for field in ("id", "title", "publisher", "url", "basis", "outlet", "keys"):
        _refuse(name, fault(field, getattr(report, field), plain=True))
    if hashlib.sha256(report.text.encode()).hexdigest() != report.id:
        raise LedgerError(f"{name}: its id is not the SHA-256 of its text")


def check_reading(reading: KeptReading) -> None:
    """Raises LedgerError where a reading has what can't be kept."""
    name = f"reading of report {reading.report[:12]}"
    _refuse(name, fault("body", reading.body) or fault("extractor", reading.extractor, plain=True))


def check_draft(draft: Draft, name: str) -> None:
    """Raises LedgerError where a draft has what can't be kept. `name` says which one it is."""
    columns = _in_columns(draft)
    try:
        draft.id  # noqa: B018 - made here and kept: what is no JSON, or no text, has none
    except (TypeError, ValueError, RecursionError) as error:
        said = [*columns, ("quotes", _quoted(draft)), ("body", draft.body), ("confidence", draft.confidence)]
        _refuse(name, _first_fault(said) or f"it can't be kept ({error})")
    modality = draft.body.get("modality")
    if modality is not None and not isinstance(modality, str):
        _refuse(name, "body.modality is no text")
    if "|" in "".join([part.role for part in draft.parts]):
        _refuse(name, "a part's role has '|', which stands between roles in a row")
    if "\0" in "".join([text or "" for _, text in columns]):
        _refuse(name, _first_fault(columns, plain=True))


def check_query(query: Query) -> None:
    """Raises LedgerError where texts are asked for that no ledger can have."""
    wanted = [[one.entity, *one.roles, *one.others] for one in query.entities]
    check_asked([*wanted, query.types, query.modalities, query.facts, query.report, query.topic])


def check_asked(texts: object) -> None:
    """As `check_query`, of texts and lists of them."""
    if found := fault("what is asked for", texts, plain=True):
        raise LedgerError(f"{found}: no ledger has that")


def _refuse(name: str, fault: str | None) -> None:
    if fault:
        raise LedgerError(f"{name}: {fault}; mend it and keep it again")


def _in_columns(draft: Draft) -> list[tuple[str, Any]]:
    """The texts of a draft that stand in columns as they are, and where it has them."""
    source = draft.source
    return [
        ("extractor", draft.extractor), ("topic", draft.topic), ("why", draft.why),
        ("the main word of the body", main_word(draft)), ("body.modality", draft.body.get("modality")),
        *[("a part", part.role) for part in draft.parts], *[("a part", part.entity) for part in draft.parts],
        *([] if isinstance(source, ReportSource) else [("the citation's key", source.key), ("the citation", source.cites)]),
    ]  # fmt: skip


def _quoted(draft: Draft) -> list[str]:
    return [quote.words for quote in draft.source.quotes] if isinstance(draft.source, ReportSource) else []


def _first_fault(values: Iterable[tuple[str, object]], *, plain: bool = False) -> str | None:
    return next(filter(None, (fault(place, value, plain=plain) for place, value in values)), None)


def fault(place: str, value: object, *, plain: bool = False) -> str | None:
    """What keeps a value from being JSON in UTF-8 and its place in it, `plain`: or from being without NUL. None: nothing does."""
    try:
        return next(_faults(place, value, _HALF_OR_NUL if plain else _HALF), None)
    except RecursionError:
        return f"{place} is nested too deeply"


def _faults(place: str, value: object, wrong: re.Pattern[str]) -> Iterator[str]:
    if isinstance(value, str):
        if ("\0" in value or not value.isascii()) and (found := wrong.search(value)):
            what = "half a character" if ord(found[0]) else "NUL"
            yield f"{place} has {what} (U+{ord(found[0]):04X}) as character {found.start()}"
    elif isinstance(value, float):
        if not math.isfinite(value):
            yield f"{place} is {value}, which is no number"
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _faults(f"a key of {place}", key, wrong)
            yield from _faults(f"{place}.{key}", one, wrong)
    elif isinstance(value, list | tuple):
        for number, one in enumerate(value):
            yield from _faults(f"{place}[{number}]", one, wrong)
    elif value is not None and not isinstance(value, int):
        yield f"{place} is a {type(value).__name__}, which JSON does not have"
