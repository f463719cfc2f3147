"""Acts done by saying: demands, accusations, threats, praise; each an event of its own beside what is said."""

import pytest
from reading.claims import told

SPEECH = [
    ("Bolivia must withdraw its troops, the Chilean president said.", "REQUEST CHL > BOL"),
    ("The Chilean president said Bolivia should reopen the border.", "REQUEST CHL > BOL"),
    ('"Iran must open its plants to inspectors," the French foreign minister said.', "REQUEST FRA > IRN"),
    ("Turkey called the Greek decision a provocation.", "ACCUSE TUR > GRC"),
    ("The Sudanese foreign minister called the raid by Chad a crime.", "ACCUSE SDN > TCD"),
    ("The Czech foreign minister described the Hungarian statement as absurd.", "ACCUSE CZE > HUN"),
    ("The Spanish minister branded the Peruvian report a fabrication.", "ACCUSE ESP > PER"),
    ("The Czech foreign minister complained that Austria had broken its promise.", "ACCUSE CZE > AUT"),
    ("Kenya's president deplored the failure of Uganda to act.", "ACCUSE KEN > UGA"),
    ("Egypt warned Ethiopia that it would bomb the dam.", "THREATEN EGY > ETH"),
    ("Iran warned that it would strike Iraq if its ships were attacked.", "THREATEN IRN > IRQ"),
    ("Pakistan threatened India with war.", "THREATEN PAK > IND"),
    ("Ecuador accused Peru of bombing a village.", "ACCUSE ECU > PER"),
    ("Sweden thanked Finland for its help.", "SUPPORT SWE > FIN"),
    ("Iceland rejected the British offer.", "REJECT ISL > GBR"),
    ("Albania blamed Yugoslavia for the incident.", "ACCUSE ALB > YUG"),
]


@pytest.mark.parametrize(("text", "line"), SPEECH)
def test_saying_something_to_somebody_is_an_act(text: str, line: str) -> None:
    report = told(text)
    (event,) = [event for event in report.events if report.line(event) == line]
    assert event.by is None
    assert event.modality == "actual"


NO_ACT = [
    "The Chilean president said the talks with Bolivia had gone well.",
    "Norway warned that the herring might disappear.",
    "The Greek foreign minister called the talks with Turkey useful.",
    "Peru said that it would host the games.",
    "The Kenyan president promised to visit Somalia.",
    "Canada announced a plan for the north.",
]


@pytest.mark.parametrize("text", NO_ACT)
def test_plain_speech_is_no_demand_accusation_or_threat(text: str) -> None:
    report = told(text)
    assert report.statements
    assert {event.type for event in report.events}.isdisjoint({"REQUEST", "ACCUSE", "THREATEN", "REJECT"})


def test_what_is_demanded_is_carried_by_the_demand() -> None:
    report = told("Mexico urged Guatemala to free the Mexican fishermen.")
    demand, freeing = report.events
    assert report.line(demand) == "REQUEST MEX > GTM"
    assert report.line(freeing) == "YIELD GTM > MEX (demanded)"
    assert (demand.by, report.speaker(freeing)) == (None, "MEX")


def test_what_one_threatens_is_threatened() -> None:
    report = told("Iraq threatened to invade Kuwait.")
    assert "ASSAULT IRQ > KWT (threatened)" in report.lines("event")
    assert [event.modality for event in report.events if event.type == "THREATEN"] == ["actual"]


def test_a_denied_act_is_denied_and_the_denial_is_a_statement() -> None:
    report = told("Norway denied that its navy had sunk a Danish trawler.")
    assert report.lines("statement") == ["NOR deny"]
    assert report.lines("event") == ["ASSAULT NOR > DNK (denied)"]


def test_a_chain_of_voices_reaches_the_report() -> None:
    report = told("The Polish minister said that Lithuania had accused Belarus of attacking Latvia.")
    raid = next(event for event in report.events if event.type == "ASSAULT")
    assert report.speaker(raid) == "LTU"
    assert report.speaker(report.claim(raid.by)) == "POL"
    assert report.speaker(report.claim(report.claim(raid.by).by)) is None


def test_who_refuses_to_call_a_thing_bad_accuses_nobody() -> None:
    assert [
        line for line in told("Peru refused to call the Chilean raid an act of terrorism.").lines("event") if "ACCUSE" in line
    ] == []
    assert told("Peru called the Chilean raid an act of terrorism.").lines("event") != []
