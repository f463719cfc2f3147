"""Text made fit to be shown: harmless, and no longer than there is room."""

_CONTROLS = (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_HARMLESS = {code: " " if chr(code).isspace() else "\ufffd" for code in _CONTROLS} | {0x2028: " ", 0x2029: " "}


def clean(text: str) -> str:
    """Text that can't steer a terminal or reorder a line: line ends become blanks, other control characters "\\ufffd".

    The length stays, so that spans keep counting.
    """
    return text.translate(_HARMLESS)


def abridged(words: str, room: int) -> str:
    """Words in at most `room` characters, cut between words with "…" where they are longer."""
    if len(words) <= room:
        return words
    kept = words[: max(room - 1, 0)]
    at_blank = len(kept) if words[len(kept)] == " " else kept.rfind(" ")
    return (kept[:at_blank] if at_blank > room // 2 else kept).rstrip(" ,;:.") + "…"
