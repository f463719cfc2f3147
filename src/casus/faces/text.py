"""Text made fit to be shown: harmless, and no longer than there is room."""


def clean(text: str) -> str:
    """Text that can't steer a terminal: control characters become "\\ufffd", white space becomes blanks; the length stays."""
    return "".join(" " if char.isspace() else "\ufffd" if ord(char) < 32 or 127 <= ord(char) < 160 else char for char in text)


def abridged(words: str, room: int) -> str:
    """Words in at most `room` characters, cut between words with "…" where they are longer."""
    if len(words) <= room:
        return words
    kept = words[: max(room - 1, 0)]
    at_blank = kept.rfind(" ")
    return (kept[:at_blank] if at_blank > room // 2 else kept).rstrip(" ,;:.") + "…"
