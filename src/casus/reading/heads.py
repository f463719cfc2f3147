"""Finishes the encoder's heads in numpy: trees with labels, entity spans and attributions, for a whole batch at a time.

Shapes: B sentences, W words. The encoder gives small vectors for each word; pairs are scored here, where they are needed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from casus.reading.parse import AttributionSpan, EntitySpan
from casus.reading.trees import Heads, best_trees

Numbers = npt.NDArray[np.floating[Any]]
SOURCE, CUE, CONTENT = range(3)
_SHORTEST_LOOSE_CONTENT = 3
_BLOCK = 16
_HOLE = 2


@dataclass(frozen=True, slots=True)
class Weights:
    """Matrices (in, out) with their biases that are applied outside the graph, and the names of all labels."""

    arrays: Mapping[str, Numbers]
    upos: tuple[str, ...]
    relations: tuple[str, ...]
    entities: tuple[str, ...]
    roots: tuple[str, ...]

    def apply(self, name: str, vectors: Numbers) -> Numbers:
        """A layer's output for vectors (..., in)."""
        return vectors @ self.arrays[f"{name}_weight"] + self.arrays[f"{name}_bias"]


def trees(out: Mapping[str, Numbers], lengths: npt.NDArray[np.int64], weights: Weights) -> tuple[Heads, npt.NDArray[np.int64]]:
    """Heads (B, W), 0 for the root and i + 1 for word i, and indices of relations (B, W). Only the root is labelled "root"."""
    heads = best_trees(out["arcs"], lengths)
    rows, words = np.nonzero(np.arange(heads.shape[1]) < lengths[:, None])
    chosen = out["label_head"][rows, heads[rows, words]]
    logits = weights.apply("label", _blocks(np.maximum(out["label_dependent"][rows, words] + chosen, 0.0)))
    logits = logits.reshape(-1, logits.shape[-1])[: len(rows)]
    root = weights.relations.index("root")
    logits[:, root] = -np.inf
    relations = np.zeros(heads.shape, np.int64)
    relations[rows, words] = logits.argmax(-1)
    relations[heads == 0] = root
    return heads, relations


