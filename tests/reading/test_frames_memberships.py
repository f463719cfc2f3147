"""Who belongs to, joins, leaves or leads a group."""

import pytest
from reading.claims import told

NATO, EU, AU, LAS = "North Atlantic Treaty Organization", "European Union", "African Union", "League of Arab States"

MEMBERS = [
    ("Montenegro joined NATO in 2017.", [f"MNE joins {NATO}"]),
    ("Britain left the European Union.", [f"GBR leaves {EU}"]),
    ("Jordan is a member of the Arab League.", [f"JOR member {LAS}"]),
    ("Pakistan is an ally of China.", ["PAK ally CHN"]),
    ("Georgia hopes to join NATO.", [f"GEO joins {NATO} (possible)"]),
    ("Finland will join NATO next month.", [f"FIN joins {NATO} (planned)"]),
    ("Norway did not join the European Union.", [f"NOR joins {EU} (denied)"]),
    ("Morocco withdrew from the African Union.", [f"MAR leaves {AU}"]),
    ("Ghana may leave the African Union.", [f"GHA leaves {AU} (possible)"]),
    ("Finland's accession to NATO took a year.", [f"FIN joins {NATO}"]),
    ("Ghana, which chairs the African Union, called for calm.", [f"GHA leader {AU}"]),
    ("Finland, an ally of Estonia, called for calm.", ["FIN ally EST"]),
    ("Ghana, which chairs the talks, called for calm.", []),
    ("Norway joined the talks.", []),
    ("The envoy left Cairo on Monday.", []),
    ("The minister returned to Lima.", []),
]


@pytest.mark.parametrize(("text", "lines"), MEMBERS)
def test_a_membership_has_member_group_and_relation(text: str, lines: list[str]) -> None:
    assert told(text).lines("membership") == lines


def test_a_membership_holds_since_the_day_that_is_told() -> None:
    (membership,) = told("Montenegro joined NATO on June 5, 2017.").memberships
    assert membership.when is not None
    assert str(membership.when.first) == "2017-06-05"


MANY_FORMS = [
    ("Finland became the 31st member of NATO.", ["FIN joins North Atlantic Treaty Organization"]),
    ("Russia was expelled from the Council of Europe.", ["RUS leaves Council of Europe"]),
    ("The African Union readmitted Morocco in 2017.", ["MAR joins African Union"]),
    ("Kenya was elected to the Security Council.", ["KEN joins United Nations Security Council"]),
    ("Belgium took over the presidency of the European Union.", ["BEL leader European Union"]),
    ("Peru's new president, Ana Ruiz, took office on Sunday.", ["PER leader PER"]),
    ("Peru's new foreign minister, Ana Ruiz, took office on Sunday.", []),
    ("Peru admitted that it had lost the files.", []),
]


@pytest.mark.parametrize(("text", "lines"), MANY_FORMS)
def test_joining_and_leading_are_told_in_many_forms(text: str, lines: list[str]) -> None:
    assert told(text).lines("membership") == lines
