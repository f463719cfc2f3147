"""What happens in a film, a drill, a rumour or a forged letter, or only in words, is never told as a fact."""

import pytest
from reading.claims import told

UNREAL = [
    # tales and exercises
    ("In the novel, Soviet tanks invade West Germany and seize Hamburg.", "ASSAULT"),
    ("The film shows North Korean troops storming a port in Japan.", "ASSAULT"),
    ("The novel tells of a Japan that attacks Russia in 1950.", "ASSAULT"),
    ("In the war game, Russia invaded Estonia within two days.", "ASSAULT"),
    ("During the drill, Peruvian marines stormed an island held by a mock enemy from Chile.", "ASSAULT"),
    ("The exercise simulated a Chinese attack on Taiwan.", "ASSAULT"),
    ("Venezuelan soldiers rehearsed an attack on Colombia.", "ASSAULT"),
    ("The minister said he had dreamed that Armenia attacked Azerbaijan.", "ASSAULT"),
    ("On paper, Angola has disarmed the rebels of Cabinda.", "YIELD"),
    # words that count for nothing
    ("A hoax letter said that Norway had expelled the Danish ambassador.", "COERCE"),
    ("According to a forged letter, Slovakia has recognised Kosovo.", "SUPPORT"),
    ("Unconfirmed reports say Chad has bombed rebel bases in Sudan.", "ASSAULT"),
    ("Rumours swirled that Togo had arrested three Ghanaians.", "COERCE"),
    ("State television wrongly reported that Oman had sunk an Iranian frigate.", "ASSAULT"),
    ("Moscow laughed off suggestions that it had poisoned the Bulgarian dealer.", "ASSAULT"),
    ("Claims that Serbia shelled the Bosnian town are a lie, the minister said.", "ASSAULT"),
    ("There was no immediate confirmation that Mali had detained the Algerian envoy.", "COERCE"),
    ("The clip was shared as proof that Kenya bombed a Somali town.", "ASSAULT"),
    ("Libya stands accused of bombing the Maltese airliner.", "ASSAULT"),
    ("Mali 'expels' French envoy in fake video", "COERCE"),
    # almost, instead of, rather than
    ("Pakistan all but declared war on India.", "ASSAULT"),
    ("Uganda thought better of invading Rwanda.", "ASSAULT"),
    ("Rather than expel the Cuban envoy, Canada summoned him.", "COERCE"),
    ("Spain backed away from recognising Kosovo.", "SUPPORT"),
    ("Kenya was on the point of deploying troops to Haiti.", "MOBILIZE"),
    ("Denmark is inching towards recognising Palestine.", "SUPPORT"),
    ("Canberra could do worse than talk to Jakarta.", "CONSULT"),
    ("Analysis: If Russia attacks the Baltics", "ASSAULT"),
    ("As if Bolivia had attacked Chile, the navy put to sea.", "ASSAULT"),
    ("Iraq behaved as though Kuwait had declared war on it.", "ASSAULT"),
    ("The cabinet came within an hour of ordering an attack on Cyprus.", "ASSAULT"),
    ("Reports of talks between Cairo and Tehran are premature, an Egyptian official said.", "CONSULT"),
    ("Rebels said to be backed by Chad have massed in the hills of Sudan.", "SUPPORT"),
    ("Sweden has begun the process of expelling three Iraqi monks.", "COERCE"),
    ("The treaty bars Turkey from stationing troops on the islands of Greece.", "MOBILIZE"),
    ("The accord stopped Ethiopia from attacking Eritrea.", "ASSAULT"),
    ("Beijing warned Manila not to board the Vietnamese trawler.", "COERCE"),
    ("A Malian court ordered the release of 49 Ivorian soldiers.", "YIELD"),
    ("Albania's assembly approved the deployment of Albanian troops to Iraq.", "MOBILIZE"),
    ("The deal provides for the release of 50 Yemeni prisoners.", "YIELD"),
    ("Rwanda made the withdrawal of its troops from Congo conditional on a truce.", "YIELD"),
    ("Delhi set the arrest of two men by Pakistan as a condition for talks.", "COERCE"),
    ("The Omani minister was upbeat ahead of talks between Cyprus and Turkey.", "CONSULT"),
    ("Cairo is working on a meeting between Chad and Sudan.", "CONSULT"),
    ("Shelters were built against an Israeli attack on Tehran.", "ASSAULT"),
    ("The treaty covers an armed attack on Japan.", "ASSAULT"),
    # nothing came of it, or not yet
    ("Talks between Serbia and Kosovo failed to materialise.", "CONSULT"),
    ("The Tuareg rebels walked out before talks with Mali's government could begin.", "CONSULT"),
    ("A mooted meeting of Greece and Turkey came to nothing.", "CONSULT"),
    ("The spectre of a Turkish invasion haunts Syria.", "ASSAULT"),
    ("A motion condemning Israel failed in the council.", "ACCUSE"),
    ("Iraq faces possible sanctions by the United Nations.", "SANCTION"),
    ("Japan pledged aid worth 30 million dollars to Laos.", "AID"),
    ("Belgrade has refused to recognise passports issued by Kosovo.", "SUPPORT"),
    ("He said Turkey remained ready to attack Greece.", "ASSAULT"),
    ("Azerbaijan is itching to attack Armenia, diplomats say.", "ASSAULT"),
    ("India not to attend summit with Pakistan", "CONSULT"),
    ("Fears grow of Rwandan attack on Goma", "ASSAULT"),
    ("The case for bombing Libya is weak, Malta's minister said.", "ASSAULT"),
    ("An apparent Israeli strike on Isfahan went unclaimed.", "ASSAULT"),
    ("The so-called attack on the Russian embassy was a prank.", "ASSAULT"),
    ("Attacking Venezuela would be folly, Brazil's president said.", "ASSAULT"),
    ("Sending troops to Congo remains under discussion in Pretoria.", "MOBILIZE"),
    ("It would be a mistake for Greece to attack Turkey.", "ASSAULT"),
    # whoever, if, what if
    ("The day Israel bombs Natanz, oil will cost 200 dollars.", "ASSAULT"),
    ("As soon as Eritrea pulls out of Badme, talks with Ethiopia will start.", "YIELD"),
    ("Whoever attacks Poland attacks the whole alliance, the minister said.", "ASSAULT"),
    ("In the worst case, Russia attacks Estonia.", "ASSAULT"),
    ("It remains to be seen if Cuba frees the Mexican reporter.", "YIELD"),
    ("It is dangerous to attack Iran, the Omani minister said.", "ASSAULT"),
]


