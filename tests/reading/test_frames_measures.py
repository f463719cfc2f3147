"""Restrictions: who puts them on whom, of which kind, where they stand, and the acts around them."""

import pytest
from reading.claims import told

UNSC = "United Nations Security Council"

STANDING = [
    ("The UN Security Council imposed an arms embargo on Eritrea.", [f"arms embargo, in force: {UNSC} > ERI"]),
    ("The United States imposed sanctions on Myanmar.", ["regime, in force: USA > MMR"]),
    ("Sanctions were imposed on Rhodesia by Britain in 1965.", ["regime, in force: GBR > ZWE"]),
    ("The European Union lifted its sanctions against Zimbabwe.", ["regime, lifted: European Union > ZWE"]),
    ("The EU extended its sanctions on Belarus for another year.", ["regime, extended: European Union > BLR"]),
    ("Washington eased its sanctions on Sudan.", ["regime, eased: USA > SDN"]),
    ("Washington is considering new sanctions against Turkey.", ["regime, proposed: USA > TUR (possible)"]),
    ("Canada threatened to impose a travel ban on Iranian generals.", ["travel ban, proposed: CAN > IRN (threatened)"]),
    ("China could impose tariffs on Australian wine.", ["trade restriction, proposed: CHN > AUS (possible)"]),
    ("Saudi Arabia lifted the blockade of Qatar.", ["blockade, lifted: SAU > QAT"]),
    ("Australia banned the import of Russian oil.", ["sectoral ban, in force: AUS > RUS"]),
    ("Switzerland imposed an asset freeze on Libyan officials.", ["asset freeze, in force: CHE > LBY"]),
    ("Washington has not lifted the embargo on Cuba.", ["trade restriction, in force: USA > CUB"]),
    ("The Philippines has no plans to impose sanctions on China.", ["regime, unknown: PHL > CHN (denied)"]),
    ("Poland closed its border with Belarus.", ["other, in force: POL > BLR"]),
    ("The sanctions imposed on Iran by Canada remain in place.", ["regime, in force: CAN > IRN"]),
    ("Canada forbids its companies to buy grain from Iran.", ["trade restriction, in force: CAN > IRN"]),
    ("Germany stopped selling weapons to Saudi Arabia.", ["arms embargo, in force: DEU > SAU"]),
    ("Australia lifted its arms embargo on Myanmar.", ["arms embargo, lifted: AUS > MMR"]),
    ("Turkey violated the embargo on Libya.", ["trade restriction, in force:  > LBY"]),
    ("South Africa was under a mandatory arms embargo.", ["arms embargo, in force:  > ZAF"]),
    ("The European Union agreed to ban General Ruiz of Chad from the bloc.", ["travel ban, in force: European Union > TCD"]),
    ("The European Union banned General Ruiz of Chad from its summit.", []),
    (
        "The resolution forbids all states to buy Iraqi oil or to sell Baghdad weapons.",
        ["sectoral ban, in force:  > IRQ", "arms embargo, in force:  > IRQ"],
    ),
    (
        "Canada will bar the president of Chad from entering its territory and freeze his assets.",
        ["travel ban, proposed: CAN > TCD (planned)", "asset freeze, proposed: CAN > TCD (planned)"],
    ),
    ("The draft resolution, which bans arms sales to Sudan, was vetoed.", ["arms embargo, proposed:  > SDN (planned)"]),
    ("The resolution would bar all states from selling arms to Mali.", ["arms embargo, proposed:  > MLI (planned)"]),
    ("An oil embargo on Iran was considered but dropped.", ["sectoral ban, proposed:  > IRN (possible)"]),
    ("Peru and Chile have closed their border.", ["other, in force: CHL PER > CHL PER"]),
    ("Peru forbids smoking in parks in Lima.", []),
    ("The ban on smoking in parks was extended.", []),
    ("Parliament adopted restrictions on fishing.", []),
]


@pytest.mark.parametrize(("text", "lines"), STANDING)
def test_a_measure_has_imposer_target_kind_and_standing(text: str, lines: list[str]) -> None:
    assert told(text).lines("measure") == lines


