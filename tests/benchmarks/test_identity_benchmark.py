"""The scorer of clusters counts as by hand; the stories are the same each time; the ledger's way beats the plain ones on them."""

import pytest

from benchmarks.identity import as_drafts, clustered
from benchmarks.identity_drafts import drafts
from benchmarks.identity_scores import by_key, by_words, score, score_of
from benchmarks.identity_stories import told

SEED = 1001


def test_scores_are_as_counted_by_hand() -> None:
    """Two tellings of one event put together with one of another; the fourth alone, though it is of the first event."""
    found = score(["x", "x", "x", "y"], ["1", "1", "2", "1"])
    assert found.precision == pytest.approx(1 / 3)
    assert found.recall == pytest.approx(1 / 3)
    assert found.cubed_precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert found.cubed_recall == pytest.approx((2 / 3 + 2 / 3 + 1 + 1 / 3) / 4)
    assert score(["a", "b"], ["1", "2"]).f1 == 1.0


def test_a_seed_has_one_set_of_stories() -> None:
    one, other = told(SEED, 12), told(SEED, 12)
    assert one == other
    assert [draft.id for paper in one.papers for draft, _ in drafts(paper, one.happenings, SEED)] == [
        draft.id for paper in other.papers for draft, _ in drafts(paper, other.happenings, SEED)
    ]
    assert told(SEED + 1, 12) != one


def test_every_event_is_told_and_each_sentence_is_where_it_is_said_to_be() -> None:
    stories = told(SEED, 20)
    assert {sentence.of for paper in stories.papers for sentence in paper.sentences if sentence.of} == set(stories.happenings)
    assert all(paper.text[slice(*span)] == sentence.text for paper in stories.papers for sentence, span in paper.spans())
    assert len(stories.happenings) == 20


def test_the_ledger_tells_events_apart_better_than_plain_ways() -> None:
    labelled, copies = as_drafts(told(SEED), SEED)
    ours, key, words = (
        score_of(labelled, found).f1 for found in (clustered(labelled, copies), by_key(labelled), by_words(labelled, 0.6))
    )
    assert ours > 0.8
    assert ours > max(key, words) + 0.2
