"""Whose words are whose."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from casus.faces.describe import Register
from casus.faces.voices import owners, runs, speaking
from casus.reading.model import Reading, Statement


def test_each_word_belongs_to_the_innermost_statement(strait: Reading) -> None:
    text = strait.report.text
    outer = next(claim for claim in strait.claims if isinstance(claim, Statement) and claim.id == "c11")
    inner = replace(outer, id="c20", by="c11", speaker="a5", content=outer.content[1:])
    owned = owners(Register(replace(strait, claims=(inner, *strait.claims))))

    def owner(words: str) -> str | None:
        found = owned[text.index(words)]
        return found.id if found else None

    assert [owner("PORT ELLEN"), owner("did not strike"), owner("patrol boats"), owner("its arms embargo")] == [
        None,
        "c1",
        "c11",
        "c20",
    ]


def test_who_speaks_in_a_sentence(strait: Reading) -> None:
    owned = owners(Register(strait))
    said = [[statement.id for statement in speaking(owned, span)] for span in strait.sentences]
    assert said == [[], ["c1"], ["c3"], ["c5"], [], ["c9"], ["c11"], []]


def test_a_word_or_two_in_a_long_sentence_name_nobody_beside_it(strait: Reading) -> None:
    few = tuple(
        replace(claim, content=((claim.content[0][0], claim.content[0][0] + 7),)) if isinstance(claim, Statement) else claim
        for claim in strait.claims
    )
    owned = owners(Register(replace(strait, claims=few)))
    assert speaking(owned, strait.sentences[1]) == []


@given(st.lists(st.sampled_from("ab"), max_size=12), st.integers(0, 12), st.integers(0, 12))
def test_runs_cover_a_span_in_order_and_never_join_two_owners(names: list[str], one: int, other: int) -> None:
    by_name = {
        "a": Statement(id="a", spans=((0, 1),), speaker="x", act="say", quoting="direct", content=((0, 1),)),
        "b": None,
    }
    owned = [by_name[name] for name in names]
    start, end = sorted(min(place, len(names)) for place in (one, other))
    found = runs(owned, (start, end))
    assert [place for (first, last), _ in found for place in range(first, last)] == list(range(start, end))
    assert all(owned[place] is owner for (first, last), owner in found for place in range(first, last))
    assert all(before is not after for (_, before), (_, after) in pairwise(found))
