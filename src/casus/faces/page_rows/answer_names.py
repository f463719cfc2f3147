"""The names of what an answer and its question hold as ids or codes, also deep in the proofs."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from casus.errors import LedgerError
from casus.ledger.ledger import Ledger

_HOLDS = frozenset({
    "state", "states", "attacked", "attacker", "by", "holder", "target", "from", "to", "toward", "bound", "attackers",
    "both_sides", "agreement", "regime", "gone", "measure", "topic", "things",
})  # fmt: skip
"""The fields whose values are ids, or codes of states."""

_CODE = re.compile(r"[A-Z]{3}")
_ID = re.compile(r"(?:state|country|cow|gw|org|group|bloc|person|agreement|regime):\S+")
_REPORT = re.compile(r"[0-9a-f]{64}")


def names_in(kept: Ledger, items: Iterable[Mapping[str, Any]], asked: Iterable[str]) -> dict[str, str]:
    """The names of the states, agreements and regimes that lines and the values of a question name, and of reports their titles.

    States stand under "state:RUS", however a line writes them. What has no name is left out.
    """
    ids: set[str] = set()
    reports: dict[str, str | None] = {}
    for item in items:
        _collect(item, ids, reports)
    for value in asked:
        for word in value.split():
            ids.update(_ids(word.strip("\"'")))
    found = {one: name for one in sorted(ids) if (name := kept.names.name(one)) != one}
    return found | {report: title for report in sorted(reports) if (title := reports[report] or _title(kept, report))}


def _collect(value: Any, ids: set[str], reports: dict[str, str | None]) -> None:  # noqa: ANN401 - a value of JSON
    """Add the ids of a value, and the reports with the names that lines give them already."""
    if isinstance(value, list):
        for part in value:
            _collect(part, ids, reports)
    elif isinstance(value, Mapping):
        for key, part in value.items():
            if key == "report" and isinstance(part, str) and _REPORT.fullmatch(part):
                reports[part] = reports.get(part) or value.get("report_name")
            elif key in _HOLDS:
                for one in part if isinstance(part, list) else [part]:
                    if isinstance(one, str):
                        ids.update(_ids(one))
            _collect(part, ids, reports)


def _ids(word: str) -> Iterator[str]:
    """The ids that a word stands for: those of "POL", "agreement:anzus", "party:anzus:NZL" or "measure:un-prk:arms"."""
    kind, _, rest = word.partition(":")
    if _CODE.fullmatch(word):
        yield f"state:{word}"
    elif _ID.fullmatch(word):
        yield word
    elif kind == "party" and _CODE.fullmatch(rest.rpartition(":")[2]):
        yield f"state:{rest.rpartition(':')[2]}"
    elif kind == "measure" and rest:
        yield f"regime:{rest.partition(':')[0]}"


def _title(kept: Ledger, report: str) -> str | None:
    try:
        told = kept.store.report(report)
    except LedgerError:
        return None
    return told.title or told.publisher
