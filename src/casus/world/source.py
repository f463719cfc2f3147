"""The files of reference facts as records, as people edit them. A reading never loads these: it loads the compiled index."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from casus.errors import WorldError
from casus.world.index import Record

DATA = Path(__file__).parent / "data"


_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@lru_cache(maxsize=64)
def records(name: str) -> tuple[Record, ...]:
    """All records of a file in `data/`, in its order. Raises WorldError where it can't be read as a list of records."""
    path = DATA / name
    try:
        text = path.read_text(encoding="utf-8")
        rows = [json.loads(line) for line in text.splitlines()] if path.suffix == ".jsonl" else yaml.load(text, Loader=_Loader)
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise WorldError(f"{name}: can't be read: {' '.join(str(error).split())}") from error
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise WorldError(f"{name}: must be a list of records")
    return tuple(rows)
