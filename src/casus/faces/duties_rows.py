"""Who owes what as rows and as JSON: grounds that say the same of several states are one row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from casus.faces.proof_page import proof_json
from casus.ledger.views import View
from casus.reasoning.answer import Duties, Ground, NotDue, Searched
from casus.reasoning.binding import in_words
from casus.reasoning.promises import Promise, Promises


@dataclass(frozen=True, slots=True)
class DutyRow:
    """Grounds that differ in their state alone, or in the article that keeps the same states from acting."""

    states: tuple[str, ...]
    grounds: tuple[Ground, ...]

    @property
    def ground(self) -> Ground:
        """What they say; the first of them where there are several articles."""
        return self.grounds[0]

    @property
    def by(self) -> str:
        """The agreement with the articles, in words."""
        articles = [one.article for one in self.grounds if one.article]
        return ", ".join(filter(None, (self.ground.title, in_words(articles) if articles else "")))


def duty_rows(grounds: Sequence[Ground]) -> list[DutyRow]:
    """Grounds as rows, in their order."""
    found: dict[object, list[Ground]] = {}
    for one in grounds:
        key = (one.status, one.agreement, one.article, one.obligation, one.conditions, one.law_why, one.conflicts)
        found.setdefault(key, []).append(one)
    rows: dict[object, list[Ground]] = {}
    for same in found.values():
        first, states = same[0], tuple(one.state for one in same)
        apart = first.article if first.due else None  # articles that keep the same states from acting are one row
        rows.setdefault((first.status, first.agreement, apart, states, first.conditions), []).extend(same)
    return [DutyRow(tuple(dict.fromkeys(one.state for one in same)), tuple(same)) for same in rows.values()]


def not_due_rows(not_due: Sequence[NotDue]) -> list[tuple[tuple[str, ...], NotDue]]:
    """Promises that are not due, those that differ in their state alone together."""
    found: dict[object, list[NotDue]] = {}
    for one in not_due:
        found.setdefault((one.agreement, one.article, one.why), []).append(one)
    return [(tuple(dict.fromkeys(one.state for one in same)), same[0]) for same in found.values()]


def code(entity: str) -> str:
    """A state's alpha-3 code; the id of what has none."""
    return entity.removeprefix("state:")


def duties_json(answer: Duties, view: View) -> Iterator[dict[str, Any]]:
    """The answer as JSON objects, one a ground; one with the status "nothing" where there is none."""
    asked = {
        "attacked": code(answer.attacked), "by": code(answer.by) if answer.by else None, "at": answer.place,
        "as_of": str(answer.day), "known_at": answer.known_at.isoformat() if answer.known_at else None,
    }  # fmt: skip
    not_due = [_not_due_json(states, one) for states, one in not_due_rows(answer.not_due)]
    for one in answer.grounds:
        yield {
            "state": code(one.state),
            "status": one.status,
            "agreement": one.agreement,
            "article": one.article,
            "condition": one.condition,
            "discretion": one.discretion,
            "certainty": {"facts": round(one.facts, 4), "law": one.law},
            "proof": proof_json(one.proof, view),
            "toward": code(one.toward),
            "title": one.title,
            "provides": one.provides,
            "obligation": one.obligation,
            "formal": list(one.formal),
            "law_why": list(one.law_why),
            "changes": list(one.changes),
            "conflicts": list(one.conflicts),
            "same_as": one.same_as,
            "depends_on_attacker": [
                {"attackers": [code(other) for other in told.attackers], "agreement": told.agreement, "what": told.what}
                for told in answer.depends
                if one.state in told.states and one.due
            ],
            "asked": asked,
            "notes": list(answer.notes),
            "not_due": not_due,
        }
    if not answer.grounds:
        yield {
            "state": None,
            "status": "nothing",
            "searched": searched_json(answer.searched),
            "asked": asked,
            "notes": list(answer.notes),
            "not_due": not_due,
        }


def _not_due_json(states: Sequence[str], one: NotDue) -> dict[str, Any]:
    codes = [code(state) for state in states]
    return {"states": codes, "agreement": one.agreement, "title": one.title, "article": one.article, "why": one.why}


def promises_json(answer: Promises, view: View) -> Iterator[dict[str, Any]]:
    """All that a state has promised as JSON objects, one a provision; one with the status "nothing" where there is none."""
    for one in answer.promises:
        yield promise_json(one, view)
    if not answer.promises:
        yield {
            "state": code(answer.state),
            "status": "nothing",
            "searched": searched_json(answer.searched),
            "notes": list(answer.notes),
        }


def promise_json(one: Promise, view: View) -> dict[str, Any]:
    """One promise as JSON."""
    return {
        "state": code(one.state),
        "status": one.status,
        "provides": one.provides,
        "toward": [code(other) for other in one.toward],
        "agreement": one.agreement,
        "title": one.title,
        "article": one.article,
        "obligation": one.obligation,
        "trigger": one.trigger,
        "discretion": one.discretion,
        "conditions": list(one.conditions),
        "since": str(one.since) if one.since else None,
        "last": str(one.last) if one.last else None,
        "ends": list(one.ends),
        "certainty": {"facts": round(one.facts, 4), "law": one.law},
        "law_why": list(one.law_why),
        "proof": proof_json(one.proof, view),
    }


def searched_json(searched: Searched) -> dict[str, Any]:
    """What was looked through, as JSON."""
    return {
        "agreements": searched.agreements, "provisions": searched.provisions, "kinds": list(searched.kinds),
        "not_covered": list(searched.not_covered),
    }  # fmt: skip
