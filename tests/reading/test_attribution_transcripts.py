"""Transcripts: the report's own people tell the report, all others make statements."""

import pytest
from reading.test_attribution import Told


def said(text: str) -> list[tuple[str, str]]:
    """Every statement of a text: its speaker's name and its content."""
    report = Told(text)
    return [(report.speaker(statement), report.content(statement)) for statement in report.statements]


def test_anchors_and_reporters_tell_the_report() -> None:
    assert said(
        "ANCHOR: Good evening. Libya has closed its ports.\n\nREPORTER: The Libyan foreign ministry said a ship was hit.\n\n"
        "COLONEL TARVE: We will answer.\n\nNARRATOR: Fires burned until morning.\n"
    ) == [("Libyan foreign ministry", "a ship was hit"), ("TARVE", "We will answer")]


@pytest.mark.parametrize("voice", ["KARI LUND, CORRESPONDENT", "KARI LUND, ATLANTIC NEWS", "CNN", "Reporter"])
def test_a_journalist_or_network_is_a_voice_of_the_report(voice: str) -> None:
    text = f"{voice}: The port of Lima is closed.\n\nMINISTER ROJAS: It will open on Monday.\n"
    assert [speaker for speaker, _ in said(text)] == ["ROJAS"]


def test_a_journalist_is_known_again_without_his_network() -> None:
    text = (
        "PETER HOLM, ATLANTIC NEWS: The government has fallen.\n\nMINISTER BERG: I did what I could.\n\nPETER HOLM: Thank you.\n"
    )
    assert [content for _, content in said(text)] == ["I did what I could"]


def test_who_signs_off_is_a_journalist() -> None:
    text = (
        "Kari Lund: The port of Lima is shut.\n\nAna Ruiz: We will rebuild it.\n\nKari Lund: The navy keeps silent.\n\n"
        "Ana Ruiz: We shall see.\n\nKari Lund: Ships wait at sea. Kari Lund, Atlantic News, Lima.\n"
    )
    assert [speaker for speaker, _ in said(text)] == ["Ana Ruiz", "Ana Ruiz"]


@pytest.mark.parametrize("handed", ["From Bahrain, Helen Marsh.", "Helen Marsh is in Bahrain.", "Helen Marsh has the story."])
def test_to_whom_a_presenter_hands_over_is_a_journalist(handed: str) -> None:
    text = (
        f"PRESENTER: A platform was shelled. {handed}\n\nMARSH: Iran says it will answer.\n\n"
        "WEINBERGER: This is over.\n\nMARSH: The navy keeps silent.\n"
    )
    assert [speaker for speaker, _ in said(text)] == ["Iran", "WEINBERGER"]


def test_a_minister_is_no_journalist_by_a_journalists_surname() -> None:
    text = "KARI LUND, CORRESPONDENT: The port is shut.\n\nMINISTER LUND: It will open soon.\n"
    assert [content for _, content in said(text)] == ["It will open soon"]


def test_questions_make_no_statement_but_what_they_attribute() -> None:
    text = (
        "Briefing by the spokesperson of the Ministry of Foreign Affairs of Norway\n\n"
        "Q: Has Denmark broken the law? The Danish minister said his ship was in open sea.\n\nA: We have asked Denmark.\n"
    )
    report = Told(text)
    speakers = [report.cast.by_id[statement.speaker] for statement in report.statements]
    assert [actor.country for actor in speakers] == ["DNK", "NOR"]
    assert report.content(report.statements[0]) == "his ship was in open sea"


def test_a_ministry_answers_in_its_own_briefing() -> None:
    report = Told("Norwegian Foreign Ministry briefing\n\nQ: Will the envoy leave?\n\nA: No decision has been taken.\n")
    assert [report.cast.by_id[statement.speaker].country for statement in report.statements] == ["NOR"]


def test_a_question_needs_no_colon() -> None:
    text = "Q Will the truce hold?\n\nMR. DALE: It will.\n\nQ And the border?\n\nMR. DALE: I have no answer.\n"
    assert said(text) == [("DALE", "It will"), ("DALE", "I have no answer")]
