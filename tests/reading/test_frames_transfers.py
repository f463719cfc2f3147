"""Arms and aid: who passes what to whom, and whether it has passed at all."""

import pytest
from reading.claims import told

PASSED = [
    ("France delivered 12 fighter jets to Egypt.", "aircraft: FRA > EGY", "12 fighter jets"),
    ("Egypt bought 12 fighter jets from France.", "aircraft: FRA > EGY", "12 fighter jets"),
    ("Twelve fighter jets were delivered to Egypt by France.", "aircraft: FRA > EGY", "Twelve fighter jets"),
    ("Egypt received tanks from the Soviet Union.", "vehicles: SUN > EGY", "tanks"),
    ("Sweden donated medicine to Nepal.", "humanitarian: SWE > NPL", "medicine"),
    ("Cuba supplied the Angolan army with rifles.", "arms: CUB > AGO", "rifles"),
    ("Serbia sold ammunition to Armenia.", "ammunition: SRB > ARM", "ammunition"),
    ("Norway granted Tanzania a loan of 40 million dollars.", "financial: NOR > TZA", "a loan of 40 million dollars"),
    ("Sweden is Finland's main supplier of arms.", "arms: SWE > FIN", "arms"),
    ("China is the largest supplier of weapons to Pakistan.", "arms: CHN > PAK", "weapons"),
    ("Austria handed Jordan 40 armoured cars.", "vehicles: AUT > JOR", "40 armoured cars"),
    ("Canada imposed restrictions on Iran over the missile deliveries to Yemen.", "missiles:  > YEM", "missile"),
    ("Peru kept the missiles that it used to ship to Bolivia.", "missiles: PER > BOL", "the missiles"),
    ("The tanks on the ship were bound for Kenya.", "vehicles:  > KEN (planned)", "The tanks on the ship"),
    ("Kenya denied that the tanks were meant for Sudan.", "vehicles:  > SDN (denied)", "the tanks"),
    ("Germany will send tanks to Ukraine.", "vehicles: DEU > UKR (planned)", "tanks"),
    ("Israel could supply missiles to Azerbaijan.", "missiles: ISR > AZE (possible)", "missiles"),
    ("Russia promised to deliver grain to Somalia.", "humanitarian: RUS > SOM (promised)", "grain"),
    ("Spain denied that it had sold ammunition to Saudi Arabia.", "ammunition: ESP > SAU (denied)", "ammunition"),
    ("Iran has never supplied rockets to Yemen.", "missiles: IRN > YEM (denied)", "rockets"),
    ("Nepal plans to buy helicopters from India.", "aircraft: IND > NPL (planned)", "helicopters"),
    ("Jordan asked Britain to supply tanks to Jordan.", "vehicles: GBR > JOR (demanded)", "tanks"),
    ("Belgium is considering selling rifles to Rwanda.", "arms: BEL > RWA (possible)", "rifles"),
    ("If Iran agrees, China will sell missiles to Tehran.", "missiles: CHN > IRN (conditional)", "missiles"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "goods"), PASSED)
def test_a_transfer_has_both_sides_its_goods_and_its_standing(text: str, line: str, goods: str) -> None:
    report = told(text)
    assert report.lines("transfer") == [line]
    assert report.transfers[0].goods == goods


NO_TRANSFERS = [
    "The envoy delivered a speech in Cairo.",
    "France sent its foreign minister to Egypt.",
    "Chile gave Peru an answer.",
    "The company sold its shares to a Dutch bank.",
    "The two sides exchanged fire with rifles.",
    "The army fired missiles at the town.",
    "Venezuela sent tanks to the border with Colombia.",
    "The plan was meant for Peru.",
]


@pytest.mark.parametrize("text", NO_TRANSFERS)
def test_what_is_neither_arms_nor_aid_is_no_transfer(text: str) -> None:
    assert told(text).lines("transfer") == []


def test_aid_told_as_an_act_is_an_event_too() -> None:
    assert told("Sweden donated medicine to Nepal.").lines("event") == ["AID SWE > NPL"]


def test_tanks_sent_to_a_border_are_deployed() -> None:
    assert told("Venezuela sent tanks to the border with Colombia.").lines("event") == ["MOBILIZE VEN > COL"]


def test_a_sale_of_arms_is_a_transfer_alone() -> None:
    assert told("Serbia sold ammunition to Armenia.").lines("event") == []


def test_a_delivery_told_by_a_speaker_is_the_speakers_word() -> None:
    report = told("The Indian defence minister said China was supplying tanks to Pakistan.")
    (transfer,) = report.transfers
    assert (report.line(transfer), report.speaker(transfer)) == ("vehicles: CHN > PAK", "IND")


def test_a_missing_side_is_the_partner_that_the_report_names_elsewhere() -> None:
    report = told("Egypt signed a contract with France in May. Egypt will receive 12 fighter jets in June.")
    assert report.lines("transfer") == ["aircraft: FRA > EGY (planned)"]


def test_a_missing_side_stays_open_between_two_partners() -> None:
    report = told("Egypt signed a contract with France. Egypt signed a treaty with Jordan. Egypt will receive 12 fighter jets.")
    assert report.lines("transfer") == ["aircraft:  > EGY (planned)"]
