"""What is supposed, as people write it: "ASSAULT USA RUS", "transfer RUS PRK missiles", "denounce agreement:anzus NZL",
"accede agreement:north-atlantic-treaty UKR", "lift regime:un-dprk-1718", or the id of a claim that is kept."""

import json
import re
import shlex
from collections.abc import Callable
from dataclasses import dataclass

from casus.errors import LedgerError, QuestionError
from casus.ledger.contract import Query, Store, Wanted
from casus.ledger.record import Record, ReportSource

State = Callable[[str], str]
"""Gives the id of the state that a word means; raises a CasusError where it means none."""

FORMS = (
    '"ASSAULT ATTACKER ATTACKED [at PLACE]", "transfer FROM TO GOODS", "denounce AGREEMENT [STATE]", "accede AGREEMENT STATE", '
    '"lift MEASURE or REGIME", or the id of a claim that is kept'
)
_ATTACK = "ASSAULT"
"""The PLOVER root of the use of armed force."""
_LOCAL = re.compile(r"(?:(?P<report>[0-9a-f]{4,64}):)?(?P<claim>[a-z]+[0-9]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class SupposedAttack:
    """One state (by id) attacks another with arms. `words` is what was written; `condition` what a report says it depends on."""

    words: str
    attacker: str
    attacked: str
    at: str | None = None
    condition: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SupposedTransfer:
    """One (by id) sends goods to another."""

    words: str
    supplier: str
    recipient: str
    goods: str
    condition: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Denounced:
    """An agreement (by id) is ended: for one state, or for None as a whole."""

    words: str
    agreement: str
    state: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceded:
    """A state becomes a party of an agreement (ids)."""

    words: str
    agreement: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifted:
    """A measure or all measures of a regime (by id) are lifted."""

    words: str
    gone: str


Supposition = SupposedAttack | SupposedTransfer | Denounced | Acceded | Lifted


def supposition(words: str, state: State, store: Store) -> Supposition:
    """What some words suppose. Raises QuestionError where they have none of the forms, or name what nobody knows."""
    parts = _parts(words)
    match parts[0].casefold(), parts[1:]:
        case ("assault" | "attack", [attacker, attacked, *rest]) if not rest or rest[0].casefold() == "at":
            at = " ".join(rest[1:]) or None
            return SupposedAttack(words=words, attacker=state(attacker), attacked=state(attacked), at=at)
        case "transfer", [supplier, recipient, *goods] if goods:
            return SupposedTransfer(words=words, supplier=state(supplier), recipient=state(recipient), goods=" ".join(goods))
        case "denounce", [agreement]:
            return Denounced(words=words, agreement=_agreement(agreement, store), state=None)
        case "denounce", [agreement, party]:
            return Denounced(words=words, agreement=_agreement(agreement, store), state=state(party))
        case "accede", [agreement, party]:
            return Acceded(words=words, agreement=_agreement(agreement, store), state=state(party))
        case "lift", [gone]:
            return Lifted(words=words, gone=gone)
        case _, []:
            return _claimed(words, store)
    raise QuestionError(f"{words!r} supposes nothing that is understood; write {FORMS}")


def _parts(words: str) -> list[str]:
    try:
        parts = shlex.split(words)
    except ValueError as error:
        raise QuestionError(f"{words!r}: {error}; write {FORMS}") from error
    if not parts:
        raise QuestionError(f"nothing is supposed; write {FORMS}")
    return parts


def _agreement(word: str, store: Store) -> str:
    """The id of an agreement that is kept."""
    for entity in (word, f"agreement:{word}"):
        wanted = Wanted(entity=entity, roles=("standing",))
        if ":" in entity and store.records(Query(kinds=("agreement",), entities=(wanted,), limit=1)):
            return entity
    raise QuestionError(f"{word!r}: no such agreement is kept; casus show agreements --facts lists them")


def _claimed(word: str, store: Store) -> Supposition:
    """What a claim tells that is kept, supposed: an armed attack or a transfer."""
    record = _record(word, store)
    draft = record.draft
    condition = draft.body.get("condition")
    held = store.records(Query(facts=(condition,))) if condition else ()
    told = _words(held[0]) if held else None
    if draft.kind == "event" and draft.body.get("type") == _ATTACK:
        attacker, attacked = _country(record, "actor"), _country(record, "recipient")
        if attacker and attacked:
            return SupposedAttack(words=_words(record) or word, attacker=attacker, attacked=attacked, condition=told)
        raise QuestionError(f"{word}: the claim does not tell which state attacks which; write the states instead: {FORMS}")
    if draft.kind == "transfer":
        supplier, recipient = _country(record, "supplier"), _country(record, "recipient")
        goods = str(draft.body.get("goods") or draft.body.get("goods_class") or "arms")
        if supplier and recipient:
            return SupposedTransfer(
                words=_words(record) or word, supplier=supplier, recipient=recipient, goods=goods, condition=told
            )
        raise QuestionError(f"{word}: the claim does not tell who sends to whom; write the states instead: {FORMS}")
    kind = f"{draft.kind} {draft.body.get('type', '')}".strip()
    raise QuestionError(
        f"{word}: a claim of the kind {kind} has no consequence that is understood; armed attacks and transfers do"
    )


def _record(word: str, store: Store) -> Record:
    """The record of a claim: by its id in the ledger, or by that in its reading ("c17", "b9b00417:c17")."""
    local = _LOCAL.fullmatch(word)
    if local is None:
        try:
            return store.record(word)
        except LedgerError as error:
            raise QuestionError(f"{error}; write {FORMS}") from error
    return _by_reading(word, local["report"], local["claim"], store)


def _by_reading(word: str, report: str | None, claim_id: str, store: Store) -> Record:
    reports = [store.report(report)] if report else store.reports(limit=2)
    if len(reports) > 1:
        raise QuestionError(f"{word}: several reports are kept; write REPORT:{word} (casus show reports), or the record's id")
    if not reports:
        raise QuestionError(f"{word}: no report is kept")
    reading = json.loads(store.reading(reports[0].id).body)
    claim = next((one for one in reading["claims"] if one["id"] == claim_id), None)
    if claim is None:
        raise QuestionError(f"{word}: the report {reports[0].id[:8]} has no such claim")
    spans = {(start, end) for start, end in claim["spans"]}
    for record in store.records(Query(report=reports[0].id, kinds=(claim["kind"],))):
        source = record.draft.source
        if isinstance(source, ReportSource) and spans == {(one.start, one.end) for one in source.quotes if one.role == "told"}:
            same = record.draft.body.get("type") == claim.get("type")
            if same and record.draft.body.get("modality") == claim.get("modality"):
                return record
    raise QuestionError(f"{word}: the claim was corrected or retracted since; write the record's id")


def _country(record: Record, role: str) -> str | None:
    """The state that has a part, or for which somebody who has one acts; None where there is none, or several."""
    own = {part.entity for part in record.draft.parts if part.role == role and part.entity.startswith("state:")}
    acts = {
        f"state:{part.entity.removeprefix('country:')}"
        for part in record.draft.parts
        if part.role == role and part.entity.startswith("country:")
    }
    found = own or acts
    return next(iter(found)) if len(found) == 1 else None


def _words(record: Record) -> str | None:
    source = record.draft.source
    if not isinstance(source, ReportSource):
        return None
    return " … ".join(" ".join(one.words.split()) for one in source.quotes if one.role == "told") or None
