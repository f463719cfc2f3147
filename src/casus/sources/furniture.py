"""Which lines of a report are furniture: credits, slugs, end marks, calls to read on, notes of rights."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from casus.lexicons import load_lexicon

_LONGEST = 400


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Patterns of whole lines before the body and anywhere; of words in capitals that look like datelines; of lines that
    hold a dateline's place alone; of titles that give the day (see data/furniture.yaml)."""

    head: tuple[re.Pattern[str], ...]
    anywhere: tuple[re.Pattern[str], ...]
    label: tuple[re.Pattern[str], ...]
    no_place: tuple[re.Pattern[str], ...]
    place_line: tuple[re.Pattern[str], ...]
    dated_title: tuple[re.Pattern[str], ...]


@cache
def _patterns() -> _Patterns:
    lists = load_lexicon(Path(__file__).parent / "data" / "furniture.yaml")
    return _Patterns(**{name: tuple(map(re.compile, patterns)) for name, patterns in lists.items()})


def is_furniture(line: str) -> bool:
    """Whether a whole line or paragraph, without white space at its ends, tells nothing wherever it stands."""
    if len(line) > _LONGEST:
        return False
    unwrapped = " ".join(line.split()) if "\n" in line else line
    return any(pattern.fullmatch(unwrapped) for pattern in _patterns().anywhere)


def is_head_furniture(line: str) -> bool:
    """Whether a line tells nothing when it stands before the body: a wire slug, a note to editors, a label of a page."""
    return len(line) <= _LONGEST and (is_furniture(line) or any(pattern.fullmatch(line) for pattern in _patterns().head))


def is_label(words: str) -> bool:
    """Whether words in capitals before a dash say what kind of report follows ("EXCLUSIVE"), and so name no place."""
    return any(pattern.fullmatch(words) for pattern in _patterns().label)


def is_no_place(words: str) -> bool:
    """Whether words in capitals before a dash are the first words of a sentence, such as a body's acronym."""
    return any(pattern.fullmatch(words) for pattern in _patterns().no_place)


def is_place_line(line: str) -> bool:
    """Whether a line is nothing but a place in capitals, as some agencies put above the text."""
    return any(pattern.fullmatch(line) for pattern in _patterns().place_line)


def is_dated_title(title: str) -> bool:
    """Whether a date in a headline is the day of what was said or signed, as in the title of a briefing."""
    return any(pattern.fullmatch(title) for pattern in _patterns().dated_title)
