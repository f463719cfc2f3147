"""What conflicts at a terminal: a table with both sides of each conflict, what bears one thing, the proofs below."""

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from casus.faces.conflicts_rows import ConflictRow, conflict_rows, ids, speakers
from casus.faces.ledger_rows import short, when
from casus.faces.proof_page import show_proof
from casus.faces.screen import modality
from casus.faces.text import abridged, clean
from casus.ledger.views import View
from casus.reasoning.answer import FOOTER
from casus.reasoning.claim import Claim
from casus.reasoning.conflicts import Conflicts
from casus.reasoning.corroboration import Borne

_WORDS = 110
_SHOWN = 4
"""So many claims of a row are shown."""

_SIDES = "What reports tell against each other, by what is kept. Which of them is right is not said."


def show_conflicts(answer: Conflicts, view: View, on: Console, *, why: bool, borne: Borne | None = None) -> None:
    """Print what conflicts, the surest of each kind first; `borne`: what bears the thing asked about; `why`: the proofs."""
    if borne is not None:
        _show_borne(borne, view, on)
    rows = conflict_rows(answer.findings)
    if not rows:
        searched = answer.searched
        on.print(
            f"Nothing found. Compared: {searched.claims} claims of {searched.reports} reports, for {', '.join(searched.kinds)}. "
            f"Not covered: {'; '.join(searched.not_covered)}."
        )
        return
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    for name in ("conflict", "who tells what", "why", "facts", "ids"):
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*_cells(row, view))
    on.print(table)
    if why:
        for row in rows:
            show_proof(row.finding.proof, view, on)
    certain = sum(row.finding.sure == "certain" for row in rows)
    found = f"{len(rows)} found, {certain} of them certain, in {answer.searched.claims} claims compared."
    on.print(Text(f"{found} {_SIDES}\n{FOOTER}", style="dim"))


def _cells(row: ConflictRow, view: View) -> tuple[Text | str, ...]:
    one = row.finding
    kind = Text.assemble((one.kind, "bold"), "\n", (one.sure, "green" if one.sure == "certain" else "yellow"))
    told = Text("\n").join(_told(claim, view) for claim in row.claims[:_SHOWN])
    if len(row.claims) > _SHOWN:
        told.append(f"\nand {len(row.claims) - _SHOWN} more tellings", style="dim")
    if one.report:
        told.append(clean(one.report.name))
    for record in one.known:
        told.append(f"\nknown: {clean(abridged(_title(record.draft.body), _WORDS))}", style="cyan")
    why = clean("; ".join((one.says, *(f"but {words}" for words in one.open))))
    return kind, told, why, f"{one.facts:.0%}", ids(row.claims) or short(one.report.id if one.report else "")


def _told(claim: Claim, view: View) -> Text:
    days = when(claim.record.draft.valid)
    return Text.assemble(
        modality(claim.modality, negated=claim.negated),
        f" {days} " if days else " ",
        f"“{clean(abridged(claim.words, _WORDS))}” ",
        (clean(f"{speakers(claim, view)}: {abridged(claim.report.name, _WORDS // 2)}"), "dim"),
    )


def _title(body: object) -> str:
    assert hasattr(body, "get")
    return str(body.get("title") or body.get("name") or body.get("scope") or f"{body.get('member')} in {body.get('group')}")


def _show_borne(borne: Borne, view: View, on: Console) -> None:
    reports = {claim.report.id for claim in borne.claims}
    counted = f"{len(borne.claims)} telling{'s' * (len(borne.claims) != 1)} in {len(reports)} report{'s' * (len(reports) != 1)}"
    on.print(Text(f"{counted}, {len(borne.origins)} independent", style="bold"))
    _lines("borne by", [(claim, "") for claim in borne.bearing], view, on)
    _lines("echoes", borne.echoes, view, on)
    on.print()


def _lines(label: str, told: Sequence[tuple[Claim, str]], view: View, on: Console) -> None:
    for claim, why in told:
        tail = f"  ({why})" if why else ""
        on.print(
            Text.assemble(
                (f"{label:>9}  ", "dim"), _told(claim, view), (clean(tail), "yellow"), (f"  {short(claim.fact)}", "dim")
            )
        )
