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
    ("Washington is considering new sanctions against Turkey.", ["regime, proposed: USA > TUR (planned)"]),
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
    ("An oil embargo on Iran was considered but dropped.", ["sectoral ban, proposed:  > IRN (planned)"]),
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
