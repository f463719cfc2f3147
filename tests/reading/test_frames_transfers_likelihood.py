"""What looks like a transfer and is none: within one state, with its own troops, civil goods, a price, what is only agreed."""

import pytest
from reading.claims import told

NO_FACT = [
    # within one state, or with its own troops
    "The defence ministry delivered 20 new tanks to the army on Monday, the Russian agency said.",
    "Turkey supplies its troops in Syria with ammunition by road.",
    "Ghana's navy received two boats from the Ghanaian ministry of defence.",
    "American troops brought their own tanks to Lithuania.",
    "Britain flew its troops and vehicles to Estonia.",
    # civil goods, and the price of arms
    "China delivered a communications satellite to Venezuela.",
    "China launched a satellite that it had sold to Bolivia for television.",
    "Brazil sold Peru 20 passenger planes.",
    "Kuwait paid 300 million dollars to the United States for missiles.",
    # agreed, dependent or not come
    "An accord on the transfer of Japanese defence equipment to Vietnam was signed.",
    "Japan exports arms to Vietnam for the first time if parliament agrees.",
    "The shells bought for Ukraine by the Czech Republic have not arrived.",
    "Supplying Ukraine with jets carries risks, the general said.",
    "Pakistan bought 28 jets from the United States in 1989. They were never delivered.",
    "China 'sold rockets to Sudan'\n\nKHARTOUM, May 3 - Sudan's president visited a hospital on Friday. He met doctors.",
    "Mali fears the smuggling of rifles from Libya.",
    # held back, ended, objected to
    "The United States held back a shipment of bombs to Israel.",
    "Italy ended arms exports to Israel in October.",
    "Washington objected to Brazil selling planes to Venezuela.",
    "Washington opposes Brazil selling planes to Venezuela.",
    "Any planes sold to Venezuela by Brazil would have American parts.",
    "Washington told Brazil that arming Venezuela was unwise.",
    "The vehicles, which Kenya leases, are made in China.",
]


@pytest.mark.parametrize("text", NO_FACT)
def test_what_does_not_pass_between_states_is_told_as_no_transfer(text: str) -> None:
    report = told(text)
    assert [report.line(claim) for claim in report.transfers if claim.modality == "actual"] == []


PASSED = [
    ("China delivered a spy satellite to Venezuela.", "dual-use: CHN > VEN"),
    ("The Czech Republic leases 14 jets from Sweden.", "aircraft: SWE > CZE"),
    ("Sweden leased 14 jets to Hungary.", "aircraft: SWE > HUN"),
    ("Israel's jets were bought with American aid.", "aircraft:  > ISR"),
    ("Russia supplied its allies in Mali with ammunition.", "ammunition: RUS > Russia's allies"),
]


@pytest.mark.parametrize(("text", "line"), PASSED)
def test_what_passes_between_states_is_told(text: str, line: str) -> None:
    assert line in told(text).lines("transfer")


def test_who_sells_missiles_is_not_taken_for_who_sold_the_jets() -> None:
    report = told("China sold Pakistan missiles. China sold Pakistan more missiles in 1992. In 1989 Pakistan had bought 28 jets.")
    assert "aircraft:  > PAK" in report.lines("transfer")


def test_what_a_side_would_have_done_is_no_threat() -> None:
    report = told('"Had we brought the missiles here, Turkey would have bombed them," a Turkish minister said.')
    assert [event for event in report.events if event.type == "THREATEN"] == []
