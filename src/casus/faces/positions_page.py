"""Who stands where at a terminal and as JSON."""

from collections.abc import Iterator
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from casus.faces.conflicts_rows import claim_json, ids, speakers
from casus.faces.proof_page import proof_json, show_proof
from casus.faces.screen import modality
from casus.faces.text import abridged, clean
from casus.ledger.views import View
from casus.reasoning.answer import FOOTER
from casus.reasoning.positions import Positions, Stand, Taken

_WORDS = 110
_SHOWN = 3
"""So many tellings of a holder are shown, the latest first."""

_STYLES = {"for": "green", "against": "red", "neither": "yellow"}


def show_positions(answer: Positions, view: View, on: Console, *, why: bool) -> None:
    """Print who stands where, those against first, and what the question was taken for; `why`: the proofs."""
    on.print(
        Text(
            clean(f"{answer.subject.asked}: {'; '.join(answer.subject.taken) or 'taken for nothing that is known'}"), style="dim"
        )
    )
    if not answer.stands:
        looked = answer.looked
        on.print(
            f"Nothing found. Looked through: {looked.positions} positions and {looked.acts} acts of support or rejection; "
            f"in {looked.reports} reports one may be about it by its words. Not covered: {'; '.join(looked.not_covered)}."
        )
        on.print(Text(FOOTER, style="dim"))
        return
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    for name in ("who", "stands", "since", "before", "told", "matched by", "ids"):
        table.add_column(name, overflow="fold")
    for one in answer.stands:
        table.add_row(
            clean(view.names.name(one.holder)), Text(_side(one), _STYLES.get(one.side, "")), str(one.since or ""),
            clean(_before(one)), _told(one, view), clean("; ".join(one.last.how)),
            ids([taken.claim for taken in one.taken[-_SHOWN:]]),
        )  # fmt: skip
    on.print(table)
    if why:
        for one in answer.stands:
            show_proof(one.proof, view, on)
    changed = sum(bool(one.before) for one in answer.stands)
    on.print(Text(f"{len(answer.stands)} holders, {changed} of whom changed; by what reports that are kept tell.", style="dim"))
    on.print(Text(FOOTER, style="dim"))


def positions_json(answer: Positions, view: View) -> Iterator[dict[str, Any]]:
    """The answer as JSON objects, one a holder; one with the side "nothing" where there is none."""
    subject = answer.subject
    asked = {
        "on": subject.asked, "words": sorted(subject.words), "states": sorted(subject.states), "things": sorted(subject.things),
        "taken_for": list(subject.taken),
    }  # fmt: skip
    for one in answer.stands:
        yield {
            "holder": one.holder,
            "name": view.names.name(one.holder),
            "side": one.side,
            "stance": one.last.stance,
            "modality": one.last.modality,
            "since": str(one.since) if one.since else None,
            "before": [{"side": side, "last_told": str(day) if day else None} for side, day in one.before],
            "torn": one.torn,
            "told": [_taken_json(taken, view) for taken in one.taken],
            "asked": asked,
            "proof": proof_json(one.proof, view),
        }
    if not answer.stands:
        looked = answer.looked
        searched = {
            "positions": looked.positions, "acts": looked.acts, "reports": looked.reports,
            "not_covered": list(looked.not_covered),
        }  # fmt: skip
        yield {"side": "nothing", "asked": asked, "searched": searched}


def _taken_json(taken: Taken, view: View) -> dict[str, Any]:
    return {
        "side": taken.side, "stance": taken.stance, "day": str(taken.day) if taken.day else None, "matched_by": list(taken.how),
        "claim": claim_json(taken.claim, view),
    }  # fmt: skip


def _side(one: Stand) -> str:
    return f"{one.side} (and not, on that day)" if one.torn else one.side


def _before(one: Stand) -> str:
    return "; ".join(f"{side} until {day or '?'}" for side, day in one.before)


def _told(one: Stand, view: View) -> Text:
    lines = [
        Text.assemble(
            f"{taken.day or ''} ", modality(taken.modality, negated=taken.claim.negated), f" {taken.stance} ",
            f"“{clean(abridged(taken.claim.words, _WORDS))}” ",
            (clean(f"{speakers(taken.claim, view)}: {taken.claim.report.name}"), "dim"),
        )
        for taken in reversed(one.taken[-_SHOWN:])
    ]  # fmt: skip
    return Text("\n").join(lines)
