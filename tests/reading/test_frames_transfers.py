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


MANY_FORMS = [
    ("Croatia has received its first batch of Rafale jets from France.", "aircraft: FRA > HRV"),
    ("A cargo of 30,000 tonnes of Ukrainian wheat reached Ethiopia on Friday.", "humanitarian: UKR > ETH"),
    ("Thirty thousand tonnes of wheat from Ukraine arrived in Somalia.", "humanitarian: UKR > SOM"),
    ("An Algerian plane carrying 40 tonnes of medicine landed in Beirut.", "humanitarian: DZA > LBN"),
    ("Mexico shipped 400,000 barrels of oil to Cuba in May.", "other: MEX > CUB"),
    ("Qatar gave Lebanon's army 60 million dollars.", "financial: QAT > LBN"),
    ("The European Union disbursed 1.5 billion euros in aid to Ukraine.", "financial: European Union > UKR"),
    ("India has become Armenia's main supplier of arms.", "arms: IND > ARM"),
    ("Algeria relies on Moscow for its tanks.", "vehicles: RUS > DZA"),
    ("India's acquisition of five S-400 systems from Russia was completed last year.", "arms: RUS > IND"),
    ("Argentina has decided to buy 24 F-16 fighters from Denmark.", "aircraft: DNK > ARG (planned)"),
    ("Washington approved the sale of 66 F-16 fighters to Taiwan.", "aircraft: USA > TWN (planned)"),
    ("The World Bank approved a $3 billion loan for Egypt.", "financial: World Bank > EGY (planned)"),
    ("Poland signed a contract with South Korea for 1,000 tanks.", "vehicles: KOR > POL (planned)"),
    ("Egypt is in talks with Italy to buy two frigates.", "vehicles: ITA > EGY (possible)"),
    ("Poland has offered to hand over its MiG-29 jets to Ukraine.", "aircraft: POL > UKR (promised)"),
    ("The tanks that Slovakia had promised Ukraine came too late.", "vehicles: SVK > UKR (promised)"),
    ("The ship was carrying Chinese ammunition for Zimbabwe.", "ammunition: CHN > ZWE (planned)"),
    ("Armenia turned to India for howitzers.", "arms: IND > ARM (demanded)"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line"), MANY_FORMS)
def test_a_transfer_is_told_in_many_forms(text: str, line: str) -> None:
    assert told(text).lines("transfer") == [line]


NEVER_PASSED = [
    ("Iran sent missiles to Yemen but the US navy seized them on the way.", "missiles: IRN > YEM (denied)"),
    ("Russia shipped missiles to Cyprus, but they never arrived.", "missiles: RUS > CYP (denied)"),
    ("A shipment of Iranian missiles bound for Yemen was intercepted by the US navy.", "missiles: IRN > YEM (denied)"),
    ("Sudan's army intercepted a convoy of weapons sent from Chad to the rebels.", "arms: TCD > rebels (denied)"),
    ("The US navy seized Iranian rifles destined for Yemen.", "arms: IRN > YEM (planned)"),
    ("Russia has stopped supplying gas to Finland.", "other: RUS > FIN (denied)"),
    ("The ban stops Britain from supplying weapons to Argentina.", "arms: GBR > ARG (denied)"),
    ("The suspension of arms deliveries to Egypt angered Cairo.", "arms:  > EGY (denied)"),
    ("The European Union froze aid to Niger.", "other: European Union > NER (denied)"),
    ("Kuwait's parliament rejected a grant of 1 billion dollars to Egypt.", "financial: KWT > EGY (denied)"),
    ("Indonesia has dropped plans to buy jets from Russia.", "aircraft: RUS > IDN (denied)"),
    ("Britain revoked the licences for arms exports to Israel.", "arms: GBR > ISR (denied)"),
    ("The sale of corvettes to Morocco fell through.", "vehicles:  > MAR (denied)"),
    ("Oslo allowed the export of radars to Kuwait.", "arms: NOR > KWT (planned)"),
]


@pytest.mark.parametrize(("text", "line"), NEVER_PASSED)
def test_goods_that_never_came_are_no_transfer_that_happened(text: str, line: str) -> None:
    assert told(text).lines("transfer") == [line]


COME_TO_FIGHT = [
    "Russian tanks entered Ukraine.",
    "American jets arrived in Poland for a drill.",
    "Rockets from Gaza reached Tel Aviv.",
    "China sent a warship to Djibouti.",
    "Rebels captured tanks from the Syrian army.",
    "Poland and South Korea signed a contract for tanks.",
]


@pytest.mark.parametrize("text", COME_TO_FIGHT)
def test_arms_that_come_by_themselves_or_from_nobody_who_is_told_are_no_transfer(text: str) -> None:
    assert told(text).lines("transfer") == []


def test_a_delivery_told_without_its_sides_has_those_of_the_goods_before() -> None:
    report = told("Sweden will sell 12 jets to Thailand. The first jets will be delivered in 2029.")
    assert report.lines("transfer") == ["aircraft: SWE > THA (planned)", "aircraft: SWE > THA (planned)"]


def test_a_pronoun_stands_for_the_goods_told_before() -> None:
    report = told("France cancelled the sale of two warships to Russia. It sold them to Egypt.")
    assert report.lines("transfer") == ["vehicles: FRA > RUS (denied)", "vehicles: FRA > EGY"]
    assert report.transfers[1].goods == "two warships"


FURTHER_FORMS = [
    ("Pakistan took delivery of the first six of 36 jets that it ordered from China.", ["aircraft: CHN > PAK"]),
    ("A request by Pakistan for helicopters from Turkey was blocked by the United States.", ["aircraft: TUR > PAK (demanded)"]),
    ("Washington suspended the delivery of spare parts to Pakistan.", ["other: USA > PAK (denied)"]),
    (
        "Iran sent Russia shells and received food in return.",
        ["ammunition: IRN > RUS", "humanitarian: RUS > IRN"],
    ),
    (
        "India will receive five batteries from Russia. Russia shipped the first battery in May.",
        ["arms: RUS > IND (planned)", "arms: RUS > IND"],
    ),
]


@pytest.mark.parametrize(("text", "lines"), FURTHER_FORMS)
def test_the_other_side_may_stand_elsewhere_in_the_text(text: str, lines: list[str]) -> None:
    assert told(text).lines("transfer") == lines


SIDES_APART = [
    ("The mortars, handed over to the Kenyan army by Britain in 2009, were stolen.", "arms: GBR > KEN"),
    ("Nigeria received the last six of twelve planes bought from the United States.", "aircraft: USA > NGA"),
    ("It was Peru that sent Argentina the jets.", "aircraft: PER > ARG"),
    ("Mali showed off five jets newly delivered by Russia.", "aircraft: RUS > MLI"),
    ("The boats, a gift of the United States, were given to Grenada's coast guard.", "vehicles: USA > GRD"),
    ("Russian fertiliser is being delivered free of charge to Malawi.", "humanitarian: RUS > MWI"),
    ("A fifth of Ukraine's wheat goes to Egypt.", "humanitarian: UKR > EGY"),
    ("The arms that Mali gets come from Russia.", "arms: RUS > MLI"),
    ("Moscow provided 90 percent of the arms that India bought.", "arms: RUS > IND"),
    ("Norway will buy vehicles for Ukraine from a Swedish firm.", "vehicles: SWE > UKR (planned)"),
    ("Riyadh cancelled 3 billion dollars in aid to the Lebanese army.", "financial: SAU > LBN (denied)"),
    ("Chad was promised 20 vehicles by France.", "vehicles: FRA > TCD (promised)"),
    ("There was talk in Berlin of tanks being sent to Ukraine.", "vehicles:  > UKR (possible)"),
    ("The embargo on arms deliveries to Israel was lifted by France.", "arms: FRA > ISR (possible)"),
    ("A Belgian dealer is charged with supplying rifles to Libya.", "arms: BEL > LBY (possible)"),
]


@pytest.mark.parametrize(("text", "line"), SIDES_APART)
def test_sides_may_stand_apart_from_the_verb(text: str, line: str) -> None:
    assert told(text).lines("transfer") == [line]


NOT_WHAT_IT_SEEMS = [
    ("Congress passed a set of measures to step up sanctions against Iran over its missile program.", []),
    ("Saudi Arabia bought crates of Soviet-made rifles from Poland.", ["arms: POL > SAU"]),
    ("Riyadh had threatened to cancel an order for 72 Typhoon fighters.", ["aircraft:  > SAU (planned)"]),
    ("The minister defended a Saudi arms deal.", []),
    ("Chad and Sudan promise not to give shelter to rebels.", []),
    ("Kenya has Russian tanks. It says it bought them from Ukraine.", ["vehicles: UKR > KEN"]),
    ("The president asked the US Congress for $100 million in aid to El Salvador.", ["financial: USA > SLV (demanded)"]),
    ("Peru brought helicopters with it.", []),
    ("Dassault signed a contract with Egypt for 30 jets.", ["aircraft: Dassault > EGY (planned)"]),
    ("Iran has ceased to supply oil to Israel.", ["other: IRN > ISR (denied)"]),
]


@pytest.mark.parametrize(("text", "lines"), NOT_WHAT_IT_SEEMS)
def test_goods_named_in_passing_and_of_foreign_make_pass_from_nobody_there(text: str, lines: list[str]) -> None:
    assert told(text).lines("transfer") == lines


def test_a_firm_that_sells_is_no_state_that_sells_elsewhere_in_the_report() -> None:
    report = told("France supplied the Saudi navy with frigates. A Dutch dealer sold Saudi Arabia 100 tanks.")
    assert "vehicles: FRA > SAU" in report.lines("transfer")
    assert report.lines("transfer").count("vehicles: FRA > SAU") == 1