def _blocks(vectors: Numbers) -> Numbers:
    """Vectors (N, H) as blocks (ceil(N / 16), 16, H) with zeros at the end.

    Over large matrices numpy's BLAS starts threads, which on a busy machine wait for each other longer than they work.
    """
    count, size = vectors.shape
    room = np.zeros((-(-count // _BLOCK), _BLOCK, size), vectors.dtype)
    room.reshape(-1, size)[:count] = vectors
    return room


def entities(out: Mapping[str, Numbers], lengths: npt.NDArray[np.int64], weights: Weights) -> list[tuple[EntitySpan, ...]]:
    """Entity spans of each sentence, in order; they nest but do not cross. The best of crossing ones is kept."""
    types = len(weights.entities)
    first, last = (_by_type(out[name], types) for name in ("span_first", "span_last"))
    scores = first @ last.transpose(0, 1, 3, 2)
    best = scores.max(1)
    width = best.shape[-1]
    best[:, np.tri(width, k=-1, dtype=bool)] = -1.0
    rows, firsts, lasts = np.nonzero(best > 0.0)
    inside = lasts < lengths[rows]
    rows, firsts, lasts = rows[inside], firsts[inside], lasts[inside]
    logits = scores[rows, :, firsts, lasts]
    kinds = logits.argmax(-1)
    top = logits.max(-1)
    probability = 1.0 / (np.exp(-top) + np.exp(logits - top[:, None]).sum(-1))
    found: list[list[tuple[float, int, int, int]]] = [[] for _ in lengths]
    for row, *span in zip(*(values.tolist() for values in (rows, probability, firsts, lasts, kinds)), strict=True):
        found[row].append(tuple(span))
    return [tuple(_without_crossings(spans, weights.entities)) for spans in found]


def _by_type(vectors: Numbers, types: int) -> Numbers:
    count, width = vectors.shape[:2]
    return vectors.reshape(count, width, types, -1).transpose(0, 2, 1, 3)


def _without_crossings(spans: list[tuple[float, int, int, int]], names: Sequence[str]) -> list[EntitySpan]:
    kept: list[tuple[int, int]] = []
    found = []
    for score, first, last, kind in sorted(spans, reverse=True):
        if not any(first < start <= last < end or start < first <= end < last for start, end in kept):
            kept.append((first, last))
            found.append(EntitySpan(first, last, names[kind], score))
    return sorted(found, key=lambda span: (span.first, -span.last))


def attributions(out: Mapping[str, Numbers], lengths: npt.NDArray[np.int64]) -> list[tuple[AttributionSpan, ...]]:
    """The attributions of each sentence, in order of their cues; contents that no cue takes come last, without one."""
    roles = _sigmoid(out["roles"])
    found = []
    for row in range(len(lengths)):
        size = int(lengths[row])
        own = roles[row, :size]
        found.append(tuple(_of_sentence(own, out["link_cue"][row, :size], out["link_word"][row, :size])))
    return found


def _of_sentence(roles: Numbers, link_cue: Numbers, link_word: Numbers) -> Iterator[AttributionSpan]:
    cues = np.nonzero(roles[:, CUE] > 0.5)[0]
    taken = np.zeros(len(roles), bool)
    if len(cues):
        seeks = link_cue[cues].reshape(len(cues), 3, -1).transpose(1, 0, 2)
        offers = link_word.reshape(len(roles), 3, -1).transpose(1, 2, 0)
        scores = seeks @ offers
        for group in _together(scores[CUE][:, cues]):
            links = _sigmoid(scores[:, group].mean(1))
            source = np.nonzero(links[SOURCE] > 0.5)[0]
            content = _without_holes(np.nonzero(links[CONTENT] > 0.5)[0], {*source.tolist(), *cues.tolist()})
            if len(content) or len(source):
                taken[content] = True
                certainty = float(roles[cues[group], CUE].mean() * links[CONTENT, content].mean() if len(content) else 0.5)
                yield AttributionSpan(_indices(cues[group]), _indices(source), _indices(content), certainty)
    loose = (roles[:, CONTENT] > 0.5) & ~taken
    if loose.sum() >= _SHORTEST_LOOSE_CONTENT:
        for content in _runs(np.nonzero(loose)[0]):
            if len(content) >= _SHORTEST_LOOSE_CONTENT:
                source = np.nonzero(roles[:, SOURCE] > 0.5)[0] if not len(cues) else np.zeros(0, np.int64)
                yield AttributionSpan((), _indices(source), _indices(content), float(roles[content, CONTENT].mean()))


def _without_holes(content: npt.NDArray[np.int64], others: set[int]) -> npt.NDArray[np.int64]:
    """Content less cue words, with gaps of a word or two filled where they hold no cue and no source of it."""
    own = [word for word in content.tolist() if word not in others]
    for before, after in pairwise(tuple(own)):
        gap = range(before + 1, after)
        if len(gap) <= _HOLE and others.isdisjoint(gap):
            own.extend(gap)
    return np.array(sorted(own), np.int64)


def _indices(words: npt.NDArray[np.int64]) -> tuple[int, ...]:
    return tuple(words.tolist())


def _together(scores: Numbers) -> list[list[int]]:
    """Groups of cue words that stand for one attribution, by scores (cues, cues) of their belonging together."""
    linked = (scores + scores.T) > 0.0
    groups: list[list[int]] = []
    for place in range(len(scores)):
        for group in groups:
            if any(linked[place, other] for other in group):
                group.append(place)
                break
        else:
            groups.append([place])
    return groups


def _runs(words: npt.NDArray[np.int64]) -> list[npt.NDArray[np.int64]]:
    """Runs of neighbouring words."""
    return np.split(words, np.nonzero(np.diff(words) > 1)[0] + 1)


def _sigmoid(values: Numbers) -> Numbers:
    return 1.0 / (1.0 + np.exp(-np.clip(values, -30.0, 30.0)))


def root_logits(vectors: Numbers, source: Sequence[int], target: Sequence[int], weights: Weights) -> Numbers:
    """Logits of the PLOVER roots of a pair of phrases, given as word indices, in a sentence of vectors (W, H)."""
    vectors = vectors.astype(np.float32)
    nothing = np.zeros(vectors.shape[1], np.float32)
    pooled = [
        vectors.mean(0),
        *(vectors[list(words)].mean(0) if len(words) else nothing for words in (source, target)),
    ]
    scores = vectors @ weights.apply("query", np.concatenate(pooled[1:])) * vectors.shape[1] ** -0.5
    attention = np.exp(scores - scores.max())
    seen = attention @ vectors / attention.sum()
    inner = np.maximum(weights.apply("inner", np.concatenate([*pooled, seen])), 0.0)
    return weights.apply("outer", inner)
