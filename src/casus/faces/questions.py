"""The Python face of what follows: the questions of the command line as functions that give typed answers.

Names are as people type them: codes ("RUS"), names ("North Korea"), ids. `as_of` is a day (None: today), `known_at` an aware
instant (None: now). All raise LedgerError for a name that means nothing, or several things, and QuestionError for what can't be
answered as it is put: a state that did not exist on the day, a place that nobody knows.
"""

from datetime import date, datetime

from casus.errors import LedgerError
from casus.ledger.ledger import Ledger
from casus.reasoning import forbids as forbidding
from casus.reasoning import obligations as owing
from casus.reasoning import positions as standing
from casus.reasoning import promises as promising
from casus.reasoning import suppose as supposing
from casus.reasoning.about import about as bearing_on
from casus.reasoning.answer import Duties
from casus.reasoning.conflicts import Conflicts
from casus.reasoning.conflicts import conflicts as found_conflicts
from casus.reasoning.corroboration import Borne
from casus.reasoning.look import looking
from casus.reasoning.measures import measures_against
from casus.reasoning.positions import Positions
from casus.reasoning.prohibition import Forbids
from casus.reasoning.promises import Promises
from casus.reasoning.situation import BEARING
from casus.reasoning.suppose import Supposed
from casus.reasoning.suppositions import supposition


def obligations(
    ledger: Ledger,
    attacked: str,
    *,
    by: str | None = None,
    at: str | None = None,
    as_of: date | None = None,
    known_at: datetime | None = None,
) -> Duties:
    """Who owes what if a state is attacked, by another (None: anybody), at a place (None: where it lies itself)."""
    day = as_of or _today()
    meant, attacker = state_of(ledger, attacked), state_of(ledger, by) if by else None
    look = looking(ledger.store, day, known_at, BEARING)
    return owing.duties(look, ledger.names.name, meant, by=attacker, at=at, day=day, known_at=known_at)


def promises(ledger: Ledger, of: str, *, as_of: date | None = None, known_at: datetime | None = None) -> Promises:
    """All that a state has promised: to whom, since when, and how it can end."""
    day = as_of or _today()
    return promising.promises(looking(ledger.store, day, known_at), state_of(ledger, of), day, known_at)


def forbids(
    ledger: Ledger,
    target: str,
    *,
    what: str | None = None,
    supplier: str | None = None,
    as_of: date | None = None,
    known_at: datetime | None = None,
) -> Forbids:
    """What sanctions forbid toward a target: everything, or some goods; for everybody, or for one who would send or take it."""
    day = as_of or _today()
    meant = _as_state(ledger.names.meant(target))
    return forbidding.forbids(
        measures_against(ledger.store, [meant], day, known_at),
        target=meant,
        what=what,
        supplier=state_of(ledger, supplier) if supplier else None,
        day=day,
        known_at=known_at,
        name=ledger.names.name,
    )


def conflicts(
    ledger: Ledger,
    *,
    actor: str | None = None,
    since: datetime | None = None,
    as_of: date | None = None,
    known_at: datetime | None = None,
) -> Conflicts:
    """What cannot both hold, stands against a known fact, or is notable by a rule. `since`: with a side that was kept after."""
    meant = ledger.names.meant(actor) if actor else None
    start = ledger.store.sequence_at(since) if since else None
    return found_conflicts(ledger.store, since=start, actor=meant, as_of=as_of or _today(), known_at=known_at)


def bearing(
    ledger: Ledger, about: str, *, as_of: date | None = None, known_at: datetime | None = None
) -> tuple[Borne, Conflicts]:
    """What bears the thing that an id stands for, what only echoes it, and what stands against it."""
    day = as_of or _today()
    told = bearing_on(ledger.store, ledger.as_of(day, known_at).explain(about).records, as_of=day, known_at=known_at)
    return told.borne, told.conflicts


def bearing_or_found(
    ledger: Ledger,
    about: str | None,
    *,
    actor: str | None = None,
    since: datetime | None = None,
    as_of: date | None = None,
    known_at: datetime | None = None,
) -> tuple[Borne | None, Conflicts]:
    """What `bearing` says about the thing that an id stands for; without one nothing, and what `conflicts` says."""
    if about is not None:
        return bearing(ledger, about, as_of=as_of, known_at=known_at)
    return None, conflicts(ledger, actor=actor, since=since, as_of=as_of, known_at=known_at)


def positions(
    ledger: Ledger,
    on: str,
    *,
    actor: str | None = None,
    since: date | None = None,
    as_of: date | None = None,
    known_at: datetime | None = None,
) -> Positions:
    """Who is for a thing, against it or neither, since when, and who stood elsewhere before."""
    meant = ledger.names.meant(actor) if actor else None
    return standing.positions(
        ledger.store, on, ledger.names.meant, actor=meant, since=since, as_of=as_of or _today(), known_at=known_at
    )


def suppose(
    ledger: Ledger, *claims: str, as_of: date | None = None, known_at: datetime | None = None, depth: int = 2
) -> Supposed:
    """What would follow if all claims were so, as a difference to without them. Nothing is written."""
    given = [supposition(words, lambda word: state_of(ledger, word), ledger.store) for words in claims]
    return supposing.suppose(ledger.store, ledger.names.name, given, as_of or _today(), known_at=known_at, depth=depth)


def state_of(ledger: Ledger, word: str) -> str:
    """The id of the state that a word means. Raises LedgerError where it means none."""
    found = _as_state(ledger.names.meant(word))
    if not found.startswith(("state:", "cow:", "gw:")):
        raise LedgerError(f"{word!r} is no state")
    return found


def _as_state(entity: str) -> str:
    return f"state:{entity.removeprefix('country:')}" if entity.startswith("country:") else entity


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the reader's own day
