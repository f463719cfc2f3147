"""The ledger at a terminal: rows as a table, one thing explained, what has changed."""

from collections.abc import Iterator, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from casus.faces.ledger_rows import Told, said_by, short, told, told_words, voice, when
from casus.faces.screen import modality
from casus.faces.text import abridged, clean
from casus.ledger.by_hand import steps
from casus.ledger.record import HAND, Record, ReportSource
from casus.ledger.views import Row, View

_NARROW = 110
_SHARES = {"what": 18, "who → whom": 28, "words": 34, "said by": 18, "sources": 14}
_WIDTHS = {"when": 11, "modality": 12}
_ID = 8
_ONE = {"parties": "party"}


def show_rows(rows: Sequence[Row], view: View, kind: str, on: Console) -> None:
    """Print rows as a table, then how many there are and from how many reports."""
    shown = [told(row, view) for row in rows]
    on.print(_table(shown, on.width))
    reports = {
        record.draft.source.report for row in rows for record in row.records if isinstance(record.draft.source, ReportSource)
    }
    cited = sum(not row.reports for row in rows)
    ending = f", {cited} of them from reference facts alone" if cited else ""
    counted = kind if len(rows) != 1 else _ONE.get(kind, kind.removesuffix("s"))
    on.print(Text(f"{len(rows)} {counted} from {len(reports)} report{'s' * (len(reports) != 1)}{ending}", style="dim"))


def _table(shown: Sequence[Told], width: int) -> Table:
    narrow = width < _NARROW
    shares = {name: share for name, share in _SHARES.items() if not (narrow and name in ("words", "sources"))}
    longest = max((len(one.id) for one in shown), default=_ID)
    id_width = min(longest, max(width // 4, _ID))
    room = width - id_width - sum(_WIDTHS.values()) - len(shares) - len(_WIDTHS) - 1
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    for name, fixed in _WIDTHS.items():
        table.add_column(name, width=fixed, overflow="fold")
    for name, share in shares.items():
        table.add_column(name, width=max(room * share // sum(shares.values()) - 1, 6), overflow="fold")
    table.add_column("id", width=id_width, overflow="fold")
    for one in shown:
        table.add_row(*_cells(one, narrow), style=None)
    return table


def _cells(one: Told, narrow: bool) -> Iterator[str | Text]:
    yield one.when
    yield modality(one.modality, negated=one.negated)
    yield clean(one.what)
    yield clean(f"{one.who or '?'} → {one.whom}" if one.whom else one.who)
    if not narrow:
        yield clean(abridged(one.words, 90))
    yield clean(one.said_by)
    if not narrow:
        yield one.sources
    yield one.id


def show_plain(columns: Sequence[str], rows: Sequence[dict[str, str]], on: Console) -> None:
    """Print rows of named cells as a table."""
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    for name in columns:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(clean(short(row[name]) if name == "id" and len(row[name]) == 64 else row[name]) for name in columns))
    on.print(table)


def show_changes(records: Sequence[Record], view: View, on: Console) -> None:
    """Print records in the order of writing, each with what it did."""
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    for name in ("recorded (UTC)", "did", "kind", "what", "why", "id"):
        table.add_column(name, overflow="fold")
    for record in records:
        draft = record.draft
        row = Row(
            id=record.fact, kind=draft.kind, valid=draft.valid, body=draft.body, confidence=draft.confidence, records=(record,)
        )
        one = told(row, view)
        did = next(step.did for step in steps(view.store.history(record.fact)) if step.record.id == record.id)
        what = " ".join(filter(None, (one.what, one.who, f"→ {one.whom}" if one.whom else "", one.when)))
        table.add_row(
            f"{record.recorded_at:%Y-%m-%d %H:%M:%S}",
            did,
            draft.kind,
            clean(what),
            clean(draft.why or ""),
            short(record.fact),
        )
    on.print(table)


def show_explained(row: Row, view: View, on: Console) -> None:
    """Print one thing with all that it rests on: each telling's words and report, who says it, its history, why it is one."""
    one = told(row, view)
    head = Text.assemble((one.kind, "bold"), " ", modality(one.modality, negated=one.negated), " ", clean(one.what), style="")
    on.print(head)
    for name, value in (
        ("id", row.id), ("who", one.who), ("whom", one.whom), ("when", one.when), ("place", one.place), ("words", one.words),
        ("rests on", one.sources), ("confidence", f"{row.confidence:.0%}"),
    ):  # fmt: skip
        if value:
            on.print(Text.assemble((f"{name:>11}  ", "dim"), clean(value)))
    for record in row.records:
        _show_record(record, view, on)
    if ":" in row.id:
        _show_parts(row, view, on)


def _show_record(record: Record, view: View, on: Console) -> None:
    draft, source = record.draft, record.draft.source
    on.print()
    if isinstance(source, ReportSource):
        report = view.report(source.report)
        days = when_written(report.first, report.last)
        name = " · ".join(filter(None, (report.publisher, report.title, days))) or "report"
        on.print(Text.assemble(("told by  ", "dim"), clean(name), ("  " + source.report[:_ID], "dim")))
        on.print(Text.assemble(("who says ", "dim"), clean(voice(record, said_by(record, view)))))
        for quote in source.quotes:
            if quote.role in ("told", "content"):
                on.print(Text.assemble(("         ", "dim"), f"“{clean(quote.words)}”", (f"  {quote.start}–{quote.end}", "dim")))
    else:
        on.print(Text.assemble(("cited    ", "dim"), clean(source.cites)))
    for link in view.links(record):
        on.print(Text.assemble(("same as  ", "dim"), clean("; ".join(link.draft.body["why"])), ("  " + short(link.fact), "dim")))
    history = view.store.history(record.fact)
    for step in steps(history) if len(history) > 1 else ():
        why = f" ({step.record.draft.why})" if step.record.draft.why else ""
        who = HAND if step.did == "undid" else step.record.draft.extractor
        what = f"{step.record.recorded_at:%Y-%m-%d %H:%M} {step.did} by {who}{why}"
        on.print(Text.assemble(("history  ", "dim"), clean(what)))
    on.print(Text(f"         found by {draft.extractor}, record {record.id[:_ID]}", style="dim"))


def _show_parts(row: Row, view: View, on: Console) -> None:
    for part in view.of_agreement(row.id):
        label = {"party": "party", "provision": "provides", "measure": "measure"}[part.draft.kind]
        tail = f"  {when(part.draft.valid)}  {short(part.fact)}"
        on.print(Text.assemble((f"{label:>8} ", "dim"), clean(_part_words(part, view)), (tail, "dim")))


def _part_words(part: Record, view: View) -> str:
    body = part.draft.body
    if part.draft.kind == "party":
        return view.names.name(str(body["state"]))
    article = f"art. {body['article']}" if "article" in body else ""
    says = body.get("obligation") or body.get("scope") or told_words(part)
    trigger = f"if {body['trigger']}" if "trigger" in body else ""
    return ": ".join(filter(None, (article, str(body.get("provides") or body.get("measure", "")), says, trigger)))


def when_written(first: object, last: object) -> str:
    """The days between which a report was written, in words."""
    if first is None:
        return ""
    return f"written {first}" if first == last else f"written {first}..{last}"
