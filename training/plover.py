"""PLOVER pairs: sentences with a source and a target and the root of what the one does to the other."""

import json
from pathlib import Path
from typing import Any

from casus.reading.pieces import Pieces
from casus.reading.tokens import words
from training.examples import Example, encoded
from training.model import Inventory
from training.polnear import words_in


def pairs(data: Path) -> list[dict[str, Any]]:
    """The rows of plv_train, in order of the file."""
    return [json.loads(line) for line in (data / "plv_train.jsonl").read_text(encoding="utf8").splitlines()]


def pair_examples(rows: list[dict[str, Any]], inventory: Inventory, pieces: Pieces) -> list[Example]:
    """One example for each row, in the same order.

    The pair is not marked in the text: its words are only pointed at. Some have no target.
    """
    found = []
    for row in rows:
        text = row["text"]
        places = words(text, (0, len(text)))
        cut = encoded([text[start:end] for start, end in places], False, pieces)
        if cut is None:
            raise ValueError(f"{row['id']} is too long for the encoder")
        source, target = (words_in([tuple(row[role])] if row[role] else [], places) for role in ("source", "target"))
        found.append(Example("pair", *cut, source=source, target=target, root=inventory.roots.index(row["root"])))
    return found
