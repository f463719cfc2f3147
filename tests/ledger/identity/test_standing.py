"""Agreements and regimes told of are known ones, or new."""

from dataclasses import replace
from datetime import date

import casus
from casus.ledger.drafts import Told, draft_of
from casus.ledger.identity.actors import entities_of
from casus.ledger.identity.standing import standing_of, standing_told
from casus.ledger.identity.standing_fit import Standing
from casus.reading.model import (
    Actor,
    Agreement,
    AgreementStatus,
    Claim,
    Measure,
    MeasureKind,
    MeasureStatus,
    Mention,
    Reading,
    When,
    Written,
)
from casus.sources.report import Report

DAY = date(2024, 6, 19)


def reading_of(*claims: Claim, written: date = DAY, text: str = "A report.") -> Reading:
    """A reading of a report with these claims; its actors are the states and bodies that they name by id."""
    named = sorted({one for claim in claims for field in ("parties", "imposers", "targets") for one in getattr(claim, field, ())})
    actors = tuple(
        Actor(id=one, name=one, kind="state" if len(one) == 3 else "organisation", country=one if len(one) == 3 else None,
              world=f"state:{one}" if len(one) == 3 else one, mentions=(Mention((0, 1), "name"),))
        for one in named
    )  # fmt: skip
    return Reading(
        report=Report(text), written=Written(first=written, last=written, basis="given"), sentences=((0, len(text)),),
        actors=actors, times=(), claims=claims, warnings=(),
    )  # fmt: skip


def agreement(
    *parties: str,
    title: str | None = None,
    day: date | None = None,
    status: AgreementStatus = "signed",
    ledger: str | None = None,
) -> Agreement:
    when = When(day, day) if day else None
    return Agreement(id="a1", spans=((0, 1),), parties=parties, title=title, status=status, when=when, ledger=ledger)


def measure(imposer: str, target: str, kind: MeasureKind = "arms embargo", status: MeasureStatus = "in force") -> Measure:
    return Measure(id="m1", spans=((0, 1),), measure=kind, imposers=(imposer,), targets=(target,), status=status)


def found(claim: Claim, *known: Standing, written: date = DAY, text: str = "A report.") -> str | None:
    reading = reading_of(claim, written=written, text=text)
    return standing_of(reading, entities_of(reading), known).get(claim.id)


def kept(claim: Agreement | Measure, *known: Standing, written: date = DAY, text: str = "An earlier report.") -> Standing:
    """What a later report finds in the ledger of an earlier one's claim."""
    reading = reading_of(claim, written=written, text=text)
    actors = entities_of(reading)
    draft = draft_of(claim, Told(reading, actors, standing_of(reading, actors, known)), {})
    standing = standing_told(draft, written)
    assert standing is not None
    return standing


def test_the_treaty_that_a_report_tells_of_is_the_known_one() -> None:
    text = "MOSCOW, June 20, 2024 - Russia and North Korea signed a strategic partnership treaty in Pyongyang on Wednesday."
    reading = casus.read(text)
    assert set(standing_of(reading, entities_of(reading)).values()) == {"agreement:russia-dprk-2024"}


def test_a_day_of_signature_and_the_parties_are_enough() -> None:
    assert found(agreement("RUS", "PRK", day=date(2024, 6, 20))) == "agreement:russia-dprk-2024"


def test_a_name_of_its_own_is_enough() -> None:
    assert found(agreement("FRA", title="the North Atlantic Treaty", status="in force")) == "agreement:north-atlantic-treaty"


def test_another_day_is_another_treaty() -> None:
    assert (
        found(agreement("RUS", "PRK", day=date(2000, 2, 9), title="a strategic partnership treaty"))
        != "agreement:russia-dprk-2024"
    )


def test_what_the_reader_took_it_for_stands_unless_the_titles_clash() -> None:
    assert found(agreement("RUS", "PRK", ledger="russia-dprk-2024")) == "agreement:russia-dprk-2024"
    clash = found(agreement("RUS", "LKA", title="WTO accession deal", ledger="asean-tac-1976"))
    assert clash is not None
    assert clash.startswith("agreement:lka-rus-")


