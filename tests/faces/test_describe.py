"""Claims in words."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.faces.describe import Description, Register, days, describe, ladder_words
from casus.reading.model import Event, Measure, Reading, Statement


def told(reading: Reading, claim: str) -> Description:
    register = Register(reading)
    return describe(register.claims[claim], register)


def test_a_denial_and_what_is_denied(strait: Reading) -> None:
    denial, denied = told(strait, "c1"), told(strait, "c2")
    assert (denial.label, denial.who, denial.what) == ("said", "Ilse Brandt", "deny")
    assert denial.words == "Talland did not strike the aid convoy"
    assert (denied.label, denied.what, denied.who, denied.ladder) == ("DENIED", "ASSAULT", "Talland", ("Ilse Brandt",))
    assert denied.facts == ("told 2×",)


def test_a_condition_is_named_by_words(strait: Reading) -> None:
    threat = told(strait, "c6")
    assert threat.label == "CONDITIONAL"
    assert threat.condition == ("c7", "Corvia MOBILIZE “Corvia lets foreign warships into the strait”")


def test_words_read_from_a_document_name_it_on_the_ladder(strait: Reading) -> None:
    ladder = told(strait, "c10").ladder
    assert ladder == ("Ruben Adeyo", "a copy that Adeyo read to reporters")
    assert ladder_words(ladder) == "report > Ruben Adeyo > a copy that Adeyo read to reporters"
    assert ladder_words(ladder[:1]) == "Ruben Adeyo"
    assert ladder_words(()) == "report"


@pytest.mark.parametrize(
    ("claim", "what", "parties", "words", "facts", "when"),
    [
        ("c4", "ASSAULT", ("Talland", "Corvia"), "killing three drivers", ("killed 3", "in Port Ellen"), ""),
        (
            "c5",
            "threaten",
            ("Ilse Brandt", "Corvia"),
            "If Corvia lets foreign warships into the strait, we will close it",
            (),
            "",
        ),
        ("c8", "agreement, signed", ("Talland + Corvia", ""), "border accord", ("on borders",), "2031-02"),
        (
            "c10",
            "provision, consultation",
            ("Talland + Corvia", ""),
            "consultations",
            ("if “either side is attacked”", "of c8"),
            "",
        ),
        ("c12", "transfer, vehicles", ("the League", "Corvia"), "patrol boats", (), ""),
        ("c13", "arms embargo, in force", ("the League", "Talland"), "its arms embargo on Talland", (), ""),
        ("c14", "position, opposes", ("Talland", "the League"), "its arms embargo on Talland", (), ""),
        ("c16", "membership, joins", ("Corvia", "the League"), "joined the League", (), "2029"),
    ],
)
def test_every_kind_says_what_it_is_about(
    strait: Reading, claim: str, what: str, parties: tuple[str, str], words: str, facts: tuple[str, ...], when: str
) -> None:
    shown = told(strait, claim)
    assert (shown.what, (shown.who, shown.whom), shown.words, shown.facts, shown.when) == (what, parties, words, facts, when)


def test_a_mutual_event_names_both_once(strait: Reading) -> None:
    met = Event(id="e", spans=((0, 4),), type="CONSULT", actors=("a1", "a3"), recipients=("a3",))
    shown = describe(met, Register(strait))
    assert (shown.who, shown.whom, shown.parties) == ("Talland + Corvia", "", "Talland + Corvia")


def test_an_act_of_nobody_named_still_says_to_whom(strait: Reading) -> None:
    hit = Event(id="e", spans=((0, 4),), type="ASSAULT", actors=(), recipients=("a1",))
    assert describe(hit, Register(strait)).parties == "? → Talland"


def test_an_event_is_told_from_the_word_that_names_it(strait: Reading) -> None:
    start, end = strait.sentences[4]
    word = strait.report.text.index("signed", start)
    signed = Event(id="e", spans=((start, end),), type="AGREE", actors=("a1",), recipients=(), trigger=(word, word + 6))
    assert describe(signed, Register(strait)).words == "signed a border accord last month."
    elsewhere = replace(signed, trigger=(0, 4))
    assert describe(elsewhere, Register(strait)).words.startswith("The two signed")


def test_a_measure_of_no_known_kind_is_called_a_measure(strait: Reading) -> None:
    limits = Measure(id="m", spans=((0, 4),), measure="other", imposers=("a5",), targets=("a1",), status="lifted")
    assert describe(limits, Register(strait)).what == "measure, lifted"


def test_what_should_not_happen_says_so(strait: Reading) -> None:
    asked = Event(
        id="e", spans=((0, 4),), modality="demanded", negated=True, type="ASSAULT", mode="aerial", actors=("a1",), recipients=()
    )
    shown = describe(asked, Register(strait))
    assert (shown.label, shown.what) == ("DEMANDED NOT", "ASSAULT (aerial)")


def test_a_broken_link_does_not_stop_the_telling(strait: Reading) -> None:
    lost = Event(id="e", spans=((0, 4),), by="gone", condition="gone", type="AID", actors=("nobody",), recipients=())
    shown = describe(lost, Register(strait))
    assert (shown.who, shown.ladder, shown.condition) == ("?", (), None)


def test_a_statement_that_carries_itself_ends_the_ladder(strait: Reading) -> None:
    around = tuple(replace(claim, by="c3") if claim.id == "c3" else claim for claim in strait.claims)
    assert told(replace(strait, claims=around), "c4").ladder == ("Ruben Adeyo",)


def test_joint_speakers_stand_on_one_rung(strait: Reading) -> None:
    together = tuple(
        replace(claim, co_speakers=("a4",)) if isinstance(claim, Statement) and claim.id == "c1" else claim
        for claim in strait.claims
    )
    assert told(replace(strait, claims=together), "c2").ladder == ("Ilse Brandt and Ruben Adeyo",)


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        (date(2024, 6, 19), date(2024, 6, 19), "2024-06-19"),
        (date(2024, 2, 1), date(2024, 2, 29), "2024-02"),
        (date(2024, 1, 1), date(2024, 12, 31), "2024"),
        (date(1990, 1, 1), date(1999, 12, 31), "1990s"),
        (date(1991, 1, 1), date(2000, 12, 31), "1991-01-01..2000-12-31"),
        (date(2024, 6, 3), date(2024, 6, 9), "2024-06-03..2024-06-09"),
        (date(2024, 6, 19), None, "from 2024-06-19"),
        (None, date(2024, 6, 19), "until 2024-06-19"),
        (None, None, ""),
    ],
)
def test_days(first: date | None, last: date | None, shown: str) -> None:
    assert days(first, last) == shown


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 5000))
def test_different_intervals_never_look_the_same(first: date, length: int) -> None:
    last = first + timedelta(length)
    assert days(first, last) != days(first, last + timedelta(1))
    assert days(first, last) != days(first - timedelta(1), last)
