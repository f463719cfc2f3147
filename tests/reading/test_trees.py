"""Trees from scores: always one root, no cycle, and never a worse tree than any other."""

from itertools import product
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from casus.reading.trees import best_trees, spanning_tree

Scores = npt.NDArray[np.floating[Any]]


def is_tree(heads: list[int]) -> bool:
    """Whether heads (0 the root, i + 1 the word i) reach the root from everywhere, through exactly one word."""
    for word in range(len(heads)):
        above, steps = word + 1, 0
        while above and steps <= len(heads):
            above, steps = heads[above - 1], steps + 1
        if above:
            return False
    return heads.count(0) == 1


def total(scores: Scores, heads: list[int]) -> float:
    return float(sum(scores[word, head] for word, head in enumerate(heads)))


def best_by_trying_all(scores: Scores) -> float:
    words = len(scores)
    return max(total(scores, list(heads)) for heads in product(range(words + 1), repeat=words) if is_tree(list(heads)))


@given(st.integers(1, 4).flatmap(lambda n: arrays(np.float64, (n, n + 1), elements=st.integers(-50, 50).map(float))))
def test_no_tree_with_one_root_scores_higher(scores: Scores) -> None:
    heads = best_trees(scores[None], np.array([len(scores)]))[0].tolist()
    assert is_tree(heads)
    assert total(scores, heads) == pytest.approx(best_by_trying_all(scores))


def test_sentences_of_a_batch_do_not_see_each_others_padding() -> None:
    rng = np.random.default_rng(3)
    scores = rng.normal(size=(6, 9, 10)).astype(np.float32)
    lengths = np.array([9, 1, 4, 7, 2, 3])
    together = best_trees(scores, lengths)
    for row, size in enumerate(lengths):
        alone = best_trees(scores[row : row + 1, :size, : size + 1], lengths[row : row + 1])[0]
        assert together[row, :size].tolist() == alone.tolist()
        assert is_tree(together[row, :size].tolist())
        assert not together[row, size:].any()


def test_two_words_that_choose_each_other_are_parted() -> None:
    # Each likes the other best and the root least; one of them has to give way, the one that loses least by it.
    scores = np.array([[1.0, 0.0, 9.0], [3.0, 9.0, 0.0]])
    assert spanning_tree(scores).tolist() == [2, 0]


def test_of_two_words_that_choose_the_root_the_weaker_finds_another_head() -> None:
    scores = np.array([[9.0, 0.0, 1.0, 1.0], [8.0, 1.0, 0.0, 2.0], [0.0, 1.0, 5.0, 0.0]])
    heads = best_trees(scores[None], np.array([3]))[0].tolist()
    assert is_tree(heads)
    assert total(scores, heads) == pytest.approx(best_by_trying_all(scores))


def test_a_long_sentence_of_noise_becomes_a_tree() -> None:
    scores = np.random.default_rng(5).normal(size=(1, 120, 121)).astype(np.float32)
    assert is_tree(best_trees(scores, np.array([120]))[0].tolist())
