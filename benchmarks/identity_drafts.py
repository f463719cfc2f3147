"""The generated stories as drafts: the events that a reader of some faults has of them, without reading (identity_stories.py)."""

import random
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from benchmarks.identity_stories import Happening, Paper, Sentence
from casus.ledger.identity.tellings import roots_alike
from casus.ledger.record import Bound, Draft, Part, Quote, ReportSource, Valid
from casus.sources.report import Report


def drafts(paper: Paper, happenings: Mapping[str, Happening], seed: int) -> Iterator[tuple[Draft, str]]:
    """The events of a paper as a reader of some faults has them, each with the id of the true event."""
    chance = random.Random(f"{seed}:{paper.number}:{paper.reposts}")
    report = Report(paper.text)
    for sentence, (start, end) in paper.spans():
        if sentence.of is not None:
            quote = Quote("told", start, end, sentence.text)
            yield _draft(chance, sentence, happenings[sentence.of], ReportSource(report.id, (quote,)), paper), sentence.of


def _draft(chance: random.Random, sentence: Sentence, happening: Happening, source: ReportSource, paper: Paper) -> Draft:
    root = happening.of_kind["root"]
    if chance.random() < 0.06:
        others = sorted(other for pair in roots_alike() if root in pair for other in pair - {root})
        root = chance.choice(others or [root])
    doer = happening.of_kind.get("doer", "A")
    done = "" if happening.of_kind.get("one_sided") else "A" if doer == "C" else "B"
    parts = list(_parts(chance, sentence, happening, doer, "actor"))
    parts += _parts(chance, sentence, happening, done, "actor" if root in ("CONSULT", "AGREE") else "recipient") if done else ()
    body: dict[str, Any] = {"type": root, "modality": "actual"}
    body |= {name: value for name in ("killed", "injured", "crowd") if (value := getattr(sentence, name)) is not None}
    if "P" in sentence.slots and happening.place and chance.random() < 0.9:
        place = happening.place if chance.random() < 0.96 else chance.choice(happening.sides["B"]["towns"])
        body["place"] = f"place:{place.lower().replace(' ', '-')}@{happening.country}"
        parts += [Part("place", body["place"]), Part("place", f"country:{happening.country}")]
    shift = paper.written - _first_written(paper) if paper.reposts is not None and chance.random() < 0.5 else timedelta()
    return Draft(
        kind="event",
        body=body,
        valid=_valid(sentence, paper.written, shift),
        source=source,
        extractor="stories",
        parts=tuple(parts),
    )


def _parts(chance: random.Random, sentence: Sentence, happening: Happening, slot: str, role: str) -> Iterator[Part]:
    """A side of an event as a reader has it: the state, its forces, or people of its country; one in twelve is missed."""
    forms = {one.partition(":")[2] for one in sentence.slots if one.partition(":")[0] == slot}
    if not forms or chance.random() < 0.08:
        return
    code = happening.sides[slot]["code"]
    if forms & {"", "gov"}:
        yield Part(role, f"state:{code}")
    elif "men" in forms:
        yield Part(role, f"org:{chance.choice(('forces', 'army', 'troops'))}@{code}")
    yield Part(role, f"country:{code}")


def _first_written(paper: Paper) -> date:
    """The day on which a re-posted text was first written, as far as its own words say."""
    return next((one.last for one in paper.sentences if one.last), paper.written)


def _valid(sentence: Sentence, written: date, shift: timedelta) -> Valid:
    if sentence.first is None or sentence.last is None:
        return Valid(None, Bound(written, written))
    days = Bound(sentence.first + shift, sentence.last + shift)
    return Valid(days, days)
