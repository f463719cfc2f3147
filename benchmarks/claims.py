"""Claims against the gold by hand: precision, recall and F1 of each kind and of all, and how far to trust the confidences.

    python -m benchmarks.claims examples [--readings FILE] [--only 03,07] [-v]

`--readings` takes the lines of `casus read --json` in the order of the gold; without it the reports are read here. `-v` names
what is missing, wrong or falsely actual; a folder that holds a file UNSEEN gives figures alone.

A gold claim that is `optional` counts where it is found and costs nothing where it is missed. A claim that tells a thing of the
gold again in another kind counts neither way. `false actual` are claims given as actual that the report tells only as denied,
conditional, possible, threatened or supposed.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from benchmarks.claims_gold import GoldClaim, GoldError, GoldReport, Interval, load_gold
from benchmarks.claims_match import NOT_ACTUAL, Comparison, Pair
from casus.errors import CasusError
from casus.reading.model import Claim, Reading

FLOOR_F1 = 0.68
"""The least F1 over all kinds on reports that no rule was written on; the reader has 0.681."""
MOST_FALSE_ACTUAL = 0
"""The most claims that may be given as actual though the report tells them as denied, conditional, possible, threatened or
supposed."""
BINS = 5


@dataclass
class Count:
    """Figures of one kind. `wanted` are gold claims that are asked for or found, `given` claims that count."""

    wanted: int = 0
    given: int = 0
    right: int = 0
    located: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.wanted + self.given) if self.wanted + self.given else 0.0


@dataclass
class Score:
    """Figures over reports. `parts` count what else is right of the right claims, as (right, asked)."""

    kinds: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    parts: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    confidences: list[tuple[float, bool]] = field(default_factory=list)
    false_actual: Counter[str] = field(default_factory=Counter)
    not_actual: int = 0

    @property
    def all(self) -> Count:
        """The figures of all kinds together."""
        counts = self.kinds.values()
        return Count(*(sum(getattr(count, name) for count in counts) for name in ("wanted", "given", "right", "located")))

    @property
    def brier(self) -> float:
        """The mean squared distance of confidence to right (1) or wrong (0); 0 for no claims."""
        return sum((confidence - right) ** 2 for confidence, right in self.confidences) / max(len(self.confidences), 1)


def read(gold: GoldReport) -> Reading:
    """What the reader makes of a report of the gold."""
    from casus.reading.read import read_report

    return read_report(gold.report)


def score(comparisons: Iterable[Comparison]) -> Score:
    """Figures over readings beside their gold."""
    total = Score()
    for comparison in comparisons:
        _count(total, comparison)
        _count_parts(total, comparison)
        total.not_actual += sum(claim.modality in NOT_ACTUAL for claim in comparison.gold.claims)
        total.false_actual.update(pair.claim.kind for pair in comparison.false_actual)
    return total


def _count(total: Score, comparison: Comparison) -> None:
    found = {pair.gold.id for pair in comparison.pairs}
    right = {pair.claim.id for pair in comparison.pairs}
    for gold in comparison.gold.claims:
        count = total.kinds[gold.kind]
        if not gold.optional or gold.id in found:
            count.wanted += 1
            count.right += gold.id in found
            count.located += comparison.located(gold)
    for claim in comparison.reading.claims:
        if claim.id not in comparison.excused:
            total.kinds[claim.kind].given += 1
            total.confidences.append((claim.confidence, claim.id in right))


def _count_parts(total: Score, comparison: Comparison) -> None:
    for pair in comparison.pairs:
        parts = {"by": comparison.attributed(pair), "negated": pair.claim.negated == pair.gold.negated}
        if pair.gold.when:
            parts["when"] = _dated(pair.claim, pair.gold.when)
        if pair.gold.condition:
            parts["condition"] = pair.claim.condition is not None
        for name in ("act", "quoting", "measure", "goods_class"):
            if name in pair.gold.fields:
                parts[name] = pair.gold.accepts(name, getattr(pair.claim, name))
        for name, value in parts.items():
            total.parts[name][0] += value
            total.parts[name][1] += 1
    written = comparison.reading.written
    total.parts["written"][0] += written is not None and (written.first, written.last) == comparison.gold.written
    total.parts["written"][1] += 1
    stamps = {(stamp.origin, stamp.value) for stamp in comparison.reading.report.stamps}
    total.parts["stamps"][0] += sum(stamp in stamps for stamp in comparison.gold.stamps)
    total.parts["stamps"][1] += len(comparison.gold.stamps)


def _dated(claim: Claim, wanted: Interval) -> bool:
    """The claim's days lie within the gold's; an open end must be open or unsaid."""
    when = claim.when
    if when is None or (when.first is None and when.last is None):
        return False
    first, last = wanted
    low, high = when.first or when.last or date.min, when.last or when.first or date.max
    return (first is None or low >= first) and (last is None or high <= last) and (last is not None or when.first == first)


def table(total: Score) -> str:
    """The figures for people to read. It names no words of a report."""
    rows = [f"{'':12}{'gold':>6}{'given':>7}{'right':>7}{'located':>9}{'P':>8}{'R':>8}{'F1':>8}"]
    for kind, count in [*sorted(total.kinds.items()), ("all", total.all)]:
        rows.append(
            f"{kind:12}{count.wanted:6}{count.given:7}{count.right:7}{count.located:9}"
            f"{count.precision:8.3f}{count.recall:8.3f}{count.f1:8.3f}"
        )
    told = ", ".join(f"{kind} {number}" for kind, number in sorted(total.false_actual.items())) or "none"
    rows.append(f"false actual {total.false_actual.total()} of {total.not_actual} ({told})")
    rows.append("of the right: " + "  ".join(f"{name} {right}/{asked}" for name, (right, asked) in sorted(total.parts.items())))
    rows.append("confidence    claims    mean   right")
    for low in range(BINS):
        bin_ = [(sure, right) for sure, right in total.confidences if min(int(sure * BINS), BINS - 1) == low]
        if bin_:
            mean, share = sum(sure for sure, _ in bin_) / len(bin_), sum(right for _, right in bin_) / len(bin_)
            rows.append(f"{low / BINS:.1f} to {(low + 1) / BINS:.1f}{len(bin_):10}{mean:8.3f}{share:8.3f}")
    rows.append(f"Brier {total.brier:.4f}")
    return "\n".join(rows)


def details(comparison: Comparison) -> str:
    """What is missing, given for nothing, and falsely actual in one report."""
    text, rows = comparison.reading.report.text, [f"== {comparison.gold.path.name}"]
    found = {pair.gold.id for pair in comparison.pairs}
    right = {pair.claim.id for pair in comparison.pairs}
    for gold in comparison.gold.claims:
        if gold.id not in found and not gold.optional:
            state = "wrong  " if comparison.located(gold) else "missing"
            rows.append(f"{state} {gold.id:4} {_facts(gold)}: {text[slice(*gold.span)][:90]}")
    for claim in comparison.reading.claims:
        if claim.id not in right | comparison.excused:
            words = " / ".join(text[slice(*span)] for span in claim.spans)[:90]
            rows.append(f"extra   {claim.id:4} {_given(comparison, claim)}: {words}")
    rows += [f"FALSE ACTUAL {_told(comparison, pair)}" for pair in comparison.false_actual]
    return "\n".join(rows)


def _facts(gold: GoldClaim) -> str:
    return f"{gold.kind} {gold.modality} " + " ".join(
        "+".join(map(str, value)) if isinstance(value, list) else str(value)
        for name, value in gold.fields.items()
        if name not in {"object", "goods", "title"}
    )


def _given(comparison: Comparison, claim: Claim) -> str:
    told = [claim.kind, claim.modality]
    for name in ("type", "status", "stance", "relation", "provides", "act"):
        told += [str(getattr(claim, name))] if hasattr(claim, name) else []
    for name in ("speaker", "actors", "recipients", "parties", "imposers", "targets", "suppliers", "holder", "member", "group"):
        value: str | Sequence[str] = getattr(claim, name, ())
        names = [comparison.actors[actor].name for actor in ([value] if isinstance(value, str) else value)]
        told += [f"{name}={'+'.join(names)}"] if names else []
    return " ".join(told)


def _told(comparison: Comparison, pair: Pair) -> str:
    words = comparison.reading.report.text[slice(*pair.gold.span)][:90]
    return f"{pair.claim.id} {_given(comparison, pair.claim)}, told as {pair.gold.modality} ({pair.gold.id}): {words}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Score the reader on a folder and print the figures. Gives the exit status: 2 where the gold or a report is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("examples"))
    parser.add_argument("--readings", type=Path, help="JSON lines of `casus read --json`, in the order of the gold")
    parser.add_argument("--only", default="", help="beginnings of the reports' names, with commas")
    parser.add_argument("-v", "--verbose", action="store_true", help="name what is missing, wrong or falsely actual")
    options = parser.parse_args(arguments)
    try:
        golds = [gold for gold in load_gold(options.folder) if gold.path.name.startswith(tuple(options.only.split(",")))]
        readings = _loaded(options.readings, len(golds)) if options.readings else [read(gold) for gold in golds]
    except (GoldError, CasusError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    comparisons = [Comparison(gold, reading) for gold, reading in zip(golds, readings, strict=True)]
    if options.verbose and not (options.folder / "UNSEEN").exists():
        print("\n".join(map(details, comparisons)))
    print(table(score(comparisons)))
    return 0


def _loaded(path: Path, number: int) -> list[Reading]:
    from casus.reading.contract import loads

    readings = [loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    if len(readings) != number:
        raise GoldError(f"{path}: {len(readings)} readings for {number} reports")
    return readings


if __name__ == "__main__":
    sys.exit(main())
