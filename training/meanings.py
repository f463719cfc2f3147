"""What MiniLM made of each sentence before it was trained further: a vector to hold on to while other tasks are learnt.

Trees and spans need little of what a sentence is about, and a net that learns them alone forgets it. Roots of deeds need it.
"""

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor

from casus.reading.pieces import KINDS
from training.bert import HIDDEN, pretrained
from training.examples import Example, inputs


class Meanings:
    """Sentence vectors of MiniLM (the mean over pieces, length one), looked up by a sentence's pieces."""

    def __init__(self, examples: Sequence[Example], cache: Path) -> None:
        """Computes the vectors of all examples, or reads them from `cache` where it holds them all."""
        kept: dict[tuple[int, ...], Tensor] = {}
        if cache.is_file():
            given = torch.load(cache)
            kept = dict(zip(map(tuple, given["pieces"]), given["vectors"], strict=True))
        missing = {example.pieces: example for example in examples if example.pieces not in kept}
        if missing:
            kept |= _computed(sorted(missing.values(), key=lambda example: len(example.pieces)))
            torch.save({"pieces": list(kept), "vectors": torch.stack(list(kept.values()))}, cache)
        self._vectors = kept

    def of(self, examples: Sequence[Example]) -> Tensor:
        """The vectors of a batch (B, H)."""
        return torch.stack([self._vectors[example.pieces] for example in examples]).float()


def _computed(examples: Sequence[Example], size: int = 4000) -> dict[tuple[int, ...], Tensor]:
    """Vectors of examples that are sorted by length."""
    encoder = pretrained(KINDS).eval()
    found: dict[tuple[int, ...], Tensor] = {}
    start = 0
    while start < len(examples):
        end = min(len(examples), start + max(1, size // len(examples[min(len(examples) - 1, start + 64)].pieces)))
        batch = examples[start:end]
        given = inputs(batch)
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            states = encoder(given.pieces, given.kinds, given.mask).float()
        mask = given.mask[:, :, None].float()
        vectors = torch.nn.functional.normalize((states * mask).sum(1) / mask.sum(1), dim=-1)
        for example, vector in zip(batch, vectors.reshape(-1, HIDDEN).half(), strict=True):
            found[example.pieces] = vector.clone()
        start = end
    return found
