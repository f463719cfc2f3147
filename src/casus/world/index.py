"""The compiled index: what a reading loads of the reference facts. `casus.world.compile` writes it."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from casus.errors import WorldError

Record = dict[str, Any]
Row = list[Any]
"""A compiled record; its fields are told where it is compiled."""

INDEX = Path(__file__).parent / "data" / "index"


@cache
def load(name: str) -> dict[str, Any]:
    """One part of the index ("names", "persons", "first_words", "agreements", "regimes", "commitments", "territories", ...).

    Raises WorldError where its file is missing or broken.
    """
    path = INDEX / f"{name}.json"
    try:
        loaded: dict[str, Any] = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise WorldError(
            f"{path.name}: the compiled index can't be read ({error}); run: python -m casus.world.compile"
        ) from error
    return loaded
