"""Names made comparable: without accents, case, dots, apostrophes and hyphens."""

import unicodedata
from functools import lru_cache

_DROPPED = str.maketrans({".": None, "'": None, "’": None, "‘": None, "ʻ": None, "`": None, "-": " ", "–": " ", "‑": " "})
_UNDECOMPOSED = str.maketrans(
    {"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "ə": "a"}
)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The form under which a name is looked up ("Côte-d'Ivoire" is "cote divoire"); "" where nothing is left."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text.translate(_UNDECOMPOSED))
        text = "".join(char for char in decomposed if not unicodedata.combining(char))
    text = text.translate(_DROPPED).casefold()
    return " ".join(text.split())


def without_the(text: str) -> tuple[str, bool]:
    """A name without its leading "the", and whether it had one."""
    head, _, rest = text.partition(" ")
    return (rest, True) if rest and head.casefold() == "the" else (text, False)
