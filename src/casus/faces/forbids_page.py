"""What sanctions forbid at a terminal: the measures in force, what stands beside them, what has lapsed, the proofs."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from casus.faces.ledger_rows import when
from casus.faces.proof_page import show_proof
from casus.faces.text import abridged, clean
from casus.ledger.views import View
from casus.reasoning.answer import FOOTER
from casus.reasoning.prohibition import Beside, Forbids, Prohibition

_STYLES = {"forbidden": "bold red", "forbidden with exemptions": "bold yellow", "allowed": "bold green"}
_WAYS = {"to": "to it", "from": "from it", "both": "both ways", "any": ""}
_VERDICT = 9
_SCOPE = 160
_LISTED = 12


def show_forbids(answer: Forbids, view: View, on: Console, *, why: bool) -> None:
    """Print what is forbidden; `why` draws the proof of each line."""
    what = f"{answer.what}: " if answer.what else ""
    by = f" from {view.names.name(answer.supplier)}" if answer.supplier else ""
    asked = f"{what}toward {view.names.name(answer.target)}{by} on {answer.day}"
    on.print(Text.assemble((clean(asked), "bold"), "  ", (answer.verdict, _STYLES[answer.verdict])))
    for note in answer.notes:
        on.print(Text(clean(note), style="yellow"))
    if answer.prohibitions:
        on.print(_page(answer.prohibitions))
    else:
        searched = answer.searched
        on.print(
            f"Nothing that is kept forbids it. Searched: {searched.regimes} regimes and {searched.measures} measures in force on "
            f"that day, {searched.against_target} of them against it. Not covered: {', '.join(searched.not_covered)}."
        )
    _list("not bound", answer.not_binding, on)
    _list("beside", answer.beside, on)
    _list("lapsed", answer.lapsed, on)
    if why:
        for one in answer.prohibitions:
            on.print()
            show_proof(one.proof, view, on)
            for change in one.changes:
                on.print(Text.assemble(("would change it: ", "dim"), clean(change)))
    on.print(Text(FOOTER, style="dim"))


def _page(prohibitions: Sequence[Prohibition]) -> Table:
    """The measures, what binds most first: the verdict, by what, and below it what it covers, whom it binds, how sure it is."""
    page = Table.grid(padding=(0, 2, 0, 0))
    page.add_column(min_width=_VERDICT)
    page.add_column(overflow="fold")
    for one in prohibitions:
        page.add_row(Text(one.verdict, style=_STYLES[one.verdict]), Text(clean(_by(one)), style="bold"))
        law = one.law if one.law == "certain" else f"arguable: {'; '.join(one.law_why)}"
        told = [("", _what(one)), ("binds", one.binds), *(("but for", words) for words in (*one.exemptions, *one.purposes))]
        for label, words in (*told, ("sure", f"facts {one.facts:.0%}, law {law}")):
            page.add_row("", Text.assemble((f"{label} " if label else "", "dim"), clean(words)))
    return page


def _by(one: Prohibition) -> str:
    measure = one.measure
    paragraph = one.paragraph if one.paragraph and one.paragraph not in (measure.resolution or "") else None
    act = " ".join(filter(None, (measure.resolution, paragraph and f"para. {paragraph}")))
    restored = f"brought back by {measure.restored_by}" if measure.restored_by else None
    return ", ".join(filter(None, (measure.regime_name, act, restored, when(measure.valid))))


def _what(one: Prohibition) -> str:
    return ", ".join(filter(None, (abridged(one.measure.scope, _SCOPE), _WAYS[one.way])))


def _list(label: str, found: Sequence[Beside], on: Console) -> None:
    for one in found[:_LISTED]:
        measure = one.measure
        told = f"{', '.join(filter(None, (measure.regime_name, measure.resolution)))}: {abridged(measure.scope, _SCOPE)}"
        on.print(Text.assemble((f"{label:<11}", "dim"), clean(f"{told} ({one.why})")))
    if len(found) > _LISTED:
        on.print(Text(f"{label:<11}and {len(found) - _LISTED} more; --json has all", style="dim"))
