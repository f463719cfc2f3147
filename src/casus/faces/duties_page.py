"""Who owes what at a terminal: a table by status, what is not due and why, what depends on the attacker, the proofs."""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from casus.faces.duties_rows import DutyRow, duty_rows, not_due_rows
from casus.faces.proof_page import show_proof
from casus.faces.text import clean
from casus.ledger.views import View
from casus.reasoning.answer import FOOTER, Duties, Ground, IfAttacker, Searched
from casus.reasoning.binding import in_words
from casus.reasoning.promises import Promise, Promises

_STYLES = {"owed": "bold red", "owed-if": "bold yellow", "consult": "bold cyan", "may-not": "bold magenta", "barred": "magenta"}
_DISCRETION = {"automatic": "due at once", "each-decides": "each judges itself what help to give"}
_STATUS = 8
_KIND = 14
_LISTED = 12
_DEPENDS = 12


def show_duties(answer: Duties, view: View, on: Console, *, why: bool, footer: bool = True) -> None:
    """Print who owes what; `why` draws the proof of each row; `footer` says what the answer is and is not."""
    name = view.names.name
    by = f" by {name(answer.by)}" if answer.by else ""
    at = f" at {answer.place}" if answer.place != name(answer.attacked) else ""
    on.print(Text(clean(f"If {name(answer.attacked)} is attacked{by}{at} on {answer.day}"), style="bold"))
    _notes(answer.notes, on)
    rows = duty_rows(answer.grounds)
    if rows:
        on.print(_page(rows, view))
    else:
        _silence(answer.searched, "nobody has promised it anything that bears on this", on)
    for states, one in not_due_rows(answer.not_due):
        told = f"{named(states, view)} ({cited(one.title, one.article)}): {one.why}"
        on.print(Text.assemble(("not due   ", "dim"), clean(told)))
    _depends(answer.depends, view, on)
    if why:
        for row in rows:
            on.print()
            for ground in _each(row):
                show_proof(ground.proof, view, on)
                for change in ground.changes:
                    on.print(Text.assemble(("would change it: ", "dim"), clean(change)))
    if footer:
        on.print(Text(FOOTER, style="dim"))


def show_promises(answer: Promises, view: View, on: Console, *, why: bool) -> None:
    """Print all that a state has promised; `why` draws the proof of each."""
    on.print(Text(clean(f"What {view.names.name(answer.state)} has promised, as of {answer.day}"), style="bold"))
    _notes(answer.notes, on)
    if not answer.promises:
        _silence(answer.searched, "no promise is kept", on)
    else:
        on.print(_promised(answer.promises, view))
    if why:
        for one in answer.promises:
            show_proof(one.proof, view, on)
    on.print(Text(FOOTER, style="dim"))


def _page(rows: Sequence[DutyRow], view: View) -> Table:
    """The rows, most binding first: status, who, and below it by what, how far, what is open and how sure it is."""
    page = Table.grid(padding=(0, 2, 0, 0))
    page.add_column(min_width=_STATUS)
    page.add_column(overflow="fold")
    for row in rows:
        one = row.ground
        status = Text(one.status, style=_STYLES[one.status])
        page.add_row(status, Text(clean(named(row.states, view)), style="bold"))
        page.add_row("", clean(f"{row.by}: {one.obligation}"))
        facts = min(ground.facts for ground in row.grounds)
        for label, told in (*_open(one), ("sure", f"facts {facts:.0%}, law {_law(row)}")):
            page.add_row("", Text.assemble((f"{label} ", "dim"), clean(told)))
    return page


def _promised(promises: Sequence[Promise], view: View) -> Table:
    page = Table.grid(padding=(0, 2, 0, 0))
    page.add_column(min_width=_KIND)
    page.add_column(overflow="fold")
    for one in promises:
        page.add_row(Text(one.provides, style="bold"), Text(clean(f"toward {named(one.toward, view)}"), style="bold"))
        page.add_row("", clean(f"{cited(one.title, one.article)}: {one.obligation}"))
        since = " ".join(filter(None, (f"since {one.since}" if one.since else "", f"to {one.last}" if one.last else "")))
        told = [("how", _DISCRETION.get(one.discretion or "", "")), ("when", one.trigger or "")]
        told += [("if", condition) for condition in one.conditions]
        told += [("days", since if one.status == "in force" else f"if {one.status}"), ("ends", "; ".join(one.ends))]
        told.append(("sure", f"facts {one.facts:.0%}, law {'arguable: ' + '; '.join(one.law_why) if one.law_why else 'certain'}"))
        for label, words in told:
            if words:
                page.add_row("", Text.assemble((f"{label} ", "dim"), clean(words)))
    return page


def _open(one: Ground) -> Iterator[tuple[str, str]]:
    if one.discretion in _DISCRETION:
        yield "how", _DISCRETION[one.discretion]
    for condition in one.conditions:
        yield "if", condition
    for conflict in one.conflicts:
        yield "but", conflict


def _law(row: DutyRow) -> str:
    why = tuple(dict.fromkeys(why for one in row.grounds for why in one.law_why))
    return f"arguable: {'; '.join(why)}" if why else "certain"


def cited(title: str, article: str | None) -> str:
    """A provision in words: the agreement's title and the article."""
    return f"{title}, {in_words([article])}" if article else title


def named(states: Sequence[str], view: View) -> str:
    """The names of states, of many the first ones and how many more there are."""
    names = [view.names.name(state) for state in dict.fromkeys(states)]
    return ", ".join(names[:_LISTED]) + (f" and {len(names) - _LISTED} more" if len(names) > _LISTED else "")


def _each(row: DutyRow) -> Sequence[Ground]:
    """The grounds of a row to prove: one stands for many that differ in the state alone."""
    return row.grounds[:1]


def _depends(depends: Sequence[IfAttacker], view: View, on: Console) -> None:
    if not depends:
        return
    on.print(Text("\nIt depends on who attacks:", style="bold"))
    for one in depends[:_DEPENDS]:
        kept = "promised to defend it" if one.what == "defence" else "bound by a pact with it"
        told = f"{named(one.attackers, view)} - {kept}: {named(one.states, view)} ({one.title})"
        on.print(Text.assemble(("  by ", "dim"), clean(told)))
    if len(depends) > _DEPENDS:
        on.print(Text(f"  and {len(depends) - _DEPENDS} more; --json has all, --by STATE asks about one", style="dim"))


def _notes(notes: Sequence[str], on: Console) -> None:
    for note in notes:
        on.print(Text(clean(note), style="yellow"))


def _silence(searched: Searched, told: str, on: Console) -> None:
    on.print(
        f"Nothing found: {told}. Searched: {searched.agreements} agreements in force or signed with a part in it, "
        f"{searched.provisions} provisions; {', '.join(searched.kinds)}. Not covered: {', '.join(searched.not_covered)}."
    )