@pytest.mark.parametrize(("text", "root"), UNREAL)
def test_what_did_not_happen_is_not_told_as_a_fact(text: str, root: str) -> None:
    report = told(text)
    assert [report.line(event) for event in report.events if event.type == root and event.modality == "actual"] == []


REAL = [
    ("The film angered Iran, which arrested the Danish director.", "COERCE IRN > DNK"),
    ("Peru's council adopted a motion condemning Chile.", "ACCUSE PER > CHL"),
    ("Johnson let it be known that Peru had bombed Chile.", "ASSAULT PER > CHL"),
    ("The Kenyan minister told reporters that Uganda had attacked Rwanda.", "ASSAULT UGA > RWA"),
    ("Kenya refused to condemn the Ethiopian attack on Somalia.", "ASSAULT ETH > SOM"),
    ("Attacking Chile was a mistake, Peru's president said.", "ASSAULT PER > CHL"),
    ("Thousands of Peruvians marched to demand help from Chile.", "REQUEST PER > CHL"),
]


@pytest.mark.parametrize(("text", "line"), REAL)
def test_what_did_happen_is_told_all_the_same(text: str, line: str) -> None:
    assert line in told(text).lines("event")


def test_who_will_not_do_a_thing_is_asked_for_nothing() -> None:
    """ "Told them that he would not strike" is no demand."""
    report = told("Peru's president told officers that he would not attack Chile.")
    assert "ASSAULT PER > CHL (denied)" in report.lines("event")
