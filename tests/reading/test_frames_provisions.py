"""What agreements lay down: told of the agreement, under it, of its sides alone, and in the sentences after."""

import pytest
from reading.claims import told

TERMS = [
    ("Mali and Niger signed a defence pact. An attack on one would be treated as an attack on both.", ["defence: MLI NER"]),
    ("The treaty between Mali and Niger treats an attack on either as an attack on both.", ["defence: MLI NER"]),
    ("The pact between Iran and Syria pledges help if either is attacked.", ["defence: IRN SYR"]),
    ("Iran and Iraq signed a pact saying any aggression against either would be aggression against both.", ["defence: IRN IRQ"]),
    ("Greece and France signed a pact. Each will come to the other's aid in case of attack.", ["defence: FRA GRC"]),
    ("Peru and Chile signed a treaty in Lima. It bars either from hosting foreign bases.", ["limitation: CHL PER"]),
    ("The treaty between the United States and the Soviet Union caps warheads at 1,550.", ["limitation: SUN USA"]),
    ("Egypt and Israel signed a treaty that demilitarises the Sinai.", ["limitation: EGY ISR"]),
    (
        "Under the 1972 treaty the United States and the Soviet Union may each keep only 100 interceptors.",
        ["limitation: SUN USA"],
    ),
    (
        "Iran and Iraq signed a deal. Under the deal, Iran will halt enrichment and Iraq will unfreeze its funds.",
        ["limitation: IRN", "relief: IRQ"],
    ),
    (
        "Iran and Iraq signed a deal. Iran will cap its output in return for the lifting of sanctions.",
        ["limitation: IRN", "relief: IRN IRQ"],
    ),
    ("The agreement between Kenya and Uganda lets Ugandan ships use the port of Mombasa.", ["cooperation: KEN UGA"]),
    ("Japan and the Philippines signed an accord allowing their troops to train on each other's soil.", ["cooperation: JPN PHL"]),
    (
        "The United States and Denmark signed an accord. American troops will be able to use three bases.",
        ["cooperation: DNK USA"],
    ),
    ("Sudan and Israel signed an accord. Sudan agreed to recognise Israel.", ["recognition: SDN"]),
    ("In the treaty, Egypt and Israel undertook not to use force against each other.", ["non-aggression: EGY ISR"]),
    ("The deal commits Armenia to withdraw. Armenia and Azerbaijan signed the deal on Monday.", ["limitation: ARM AZE"]),
    ("The treaty with Russia binds Iran not to let its soil be used against Russia.", ["non-assistance: IRN RUS"]),
    ("Chad wants a treaty with Mali that would oblige both to help each other if attacked.", ["defence: MLI TCD (planned)"]),
]


@pytest.mark.parametrize(("text", "lines"), TERMS)
def test_what_an_agreement_lays_down_is_told_in_many_forms(text: str, lines: list[str]) -> None:
    assert told(text).lines("provision") == lines


NO_TERMS = [
    "Chad and Mali signed a trade pact on Monday. The two presidents will meet again in May.",
    "Chad and Mali signed a pact on Monday. Chad will hold elections in June.",
    "Chad and Mali signed a pact on Monday. The pact took two years to negotiate.",
    "Chad and Mali signed a pact on Monday. Critics said the pact would ruin both.",
    "The pact between Chad and Mali ended a war that killed thousands.",
    "Chad and Mali signed a pact on Monday. Mali's army said it would withdraw from the north.",
]


@pytest.mark.parametrize("text", NO_TERMS)
def test_what_the_sides_do_next_and_what_came_of_it_are_no_terms(text: str) -> None:
    assert told(text).lines("provision") == []


def test_terms_go_on_from_one_sentence_to_the_next() -> None:
    report = told(
        "Chad and Mali initialled a peace treaty. Neither may let third countries station troops along the border."
        " It also commits them to exchange all prisoners. Chad will grant Mali access to its railway."
    )
    assert report.lines("provision") == ["limitation: MLI TCD", "relief: MLI TCD", "cooperation: TCD"]


def test_a_term_ends_where_the_next_begins() -> None:
    report = told("Chad and Mali signed a treaty under which each recognises the other's borders and renounces the use of force.")
    assert report.lines("provision") == ["recognition: MLI TCD", "non-aggression: MLI TCD"]


OLD_TREATIES = [
    ("Under a treaty of 1951 the United States is obliged to defend the Philippines.", ["defence: PHL USA"]),
    ("The treaty with the Philippines obliges the United States to come to Manila's defence.", ["defence: PHL USA"]),
    ("Japan and Peru are allies under a treaty of 1960, which commits Lima to defend Japan.", ["defence: JPN PER"]),
    ("The treaty, in which Cuba and Russia pledge to aid each other if either is attacked, was ratified.", ["defence: CUB RUS"]),
    ("The treaty with Egypt allows Israel to station only four battalions near the border.", ["limitation: ISR"]),
    ("The accord sets up a joint force of Chad and Sudan to watch the border.", ["cooperation: SDN TCD"]),
    ("According to the accord, Chad and Sudan undertake not to attack each other.", ["non-aggression: SDN TCD"]),
    ("Qatar and Oman extended a deal that lets Omani troops use the base for ten years.", ["cooperation: OMN QAT"]),
    ("The treaty obliges Finland to repel any attack on the Soviet Union through its territory.", ["defence: FIN SUN"]),
    ("A Honduran army communique said one soldier was killed.", []),
]


@pytest.mark.parametrize(("text", "lines"), OLD_TREATIES)
def test_the_terms_of_a_treaty_are_told_where_its_sides_are_told_beside(text: str, lines: list[str]) -> None:
    assert told(text).lines("provision") == lines


def test_what_a_treaty_obliges_neither_to_do_is_no_provision_in_force() -> None:
    report = told("Peru and Chile signed a treaty in Lima. The treaty obliges neither to fight for the other.")
    assert all(claim.modality == "denied" for claim in report.reading.claims if claim.kind == "provision")
