"""Nothing that is denied, planned, demanded, threatened or only thought of comes out as a fact."""

import pytest
from reading.claims import told

from casus.reading.model import Agreement, Event, Measure

NOT_FACTS = [
    ("Norway denied that its navy had sunk a Danish trawler.", "ASSAULT NOR > DNK (denied)"),
    ("Egypt will not attack Sudan, the Egyptian president said.", "ASSAULT EGY > SDN (denied)"),
    ("Neither Greece nor Turkey has attacked Cyprus, the Greek minister said.", "ASSAULT GRC TUR > CYP (denied)"),
    ("Britain denied that its aircraft had bombed the port of Aden.", "ASSAULT GBR > YEM (denied)"),
    ("Norway rejected accusations that it had attacked a Danish tanker.", "ASSAULT NOR > DNK (denied)"),
    ("The talks between Armenia and Azerbaijan were cancelled.", "CONSULT ARM AZE (denied)"),
    ("Honduras refused to sign the treaty with Nicaragua.", "AGREE HND NIC (denied)"),
    ("Japan failed to reach an agreement with South Korea.", "AGREE JPN KOR (denied)"),
    ("The minister denied reports that Serbia had signed a pact with Bulgaria.", "AGREE BGR SRB (denied)"),
    ("The Philippines has no plans to impose sanctions on China.", "SANCTION PHL > CHN (denied)"),
    ("Washington has not lifted the embargo on Cuba.", "YIELD USA > CUB (denied)"),
    ("Algeria has never supplied weapons to the rebels in Mali.", "AID DZA > MLI (denied)"),
    ("Zambia denied sending weapons to Angolan rebels.", "AID ZMB > AGO (denied)"),
    ("Turkey would bomb Greece if Greece extended its waters.", "ASSAULT TUR > GRC (conditional)"),
    ("Should Thailand close the bridge, Laos could ban Thai trucks.", "SANCTION LAO > THA (conditional)"),
    ("Had Syria attacked, Jordan would have asked Britain for help.", "REQUEST JOR > GBR (conditional)"),
    ("Argentina may send ships to the islands.", "MOBILIZE ARG (possible)"),
    ("A Kenyan general said Ethiopia might strike Somalia.", "ASSAULT ETH > SOM (possible)"),
    ("Austria is considering expelling the Iranian ambassador.", "COERCE AUT > IRN (possible)"),
    ("China could impose tariffs on Australian wine.", "SANCTION CHN > AUS (possible)"),
    ("Israel could supply missiles to Azerbaijan.", "AID ISR > AZE (possible)"),
    ("Rumours that Kenya had invaded Uganda proved false.", "ASSAULT KEN > UGA (denied)"),
    ("Iraq threatened to invade Kuwait.", "ASSAULT IRQ > KWT (threatened)"),
    ("India threatened to cut off trade with Nepal.", "SANCTION IND > NPL (threatened)"),
    ("South Africa promised to release the Mozambican prisoners.", "YIELD ZAF > MOZ (promised)"),
    ("Bulgaria vowed to veto the accession of North Macedonia to the European Union.", "REJECT BGR > MKD (promised)"),
    ("Malaysia urged Indonesia to release the Malaysian sailors.", "YIELD IDN > MYS (demanded)"),
    ("Pakistan demanded that India withdraw its forces from Kashmir.", "YIELD IND (demanded)"),
    ("Mali urged Niger not to attack Chad.", "ASSAULT NER > TCD (demanded, not)"),
    ("Panama is expected to sign an agreement with Colombia on Friday.", "AGREE COL PAN (planned)"),
    ("President Daniel arap Moi of Kenya is expected in Kampala next week.", "CONSULT KEN UGA (planned)"),
    ("Spain has not yet approved the treaty with Peru.", "AGREE ESP PER (denied)"),
    ("Austria has given Hungary two days to release the sailors.", "YIELD HUN > sailors (planned)"),
    ("The talks between Peru and Chile in November 2031 are a first.", "CONSULT CHL PER (planned)"),
    ("Zimbabwe plans to release the South African pilots.", "YIELD ZWE > ZAF (planned)"),
]


@pytest.mark.parametrize(("text", "line"), NOT_FACTS)
def test_an_act_that_has_not_happened_says_so(text: str, line: str) -> None:
    report = told(text)
    assert line in report.lines("event")
    root = line.partition(" ")[0]
    assert [report.line(event) for event in report.events if event.type == root and event.modality == "actual"] == []


STANDING = [
    "India threatened to cut off trade with Nepal.",
    "The Philippines has no plans to impose sanctions on China.",
    "China could impose tariffs on Australian wine.",
    "Should Thailand close the bridge, Laos could ban Thai trucks.",
    "Mexico proposed an arms embargo against Sudan.",
    "Japan failed to reach an agreement with South Korea.",
    "The minister denied reports that Serbia had signed a pact with Bulgaria.",
    "Honduras refused to sign the treaty with Nicaragua.",
    "Panama is expected to sign an agreement with Colombia on Friday.",
    "Nepal plans to buy helicopters from India.",
    "Israel could supply missiles to Azerbaijan.",
    "Zambia denied arming the rebels in Angola.",
    "Algeria has never supplied weapons to the rebels in Mali.",
    "Spain denied that it had sold ammunition to Saudi Arabia.",
    "Ghana may leave the African Union.",
]


@pytest.mark.parametrize("text", STANDING)
def test_a_standing_thing_that_does_not_stand_says_so(text: str) -> None:
    report = told(text)
    things = [claim for claim in report.reading.claims if claim.kind in ("agreement", "measure", "transfer", "membership")]
    assert things
    for claim in things:
        proposed = isinstance(claim, Agreement | Measure) and claim.status in ("proposed", "unknown")
        assert claim.modality != "actual" or proposed, report.line(claim)


MERELY_THOUGHT_OF = [
    "The plan to invade Cuba was shelved.",
    "Fears of a Chinese attack on Vietnam grew.",
    "Nobody in Oslo believes that Sweden will attack Norway.",
    "A war between Iran and Iraq would help nobody, the Turkish minister said.",
]


@pytest.mark.parametrize("text", MERELY_THOUGHT_OF)
def test_a_thought_is_no_attack(text: str) -> None:
    attacks = [claim for claim in told(text).reading.claims if isinstance(claim, Event) and claim.type == "ASSAULT"]
    assert all(event.modality != "actual" for event in attacks)


def test_facts_stay_facts_beside_what_is_not() -> None:
    report = told("Iraq attacked Kuwait on Sunday and threatened to attack Saudi Arabia. Jordan urged Iraq to withdraw.")
    assert {line for line in report.lines("event") if line.startswith("ASSAULT")} == {
        "ASSAULT IRQ > KWT",
        "ASSAULT IRQ > SAU (threatened)",
    }


def test_what_is_called_off_takes_place_no_more() -> None:
    assert told("Joint exercises with the Chilean army have been suspended by Peru.").lines("event") == [
        "MOBILIZE PER > CHL (denied)"
    ]
