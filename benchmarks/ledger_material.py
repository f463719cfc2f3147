"""Made-up reports with what is told in them, for measuring and breaking stores: the same number gives the same change.

The measures are those of examples/*.txt as the reader reads them: about 30 records in 2,300 characters, of kinds in these shares,
with 2.6 quotes, 4 parts and a reading of 20 kB as JSON. States are told of as often as Zipf's law has it (the n-th as 1/n).
"""

import hashlib
import itertools
import json
import random
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from casus.ledger.contract import Change, KeptReading, KeptReport
from casus.ledger.record import Bound, Draft, Part, Quote, RecordKind, ReportSource, Valid

RECORDS = 30
"""In each change."""

_KINDS: tuple[tuple[RecordKind, int], ...] = (
    ("actor", 8), ("event", 10), ("statement", 9), ("position", 1), ("transfer", 1), ("agreement", 1)
)  # fmt: skip
_STATES = 190
_FIRST_DAY, _DAYS = date(2015, 1, 1), 4000
_ROOTS = ("CONSULT", "AGREE", "ASSAULT", "AID", "ACCUSE", "REJECT", "THREATEN", "SANCTION", "MOBILIZE", "SUPPORT")
_VERBS = (
    "met envoys of",
    "signed a pact with",
    "shelled a post of",
    "sent grain to",
    "accused",
    "turned down",
    "warned",
    "froze trade with",
)
_SYLLABLES = ("ru", "ri", "ta", "nia", "gra", "stark", "bor", "du", "syl", "da", "vo", "lan", "mar", "ko", "ze", "no")
_EXTRACTOR = "casus-reader 0.2.0"
_KEYS = 42


@dataclass(frozen=True, slots=True)
class _State:
    code: str
    name: str


@cache
def _states() -> tuple[tuple[_State, ...], tuple[float, ...]]:
    """The states, and up to which share of all mentions each of them reaches."""
    codes = itertools.islice(("".join(letters) for letters in itertools.product("ABDEGKLMNRSTUZ", repeat=3)), 7, None, 11)
    chance = random.Random(0)
    states = tuple(
        _State(code, "".join(chance.choice(_SYLLABLES) for _ in range(3)).title()) for code in itertools.islice(codes, _STATES)
    )
    weights = list(itertools.accumulate(1 / (number + 1) for number in range(_STATES)))
    return states, tuple(weight / weights[-1] for weight in weights)


def dyad(number: int) -> tuple[str, str]:
    """The entities of two states, of the 40 told of most: number 0 is the first and the second of them."""
    one, other = list(itertools.combinations(range(40), 2))[number % 780]
    states = _states()[0]
    return f"country:{states[one].code}", f"country:{states[other].code}"


def last_day() -> date:
    """The last day on which something may happen."""
    return _FIRST_DAY + timedelta(_DAYS)


def change(number: int) -> Change:
    """The change that keeps the report of this number, with its reading and RECORDS drafts, the first 8 about its actors."""
    chance = random.Random(number)
    day = _FIRST_DAY + timedelta(chance.randrange(_DAYS))
    told = _Teller(chance, day, number)
    kinds = [kind for kind, count in _KINDS for _ in range(count)]
    sentences = [told.sentence(kind) for kind in kinds]
    text = "\n".join(sentence for sentence, *_ in sentences)
    report = hashlib.sha256(text.encode()).hexdigest()
    drafts, at = list[Draft](), 0
    for kind, (sentence, actor, recipient) in zip(kinds, sentences, strict=True):
        drafts.append(told.draft(kind, report, sentence, at, actor, recipient))
        at += len(sentence) + 1
    return Change(
        report=KeptReport(
            id=report, text=text, title=sentences[0][0], publisher=f"Gazette {number % 97}", url=f"https://gazette.example/{number}",
            first=day, last=day, basis="header", signature=chance.randbytes(516),
            keys=tuple(str(chance.getrandbits(63)) for _ in range(_KEYS)),
        ),
        reading=KeptReading(report, _EXTRACTOR, _reading(drafts, text)),
        drafts=tuple(drafts),
    )  # fmt: skip


def changes(count: int, start: int = 0) -> Iterator[Change]:
    """So many changes."""
    return (change(number) for number in range(start, start + count))


