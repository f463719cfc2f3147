"""Turns of phrase that attribute: minds, names, hearsay about somebody, and papers that speak for whoever issued them."""

import pytest
from reading.test_attribution import Told


@pytest.mark.parametrize(
    ("text", "speaker", "act", "content"),
    [
        (
            "Peru signed what President Vega called the biggest order of the decade.",
            "Vega", "say", "what / the biggest order of the decade",
        ),
        ("The envoys of Peru were of one mind that the border must stay open.", "envoys of Peru", "believe",
         "the border must stay open"),
        ("Norwegian officials name Peru as the main supplier of the rebels.", "Norwegian officials", "say",
         "Peru as the main supplier of the rebels"),
        ("President Vega was said by Norwegian aides to favour a truce.", "Norwegian aides", "say",
         "President Vega / to favour a truce"),
    ],
)  # fmt: skip
def test_a_turn_of_phrase_attributes(text: str, speaker: str, act: str, content: str) -> None:
    report = Told(text)
    told = [(report.speaker(one), one.act, report.content(one)) for one in report.statements]
    assert (speaker, act, content) in told


def test_a_paper_without_an_owner_speaks_for_the_body_that_met() -> None:
    report = Told(
        "The Andean Council met in Lima on Friday. The communique said the border would stay open. "
        "It also demanded that Chile free the sailors."
    )
    assert [report.speaker(statement) for statement in report.statements] == ["Andean Council", "Andean Council"]
    assert report.statements[0].via == "The communique"


def test_a_declaration_speaks_for_all_who_signed_it() -> None:
    report = Told("Peru and Chile signed a declaration in Lima. The declaration stated that no ship would sail.")
    assert len(report.statements) == 1
    statement = report.statements[0]
    assert [report.cast.by_id[actor].country for actor in (statement.speaker, *statement.co_speakers)] == ["PER", "CHL"]


def test_another_declaration_is_not_the_one_that_was_signed() -> None:
    report = Told(
        "Peru and Chile signed a declaration in Lima. Norway met the rebels. A declaration stated that no ship would sail."
    )
    assert "Peru" not in {report.speaker(statement) for statement in report.statements}


def test_one_of_many_speaks_without_a_name() -> None:
    report = Told("Peru held talks with the rebels. One of them, who asked not to be named, said the truce would hold.")
    assert [report.speaker(statement) for statement in report.statements] == ["One of them"]


def test_telling_somebody_to_do_a_thing_is_a_demand() -> None:
    report = Told("President Vega was told by Norwegian envoys to free the sailors.")
    assert [(report.speaker(one), one.act) for one in report.statements] == [("Norwegian envoys", "demand")]
