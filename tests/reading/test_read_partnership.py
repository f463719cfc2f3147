"""A real report with a wrong date, a treaty, reported speech, promises and conditions, point by point.

The report isn't part of the project; where it lies beside it, it is read.
"""

from datetime import date
from pathlib import Path

import pytest
from reading.claims import Told

from casus.reading.model import Agreement, Event, Statement
from casus.reading.read import read_report
from casus.sources.open import open_report

REPORT = Path(__file__).parents[3] / "shared/reports/partnership.txt"
pytestmark = pytest.mark.skipif(not REPORT.is_file(), reason="../shared/reports/partnership.txt isn't here")

SIGNING = date(2024, 6, 19)


@pytest.fixture(scope="module")
def report() -> Told:
    return Told(read_report(open_report(REPORT)))


def mentions(report: Told, name: str) -> list[str]:
    (actor,) = [actor for actor in report.reading.actors if actor.name == name]
    return [report.reading.report.text[slice(*mention.span)] for mention in actor.mentions]


def said(report: Told, words: str) -> Statement:
    """The innermost statement whose content holds some words."""
    text = report.reading.report.text
    at = text.index(words)
    holding = [
        statement
        for statement in report.statements
        if any(start <= at and at + len(words) <= end for start, end in statement.content)
    ]
    return sorted(holding, key=lambda one: sum(end - start for start, end in one.content))[0]


def cue(report: Told, statement: Statement) -> str:
    return " ".join(report.reading.report.text[slice(*span)] for span in statement.cue)


def test_the_header_date_is_a_stamp_and_not_the_day_of_writing(report: Told) -> None:
    assert [(stamp.origin, stamp.value) for stamp in report.reading.report.stamps] == [("header", date(2025, 3, 28))]
    written = report.reading.written
    assert written is not None
    assert (written.first, written.last) == (SIGNING, SIGNING)
    assert "2024-06-19" in written.basis
    (doubt,) = [warning for warning in report.reading.warnings if warning.code == "stamp-contradicted"]
    assert "2025-03-28" in doubt.message
    assert "2024-06-19" in doubt.message


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("on Wednesday", SIGNING, SIGNING),
        ("today", SIGNING, SIGNING),
        ("earlier this month", date(2024, 6, 1), date(2024, 6, 30)),
    ],
)
def test_days_count_from_the_day_of_writing(report: Told, words: str, first: date, last: date) -> None:
    text = report.reading.report.text
    found = [
        time for time in report.reading.times if text[slice(*time.span)] in words and words.endswith(text[slice(*time.span)])
    ]
    assert found
    assert {(time.first, time.last) for time in found} == {(first, last)}


def test_one_actor_is_putin_through_all_his_names(report: Told) -> None:
    assert {"the Russian leader", "Russian President Vladimir Putin", "He", "the president", "Putin", "he"} <= set(
        mentions(report, "Vladimir Putin")
    )


def test_kim_is_the_counterpart(report: Told) -> None:
    assert set(mentions(report, "Kim Jong-un")) >= {"his North Korean counterpart", "Kim Jong-un"}


SAID = [
    ("assist each other against foreign aggression", "pledged", "promise", "indirect"),
    ("Moscow and Pyongyang have pledged to assist", "announced", "announce", "indirect"),
    ("Pyongyang has the right to defend its sovereignty", "said", "say", "indirect"),
    ("It will serve as a roadmap", "said", "say", "indirect"),
    ("truly a breakthrough", "calling", "say", "mixed"),
    ("The document on comprehensive partnership", "added", "say", "direct"),
    ("Moscow supports Pyongyang's intention", "said", "say", "indirect"),
    ("considers the US and its allies", "added", "say", "indirect"),
    ("Overused Western propaganda tropes", "said", "say", "direct"),
    ("Western nations were supplying advanced weapons", "noted", "say", "indirect"),
    ("orchestrated by the US", "denounced", "condemn", "mixed"),
    ("desire to use donated weapons", "warned", "warn", "indirect"),
    ("Moscow could send similar types of weapons", "said", "say", "indirect"),
    ('stance on the Ukraine conflict', "said", "say", "mixed"),
    ("We will continue to oppose", "vowed", "promise", "direct"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "cued", "act", "quoting"), SAID)
def test_each_saying_has_its_cue_act_and_manner(report: Told, words: str, cued: str, act: str, quoting: str) -> None:
    statement = said(report, words)
    assert cued in cue(report, statement)
    assert (statement.act, statement.quoting) == (act, quoting)


def test_putin_and_russia_and_both_sides_are_the_only_speakers(report: Told) -> None:
    names = {actor.id: actor.name for actor in report.reading.actors}
    assert {names[statement.speaker] for statement in report.statements} <= {"Vladimir Putin", "Russia", "North Korea"}


def test_the_agreement_is_signed_by_both(report: Told) -> None:
    signed = [report.line(agreement) for agreement in report.agreements if agreement.by is None]
    assert signed == ["signed: PRK RUS"]


def test_both_are_bound_to_mutual_aid_on_putins_word(report: Told) -> None:
    (provision,) = [provision for provision in report.provisions if provision.provides == "defence"]
    assert report.who(*provision.bound) == "PRK RUS"
    assert report.speaker(provision) == "RUS"
    assert "aggression" in f"{provision.trigger} {provision.obligation}"
    assert isinstance(report.claim(provision.agreement), Agreement)


def test_the_councils_restrictions_are_in_force(report: Told) -> None:
    councils = [measure for measure in report.measures if "Council" in report.who(*measure.imposers)]
    assert {report.who(*measure.targets) for measure in councils} == {"PRK"}
    assert {measure.status for measure in councils} <= {"in force", "revision sought"}


def test_arms_pass_from_the_west_on_putins_word_and_would_pass_to_its_enemies(report: Told) -> None:
    to_ukraine, to_enemies = report.transfers
    assert report.line(to_ukraine) == "arms: the West > UKR"
    assert report.speaker(to_ukraine) == "RUS"
    assert report.line(to_enemies) == "arms: RUS > the West's enemies (conditional)"
    condition = report.claim(to_enemies.condition)
    assert isinstance(condition, Event)
    assert (condition.type, condition.modality) == ("ASSAULT", "supposed")
    assert report.who(*condition.actors) == "UKR"
    assert "deep inside Russia" in " ".join(report.words(condition))


def test_moscow_backs_pyongyang_on_putins_word(report: Told) -> None:
    (backing,) = [position for position in report.positions if "Pyongyang's intention" in position.object]
    assert (report.who(backing.holder), backing.stance, report.speaker(backing)) == ("RUS", "supports", "RUS")
    assert "PRK" in report.who(*backing.toward)


def test_who_the_country_is_is_doubted(report: Told) -> None:
    (doubt,) = [warning for warning in report.reading.warnings if warning.code == "ambiguous-actor"]
    assert doubt.span is not None
    assert report.reading.report.text[slice(*doubt.span)] == "The country"
    assert "Russia" in doubt.message
    assert "North Korea" in doubt.message
