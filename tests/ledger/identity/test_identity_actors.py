"""Who is who in every report."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

import casus
from casus.ledger.identity.actors import Identity, entities_of
from casus.ledger.identity.spellings import family_name, person_key
from casus.reading.model import Actor, ActorKind, Mention, Reading
from casus.sources.report import Report


def one(
    name: str, kind: ActorKind = "person", country: str | None = None, *, named: bool = True, known: Iterable[Identity] = ()
) -> Identity:
    """The only actor of a report that has just the name."""
    mention = Mention((0, len(name)), "name" if named else "nominal")
    actor = Actor(id="x1", name=name, kind=kind, mentions=(mention,), country=country)
    return entities_of(read(name, actor), known)["x1"]


def read(text: str, *actors: Actor) -> Reading:
    return Reading(
        report=Report(text), written=None, sentences=((0, len(text)),), actors=actors, times=(), claims=(), warnings=()
    )


def test_the_same_person_in_two_reports_is_one() -> None:
    assert one("Ivan Petrov", country="BLR").id == "person:ivan-petrov@BLR"
    assert one("Gen. Ivan Petrov", country="BLR").id == "person:ivan-petrov@BLR"
    assert one("IVAN PETROV", country="BLR").id == "person:ivan-petrov@BLR"


def test_two_persons_of_one_name_in_two_countries_are_two() -> None:
    assert one("Ivan Petrov", country="BLR").id != one("Ivan Petrov", country="BGR").id


@pytest.mark.parametrize(
    ("one_spelling", "other"),
    [
        ("Sergei Rakhmonov", "Sergey Rahmonov"),
        ("Mohammed al-Hashimi", "Muhammad Hashimi"),
        ("Dmitriy Zelenskyy", "Dmitri Zelensky"),
        ("Hassan Qasim", "Hasan Kasim"),
        ("Aleksandr Volk", "Alexander Volk"),
        ("José M. Ruiz", "Jose Ruiz"),
    ],
)
def test_spellings_of_a_name_are_one(one_spelling: str, other: str) -> None:
    assert person_key(one_spelling) == person_key(other)


@pytest.mark.parametrize(
    ("one_name", "other"),
    [("Ivan Petrov", "Ilya Petrov"), ("Lee Jun", "Lee Jin"), ("Anna Kern", "Anna Korn"), ("Al Gore", "Al Green")],
)
def test_other_names_are_others(one_name: str, other: str) -> None:
    assert person_key(one_name) != person_key(other)


def test_a_surname_means_the_only_one_who_was_told_of_before() -> None:
    full = one("Ivan Petrov", country="BLR")
    assert one("Petrov", country="BLR").id == "person:petrov@BLR"
    assert one("Petrov", country="BLR", known=[full]).id == full.id
    assert one("Petrov", country="BGR", known=[full]).id == "person:petrov@BGR"
    brother = one("Oleg Petrov", country="BLR")
    assert one("Petrov", country="BLR", known=[full, brother]).id == "person:petrov@BLR"
    assert full.key == one("Petrov", country="BLR").key == "name:petrov"


def test_a_full_name_without_a_country_is_whoever_is_known() -> None:
    assert one("Ivan Petrov").id == "person:ivan-petrov@unknown"
    known = one("Ivan Petrov", country="BLR")
    found = one("Ivan Petrov", known=[known])
    assert (found.id, found.country) == (known.id, "BLR")
    assert one("Ivan Petrov", known=[known, one("Ivan Petrov", country="BGR")]).id == "person:ivan-petrov@unknown"


def test_where_the_family_name_comes_first() -> None:
    assert family_name(person_key("Eom Dong-hwan"), "KOR") == "eom"
    assert family_name(person_key("Ivan Petrov"), "BLR") == "petrov"


def test_a_surname_without_a_country_is_somebody_of_that_report() -> None:
    assert one("Petrov").id.startswith("report:")
    assert one("Petrov").key is None


@pytest.mark.parametrize(
    ("name", "kind", "country", "found"),
    [
        ("Polish foreign ministry", "organisation", "POL", "org:foreign-ministry@POL"),
        ("China’s foreign ministry", "organisation", "CHN", "org:foreign-ministry@CHN"),
        ("government in Warsaw", "organisation", "POL", "org:government@POL"),
        ("Government of South Africa", "organisation", "ZAF", "org:government@ZAF"),
        ("his government", "organisation", "KOR", "org:government@KOR"),
    ],
)
def test_parts_of_a_state_are_the_same_in_every_report(name: str, kind: ActorKind, country: str, found: str) -> None:
    assert one(name, kind, country, named=False).id == found


def test_bodies_of_a_name_are_known_without_whose_they_are() -> None:
    assert one("US Coast Guard", "organisation", "USA").id == one("Coast Guard", "organisation", "USA").id
    assert one("Addis Ababa", "place", "ETH").id == "place:addis-ababa@ETH"


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("protesters", "group", "GEO"),
        ("senior official", "person", "CHN"),
        ("Mr. Defense Minister", "person", "VEN"),
        ("Islamists", "group", None),
    ],
)
def test_who_has_no_name_is_somebody_of_that_report(name: str, kind: ActorKind, country: str | None) -> None:
    found = one(name, kind, country, named=name[0].isupper())
    assert found.id == f"report:{Report(name).id[:12]}:{name.lower().replace('.', '').replace(' ', '-')}"
    assert (found.country, found.named) == (country, False)


def test_two_of_one_name_in_a_report_are_two() -> None:
    text = "protesters and protesters"
    actors = tuple(
        Actor(id=f"x{at}", name="protesters", kind="group", mentions=(Mention((at, at + 10), "nominal"),)) for at in (0, 15)
    )
    found = entities_of(read(text, *actors))
    assert [one.id.rpartition("protesters")[2] for one in found.values()] == ["", ":2"]


def test_whom_the_world_knows_has_its_id() -> None:
    """The president of that day is a person, whatever the report calls him."""
    reading = casus.read("MOSCOW, June 20, 2024 - The Russian president met NATO envoys on Wednesday.")
    ids = {found.id for found in entities_of(reading).values()}
    assert {"person:vladimir-putin", "org:NATO"} <= ids
    assert all(found.world for found in entities_of(reading).values() if found.id in ("person:vladimir-putin", "org:NATO"))


def test_the_record_of_an_actor_has_its_words() -> None:
    found = one("Ivan Petrov", country="BLR")
    draft = found.draft(Report("Ivan Petrov"), "casus-reader 0")
    assert draft.body == {"id": "person:ivan-petrov@BLR", "name": "Ivan Petrov", "kind": "person", "country": "BLR"}
    assert [(part.role, part.entity) for part in draft.parts] == [
        ("actor", "person:ivan-petrov@BLR"), ("actor", "country:BLR"), ("name", "name:petrov"),
    ]  # fmt: skip
    assert draft.source.quotes[0].words == "Ivan Petrov"  # type: ignore[union-attr]
    assert Identity(**(dict(draft.body))).id == found.id


@given(st.text("AaBbCcGgHhKkOoSsUuYyZz -'.", max_size=30))
def test_a_key_is_small_letters_and_shrinks(name: str) -> None:
    key = person_key(name)
    assert key == key.strip().lower()
    assert len(person_key(key)) <= len(key)
