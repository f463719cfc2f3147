"""Cuts a sentence into words as the English Universal Dependencies treebanks do, with the place of each in the text."""

import re
from functools import cache
from pathlib import Path
from typing import Any

from casus.lexicons import load_lexicon
from casus.sources.report import Span

_APOSTROPHES = "'’"


def words(text: str, span: Span) -> list[Span]:
    """The words of `text` between the bounds of `span`, in order, as spans of `text`; white space is in none of them.

    Contractions are two words ("do" + "n't", "Kim" + "'s"), hyphens cut ("Russian" + "-" + "led", but "co-operation"), numbers
    with their separators are one ("1,000"), as are abbreviations with their stop ("U.S.").
    """
    scan, cut = _scanner(), _cuts()
    found: list[Span] = []
    end = span[1]
    for match in scan.finditer(text, *span):
        start, stop = match.span()
        if match.lastgroup == "plain":
            found.append((start, stop))
        else:
            places = cut.of(match.group(), match.lastgroup or "", stop == end or not text[stop:end].strip(_CLOSERS))
            found.extend((start + first, start + last) for first, last in places)
    return found


_CLOSERS = " \t\r\n\"'’”)]»"


@cache
def _table() -> dict[str, Any]:
    return load_lexicon(Path(__file__).with_name("tokens.yaml"))


@cache
def _scanner() -> re.Pattern[str]:
    """One pattern for all words; what it calls "plain" needs no further cut. Its order matters: longer readings first."""
    letters = r"[^\W\d_]"
    units = "|".join(map(re.escape, _table()["units"]))
    parts = {
        "address": r"(?:https?://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]'’]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
        "initials": rf"(?:{letters}\.){{2,}}(?:{letters}(?![\w]))?|{letters}\.(?=\s?[A-Z])(?<![\w'’].\.)",
        "number": rf"\d+(?:[.,:/]\d+)*(?:-\d{{3,}}(?:-\d{{3,}})+)?(?:st|nd|rd|th|s)?(?:(?!\w)|(?=(?i:{units})(?![\w-])))",
        "word": rf"\w+(?:[{_APOSTROPHES}.&]\w+|-\w+)*(?:\.(?!\.)|[{_APOSTROPHES}])?",
        "clitic": rf"[{_APOSTROPHES}](?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)(?!\w)",
        "decade": rf"[{_APOSTROPHES}]\d\ds?(?!\w)",
        "plain": r"\.{2,}|-{2,}|[!?]{2,}|<<|>>|``|''|\*{2,}|_{2,}|={2,}|\S",
    }
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in parts.items()))


class _Cuts:
    """Cuts what the scanner found where it is more than one word."""

    def __init__(self, table: dict[str, Any]) -> None:
        self.abbreviations = frozenset(table["abbreviations"])
        self.doubtful = frozenset(table["doubtful"])
        self.prefixes = frozenset(table["prefixes"])
        self.joined: dict[str, int] = table["joined"]
        endings = "|".join(re.escape(ending).replace("'", f"[{_APOSTROPHES}]") for ending in table["clitics"])
        self.ending = re.compile(rf"({endings})$", re.IGNORECASE)

    def of(self, word: str, sort: str, final: bool) -> list[Span]:
        """Spans within `word`. `final` says that nothing but closing marks follows in the sentence."""
        if sort != "word":
            return [(0, len(word))]
        lower = word.lower()
        if lower in self.joined:
            return [(0, self.joined[lower]), (self.joined[lower], len(word))]
        if word.isalnum():
            return [(0, len(word))]
        return self._split(word, 0, final)

    def _split(self, word: str, start: int, final: bool) -> list[Span]:
        """Spans of a word with marks in it, moved by `start`."""
        last = word[-1]
        if last in _APOSTROPHES:
            return [*self._split(word[:-1], start, final), (start + len(word) - 1, start + len(word))]
        if last == "." and not self._keeps_stop(word[:-1].lower(), final):
            return [*self._split(word[:-1], start, final), (start + len(word) - 1, start + len(word))]
        if word.isalnum():
            return [(start + first, start + stop) for first, stop in self.of(word, "word", False)]
        ending = self.ending.search(word)
        if ending and ending.start():
            middle = start + ending.start()
            return [*self._split(word[: ending.start()], start, False), (middle, start + len(word))]
        hyphen = word.find("-")
        if hyphen < 0 or word[:hyphen].lower() in self.prefixes:
            return [(start, start + len(word))]
        head = self._split(word[:hyphen], start, False) if hyphen else []
        tail = self._split(word[hyphen + 1 :], start + hyphen + 1, final)
        return [*head, (start + hyphen, start + hyphen + 1), *tail]

    def _keeps_stop(self, stem: str, final: bool) -> bool:
        if "-" in stem:
            stem = stem.rpartition("-")[2]
        if stem in self.doubtful:
            return not final
        return stem in self.abbreviations or bool(re.fullmatch(r"(?:\w\.)+\w", stem))


@cache
def _cuts() -> _Cuts:
    return _Cuts(_table())
