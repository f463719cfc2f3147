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
