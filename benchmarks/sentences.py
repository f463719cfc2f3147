"""Sentence boundaries against the gold of GUM: `python -m benchmarks.sentences [folder of gum_time]`, precision, recall, F1.

A sentence is right when both its ends are. White space and marks at the ends do not count, nor do gold sentences that lie
in what is taken for furniture (a dateline is no sentence here).
"""

import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from benchmarks.shared import SHARED, needed
from casus.reading.sentences import split
from casus.sources.open import report_of
from casus.sources.report import Report, Span

DEFAULT = SHARED / "data" / "gum_time"


def _words(text: str, spans: Iterable[Span]) -> set[Span]:
    """Spans cut to their first and last letter or digit; those without any left out."""
    found = set()
    for start, end in spans:
        places = [place for place in range(start, min(end, len(text))) if text[place].isalnum()]
        if places:
            found.add((places[0], places[-1] + 1))
    return found


def _wanted(report: Report, gold: list[Span]) -> set[Span]:
    furniture = report.furniture
    return {
        (start, end)
        for start, end in _words(report.text, gold)
        if not any(first <= start and end <= last for first, last in furniture)
    }


def score(path: Path) -> dict[str, tuple[int, int, int]]:
    """For each genre of a file of GUM documents: sentences that are right, found, wanted."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for line in path.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        report = report_of(document["text"], title=document["title"])
        found = _words(report.text, (sentence.span for sentence in split(report)))
        wanted = _wanted(report, [(start, end) for start, end in document["sents"]])
        for place, number in enumerate((len(found & wanted), len(found), len(wanted))):
            counts[document["genre"]][place] += number
    return {genre: (right, found, wanted) for genre, (right, found, wanted) in counts.items()}


def main() -> None:
    """Print the scores of each genre and of all, and the time that splitting takes."""
    folder = needed(Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT)
    for name in ("dev", "train"):
        counts = score(folder / f"{name}.jsonl")
        counts["news + interview"] = _sum([counts[genre] for genre in ("news", "interview") if genre in counts])
        counts["all"] = _sum([numbers for genre, numbers in counts.items() if genre != "news + interview"])
        print(f"{name:20} precision recall    F1  sentences")
        for genre, (right, found, wanted) in counts.items():
            precision, recall = right / max(found, 1), right / max(wanted, 1)
            print(f"  {genre:18}     {precision:.3f}  {recall:.3f} {2 * right / max(found + wanted, 1):.3f} {wanted:10}")
    reports = [report_of(json.loads(line)["text"]) for line in (folder / "dev.jsonl").read_text(encoding="utf-8").splitlines()]
    start = time.perf_counter()
    number = sum(len(split(report)) for report in reports)
    print(f"{1000 * (time.perf_counter() - start) / number:.4f} ms a sentence for quotations and sentences ({number} sentences)")


def _sum(rows: list[tuple[int, int, int]]) -> tuple[int, int, int]:
    return sum(row[0] for row in rows), sum(row[1] for row in rows), sum(row[2] for row in rows)


if __name__ == "__main__":
    main()
