"""What follows from suppositions at a terminal."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from casus.faces.duties_page import cited, named, show_duties
from casus.faces.proof_page import show_proof
from casus.faces.suppose_rows import verdict
from casus.faces.text import clean
from casus.ledger.views import View
from casus.reasoning.answer import FOOTER, Ground
from casus.reasoning.chains import Drawn, both_sides
from casus.reasoning.promises import Promise
from casus.reasoning.suppose import AgreementSupposed, AttackSupposed, LiftSupposed, Supposed, TransferSupposed


def show_supposed(answer: Supposed, view: View, on: Console, *, why: bool) -> None:
    """Print what follows from each supposition; `why` draws the proofs."""
    on.print(Text(f"Supposing, as of {answer.day}; nothing of this is kept", style="bold reverse"))
    for one in answer.outcomes:
        on.print()
        on.print(Text(clean(f"Suppose: {one.supposed.words}"), style="bold"))
        if isinstance(one, AttackSupposed):
            _attack(one, answer, view, on, why=why)
        elif isinstance(one, TransferSupposed):
            _transfer(one, view, on, why=why)
        elif isinstance(one, AgreementSupposed):
            _agreement(one, view, on)
        else:
            _lift(one, on)
    on.print(Text(FOOTER, style="dim"))


def _attack(one: AttackSupposed, answer: Supposed, view: View, on: Console, *, why: bool) -> None:
    if one.supposed.condition:
        on.print(Text.assemble(("told under the condition ", "dim"), clean(one.supposed.condition)))
    show_duties(one.duties, view, on, why=why, footer=False)
    _difference("new by what else is supposed", one.added, view, on)
    _difference("gone by what else is supposed", one.lost, view, on)
    if one.drawn:
        on.print()
        on.print(Text(f"Who may be drawn in, in up to {answer.depth} steps:", style="bold"))
        on.print(_drawn(one.drawn, view))
    both = both_sides(one.drawn)
    if both:
        on.print(Text.assemble(("bound on both sides ", "bold yellow"), clean(named(both, view))))


def _drawn(drawn: Sequence[Drawn], view: View) -> Table:
    """One line for those who are drawn in on the same side, in the same step, for the same reason."""
    alike: dict[tuple[str, int, bool, str, str], list[Drawn]] = {}
    for one in drawn:
        same_why = one.why if one.step == 1 else None
        key = (one.side, one.step, one.certain, one.ground.title, same_why or "")
        alike.setdefault(key, []).append(one)
    page = Table.grid(padding=(0, 2, 0, 0))
    page.add_column(min_width=6)
    page.add_column(min_width=9)
    page.add_column(overflow="fold")
    for (side, step, certain, title, _), own in sorted(alike.items(), key=lambda one: (one[0][1], not one[0][2], one[0][0])):
        sure = Text("certain", style="bold red") if certain else Text("uncertain", style="yellow")
        names = named([one.state for one in own], view)
        page.add_row(f"step {step}", sure, Text(clean(f"{names}, on the side of the {side} ({title})"), style="bold"))
        if own[0].why:
            more = f" (and {len(own) - 1} like it)" if len({one.why for one in own}) > 1 else ""
            page.add_row("", "", clean(own[0].why + more))
    return page


def _difference(label: str, grounds: Sequence[Ground], view: View, on: Console) -> None:
    for one in grounds:
        told = f"{view.names.name(one.state)} {one.status} toward {view.names.name(one.toward)} ({one.title})"
        on.print(Text.assemble((f"{label}: ", "bold"), clean(told)))


def _transfer(one: TransferSupposed, view: View, on: Console, *, why: bool) -> None:
    if one.supposed.condition:
        on.print(Text.assemble(("told under the condition ", "dim"), clean(one.supposed.condition)))
    name = view.names.name
    head = f"{name(one.supposed.supplier)} sends {one.supposed.goods} to {name(one.supposed.recipient)}: {verdict(one)}"
    on.print(Text(clean(head), style="bold red" if one.prohibitions else "bold"))
    for found in one.prohibitions:
        measure = found.measure
        by = ", ".join(filter(None, (measure.regime, measure.resolution and f"resolution {measure.resolution}", found.paragraph)))
        on.print(Text.assemble((f"{found.verdict}  ", "red"), clean(f"{by}: {measure.scope}; binds {found.binds}")))
        for exemption in found.exemptions:
            on.print(Text.assemble(("  except ", "dim"), clean(exemption)))
        if why:
            show_proof(found.proof, view, on)
    for found in one.lost:
        on.print(Text.assemble(("no longer forbidden by ", "bold"), clean(f"{found.measure.regime or ''} {found.measure.scope}")))


def _agreement(one: AgreementSupposed, view: View, on: Console) -> None:
    for label, promises in (("gone", one.lost), ("new", one.added)):
        alike: dict[tuple[str, ...], list[Promise]] = {}
        for promise in promises:
            alike.setdefault((promise.provides, promise.article or "", *promise.toward), []).append(promise)
        for same in alike.values():
            states = named([promise.state for promise in same], view)
            told = (
                f"{same[0].provides} of {states} toward {named(same[0].toward, view)} ({cited(same[0].title, same[0].article)})"
            )
            on.print(Text.assemble((f"{label:<5}", "bold"), clean(told)))
    if not (one.lost or one.added):
        on.print("It changes no promise that is kept.")


def _lift(one: LiftSupposed, on: Console) -> None:
    for found in one.lost:
        by = ", ".join(filter(None, (found.regime, found.resolution and f"resolution {found.resolution}")))
        on.print(Text.assemble(("lifted ", "bold"), clean(f"{by}: {found.kind}, {found.scope}")))
