"""Acts in the words of the wires: who does them, whom they befall, however the sentence is built."""

import pytest
from reading.claims import told

TOLD = [
    # one act in many words
    ("Thousands of teachers walked off the job in Honduras on Wednesday.", "PROTEST HND > HND"),
    ("Zambia has recalled its high commissioner from Pretoria.", "SANCTION ZMB > ZAF"),
    ("Malian authorities have ordered the French ambassador to leave within three days.", "COERCE MLI > FRA"),
    ("Ethiopia has massed tanks along the border.", "MOBILIZE ETH"),
    ("Lebanon has taken in more than a million Syrian refugees.", "AID LBN > SYR"),
    ("Iranian authorities placed a French teacher under house arrest.", "COERCE IRN > FRA"),
    ("Brunei deplored the Malaysian raid.", "ACCUSE BRN > MYS"),
    ("Colombian jets entered Ecuadorean airspace on Monday.", "COERCE COL > ECU"),
    ("The European Union and France have cut off financial aid to Niger.", "SANCTION European Union FRA > NER"),
    ("Peruvian troops returned fire at a Chilean post.", "ASSAULT PER > CHL"),
    ("Yoweri Museveni of Uganda held five hours of talks with Salva Kiir of South Sudan.", "CONSULT SSD UGA"),
    ("The Organization of American States called an urgent session of its council.", "CONSULT Organization of American States"),
    # who suffers a deed
    ("The Danish convoy came under fire from Serbian troops.", "ASSAULT SRB > DNK"),
    ("Greek coast guards rammed a boat carrying Afghan migrants.", "ASSAULT GRC > AFG"),
    ("The Indian army accused its Pakistani counterpart of opening fire.", "ACCUSE IND > PAK"),
    ("The raid drew a protest from Lima.", "ACCUSE PER"),
    ("Kenyan soldiers shelled a Somali town, killing 12 people.", "ASSAULT KEN > SOM"),
    # by whom, across what stands between
    ("The arrest of a Kuwaiti fisherman by the Iranian coast guard angered the emir.", "COERCE IRN > KWT"),
    ("Peru and Chile fought a war over the desert.", "ASSAULT CHL PER > CHL PER"),
    ("Two Italian engineers abducted in May were freed on Sunday.", "YIELD  > ITA"),
    ("Peru's council adopted a motion condemning Chile.", "ACCUSE PER > CHL"),
    ("Chile blamed Peru for having fired first.", "ACCUSE CHL > PER"),
    ("Five people were wounded in clashes between Kenyan police and Somali traders.", "ASSAULT KEN SOM > KEN SOM"),
    ("Fighting between Peruvian and Chilean troops killed 40 people.", "ASSAULT CHL PER > CHL PER"),
    ("Tens of thousands of Sudanese took to the streets of Khartoum.", "PROTEST SDN"),
    ("The rebels of Chad released the bodies of two Israeli soldiers.", "YIELD TCD > ISR"),
    ("The Arab League suspended Libya's membership on Tuesday.", "SANCTION League of Arab States > LBY"),
    ("Jordan's king warned Israel against annexing Syria.", "ASSAULT ISR > SYR (possible)"),
    ("Police fired tear gas at Greek students in Nicosia.", "COERCE CYP > GRC"),
    # whose release it is
    ("The Mexican envoy is in jail in Cuba. Mexico demanded his release.", "YIELD  > MEX (demanded)"),
    # who speaks besides
    ("Rwanda shelled a town, Kinshasa said, summoning the Rwandan envoy.", "ACCUSE COD > RWA"),
    # promised, set for a later day, done if
    ("Norway pledged 100 million crowns in aid to Lebanon.", "AID NOR > LBN (promised)"),
    ("The African Union called an emergency meeting for Friday.", "CONSULT African Union (planned)"),
    ("Poland would close the border unless the Belarusian prisoners were freed.", "YIELD  > BLR (supposed, not)"),
]


@pytest.mark.parametrize(("text", "line"), TOLD)
def test_an_act_is_told_with_its_sides(text: str, line: str) -> None:
    assert line in told(text).lines("event")


def test_whom_others_are_said_to_have_wronged_is_not_accused() -> None:
    report = told("The Kenyan police had been probing claims that a firm set up a fund for some Saudi princes.")
    assert "ACCUSE KEN > SAU" not in report.lines("event")
