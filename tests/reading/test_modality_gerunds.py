"""What is only spoken of, commanded, still to be found out, or done to nobody is no fact; what one owns up to is."""

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
    ("Please withdraw your troops from the island.", "withdraw", "demanded"),
    ("Inspectors were charged with verifying that Iraq destroyed the missiles.", "destroyed", "possible"),
    ("Inspectors will establish that Iraq destroyed the missiles.", "destroyed", "possible"),
    ("Inspectors found that Iraq destroyed the missiles.", "destroyed", "actual"),
    ("Egypt provided neither side with arms.", "provided", "denied"),
    ("Egypt has given neither of them weapons.", "given", "denied"),
    ("Egypt sold tanks to neither country.", "sold", "denied"),
    ("Turkey supplied drones to no one.", "supplied", "denied"),
    ("Under no circumstances has Peru sold tanks to Chile.", "sold", "denied"),
    ("The rebels attacked the town to no avail.", "attacked", "actual"),
    ("The rebels attacked the town with no warning.", "attacked", "actual"),
]


@pytest.mark.parametrize(("text", "word", "modality"), TOLD)
def test_what_is_only_spoken_of_or_done_to_nobody_is_no_fact(text: str, word: str, modality: str) -> None:
    (sentence,) = parsed(text)
    assert mood_of(sentence, token(sentence, word)).modality == modality
