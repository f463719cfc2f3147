"""Word lists: YAML files that lie beside the code which uses them."""

from pathlib import Path
from typing import Any

import yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The loader in C, many times as fast, where YAML was built with it."""


def load_lexicon(path: Path) -> dict[str, Any]:
    """A file's entries by name. Raises OSError where it is missing, YAMLError or TypeError where it isn't YAML of that form."""
    entries = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    if not isinstance(entries, dict):
        raise TypeError(f"{path.name} must map names to entries")
    return entries
