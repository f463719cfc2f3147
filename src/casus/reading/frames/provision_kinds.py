"""What a provision provides (defence, consultation, limitation ...), from its words."""

from typing import cast

from casus.reading.frames.lexicon import words
from casus.reading.model import Provides


def kind_of(text: str) -> Provides:
    """The kind of a provision, from its words: the first line of the lexicon with a phrase that stands in them."""
    lower = f" {text.lower()} ".replace('"', " ").replace("“", " ").replace("’", "'")
    for kind, phrases in words("agreements")["provides"].items():
        if any((phrase if phrase[0] == "'" else f" {phrase}") in lower for phrase in phrases):
            return cast(Provides, kind)
    return "other"
