"""Re-posts and near-duplicates are told by their words, whatever stands above them."""

from hypothesis import given
from hypothesis import strategies as st

import casus
from casus.ledger.identity.signatures import bands, copied, overlap, signature, signature_of

DESPATCH = """KEREN, March 4, 2024 (Highland Wire) - Ethiopian artillery shelled the bus station of Keren on Monday, killing nine
people, Eritrean officials said.

The shells fell shortly after seven in the morning, when the first coaches for Asmara were about to leave. Two of them burned
out on the square. A nurse at the hospital counted nine dead and more than thirty wounded, most of them traders on their way to
the market of the capital.

Eritrea's foreign ministry called the attack a breach of the truce that both sides had signed in November. Ethiopia did not
comment. A spokesman for the army said only that its guns on the heights had answered fire from the plain.

It was the heaviest shelling since the summer. The town lies within range of the heights, and its people have dug shelters
behind the houses. Schools will stay closed until the end of the week, the mayor said.
"""

REPOSTED = DESPATCH.replace("KEREN, March 4, 2024 (Highland Wire) - ", "The Morning Sheet\nSeptember 1, 2024\n\n")

OTHER = """ASMARA, March 5, 2024 (Red Sea Press) - Nine people died when shells struck a coach station in the town of Keren on
Monday, and hospitals there asked for blood.

Witnesses spoke of four explosions within a minute. Buses were set on fire and the roof of the waiting room came down. The
government in Asmara blamed Ethiopia, whose army holds the hills to the south. Addis Ababa has been silent.
"""


def test_a_report_posted_again_under_another_date_is_the_same_text() -> None:
    original, again = signature(casus.read(DESPATCH)), signature(casus.read(REPOSTED))
    copy = copied(again, {"original": original})
    assert copy is not None
    assert copy.alike > 0.9
    assert copy.why.endswith("of the words in a row of both are the same")
    assert set(bands(original)) & set(bands(again))


def test_a_cut_of_a_report_is_a_copy_of_it() -> None:
    cut = DESPATCH[: DESPATCH.index("Eritrea's foreign")]
    copy = copied(signature(casus.read(cut)), {"original": signature(casus.read(DESPATCH))})
    assert copy is not None
    assert copy.contained > 0.9


def test_another_report_of_the_same_event_is_none() -> None:
    one, other = signature(casus.read(DESPATCH)), signature(casus.read(OTHER))
    assert copied(other, {"original": one}) is None
    assert overlap(one, other)[0] < 0.05


def test_short_texts_are_copies_only_of_the_like() -> None:
    short = signature_of(["Talks resumed in Geneva on Monday."])
    longer = signature_of(
        ["Talks resumed in Geneva on Monday.", *[f"The delegation of state {number} arrived." for number in range(9)]]
    )
    assert copied(short, {"longer": longer}) is None
    assert copied(short, {"itself": short}) is not None


def test_a_signature_is_the_same_on_every_machine() -> None:
    assert len(signature_of(["one"])) == 516
    assert signature_of(["Talks resumed in Geneva on Monday."]).hex()[:40] == "000000020de62ed1496cbf5a269333c022de4ae2"
    assert signature_of([]) == signature_of(["..."])
    assert bands(signature_of([])) == ()
    assert all(-(2**63) <= band < 2**63 for band in bands(signature_of(["one two"])))


words = st.lists(st.sampled_from([f"word{number}" for number in range(60)]), min_size=30, max_size=80)


@given(words)
def test_case_marks_and_line_ends_do_not_count(told: list[str]) -> None:
    assert signature_of([" ".join(told)]) == signature_of([" ".join(told).upper() + "."])
    assert signature_of([" ".join(told)]) == signature_of([" ".join(told[:10]), " ".join(told[10:])])


@given(words, words)
def test_likeness_is_mutual_and_whole_with_itself(one: list[str], other: list[str]) -> None:
    first, second = signature_of([" ".join(one)]), signature_of([" ".join(other)])
    assert overlap(first, second) == overlap(second, first)
    assert overlap(first, first) == (1.0, 1.0)