ACTS = [
    ("The United States imposed sanctions on Myanmar.", ["SANCTION USA > MMR"]),
    ("The United States extended its sanctions on Myanmar.", ["SANCTION USA > MMR"]),
    ("Australia banned the import of Russian oil.", ["SANCTION AUS > RUS"]),
    ("The European Union lifted its sanctions against Zimbabwe.", ["YIELD European Union > ZWE"]),
    ("Washington eased its sanctions on Sudan.", ["YIELD USA > SDN"]),
    ("Bulgaria violated the British arms embargo on Yugoslavia.", ["REJECT BGR > GBR"]),
    ("The sanctions of the United States on Myanmar are old.", []),
]


@pytest.mark.parametrize(("text", "lines"), ACTS)
def test_imposing_lifting_and_breaking_are_acts_and_a_mention_is_none(text: str, lines: list[str]) -> None:
    assert told(text).lines("event") == lines


def test_a_measure_told_again_is_one_with_its_latest_standing() -> None:
    report = told(
        "The United States imposed sanctions on Myanmar in 1997. On Monday the United States lifted its sanctions on Myanmar."
    )
    (measure,) = report.measures
    assert report.line(measure) == "regime, lifted: USA > MMR"
    assert len(measure.spans) == 2


def test_measures_on_two_states_are_two() -> None:
    report = told("Canada imposed sanctions on Iran. Canada imposed sanctions on Syria.")
    assert report.lines("measure") == ["regime, in force: CAN > IRN", "regime, in force: CAN > SYR"]


def test_a_call_to_lift_a_measure_seeks_its_revision_and_leaves_it_in_force() -> None:
    report = told("Mexico urged the United States to lift its embargo on Cuba.")
    assert report.lines("measure") == ["trade restriction, revision sought: USA > CUB"]
    (measure,) = report.measures
    assert report.speaker(measure) == "MEX"


def test_a_measure_has_the_day_of_its_imposing() -> None:
    (measure,) = told("Britain imposed an arms embargo on Argentina on April 3, 1982.").measures
    assert measure.when is not None
    assert str(measure.when.first) == "1982-04-03"


