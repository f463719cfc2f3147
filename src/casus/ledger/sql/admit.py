"""Which drafts of a change are new, and whether they may be written: their quotes, what they supersede, their topics."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice

from sqlalchemy import Connection, bindparam, false, select

from casus.errors import LedgerError, QuoteError, StaleError, TopicError
from casus.ledger.contract import Change
from casus.ledger.record import Draft, ReportSource, Valid
from casus.ledger.sql.rows import digest, legible, record_of, unpacked
from casus.ledger.sql.select import current, of_facts, record_rows
from casus.ledger.sql.tables import records, reports
from casus.ledger.sql.write import chunks

_PRESENT = select(records.c.id).where(records.c.id.in_(bindparam("ids", expanding=True)))


def admitted(connection: Connection, change: Change) -> list[Draft]:
    """The drafts of a change that are not there yet, each once, in order.

    Raises QuoteError, StaleError or TopicError where one may not be written, LedgerError where its report or fact is missing.
    """
    drafts = {draft.id: draft for draft in change.drafts}
    for ids in chunks(map(bytes.fromhex, drafts)):
        for known in connection.scalars(_PRESENT, {"ids": ids}):
            del drafts[known.hex()]
    fresh = list(drafts.values())
    _check_quotes(connection, change, fresh)
    _check_superseded(connection, fresh)
    _check_topics(connection, fresh)
    return fresh


def _check_quotes(connection: Connection, change: Change, drafts: Sequence[Draft]) -> None:
    texts = {change.report.id: change.report.text} if change.report else {}
    wanted = {draft.source.report for draft in drafts if isinstance(draft.source, ReportSource)} - set(texts)
    for ids in chunks(map(digest, wanted)):
        for row in connection.execute(select(reports.c.id, reports.c.text).where(reports.c.id.in_(ids))):
            with legible(f"report {row.id.hex()[:12]}"):
                texts[row.id.hex()] = unpacked(row.text)
    for draft in drafts:
        if not isinstance(draft.source, ReportSource):
            continue
        report = texts.get(draft.source.report)
        if report is None:
            raise LedgerError(f"report {draft.source.report[:12]} is not kept: keep it with what it tells")
        for quote in draft.source.quotes:
            if not 0 <= quote.start < quote.end <= len(report) or report[quote.start : quote.end] != quote.words:
                raise QuoteError(
                    f"report {draft.source.report[:12]}: characters {quote.start} to {quote.end} are not {quote.words!r}"
                )


def _check_superseded(connection: Connection, drafts: Sequence[Draft]) -> None:
    """Each draft must be the first of its fact or follow the last one."""
    last: dict[str, str] = {}
    for facts in chunks({draft.fact for draft in drafts if draft.fact is not None}):
        own = select(records.c.fact, records.c.id).where(of_facts(facts)).order_by(records.c.sequence)
        last |= {(row.fact or row.id).hex(): row.id.hex() for row in connection.execute(own)}
    for draft in drafts:
        if draft.fact is None and (draft.supersedes is not None or draft.retracted):
            raise StaleError(f"{draft.id[:12]}: supersedes or retracts, and names no fact that it is a version of")
        if draft.fact is not None and (draft.supersedes is None or draft.supersedes != last.get(draft.fact)):
            told = (draft.supersedes or "nothing")[:12]
            raise StaleError(f"fact {draft.of_fact[:12]}: {told} is not its last record; read the ledger again")
        last[draft.of_fact] = draft.id


def _check_topics(connection: Connection, drafts: Sequence[Draft]) -> None:
    """Facts of one topic may not hold on a common day for certain; imprecise ends may touch."""
    last = {draft.of_fact: draft for draft in drafts}
    topics = {draft.topic for draft in last.values() if draft.topic is not None and not draft.retracted}
    held: dict[str, dict[str, Draft]] = {topic: {} for topic in topics}
    for chosen in chunks(topics):
        statement = record_rows().where(records.c.topic.in_(chosen), records.c.retracted == false(), current(None))
        for row in connection.execute(statement):
            with legible(f"record {row.id.hex()[:12]}"):
                record = record_of(row)
            if record.fact not in last:  # else it goes on otherwise, and maybe in another topic
                held[row.topic][record.fact] = record.draft
    for fact, draft in last.items():
        if draft.topic is not None and not draft.retracted:
            held[draft.topic][fact] = draft
    for topic in sorted(topics):
        if pair := overlapping(held[topic].values()):
            one, other = (_days(draft.valid) for draft in pair)
            raise TopicError(f"{topic}: {one} and {other} overlap; correct or retract one first")


def overlapping(drafts: Iterable[Draft]) -> tuple[Draft, Draft] | None:
    """Two that hold on a common day, wherever in their bounds they really begin and end; None where there are none."""
    held = sorted(((*_core(draft.valid), draft) for draft in drafts), key=lambda one: one[:2])
    for number, (first, last, draft) in enumerate(held):
        for other_first, other_last, other in islice(held, number + 1, None):
            if other_first > last:
                break  # and so do all that follow
            if first <= other_last:
                return draft, other
    return None


def _core(valid: Valid) -> tuple[date, date]:
    """The latest day on which it begins and the earliest on which it ends; these may be the other way round."""
    return valid.first.latest if valid.first else date.min, valid.last.earliest if valid.last else date.max


def _days(valid: Valid) -> str:
    first, last = _core(valid)
    return f"{first if first > date.min else '...'} to {last if last < date.max else '...'}"
