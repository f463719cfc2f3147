"""Trees from arc scores: the best head of each word where that is a tree, else the maximum spanning tree with one root."""

from typing import Any

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.floating[Any]]
Heads = npt.NDArray[np.int64]


def best_trees(scores: Scores, lengths: npt.NDArray[np.int64]) -> Heads:
    """The head of each word of a batch of sentences, as (B, W) places: 0 is the root, i + 1 the word i; padding gets 0.

    `scores` (B, W, W + 1) has for each word the score of each head in the same count; `lengths` are numbers of words. Each tree
    has exactly one root and is the one with the highest sum of scores.
    """
    count, width = scores.shape[:2]
    places = np.arange(width + 1)
    real = places[1:] <= lengths[:, None]
    masked = np.where(places[None, None, :] <= lengths[:, None, None], scores, -np.inf)
    masked[:, places[:-1], places[1:]] = -np.inf
    masked[~real] = -np.inf
    masked[~real, 0] = 0.0
    heads: Heads = masked.argmax(-1)
    above = np.concatenate([np.zeros((count, 1), np.int64), heads], 1)
    reached = above
    for _ in range(max(1, int(width).bit_length())):
        reached = np.take_along_axis(reached, reached, 1)
    trees = (reached == 0).all(1) & (((heads == 0) & real).sum(1) == 1)
    for row in np.nonzero(~trees)[0]:
        size = int(lengths[row])
        if size:
            heads[row, :size] = spanning_tree(masked[row, :size, : size + 1])
    return heads


def spanning_tree(scores: Scores) -> Heads:
    """The best tree with one root for a sentence: scores (W, W + 1) to heads (W), counted as in `best_trees`.

    Chu and Liu (1965), Edmonds (1967), for one root after another, the most promising first, until no other can do better.
    """
    size = len(scores)
    scores = scores.astype(np.float64)
    never = -4.0 * (size + 2) * (float(np.abs(scores[np.isfinite(scores)]).max()) + 1.0)
    scores[~np.isfinite(scores)] = never
    best_others = scores[:, 1:].max(1)
    bounds = best_others.sum() - best_others + scores[:, 0]
    found, best = np.zeros(size, np.int64), -np.inf
    for root in np.argsort(-bounds):
        if bounds[root] <= best:
            break
        full = np.full((size + 1, size + 1), never)
        full[1:, 1:] = scores[:, 1:]
        full[root + 1] = never
        full[root + 1, 0] = scores[root, 0]
        heads = _arborescence(full)[1:]
        total = scores[np.arange(size), heads].sum()
        if total > best:
            found, best = heads, total
    return found


def _arborescence(scores: Scores) -> Heads:
    """Heads of the best arborescence from node 0; scores[i, j] is the arc from j to i. heads[0] means nothing."""
    heads: Heads = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(len(scores), bool)
    inside[cycle] = True
    outside = np.nonzero(~inside)[0]
    own = scores[cycle, heads[cycle]]
    entering = scores[np.ix_(cycle, outside)] - own[:, None]
    enter_at = entering.argmax(0)
    leaving = scores[np.ix_(outside, cycle)]
    leave_from = leaving.argmax(1)
    last = len(outside)
    smaller = np.full((last + 1, last + 1), scores.min() - 1.0)
    smaller[:last, :last] = scores[np.ix_(outside, outside)]
    smaller[last, :last] = entering.max(0)
    smaller[:last, last] = leaving.max(1)
    np.fill_diagonal(smaller, scores.min() - 1.0)
    contracted = _arborescence(smaller)
    found = heads.copy()
    for place, node in enumerate(outside):
        head = contracted[place]
        found[node] = cycle[leave_from[place]] if head == last else outside[head]
    entry = contracted[last]
    found[cycle[enter_at[entry]]] = outside[entry]
    return found


def _cycle(heads: Heads) -> npt.NDArray[np.int64] | None:
    """The nodes of one cycle, None where there is none. Node 0 is the root."""
    state = np.zeros(len(heads), np.int64)
    state[0] = -1
    for start in range(1, len(heads)):
        node, path = start, []
        while state[node] == 0:
            state[node] = start
            path.append(node)
            node = int(heads[node])
        if state[node] == start:
            return np.array(path[path.index(node) :])
        state[path] = -1
    return None
