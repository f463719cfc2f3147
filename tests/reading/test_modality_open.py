"""What is only spoken of, commanded, favoured, feared, still to be found out, or done to nobody is no fact."""

import pytest
from reading.parsing import parsed, token

from casus.reading.modality import mood_of

TOLD = [
    ("Iceland had inquired about buying two boats.", "buying", "possible"),
    ("Chile asked about buying frigates from Britain.", "buying", "possible"),
    ("Ghana is looking into buying tanks from Brazil.", "buying", "possible"),
    ("Poland was sceptical about sending tanks to Ukraine.", "sending", "possible"),
    ("The cabinet was split on sending tanks to Ukraine.", "sending", "possible"),
    ("Mexico objected to selling rifles to Cuba.", "selling", "possible"),
    ("Denmark is against sending soldiers to Mali.", "sending", "possible"),
    ("Bolivia admitted to bombing the base.", "bombing", "actual"),
    ("Spain resorted to bombing the port.", "bombing", "actual"),
    ("Peru was forced into withdrawing its troops.", "withdrawing", "actual"),
    ("On entering the town, the rebels attacked the barracks.", "entering", "actual"),
    ("Fight them now.", "Fight", "demanded"),
    ("Withdraw your troops or we attack the port.", "attack", "conditional"),
    ("Please withdraw your troops from the island.", "withdraw", "demanded"),
    ("Inspectors were charged with verifying that Iraq destroyed the missiles.", "destroyed", "possible"),
    ("Inspectors will establish that Iraq destroyed the missiles.", "destroyed", "possible"),
    ("Inspectors found that Iraq destroyed the missiles.", "destroyed", "actual"),
    ("Egypt provided neither side with arms.", "provided", "denied"),
    ("Egypt has given neither of them weapons.", "given", "denied"),
    ("Egypt sold tanks to neither country.", "sold", "denied"),
    ("Turkey supplied drones to no one.", "supplied", "denied"),
    ("Under no circumstances has Peru sold tanks to Chile.", "sold", "denied"),
    ("The minister has no plans to meet rebels when he speaks in Geneva on Friday.", "speaks", "planned"),
    ("A reward was offered for the capture of the rebel.", "capture", "possible"),
    ("There are signs that Iran is taking hostages.", "taking", "possible"),
    ("The opposition must decide how it attacks the government.", "attacks", "possible"),
    ("He favoured imposing heavy tariffs on China.", "imposing", "possible"),
    ("The party supports deploying ground forces in Syria.", "deploying", "possible"),
    ("The senator advocated for a speedy withdrawal from Iraq.", "withdrawal", "demanded"),
    ("The Baltic states clamoured for the deployment of allied troops.", "deployment", "demanded"),
    ("The deal could be unravelled by raids on Aleppo.", "raids", "possible"),
    ("France would remain neutral in negotiating the conflict.", "negotiating", "possible"),
    ("France was silent in signing the treaty.", "signing", "actual"),
    ("Kenya is worried about new attacks on its embassies.", "attacks", "possible"),
    ("Kenya is worried about the attacks on its embassies.", "attacks", "actual"),
    ("It fell short of its goal of deploying soldiers in Mali.", "deploying", "denied"),
    ("The president proposed many ways of helping refugees.", "helping", "possible"),
    ("The plan includes sending tanks to Poland.", "sending", "planned"),
    ("The country must be strong and fight the rebels.", "fight", "demanded"),
    ("Ghana requested that the captain be released.", "released", "demanded"),
    ("The company seeks an injunction barring Peru from importing coal.", "barring", "possible"),
    ("As the summit approaches, Poland is asking for troops.", "summit", "planned"),
    ("War between Iran and Israel seemed inevitable.", "War", "possible"),
    ("Analysts predicted an impending withdrawal from Syria.", "withdrawal", "planned"),
    ("Whatever they negotiate with Iran, we will accept.", "negotiate", "possible"),
    ("In order to arrest the rebels, the army sent troops.", "arrest", "planned"),
    ("Iran is seen by the West as arming the rebels.", "arming", "possible"),
    ("There are likely to be more prisoners taken by Iraq.", "taken", "possible"),
    ("As long as Peru is fighting on our side, we are safe.", "fighting", "supposed"),
    ("Despite indications that Israel was pulling out, fighting went on.", "pulling", "possible"),
    ("Attacks on any ship are an attack on all of us.", "Attacks", "possible"),
    ("It felt like Iran had attacked us.", "attacked", "possible"),
    ('"Do we expel the envoys of Iran?"', "expel", "possible"),
    ("Has the minister a record of helping rebels?", "helping", "possible"),
    ("Troops killed in Chad were buried.", "killed", "actual"),
    ("The Arabs agreed on no sanctions.", "agreed", "denied"),
    ("The offer stands on condition that it recognised Israel.", "recognised", "supposed"),
    ("The resolution prohibits all states from buying chrome and from selling arms to the regime.", "selling", "denied"),
    ("Peru kept on bombing the port.", "bombing", "actual"),
    ("When Israel attacked the port, Iran fled the talks.", "attacked", "actual"),
    ("The rebels attacked the town to no avail.", "attacked", "actual"),
    ("The rebels attacked the town with no warning.", "attacked", "actual"),
]


@pytest.mark.parametrize(("text", "word", "modality"), TOLD)
def test_what_is_only_spoken_of_or_done_to_nobody_is_no_fact(text: str, word: str, modality: str) -> None:
    (sentence,) = parsed(text)
    assert mood_of(sentence, token(sentence, word)).modality == modality
