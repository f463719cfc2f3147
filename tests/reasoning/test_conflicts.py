"""What conflicts, told in reports of our own that are read and kept: each kind, with near misses that are none."""

from collections import Counter
from collections.abc import Iterator

import pytest
from ledger.conftest import DATABASES
from ledger.telling import reading
from reasoning.conflict_stories import FOUND, STORIES

from benchmarks.postgresql import Server
from casus.faces.proof_page import rules
from casus.ledger.contract import Query
from casus.ledger.ledger import Ledger
from casus.reasoning.about import about
from casus.reasoning.conflicts import Conflicts, conflicts
from casus.reasoning.finding import KINDS, Finding


@pytest.fixture(scope="module", params=DATABASES)
def kept(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A ledger with all stories, on each database in turn: to ask, not to write."""
    if request.param == "postgresql":
        server: Server = request.getfixturevalue("server")
        place = server.database()
    else:
        place = str(tmp_path_factory.mktemp("conflicts") / "ledger.sqlite")
    with Ledger.open(place) as ledger:
        for texts in STORIES.values():
            for text in texts:
                ledger.keep(reading(text))
        yield ledger
    if request.param == "postgresql":
        server.drop(place)


@pytest.fixture(scope="module")
def answer(kept: Ledger) -> Conflicts:
    return conflicts(kept.store)


def story_of(one: Finding) -> str:
    """The story that all reports of a finding are of."""
    [story] = {
        story
        for story, texts in STORIES.items()
        for claim in one.claims
        if any(reading(text).report.id == claim.report.id for text in texts)
    }
    return story


def of(answer: Conflicts, story: str, kind: str) -> Finding:
    [found] = [one for one in answer.findings if one.kind == kind and story_of(one) == story]
    return found


def test_just_what_conflicts_is_found(answer: Conflicts) -> None:
    found = Counter((story_of(one), one.kind) for one in answer.findings)
    assert found == Counter((story, kind) for story, kinds in FOUND.items() for kind in kinds)


def test_what_is_sure_is_certain(answer: Conflicts) -> None:
    assert {one.kind for one in answer.findings if one.sure == "arguable"} == set()


def test_each_finding_names_its_rule_claims_and_words(answer: Conflicts) -> None:
    for one in answer.findings:
        assert one.kind in KINDS
        assert {*one.proof.rules()} <= rules().keys()
        assert one.claims
        assert all(claim.words for claim in one.claims)
        assert one.facts == min(record.draft.confidence for record in one.proof.premises() if record.draft.kind != "statement")


def test_who_says_which_is_told(answer: Conflicts) -> None:
    told, denied = sorted(of(answer, "bridge", "told and denied").claims, key=lambda claim: claim.modality)
    assert (told.modality, told.speakers) == ("actual", ("org:army@EGY",))
    assert (denied.modality, denied.speakers) == ("denied", ("state:ISR",))


def test_a_known_fact_is_named(answer: Conflicts) -> None:
    one = of(answer, "another day than known", "known otherwise")
    assert [record.draft.body["agreement"] for record in one.known] == ["agreement:russia-dprk-2024"]
    assert "2024-06-21" in one.says
    assert "2024-06-19" in one.says


def test_an_attack_rests_on_the_provision_that_binds(answer: Conflicts) -> None:
    one = of(answer, "a pact", "attack despite a pact")
    assert {record.draft.kind for proof in one.rests_on for record in proof.premises()} >= {"provision", "agreement"}


def test_the_answer_says_what_was_compared(answer: Conflicts) -> None:
    assert answer.searched.reports == sum(map(len, STORIES.values()))
    assert answer.searched.claims > answer.searched.reports / 2
    assert answer.searched.not_covered


def test_about_one_thing_all_that_bears_and_all_that_contradicts(kept: Ledger, answer: Conflicts) -> None:
    one = of(answer, "tolls", "tolls far apart")
    found = about(kept.store, kept.as_of().explain(one.claims[0].fact).records)
    assert {claim.fact for claim in found.borne.bearing} == {claim.fact for claim in one.claims}
    assert len(found.borne.origins) == 2
    assert found.borne.echoes == ()
    assert [each.id for each in found.borne.against] == [one.id]


def test_about_an_agreement_both_tellings_bear_it(kept: Ledger, answer: Conflicts) -> None:
    one = of(answer, "two days of signing", "signed on two days")
    standing = one.claims[0].standing
    assert standing
    found = about(kept.store, kept.as_of().explain(standing).records)
    assert len(found.borne.origins) == 2
    assert [each.id for each in found.conflicts.findings] == [one.id]


def test_about_what_nothing_contradicts_nothing_is_found(kept: Ledger) -> None:
    [rice] = [one for one in kept.store.records(Query(kinds=("transfer",))) if one.draft.body["goods"] == "rice"]
    found = about(kept.store, [rice])
    assert found.conflicts.findings == ()
    assert len(found.borne.origins) == 1


def test_an_actors_conflicts_alone(kept: Ledger, answer: Conflicts) -> None:
    found = conflicts(kept.store, actor="country:LBY")
    assert {one.id for one in found.findings} == {one.id for one in answer.findings if story_of(one) in ("a promise", "lifted")}


def test_as_of_a_day_what_had_happened_by_then(kept: Ledger) -> None:
    from datetime import date

    found = conflicts(kept.store, as_of=date(1980, 1, 1))
    assert {story_of(one) for one in found.findings} == {"bridge", "one report tells both"}