def test_an_unknown_treaty_is_founded_once() -> None:
    first = kept(agreement("ETH", "ERI", title="a fisheries agreement", day=DAY))
    assert first.id.startswith("agreement:eri-eth-2024-")
    assert found(agreement("ERI", "ETH", title="the accord on fisheries", day=date(2024, 6, 20)), first) == first.id
    assert found(agreement("ERI", "ETH", day=DAY), first) == first.id


def test_two_treaties_of_the_same_parties_stay_two() -> None:
    first = kept(agreement("ETH", "ERI", title="a fisheries agreement", day=DAY))
    for other in (
        agreement("ETH", "ERI", title="an extradition treaty", day=DAY),
        agreement("ETH", "ERI", title="a fisheries agreement", day=date(2023, 6, 19)),
        agreement("ETH", "ERI", title="a ceasefire", day=DAY),
        agreement("ETH", "ERI", "SDN", title="a fisheries agreement", day=DAY),
    ):
        assert found(other, first) not in (first.id, None)


def test_an_undated_telling_means_the_news_of_these_weeks() -> None:
    first = kept(agreement("ETH", "ERI", title="a fisheries agreement", day=DAY))
    assert found(agreement("ETH", "ERI", title="the fisheries deal"), first, written=date(2024, 7, 1)) == first.id
    assert found(agreement("ETH", "ERI", title="a fisheries deal"), first, written=date(2029, 7, 1)) != first.id
    assert (
        found(agreement("ETH", "ERI", title="the fisheries deal", status="in force"), first, written=date(2029, 7, 1)) == first.id
    )


def test_what_fits_two_alike_is_neither() -> None:
    one = kept(agreement("ETH", "ERI", title="a fisheries agreement", day=DAY))
    other = replace(one, id="agreement:other")
    assert found(agreement("ETH", "ERI", title="the fisheries deal", day=DAY), one, other) not in (one.id, other.id, None)


def test_an_agreement_with_one_party_or_denied_founds_none() -> None:
    assert found(agreement("ETH", title="an agreement")) is None
    assert found(replace(agreement("ETH", "ERI"), modality="denied")) is None


def test_a_restriction_by_the_council_is_of_its_regime() -> None:
    assert found(measure("org:UNSC", "PRK")) == "regime:un-dprk-1718"
    assert found(measure("org:UN", "PRK")) == "regime:un-dprk-1718"
    assert found(measure("org:UNSC", "PRK"), written=date(1995, 1, 1)) != "regime:un-dprk-1718"


def test_what_is_only_asked_for_is_of_no_regime() -> None:
    assert found(measure("org:UNSC", "PRK", status="proposed")) is None


def test_an_unknown_regime_is_founded_once() -> None:
    first = kept(measure("ETH", "ERI", "trade restriction"))
    assert first.id.startswith("regime:eth-eri-2024-")
    assert found(measure("ETH", "ERI", "travel ban"), first, written=date(2025, 1, 1)) == first.id
    assert found(measure("ERI", "ETH", "travel ban"), first) not in (first.id, None)
    assert found(measure("ETH", "ERI", "travel ban"), first, written=date(2031, 1, 1)) not in (first.id, None)


def test_two_claims_of_one_report_about_a_new_treaty_are_one() -> None:
    one = agreement("ETH", "ERI", title="a fisheries agreement", day=DAY)
    reading = reading_of(one, replace(one, id="a2", title="the fisheries accord"))
    assert len(set(standing_of(reading, entities_of(reading)).values())) == 1


def test_other_records_tell_of_nothing_standing() -> None:
    one = agreement("ETH", title="an agreement")
    reading = reading_of(one)
    assert standing_told(draft_of(one, Told(reading, entities_of(reading), {}), {})) is None
