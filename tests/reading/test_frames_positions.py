"""Where states and bodies stand: for, against, neutral; a negation turns it round."""

import pytest
from reading.claims import told

POSITIONS = [
    ("Norway supports the Danish plan.", ["NOR supports the Danish plan"]),
    ("Norway opposes the plan to move the embassy.", ["NOR opposes the plan to move the embassy"]),
    ("Ireland does not support the sanctions.", ["IRL opposes the sanctions"]),
    ("Mexico recognised the new government of Honduras.", ["MEX recognises the new government of Honduras"]),
    ("Spain does not recognise Kosovo.", ["ESP rejects Kosovo"]),
    ("Morocco rejected the plan.", ["MAR rejects the plan"]),
    ("Chad voted against the resolution.", ["TCD opposes the resolution"]),
    ("Kenya voted for the resolution.", ["KEN supports the resolution"]),
    ("The Hungarian foreign minister opposes the embargo.", ["HUN opposes the embargo"]),
    ("Jordan expressed its support for the talks.", ["JOR supports the talks"]),
    ("Sweden's opposition to the pipeline has grown.", ["SWE opposes the pipeline"]),
    ("France and Germany back the ceasefire.", ["FRA supports the ceasefire", "DEU supports the ceasefire"]),
    ("Egypt blames Ethiopia for the drought.", ["EGY blames Ethiopia"]),
    ("Norway signed the treaty.", []),
    ("If Norway supports the plan, Sweden will follow.", []),
    ("Norway urged Sweden to support the plan.", []),
]


@pytest.mark.parametrize(("text", "lines"), POSITIONS)
def test_a_position_has_its_holder_stance_and_object(text: str, lines: list[str]) -> None:
    assert told(text).lines("position") == lines


def test_a_position_is_toward_the_states_in_its_object() -> None:
    report = told("Norway supports the accession of Ukraine.")
    (position,) = report.positions
    assert report.who(*position.toward) == "UKR"


def test_a_position_told_by_another_is_the_others_word() -> None:
    report = told("The Danish minister said Norway opposes the plan.")
    (position,) = report.positions
    assert (report.line(position), report.speaker(position)) == ("NOR opposes the plan", "DNK")


MANY_FORMS = [
    ("Russia and China vetoed the resolution.", ["RUS opposes the resolution", "CHN opposes the resolution"]),
    ("Brazil voted in favour of the resolution.", ["BRA supports the resolution"]),
    ("Italy is in favour of lifting the embargo.", ["ITA supports lifting the embargo"]),
    ("Kenya threw its weight behind the plan.", ["KEN supports the plan"]),
    ("The Security Council voted 15-0 to extend the mission.", ["United Nations Security Council supports extend the mission"]),
    ("Chile's parliament voted not to send troops to Haiti.", ["CHL opposes send troops to Haiti"]),
    ("Turkey dropped its objections to Sweden's membership of NATO.", []),
    ("Greece would lift its objection to a customs union only if Turkey withdrew its threat.", ["GRC opposes a customs union"]),
    ("Nicaragua withdrew its recognition of Taiwan.", ["NIC rejects Taiwan"]),
    ("Serbia would always oppose the independence of Kosovo.", ["SRB opposes the independence of Kosovo"]),
    ("Peru abstained along with Chile.", ["PER neutral abstained", "CHL neutral abstained"]),
    ("Peru called an urgent session of the council for Monday.", []),
    ("Peru rejected the draft treaty. On Tuesday Peru again rejected the draft.", ["PER rejects the draft treaty"]),
]


@pytest.mark.parametrize(("text", "lines"), MANY_FORMS)
def test_a_stance_is_told_by_votes_sides_and_what_is_dropped(text: str, lines: list[str]) -> None:
    assert told(text).lines("position") == lines