@dataclass(frozen=True, slots=True)
class _Teller:
    chance: random.Random
    day: date
    number: int

    def state(self) -> _State:
        states, shares = _states()
        return states[bisect(shares, self.chance.random())]

    def sentence(self, kind: RecordKind) -> tuple[str, _State, _State]:
        actor, recipient = self.state(), self.state()
        words = f"{self.chance.choice(_VERBS)} {recipient.name} over file {self.chance.randrange(10**6)}"
        if kind == "statement":
            return f"The envoy of {actor.name} said that it {words}.", actor, recipient
        return f"{actor.name} {words}, in the third week of talks.", actor, recipient

    def draft(self, kind: RecordKind, report: str, sentence: str, at: int, actor: _State, recipient: _State) -> Draft:
        chance = self.chance
        happened = Bound(self.day - timedelta(chance.randrange(5)), self.day)
        spans = [("told", 0, len(sentence)), ("trigger", sentence.index(" ") + 1, sentence.index(" ") + 4)]
        spans += [("source", 0, 9), ("cue", 10, 14)] if kind == "statement" else []
        quotes = tuple(Quote(role, at + start, at + end, sentence[start:end]) for role, start, end in spans)  # type: ignore[arg-type]
        return Draft(
            kind=kind,
            body=self.body(kind, report, actor, recipient),
            valid=Valid() if kind in ("actor", "position") else Valid(happened, None if kind == "agreement" else happened),
            source=ReportSource(report, quotes),
            extractor=_EXTRACTOR,
            parts=tuple(self.parts(kind, report, actor, recipient)),
            confidence=round(chance.random(), 4),
        )

    def body(self, kind: RecordKind, report: str, actor: _State, recipient: _State) -> dict[str, object]:
        chance = self.chance
        states = [f"state:{actor.code}"], [f"state:{recipient.code}"]
        if kind == "actor":
            return {
                "id": f"report:{report[:12]}:envoy-{chance.randrange(10**6)}", "name": f"envoy of {actor.name}", "kind": "person",
                "country": actor.code, "sector": "GOV",
            }  # fmt: skip
        body: dict[str, object] = {"modality": chance.choice(("actual", "actual", "actual", "denied", "planned"))}
        if kind == "event":
            return body | {"type": chance.choice(_ROOTS), "actors": states[0], "recipients": states[1], "basis": "the dateline"}
        if kind == "statement":
            return body | {"act": "say", "quoting": "indirect", "speaker": states[0][0], "addressees": states[1]}
        if kind == "transfer":
            return body | {"goods": "grain", "goods_class": "other", "suppliers": states[0], "recipients": states[1]}
        if kind == "agreement":
            return body | {"title": "pact", "status": "signed", "parties": states[0] + states[1]}
        return body | {"stance": "opposes", "object": f"file {chance.randrange(10**6)}", "holder": states[0][0]}

    def parts(self, kind: RecordKind, report: str, actor: _State, recipient: _State) -> Iterator[Part]:
        if kind == "actor":
            yield Part("actor", f"report:{report[:12]}:envoy-{self.chance.randrange(10**6)}")
            yield Part("actor", f"country:{actor.code}")
            return
        roles = {"statement": ("speaker", "addressee"), "agreement": ("party", "party")}.get(kind, ("actor", "recipient"))
        for role, state in zip(roles, (actor, recipient), strict=True):
            yield Part(role, f"state:{state.code}")
            yield Part(role, f"country:{state.code}")
        if kind == "event":
            year, week, _ = self.day.isocalendar()
            pair = "+".join(sorted((actor.code, recipient.code)))
            for name in (actor.code, recipient.code, pair, f"@{actor.name.lower()}"):
                yield Part("week", f"{name} {year}-W{week:02}")


def _reading(drafts: list[Draft], text: str) -> str:
    """Some 20 kB of JSON that packs about as well as a reading."""
    claims = [
        {
            "id": f"c{number}", "kind": draft.kind, "spans": [[quote.start, quote.end] for quote in draft.source.quotes],
            "by": None, "negated": False, "condition": None, "when": str(draft.valid), "place": None, **draft.body,
            "confidence": draft.confidence, "sector": None, "wikidata": None, "role": None, "world": None, "countries": [],
        }
        for number, draft in enumerate(drafts)
        if isinstance(draft.source, ReportSource)
    ]  # fmt: skip
    ends = list(itertools.accumulate(len(line) for line in text.splitlines(keepends=True)))
    sentences = [[start, end - 1] for start, end in itertools.pairwise([0, *ends])]
    return json.dumps({"casus": "1", "report": {"text": text, "written": None}, "sentences": sentences, "claims": claims})
