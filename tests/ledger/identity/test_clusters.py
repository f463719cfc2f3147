"""Which facts are one event, by the links that hold: in any order, and as before once a link is taken back."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from casus.ledger.identity.clusters import Link, clusters, link_of, parted
from casus.ledger.identity.events import Decision, same_draft
from casus.ledger.record import Draft, Record, retraction

facts = st.sampled_from("abcdefgh")
links = st.lists(st.builds(Link, facts, facts).filter(lambda link: link.one != link.other), max_size=12)


def kept(draft: Draft, sequence: int = 1) -> Record:
    return Record(draft=draft, sequence=sequence, recorded_at=datetime(2024, 3, 4, tzinfo=UTC))


def same(one: str, other: str) -> Draft:
    return same_draft(Decision(fact=one, event=other, like=other, score=0.9, why=("both ASSAULT",)))


def test_the_founder_names_the_event() -> None:
    assert clusters([Link("second", "first"), Link("third", "first")]) == dict.fromkeys(("first", "second", "third"), "first")


def test_when_a_person_makes_two_events_one_the_earlier_is_the_event() -> None:
    found = clusters([Link("b2", "b"), Link("a2", "a"), Link("a", "b")], {"a": 1, "a2": 2, "b": 3, "b2": 4})
    assert set(found.values()) == {"a"}


def clustered(records: list[Record]) -> dict[str, str]:
    return clusters(link for record in records if (link := link_of(record.draft)))


def test_a_merge_undone_is_as_before() -> None:
    records = [kept(same("second", "first")), kept(same("third", "first"))]
    before = clustered(records)
    merged = kept(same("other", "first"))
    assert clustered([*records, merged]) != before
    assert clustered([*records, kept(retraction(merged, "another shelling"))]) == before


def test_what_a_person_took_apart_is_known() -> None:
    one, other = kept(same("second", "first")), kept(same("third", "first"))
    by_hand = kept(retraction(one, "another shelling"))
    by_machine = kept(retraction(other, "read otherwise", "casus-reader 9"))
    assert parted([by_hand, by_machine]) == {frozenset(("first", "second"))}


def test_what_only_tells_about_an_event_is_no_part_of_it() -> None:
    denial = same_draft(Decision(fact="denial", event="first", like="first", score=0.9, why=(), how="about"))
    assert link_of(denial) is None


@given(links, st.randoms())
def test_order_does_not_count(given_links: list[Link], random: object) -> None:
    shuffled = list(given_links)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    order = {fact: number for number, fact in enumerate("abcdefgh")}
    assert clusters(shuffled, order) == clusters(given_links, order)
    assert clusters([*shuffled, *given_links]) == clusters(given_links)


@given(links, links)
def test_taking_links_back_restores_what_was(held: list[Link], later: list[Link]) -> None:
    before = clusters(held)
    added = [link for link in later if link not in held]
    after = clusters([*held, *added])
    assert all((after[one] == after[other]) for one in before for other in before if before[one] == before[other])
    assert clusters([link for link in [*held, *added] if link not in added]) == before


@given(links)
def test_linked_facts_are_one_event_and_an_event_is_one_of_its_facts(held: list[Link]) -> None:
    found = clusters(held)
    assert all(found[link.one] == found[link.other] for link in held)
    assert all(found[event] == event for event in found.values())
