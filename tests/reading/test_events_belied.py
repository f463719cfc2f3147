"""What is called untrue, put off, rehearsed or wished for in other words than those that govern it is told as no fact."""

import pytest
from reading.claims import told

NO_FACT = [
    # called untrue by what stands around it
    ("It was untrue, the general said, that Chad had attacked Sudan.", "ASSAULT"),
    ("It was a lie, Minsk said, that Belarus had arrested Polish monks.", "COERCE"),
    ("The army dismissed as fantasy press reports that its jets had locked radar on an Omani ship.", "COERCE"),
    ("The report, since withdrawn, said that Kenya had bombed Somalia.", "ASSAULT"),
    ("The tape that showed Pakistan attacking the Indian post was a fake.", "ASSAULT"),
    ("The alarm over a North Korean missile attack on Hawaii was false.", "ASSAULT"),
    ("The siren that announced a Russian attack on Lviv was a test.", "ASSAULT"),
    ("Iran was wrongly blamed for the attack on the Saudi plant.", "ASSAULT"),
    ("The crew mistook a reflection for an attack by Iran on the frigate of Oman.", "ASSAULT"),
    ("The report by the news site said that Kenya had bombed Somalia.", "ASSAULT"),
    ("Moscow said the reports of a Russian strike on Poland were a provocation.", "ASSAULT"),
    ("Chad lied when it said that Sudan had attacked it.", "ASSAULT"),
    ("Word that Sudan had attacked Chad spread in the market.", "ASSAULT"),
    ("It seemed that Sudan had attacked Chad.", "ASSAULT"),
    ("Sudan's talks with Chad collapsed before they began.", "CONSULT"),
    # rehearsed, guarded against, among the options
    ("Japan trains for an attack by North Korea.", "ASSAULT"),
    ("Students acted out the seizure of the Danish embassy by Iranian guards.", "COERCE"),
    ("Actors re-enacted the German invasion of Poland.", "ASSAULT"),
    ("South Korea's army is on alert for a North Korean attack.", "ASSAULT"),
    ("The White House said all options were open, including an attack on Venezuela.", "ASSAULT"),
    ("Turkey is accused in a lawsuit of having bombed a Yazidi clinic.", "ASSAULT"),
    ("North Korea said the launch was a rehearsal of an attack on American bases.", "ASSAULT"),
    ("Azerbaijan wants to seize the south of Armenia.", "REQUEST"),
    ("Sudan's army has massed for an attack on Chad.", "ASSAULT"),
    ("Sudan's police went to arrest the Chadian minister.", "COERCE"),
    ("Sudan is open to talks with Chad.", "CONSULT"),
    ("Under a bill before the Senate, the United States bans imports from Sudan.", "SANCTION"),
    ("The Kenyan troops for Sudan are training.", "AID"),
    ("A warrant for the arrest of the Israeli premier was requested.", "COERCE"),
]


@pytest.mark.parametrize(("text", "root"), NO_FACT)
def test_what_is_belied_or_rehearsed_is_no_fact(text: str, root: str) -> None:
    report = told(text)
    assert [report.line(event) for event in report.events if event.type == root and event.modality == "actual"] == []


FACT = [
    ("It was true, the general said, that Chad had attacked Sudan.", "ASSAULT TCD > SDN"),
    ("The tape that showed Pakistan attacking the Indian post was not a fake.", "ASSAULT PAK > IND"),
    ("The UN report said that Kenya had bombed Somalia.", "ASSAULT KEN > SOM"),
    ("Kenya wants Uganda to withdraw its troops.", "REQUEST KEN > UGA"),
    ("Under a plan agreed in May, Peru attacked Chile.", "ASSAULT PER > CHL"),
    ("Kenya went on to arrest the Sudanese minister.", "COERCE KEN > SDN"),
    ("Russia has suspended trade with Georgia.", "SANCTION RUS > GEO"),
]


@pytest.mark.parametrize(("text", "line"), FACT)
def test_what_nothing_belies_stays_a_fact(text: str, line: str) -> None:
    assert line in told(text).lines("event")


NOT_IN_FORCE = [
    "The EU is drawing up sanctions against Sudan.",
    "The EU moved closer to sanctions against Sudan.",
    "New EU sanctions against Sudan are in the works.",
    "There was no majority for EU sanctions against Sudan.",
    "The senator's bill bans imports from Sudan.",
]


@pytest.mark.parametrize("text", NOT_IN_FORCE)
def test_sanctions_that_are_only_prepared_are_in_force_nowhere(text: str) -> None:
    assert [measure for measure in told(text).measures if measure.modality == "actual"] == []


def test_sanctions_that_are_held_off_on_are_in_force_nowhere() -> None:
    assert told("The EU held off on sanctions against Georgia.").lines("measure") == ["regime, unknown:  > GEO (denied)"]


NOT_PASSED = [
    "Delivery of the Turkish helicopters to Pakistan is on track.",
    "Delays have hit the delivery of American jets to Taiwan.",
    "The delivery of two frigates to Pakistan by China was delayed again.",
    "The United States warned China not to supply weapons to Russia.",
    "The delay in the delivery of Turkish drones to Togo angered its army.",
    "Turkey and Togo signed a deal on the delivery of 20 tanks.",
    "Under the plan, Norway hands tanks to Ukraine.",
    "Poland wants the batteries sent to Ukraine.",
    "The report by the news site said that Uganda had sent mortars to Rwanda.",
    "The United States threatened sanctions against all who arm Sudan.",
]


@pytest.mark.parametrize("text", NOT_PASSED)
def test_goods_that_are_awaited_or_warned_of_have_not_passed(text: str) -> None:
    assert [claim for claim in told(text).transfers if claim.modality == "actual"] == []


def test_who_is_punished_for_buying_is_the_buyer() -> None:
    report = told("Moscow sells India missiles. The United States imposed sanctions on China for buying missiles from Russia.")
    assert "missiles: RUS > CHN" in report.lines("transfer")


def test_a_membership_that_is_frozen_is_not_taken_up() -> None:
    assert told("Armenia froze its membership in the European Union.").memberships == []
