"""Near-duplicates of reports: MinHash signatures of their words, as bytes that a store keeps and numbers that it finds them by.

Andrei Broder, "On the resemblance and containment of documents" (1997). A report's shingles are every five words in a row of its
sentences, folded, so that header, dateline and stamps don't count. `docs/identity.md` has the measurements behind the thresholds.
"""

import hashlib
import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from casus.reading.model import Reading
from casus.world.fold import fold

if TYPE_CHECKING:
    from numpy import uint32
    from numpy.typing import NDArray

SHINGLE = 5
"""Words in a shingle."""

PERMUTATIONS, BANDS = 128, 42
"""Values of a signature, and in how many bands of three they are looked up: of reports with half of their shingles in common 99.6
per cent share a band, with a third 79, with a twentieth 0.5."""

ALIKE = 0.45
"""From this share of all shingles in common on (Jaccard), two reports are one text."""

CONTAINED = 0.8
"""From this share of the shorter report's shingles on, it is a cut of the longer one."""

SHORTEST = 12
"""A report of fewer shingles is a copy only of one that has nearly the same."""

_ROWS = PERMUTATIONS // BANDS
_HEAD = struct.Struct(">I")


@dataclass(frozen=True, slots=True)
class Copy:
    """A report that is a copy of `other`: which share of all shingles they have in common, and which of the shorter one's."""

    other: str
    alike: float
    contained: float

    @property
    def why(self) -> str:
        """Why they are taken for one text, in words."""
        if self.alike >= ALIKE:
            return f"{self.alike:.0%} of the words in a row of both are the same"
        return f"{self.contained:.0%} of the shorter one's words in a row are in the longer one"


def signature(reading: Reading) -> bytes:
    """The signature of a reading's report: how many distinct shingles it has and 128 values, each 4 bytes, big end first.

    The same text has the same signature on every machine. Reports without words have one too, which is like no other.
    """
    return signature_of(reading.report.text[start:end] for start, end in reading.sentences)


def signature_of(sentences: Iterable[str]) -> bytes:
    """The signature of a text by its sentences."""
    # It brings scipy, which takes half a second to load, and has no types.
    from datasketch import MinHash  # type: ignore[import-untyped]

    words = [word for sentence in sentences for word in _words(sentence)]
    shingles = {" ".join(words[at : at + SHINGLE]).encode() for at in range(max(1, len(words) - SHINGLE + 1))} - {b""}
    sketch = MinHash(num_perm=PERMUTATIONS, seed=1, scheme="affine32")
    sketch.update_batch(sorted(shingles))
    values: bytes = sketch.hashvalues.astype(">u4").tobytes()
    return _HEAD.pack(len(shingles)) + values


def bands(signature: bytes) -> tuple[int, ...]:
    """Numbers (signed, 64 bits) by which a store finds reports that may be near-duplicates: those that share one at least."""
    if not _count(signature):
        return ()
    width = 4 * _ROWS
    pieces = (signature[at : at + width] for at in range(_HEAD.size, _HEAD.size + width * BANDS, width))
    return tuple(
        int.from_bytes(hashlib.blake2b(bytes([band]) + piece, digest_size=8).digest(), "big", signed=True)
        for band, piece in enumerate(pieces)
    )


def copied(signature: bytes, earlier: Mapping[str, bytes]) -> Copy | None:
    """The report that one is a near-duplicate of, the most alike of those given by id with their signatures; None for none."""
    copies = (copy for report, other in earlier.items() if (copy := _compared(signature, report, other)))
    return max(copies, key=lambda copy: (copy.alike, copy.contained, copy.other), default=None)


def _compared(one: bytes, report: str, other: bytes) -> Copy | None:
    alike, contained = overlap(one, other)
    whole = min(_count(one), _count(other)) >= SHORTEST
    return Copy(report, alike, contained) if alike >= (ALIKE if whole else 0.9) or (whole and contained >= CONTAINED) else None


def overlap(one: bytes, other: bytes) -> tuple[float, float]:
    """The estimated shares of shingles in common: of all that either has, and of those that the shorter one has."""
    first, second = _count(one), _count(other)
    if not first or not second:
        return 0.0, 0.0
    alike = float((_values(one) == _values(other)).mean())
    shared = alike * (first + second) / (1 + alike)
    return alike, min(1.0, shared / min(first, second))


def _words(sentence: str) -> list[str]:
    bare = "".join(char if char.isalnum() else " " for char in fold(sentence))
    return bare.split()


def _count(signature: bytes) -> int:
    return int(_HEAD.unpack_from(signature)[0])


def _values(signature: bytes) -> "NDArray[uint32]":
    import numpy as np

    return np.frombuffer(signature, dtype=">u4", offset=_HEAD.size)
