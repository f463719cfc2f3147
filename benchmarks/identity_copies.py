"""What benchmarks/identity.py measures beside events: copies of reports told from other reports, and spellings of persons.

Copies are made of the own reports in examples/: under another header and date; with two in every hundred words replaced; with a
paragraph left out and another in its place; cut to the first half and to the first third. What must not be taken for a copy are
different reports, and independent reports of one event (identity_stories.py).
"""

import random
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from benchmarks.identity_stories import told
from casus.ledger.identity.signatures import ALIKE, CONTAINED, bands, copied, overlap, signature, signature_of
from casus.ledger.identity.spellings import person_key
from casus.reading.read import read_reports
from casus.sources.open import open_report, report_of
from casus.world.fold import fold
from casus.world.phoenix import PHOENIX

EXAMPLES = Path("examples")
_NEAR = 2
"""Letters in which a word of an alias may differ from the name's to count as another spelling of it."""


def copies_among(reports: Iterable[tuple[str, bytes]]) -> dict[str, str]:
    """Reports that are near-duplicates of earlier ones, by their signatures, in the order given."""
    signatures: dict[str, bytes] = {}
    found: dict[str, str] = {}
    index: dict[int, set[str]] = {}
    for report, sign in reports:
        near = {other for band in bands(sign) for other in index.get(band, ()) if other != report}
        if copy := copied(sign, {other: signatures[other] for other in sorted(near)}):
            found[report] = copy.other
        signatures[report] = sign
        for band in bands(sign):
            index.setdefault(band, set()).add(report)
    return found


def copies_told() -> Iterator[str]:
    """Lines: for each kind of change how much alike it leaves a report, and how many are found, as far as a shared band leads to
    them."""
    chance = random.Random(1)
    reports = [open_report(path) for path in sorted(EXAMPLES.glob("[0-9]*.txt"))]
    texts = [report.text for report in reports]
    changes: Mapping[str, list[str]] = {
        "as it was": texts,
        "new header and date": [f"The Evening Post\nJanuary 3, 2031\n\n{text}" for text in texts],
        "2% of words replaced": [_replaced(chance, text, 0.02) for text in texts],
        "5% of words replaced": [_replaced(chance, text, 0.05) for text in texts],
        "10% of words replaced": [_replaced(chance, text, 0.10) for text in texts],
        "first half": [_cut(text, 2) for text in texts],
        "first third": [_cut(text, 3) for text in texts],
        "first quarter": [_cut(text, 4) for text in texts],
    }
    originals = [signature(reading) for reading in read_reports(reports)]
    yield f"{len(texts)} reports of {sum(len(text.split()) for text in texts) // len(texts)} words on average"
    yield "change                  alike: least, mean   of shorter: least, mean   share a band   found"
    for name, changed in changes.items():
        signs = [signature(reading) for reading in read_reports([report_of(text) for text in changed])]
        pairs = list(zip(signs, originals, strict=True))
        alike, contained = zip(*(overlap(sign, original) for sign, original in pairs), strict=True)
        banded = [pair for pair in pairs if set(bands(pair[0])) & set(bands(pair[1]))]
        found = sum(copied(sign, {"original": original}) is not None for sign, original in banded)
        yield (
            f"{name:24}{min(alike):12.2f} {sum(alike) / len(alike):6.2f} {min(contained):18.2f} "
            f"{sum(contained) / len(contained):6.2f} {len(banded):9} of {len(pairs)} {found:4}"
        )
    yield from _different(originals)
    yield f"thresholds: {ALIKE} of all, {CONTAINED} of the shorter"


def _different(originals: list[bytes]) -> Iterator[str]:
    """Lines on reports that are no copies: of other events, and of the same event by other words."""
    others = [overlap(one, other) for number, one in enumerate(originals) for other in originals[:number]]
    yield f"{len(others)} pairs of different reports: at most {max(alike for alike, _ in others):.2f} alike"
    independent: list[tuple[float, float]] = []
    taken = 0
    for seed in range(101, 106):
        papers = [paper for paper in told(seed).papers if paper.reposts is None]
        signs = [(paper.sentences[0].of, signature_of(sentence.text for sentence in paper.sentences)) for paper in papers]
        pairs = [(one, other) for number, (of, one) in enumerate(signs) for also, other in signs[:number] if of == also]
        independent += [overlap(one, other) for one, other in pairs]
        taken += sum(copied(one, {"other": other}) is not None for one, other in pairs)
    most = max(alike for alike, _ in independent)
    yield f"{len(independent)} pairs of generated reports of one event: at most {most:.2f} alike, {taken} taken for copies"


def _replaced(chance: random.Random, text: str, share: float) -> str:
    return " ".join("otherwise" if chance.random() < share else word for word in text.split(" "))


def _cut(text: str, part: int) -> str:
    """The first half, third ... of a text, to the end of a sentence."""
    end = text.find(". ", len(text) // part)
    return text[: end + 1] if end > 0 else text


def names_spelt() -> Iterator[str]:
    """Lines: how many spellings of one name in the Phoenix dictionary have one key, and how many names listed apart."""
    lines = {line.split("\t", 1)[1] for line in PHOENIX.read_text(encoding="utf-8").splitlines()}
    persons = [_listed(line) for line in sorted(lines)]
    aliases = [(names[0], other) for _, names in persons for other in names[1:] if other != names[0]]
    pairs = [pair for pair in aliases if _is_spelling(*pair)]
    same = sum(person_key(one) == person_key(other) for one, other in pairs)
    yield f"{same} of {len(pairs)} pairs of spellings of one person have one key"
    keys: dict[tuple[str, str], set[str]] = {}
    for country, names in persons:
        keys.setdefault((country, person_key(names[0])), set()).add(names[0])
    apart = [sorted(names) for names in keys.values() if len(names) > 1]
    count = sum(len(names) - 1 for names in apart)
    some = "; ".join(" and ".join(names) for names in apart[:12])
    yield f"{count} names are listed apart in one country and have one key, such as {some}"


def _listed(line: str) -> tuple[str, list[str]]:
    """The country and the folded names of a line of the dictionary."""
    name, aliases, roles = line.split("\t")
    return roles.split(",")[0], [fold(one) for one in (name, *aliases.split("|")) if one]


def _is_spelling(one: str, other: str) -> bool:
    words, others = one.split(), other.split()
    return len(words) == len(others) and all(_apart(*pair) <= _NEAR for pair in zip(words, others, strict=True))


def _apart(one: str, other: str) -> int:
    """Letters to add, drop or change from one word to the other (Levenshtein)."""
    before = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for column, wanted in enumerate(other, 1):
            now.append(min(before[column] + 1, now[-1] + 1, before[column - 1] + (letter != wanted)))
        before = now
    return before[-1]
