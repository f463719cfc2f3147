"""Speed and memory of reading: `python -m benchmarks.reading [--reports 200] [--rounds 5] [--cold 5] [--seed 1]`.

Reports of about 400 words are made in memory from the paragraphs of examples/*.txt, with other states' names in place of
theirs; each round has its own, so that nothing is remembered from one to the next. In a round the bare forward pass of the
encoder over the reports' sentences and their whole reading (sentences to claims) take turns, PART reports at a time, and its
ratios are of the sums. Everything runs in this process on one thread. Seconds of the processor are what to go by on a
machine that others use too; seconds of the clock stand beside. Peak memory is that of this process after all reports of a
round were read in one call, before the rounds. Cold is a new process `casus read FILE` in an empty home, start to end.
"""

import argparse
import os
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from time import perf_counter, process_time

from casus.reading.encoder import load_encoder
from casus.reading.read import read_reports
from casus.reading.sentences import split
from casus.sources.open import open_report
from casus.sources.report import Report
from casus.world.source import records

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
COLD = EXAMPLES / "05-embargo-vote.txt"

WORDS = 400
LEAD = 25
"""A report's head ends with its first paragraph of so many words: headline, byline, dateline and lead stay together."""

PART = 25
"""So many reports are read at once in a round."""

MOST_RATIO, MOST_MEGABYTES, MOST_SECONDS = 1.6, 600, 2.5


class Watch:
    """Adds up the seconds, of the clock and of the processor, between each first and second tick."""

    def __init__(self) -> None:
        self.wall = self.cpu = 0.0
        self._sign = -1

    def tick(self) -> float:
        """Starts or stops it. Gives the clock's seconds."""
        wall = perf_counter()
        self.wall += self._sign * wall
        self.cpu += self._sign * process_time()
        self._sign = -self._sign
        return wall


@dataclass(frozen=True, slots=True)
class Round:
    """What a round over all its reports took: opening them, the bare forward pass, reading what was opened."""

    reports: int
    words: int
    sentences: int
    opening: Watch
    forward: Watch
    reading: Watch


def generated(count: int, seed: int) -> list[str]:
    """`count` reports of about WORDS words, the same for the same seed: the head of one example, paragraphs of it and others."""
    chance = random.Random(seed)
    sources = [_paragraphs(path.read_text(encoding="utf-8")) for path in sorted(EXAMPLES.glob("*.txt"))]
    return [_report(sources, chance) for _ in range(count)]


def _paragraphs(text: str) -> tuple[list[str], list[str]]:
    """A report's head and the paragraphs after it."""
    paragraphs = re.split(r"\n\s*\n", text.strip())
    lead = next((at for at, paragraph in enumerate(paragraphs) if len(paragraph.split()) >= LEAD), 0)
    return paragraphs[: lead + 1], paragraphs[lead + 1 :]


def _report(sources: Sequence[tuple[list[str], list[str]]], chance: random.Random) -> str:
    chosen = chance.sample(sources, 4)
    text = list(chosen[0][0])
    pool = [paragraph for _, body in chosen for paragraph in chance.sample(body, len(body) // 2 + 1 if body else 0)]
    missing = WORDS - sum(len(paragraph.split()) for paragraph in text)
    for paragraph in pool:
        words = len(paragraph.split())
        if words / 2 < missing:
            text.append(paragraph)
            missing -= words
    return _renamed("\n\n".join(text), chance)


def _renamed(text: str, chance: random.Random) -> str:
    """A report with the name, adjectives and capital of each state in it replaced by another state's."""
    pattern, uses, forms = _states()
    present = sorted({uses[found][0] for found in pattern.findall(text)})
    taken = dict(zip(present, chance.sample(sorted(set(forms) - set(present)), len(present)), strict=True))

    def other(found: re.Match[str]) -> str:
        code, use = uses[found[0]]
        return forms[taken[code]][use]

    return pattern.sub(other, text)


@cache
def _states() -> tuple[re.Pattern[str], Mapping[str, tuple[str, str]], Mapping[str, Mapping[str, str]]]:
    """What finds names of today's states; the state and use of each name; and of each state the name for each use."""
    uses: dict[str, tuple[str, str]] = {}
    forms: dict[str, dict[str, str]] = {}
    for row in records("states.yaml"):
        if not row.get("un_member") or "last" in row:
            continue
        written = {"capital": row["capitals"][0]["names"], "adjective": row["adjectives"], "name": [row["name"]]}
        forms[row["code"]] = {use: names[0] for use, names in written.items()}
        for use, names in written.items():
            uses.update((name, (row["code"], use)) for name in names)
    longest_first = sorted(map(re.escape, uses), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest_first)})\b"), uses, forms