MANY_FORMS = [
    ("Georgia imposed an embargo on wine from Peru.", ["trade restriction, in force: GEO > PER"]),
    ("Canada imposed tariffs on steel from Turkey.", ["trade restriction, in force: CAN > TUR"]),
    ("The European Union imposed duties on electric cars from China.", ["trade restriction, in force: European Union > CHN"]),
    ("Brazil lifted restrictions on beef from Argentina.", ["trade restriction, lifted: BRA > ARG"]),
    ("Saudi Arabia, Bahrain and Egypt imposed a blockade on Qatar in 2017.", ["blockade, in force: BHR EGY SAU > QAT"]),
    ("Turkey has suspended trade with Israel until a ceasefire is reached.", ["trade restriction, in force: TUR > ISR"]),
    ("Israel has blockaded Gaza since 2007.", ["blockade, in force: ISR > PSE"]),
    ("Azerbaijan is blockading Armenia's only road to Iran.", ["blockade, in force: AZE > ARM"]),
    ("The US Treasury added two Sudanese generals to its blacklist.", ["other, in force: USA > SDN"]),
    ("The European Union put eight Congolese officers under a travel ban.", ["travel ban, in force: European Union > COD"]),
    ("Ethiopia remains under a US arms embargo.", ["arms embargo, in force: USA > ETH"]),
    ("Russian banks were cut off from SWIFT by the European Union.", ["financial restriction, in force: European Union > RUS"]),
    ("The United States cut Russia's banks off from the SWIFT payment system.", ["financial restriction, in force: USA > RUS"]),
    ("Poland reopened its border with Belarus.", ["other, lifted: POL > BLR"]),
    ("Japan imposed export controls on chemicals for South Korea.", ["trade restriction, in force: JPN > KOR"]),
    ("India banned 59 Chinese apps.", ["other, in force: IND > CHN"]),
    ("Mexico retaliated with tariffs on US pork.", ["trade restriction, in force: MEX > USA"]),
    ("Washington doubled tariffs on Indian goods.", ["trade restriction, extended: USA > IND"]),
    ("Vietnam faces tariffs of 46 percent from the United States.", ["trade restriction, in force: USA > VNM"]),
    ("Dutch ports were closed to Russian ships.", ["other, in force: NLD > RUS"]),
    ("The sanctions on Zimbabwe expired in March.", ["regime, lifted:  > ZWE"]),
    ("UN resolutions forbid North Korea to sell coal.", ["sectoral ban, in force: United Nations > PRK"]),
    ("Iran urged Washington to lift its sanctions.", ["regime, revision sought: USA > IRN"]),
    ("The US State Department revoked the visas of Brazilian judges.", ["travel ban, in force: USA > BRA"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lines"), MANY_FORMS)
def test_a_measure_is_told_in_many_forms(text: str, lines: list[str]) -> None:
    assert told(text).lines("measure") == lines


NOT_IN_FORCE = [
    ("Hungary blocked new EU sanctions on Russia.", ["regime, proposed: European Union > RUS (planned)"]),
    ("The EU is preparing a new package of sanctions on Russia.", ["regime, proposed: European Union > RUS (planned)"]),
    ("Beijing postponed its tariffs on American whiskey.", ["trade restriction, proposed: CHN > USA (planned)"]),
    ("The planned tariffs on Vietnam were called off.", ["trade restriction, unknown:  > VNM (denied)"]),
    ("A sanctions bill against Rwanda died in committee.", ["regime, proposed:  > RWA (planned)"]),
    ("The US Senate passed a bill imposing sanctions on Russia.", ["regime, proposed:  > RUS (planned)"]),
    ("China opposes new sanctions on Iran.", ["regime, proposed:  > IRN (planned)"]),
    ("There is no embargo on Nepal, India's foreign ministry said.", ["trade restriction, unknown:  > NPL (denied)"]),
    ("Beijing rejected allegations that it was boycotting Australian wine.", ["trade restriction, unknown: CHN > AUS (denied)"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lines"), NOT_IN_FORCE)
def test_what_is_prepared_put_off_or_voted_down_is_not_in_force(text: str, lines: list[str]) -> None:
    assert told(text).lines("measure") == lines


IN_FORCE_STILL = [
    ("Serbia refuses to join the EU's sanctions against Russia.", ["regime, in force: European Union > RUS"]),
    ("China opposes the US sanctions on Iran.", ["regime, in force: USA > IRN"]),
]


@pytest.mark.parametrize(("text", "lines"), IN_FORCE_STILL)
def test_who_opposes_or_shuns_a_measure_leaves_it_in_force(text: str, lines: list[str]) -> None:
    assert told(text).lines("measure") == lines


def test_a_president_who_is_restored_is_no_measure() -> None:
    assert told("Niger's army wants to restore the president of Niger.").lines("measure") == []


STANDING_BESIDE = [
    ("Washington, which has had Cuba under embargo since 1962, sent a delegation.", ["trade restriction, in force: USA > CUB"]),
    ("Cuba, under US embargo since 1962, buys its rice from Vietnam.", ["trade restriction, in force: USA > CUB"]),
    (
        "Libya has been subject to an air embargo by the Security Council since 1992.",
        ["sectoral ban, in force: United Nations Security Council > LBY"],
    ),
    ("Sanctions imposed after the invasion of Kuwait bar Iraq from selling its oil.", ["sectoral ban, in force:  > IRQ"]),
    (
        "China has put rare earths under export controls that hit American arms makers.",
        ["trade restriction, in force: CHN > USA"],
    ),
    ("Thirty-seven Australian officials are barred for life from Russia.", ["travel ban, in force: RUS > AUS"]),
    ("The United States has suspended 200 million dollars in aid to Niger over the coup.", ["other, in force: USA > NER"]),
    ("The US ban on flights by Belarusian airlines will stay in place until 2026.", ["sectoral ban, in force: USA > BLR"]),
    ("Paris stopped issuing visas to students from Mali.", ["travel ban, in force: FRA > MLI"]),
    ("Asmara called the sanctions illegal.", []),
]


@pytest.mark.parametrize(("text", "lines"), STANDING_BESIDE)
def test_whom_a_measure_hits_may_stand_beside_it(text: str, lines: list[str]) -> None:
    assert told(text).lines("measure") == lines


def test_arms_that_are_shipped_again_lift_no_measure() -> None:
    assert told("The United States resumed shipments of rifles to El Salvador.").lines("measure") == []


def test_sanctions_that_were_raised_in_talks_are_not_extended() -> None:
    assert told("Russian sanctions against Georgia were raised at the talks.").lines("measure") == ["regime, in force: RUS > GEO"]
