"""Answers to each question as the service's description shows them (examples.json): those of a ledger of three short reports."""

import json
from functools import cache
from importlib.resources import files
from typing import Any


def answers_to(question: str) -> list[Any]:
    """The items of an answer to a question by the name of its route ("forbids"), each valid against its schema."""
    found: list[Any] = _read()[question]
    return found


@cache
def _read() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(files(__package__).joinpath("examples.json").read_text("utf-8"))
    return read