def measured(texts: Sequence[str]) -> Round:
    """A round: each part is opened, then run through the bare encoder and read, in turns the one and the other first."""
    encoder = load_encoder()
    opening, forward, reading = Watch(), Watch(), Watch()
    sentences = 0
    for first in range(0, len(texts), PART):
        opening.tick()
        reports = _opened(texts[first : first + PART])
        opening.tick()
        given = [(report.text, split(report)) for report in reports]
        sentences += sum(len(each) for _, each in given)
        bare_first = first // PART % 2 == 0
        if bare_first:
            encoder.forward_only(given, forward.tick)
        reading.tick()
        read_reports(reports)
        reading.tick()
        if not bare_first:
            encoder.forward_only(given, forward.tick)
    return Round(len(texts), sum(len(text.split()) for text in texts), sentences, opening, forward, reading)


def _opened(texts: Sequence[str]) -> list[Report]:
    return [open_report(text.encode()) for text in texts]


def peak() -> float:
    """The most memory that this process has held, in MB of 1,000,000 bytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def cold(path: Path) -> tuple[float, float]:
    """Seconds, of the clock and of the processor, that a new process takes to read one report. Raises CalledProcessError."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "HOME": home, "XDG_CACHE_HOME": home}
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = perf_counter()
        subprocess.run([sys.executable, "-m", "casus", "read", str(path)], env=environment, check=True, stdout=subprocess.DEVNULL)
        wall = perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def lines(rounds: Sequence[Round], megabytes: float, colds: Sequence[tuple[float, float]]) -> Iterator[str]:
    """The figures, a line each: least, median and greatest over the rounds."""
    one = rounds[0]
    words, sentences = one.words / one.reports, one.sentences / one.reports
    yield f"{len(rounds)} rounds over {one.reports} reports of about {words:.0f} words in {sentences:.0f} sentences"
    yield f"threads 1 (processors {os.cpu_count()}, load {os.getloadavg()[0]:.1f})"
    yield f"{'':42}{'least':>8}{'median':>8}{'most':>8}"
    for unit in ("cpu", "wall"):
        took = [
            (each.reports, *(float(getattr(watch, unit)) for watch in (each.opening, each.forward, each.reading)))
            for each in rounds
        ]
        name = "processor" if unit == "cpu" else "clock"
        yield _line(f"reports/s, {name}", [count / reading for count, _, _, reading in took])
        yield _line(f"reports/s with opening, {name}", [count / (opening + reading) for count, opening, _, reading in took])
        yield _line(f"reading / forward, {name}", [reading / bare for *_, bare, reading in took], f"at most {MOST_RATIO}")
        yield _line(f"opening and reading / forward, {name}", [(opening + reading) / bare for _, opening, bare, reading in took])
    yield _line("`casus read FILE` cold, s, processor", [cpu for _, cpu in colds])
    yield _line("`casus read FILE` cold, s, clock", [wall for wall, _ in colds], f"under {MOST_SECONDS}")
    yield f"{'peak memory, MB':42}{'':8}{megabytes:8.0f}{'':8}  expected under {MOST_MEGABYTES}"


def _line(name: str, figures: Sequence[float], expected: str = "") -> str:
    values = "".join(f"{value:8.2f}" for value in (min(figures), statistics.median(figures), max(figures)))
    return f"{name:42}{values}" + (f"  expected {expected}" if expected else "")


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=200, help="reports a round")
    parser.add_argument("--rounds", type=int, default=5, help="rounds, each over reports of its own")
    parser.add_argument("--cold", type=int, default=5, help="processes that read one report each")
    parser.add_argument("--seed", type=int, default=1, help="of what is made up")
    given = parser.parse_args(arguments)
    if min(given.reports, given.rounds, given.cold) < 1:
        parser.error("--reports, --rounds and --cold must be at least 1")
    colds = [cold(COLD) for _ in range(given.cold)]
    read_reports(_opened(generated(given.reports, given.seed)))
    megabytes = peak()
    rounds = [measured(generated(given.reports, given.seed + turn)) for turn in range(1, given.rounds + 1)]
    for line in lines(rounds, megabytes, colds):
        print(line)


if __name__ == "__main__":
    main()
