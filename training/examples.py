"""What the net learns from: examples of four corpora, and batches of them as tensors."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import torch
from torch import Tensor

from casus.reading.pieces import LIMIT, LOWER, QUOTED, Pieces, kinds

Task = Literal["tree", "attribution", "pair"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Indices of the words of one attribution's cue, source and content that stand in the sentence."""

    cue: tuple[int, ...]
    source: tuple[int, ...]
    content: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence as ids. What its corpus does not mark is None; labels are indices into the inventory."""

    task: Task
    pieces: tuple[int, ...]
    kinds: tuple[int, ...]
    firsts: tuple[int, ...]
    upos: tuple[int, ...] | None = None
    heads: tuple[int, ...] | None = None
    relations: tuple[int, ...] | None = None
    entities: tuple[tuple[int, int, int], ...] | None = None
    attributions: tuple[Attribution, ...] | None = None
    source: tuple[int, ...] = ()
    target: tuple[int, ...] = ()
    root: int = -1


@dataclass(frozen=True, slots=True)
class Inputs:
    """The four tensors that the net takes, and the number of words of each sentence."""

    pieces: Tensor
    kinds: Tensor
    mask: Tensor
    firsts: Tensor
    lengths: list[int]


def encoded(
    words: Sequence[str], quoted: bool, pieces: Pieces
) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]] | None:
    """Pieces, their kinds and the place of each word's first piece; None where the sentence is too long for the encoder."""
    ids, sorts, firsts = [pieces.start], [LOWER], []
    for word, kind in zip(words, kinds(words, quoted), strict=True):
        parts = pieces.of(word)
        firsts.append(len(ids))
        ids.extend(parts)
        sorts.extend([kind] * len(parts))
    if len(ids) >= LIMIT:
        return None
    return (*ids, pieces.end), (*sorts, LOWER), tuple(firsts)


def inputs(examples: Sequence[Example], case_dropout: float = 0.0, rng: random.Random | None = None) -> Inputs:
    """Padded tensors of a batch. With `case_dropout` some sentences lose what is known of their capitals."""
    longest = max(len(example.pieces) for example in examples)
    words = max(len(example.firsts) for example in examples)
    pieces, sorts, mask, firsts = [], [], [], []
    for example in examples:
        room = longest - len(example.pieces)
        own = example.kinds
        if rng is not None and rng.random() < case_dropout:
            own = tuple(kind & QUOTED for kind in own)
        pieces.append([*example.pieces, *[0] * room])
        sorts.append([*own, *[0] * room])
        mask.append([1] * len(example.pieces) + [0] * room)
        firsts.append([*example.firsts, *[0] * (words - len(example.firsts))])
    lengths = [len(example.firsts) for example in examples]
    return Inputs(torch.tensor(pieces), torch.tensor(sorts), torch.tensor(mask), torch.tensor(firsts), lengths)


def batches(examples: Iterable[Example], size: int, rng: random.Random) -> Iterator[list[Example]]:
    """One pass in random batches of at most `size` pieces with padding, of sentences of like length."""
    order = list(examples)
    rng.shuffle(order)
    found: list[list[Example]] = []
    for start in range(0, len(order), 2000):
        batch: list[Example] = []
        for example in sorted(order[start : start + 2000], key=lambda one: len(one.pieces)):
            if batch and (len(batch) + 1) * len(example.pieces) > size:
                found.append(batch)
                batch = []
            batch.append(example)
        if batch:
            found.append(batch)
    rng.shuffle(found)
    yield from found
