"""How a thing is told decides what may be believed of it: fact, plan, promise, threat, demand, possibility, condition, denial."""

import pytest
from reading.parsing import parsed, token

from casus.reading.modality import mood_of

TOLD = [
    ("Peru attacked the outpost on Sunday.", "attacked", "actual", False),
    ("Peru did not attack the outpost.", "attack", "denied", False),
    ("Peru will attack the outpost within days.", "attack", "planned", False),
    ("Peru is to sign the treaty next week.", "sign", "planned", False),
    ("Peru plans to sign the treaty next week.", "sign", "planned", False),
    ("The treaty is expected to be signed in Lima on Friday.", "signed", "planned", False),
    ("Peru may attack the outpost.", "attack", "possible", False),
    ("Peru could send more tanks to the border.", "send", "possible", False),
    ("The minister did not rule out sending troops.", "sending", "possible", False),
    ("Peru is considering sending troops to the border.", "sending", "possible", False),
    ("Peru promised to withdraw its troops.", "withdraw", "promised", False),
    ("The president vowed to strike the rebels.", "strike", "promised", False),
    ("The president vowed not to strike the rebels.", "strike", "promised", True),
    ("Peru threatened to close the border.", "close", "threatened", False),
    ("Chile urged Peru to withdraw its troops.", "withdraw", "demanded", False),
    ("Chile urged both sides to avoid a war.", "war", "demanded", True),
    ("Chile called on Peru to stop attacking the town.", "attacking", "demanded", True),
    ("Chile demanded that Peru withdraw its troops.", "withdraw", "demanded", False),
    ("Chile demanded the withdrawal of Peruvian troops.", "withdrawal", "demanded", False),
    ("Peru denied attacking the outpost.", "attacking", "denied", False),
    ("Peru denied that its troops attacked the outpost.", "attacked", "denied", False),
    ("Peru refused to withdraw its troops.", "withdraw", "denied", False),
    ("Peru failed to sign the treaty.", "sign", "denied", False),
    ("If Chile attacks the port, Peru will respond.", "attacks", "supposed", False),
    ("If Chile attacks the port, Peru will respond.", "respond", "conditional", False),
    ("Should Chile attack the port, Peru could send weapons to the rebels.", "attack", "supposed", False),
    ("Should Chile attack the port, Peru could send weapons to the rebels.", "send", "conditional", False),
    ("Unless Chile withdraws, Peru will bomb the port.", "bomb", "conditional", False),
    ("The minister said Peru had bombed the port.", "bombed", "actual", False),
    ("The minister said Peru would send grain to Chile.", "send", "planned", False),
    ("Peru is going to attack the outpost.", "attack", "planned", False),
    ("Peru went on to attack the outpost.", "attack", "actual", False),
    ("Chile gave Peru two days to withdraw its troops.", "withdraw", "planned", False),
    ("Chile forced Peru to withdraw its troops.", "withdraw", "actual", False),
    ("Peru is believed to have attacked the outpost.", "attacked", "actual", False),
    ("Peru was right to bomb the port.", "bomb", "actual", False),
    ("Chile opposes sending tanks to Peru.", "sending", "denied", False),
    ("Chile is waiting for the delivery of tanks.", "delivery", "planned", False),
    ("The supply of rockets to Peru is under review.", "supply", "possible", False),
    ("Perhaps Peru sold mines to Chile.", "sold", "possible", False),
    ("The danger is that Peru invades.", "invades", "possible", False),
    ("Far from arming the rebels, Peru has disarmed them.", "arming", "denied", False),
    ("Peru held off from imposing sanctions on Chile.", "imposing", "denied", False),
    ("It was nonsense to say that Peru had sold rifles to Chile.", "sold", "denied", False),
    ("Reports of deliveries of shells to Peru were pure fantasy.", "deliveries", "denied", False),
    ("The claim that Peru fired on the trawler has no basis.", "fired", "denied", False),
    ("Any state that sold arms to Peru would lose its aid.", "sold", "supposed", False),
    ("It was not Peru that fired on the border post.", "fired", "denied", False),
    ("Minister: no tanks sent to Chile", "sent", "denied", False),
    ("The delivery of jets to Peru, if it goes ahead, would be the first.", "delivery", "conditional", False),
    ("Peru has begun withdrawing its troops.", "withdrawing", "actual", False),
    ("Peru accused Chile of shelling the port.", "shelling", "actual", False),
    ("Peru met Chile in Quito and signed the treaty.", "signed", "actual", False),
    ("The plan to invade Chile was never carried out.", "invade", "planned", False),
    ("No troops were sent to the border.", "sent", "denied", False),
    ("Peru has never attacked its neighbour.", "attacked", "denied", False),
    ("Peru signed the treaty without consulting Chile.", "consulting", "denied", False),
    ("A possible attack on the port worries Chile.", "attack", "possible", False),
    ("The two presidents will meet and sign a treaty.", "sign", "planned", False),
    ("Chile is ready to sign the treaty.", "sign", "planned", False),
    ("Chile wants Peru to release the sailors.", "release", "demanded", False),
    ("Peru hopes to join the bloc.", "join", "possible", False),
    ("Chile rejected a call to withdraw its troops.", "withdraw", "demanded", False),
    ("Peru must withdraw its troops, the minister said.", "withdraw", "demanded", False),
    ("Chile warned that it would close the border if Peru sent troops.", "close", "conditional", False),
    ("Chile warned that it would close the border if Peru sent troops.", "sent", "supposed", False),
]


@pytest.mark.parametrize(("text", "word", "modality", "negated"), TOLD)
def test_modality_follows_what_governs_the_predicate(text: str, word: str, modality: str, negated: bool) -> None:
    (sentence,) = parsed(text)
    mood = mood_of(sentence, token(sentence, word))
    assert (mood.modality, mood.negated) == (modality, negated)
