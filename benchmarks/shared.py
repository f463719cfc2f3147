"""Corpora and their scorers, which lie beside the project on machines that have them."""

import importlib.util
from pathlib import Path
from types import ModuleType

SHARED = Path("../shared")


def needed(path: Path) -> Path:
    """The path, where it is there. Else ends the run with one line and status 0: lacking a corpus is no failure of the reader."""
    if not path.exists():
        print(f"not scored: {path} is not there")
        raise SystemExit(0)
    return path


def scorer_at(path: Path) -> ModuleType:
    """A corpus' scorer as a module, where it is there; else as `needed`."""
    spec = importlib.util.spec_from_file_location(path.stem, needed(path))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
