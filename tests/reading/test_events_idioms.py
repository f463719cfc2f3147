"""Verbs of acts that tell none where they stand: what is released, beaten, accepted, met or signed decides."""

import pytest
from reading.claims import told

NO_DEED = [
    "The ministry released a statement on Sudan.",
    "Merkel beat Schulz in the election.",
    "Peru met the criteria of the European Union.",
    "The minister accepted money from Qatar.",
    "The president launched a campaign for a second term.",
    "The party captured 40 seats in Kosovo.",
    "The president has demonstrated a fondness for Moscow.",
    "The president signed a bill on trade.",
    "An official spoke on condition of anonymity in Geneva.",
    "The people of Gaza received aid.",
    "The government is grappling with inflation in Egypt.",
    "A train killed three workers in India.",
    "The storm hit Cuba.",
]
DEEDS = [
    ("The rebels released two hostages in Mali.", "YIELD"),
    ("The police beat protesters in Minsk.", "ASSAULT"),
    ("The minister met the ambassador of Peru.", "CONSULT"),
    ("Egypt accepted the truce with Israel.", "AGREE"),
    ("The army launched a bombing campaign against the rebels in Syria.", "ASSAULT"),
    ("The army captured the town of Goma.", "ASSAULT"),
    ("Students demonstrated against the government in Cairo.", "PROTEST"),
    ("The president signed a treaty with China.", "AGREE"),
    ("The king received the president of Ghana.", "CONSULT"),
]


@pytest.mark.parametrize("text", NO_DEED)
def test_an_idiom_tells_no_deed(text: str) -> None:
    assert told(text).lines("event") == []


@pytest.mark.parametrize(("text", "root"), DEEDS)
def test_the_same_verb_tells_a_deed_of_another_thing(text: str, root: str) -> None:
    assert [line.split()[0] for line in told(text).lines("event")] == [root]
