"""How far the confidences can be trusted, and the fit that sets them.

    python -m benchmarks.calibration           prints reliability and Brier score, by reports left out of the fit
    python -m benchmarks.calibration --write   fits on all and writes src/casus/reading/confidence.yaml

Claims are those of readings of examples/ and, where they are there, of ../shared/reports/dev: right if the gold has them (as
benchmarks/claims.py and ../shared/score/score_facts.py judge), wrong if not, and left out where they only tell a listed fact
again.
"""

import argparse
import json
import math
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray

from benchmarks.claims_gold import load_gold
from benchmarks.claims_match import Comparison
from benchmarks.shared import SHARED, scorer_at
from casus.reading.confidence import features, with_confidence
from casus.reading.contract import to_json
from casus.reading.model import Reading
from casus.reading.read import read_reports
from casus.sources.open import open_report

EXAMPLES = Path("examples")
DEVELOPMENT = SHARED / "reports" / "dev"
WEIGHTS = Path("src/casus/reading/confidence.yaml")
STRENGTH = 3.0
Judged = tuple[str, dict[str, float], bool, float]
"""(report, features, whether the claim is right, the confidence that it carries)."""


def judged_examples(folder: Path) -> Iterator[Judged]:
    """The claims of the own examples, judged by their gold."""
    for gold in load_gold(folder):
        [reading] = read_reports([gold.report], weighed=False)
        comparison = Comparison(gold, reading)
        right = {pair.claim.id for pair in comparison.pairs}
        yield from _judged(gold.path.name, reading, right, right | {c.id for c in reading.claims} - comparison.excused)


def judged_development(folder: Path) -> Iterator[Judged]:
    """The claims of the development reports, judged by the shared scorer; nothing where they are missing."""
    if not (folder / "gold").is_dir():
        print(f"without {folder}, which is not there")
        return
    scorer = scorer_at(folder.parent.parent / "score" / "score_facts.py")
    for path in sorted((folder / "gold").glob("*.yaml")):
        gold = yaml.safe_load(path.read_text(encoding="utf-8"))
        published = None if gold["header_kind"] == "synthetic" else str(gold["publication_date"])
        [reading] = read_reports([open_report(folder / "texts" / gold["text"], published=published)], weighed=False)
        right, counted = _by_facts(scorer, json.loads(json.dumps(to_json(reading))), gold)
        yield from _judged(path.name, reading, right, counted)


def _by_facts(scorer: ModuleType, told: dict[str, Any], gold: dict[str, Any]) -> tuple[set[str], set[str]]:
    """Ids of the claims that are right for some fact, and of those that count; `told` is a reading in the published form."""
    reading = scorer.Reading(told)
    right: set[str] = set()
    excused: set[str] = set()
    for claim in reading.claims.values():
        for fact in gold["facts"] if claim["kind"] in scorer.SCORED else ():
            if not scorer.overlap(reading.spans(claim), scorer.occurrences(reading.text, fact["quote"])):
                continue
            if scorer.CLAIM_KIND.get(fact["kind"], fact["kind"]) != claim["kind"]:
                excused |= {claim["id"]} if scorer.OTHER_KIND[fact["kind"]](claim) else set()
            elif scorer.right(scorer.judge(reading, fact, claim)):
                right.add(claim["id"])
    counted = {claim["id"] for claim in reading.claims.values() if claim["kind"] in scorer.SCORED}
    return right, counted - (excused - right)


def _judged(name: str, reading: Reading, right: set[str], counted: set[str]) -> Iterator[Judged]:
    told = {actor.id: actor.confidence for actor in reading.actors}
    shipped = {claim.id: claim.confidence for claim in with_confidence(reading).claims}
    for claim in reading.claims:
        if claim.id in counted:
            yield name, features(reading, claim, told), claim.id in right, shipped[claim.id]


def fitted(rows: Sequence[Judged], strength: float = STRENGTH) -> dict[str, float]:
    """Weights of a logistic regression with a Gaussian prior of precision `strength` on all but the bias, by Newton's method."""
    names = sorted({name for _, given, _, _ in rows for name in given})
    place = {name: number + 1 for number, name in enumerate(names)}
    inputs = np.zeros((len(rows), len(names) + 1))
    inputs[:, 0] = 1.0
    for row, (_, given, _, _) in enumerate(rows):
        for name, value in given.items():
            inputs[row, place[name]] = value
    wanted = np.array([right for _, _, right, _ in rows], float)
    weights = np.zeros(inputs.shape[1])
    prior = np.diag([0.0, *[strength] * len(names)])
    for _ in range(25):
        chances = 1.0 / (1.0 + np.exp(-inputs @ weights))
        slope = inputs.T @ (wanted - chances) - prior @ weights
        bend = (inputs * (chances * (1 - chances))[:, None]).T @ inputs + prior
        weights += np.linalg.solve(bend, slope)
    return {"bias": float(weights[0])} | {name: float(weights[number]) for name, number in place.items()}


def chance(weights: dict[str, float], given: dict[str, float]) -> float:
    """The probability that the weights give to a claim with these features."""
    total = weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in given.items())
    return 1.0 / (1.0 + math.exp(-total))


def left_out(rows: Sequence[Judged]) -> NDArray[np.float64]:
    """Each claim's probability from weights fitted without its report."""
    found = np.zeros(len(rows))
    for name in {row[0] for row in rows}:
        weights = fitted([row for row in rows if row[0] != name])
        for place, row in enumerate(rows):
            if row[0] == name:
                found[place] = chance(weights, row[1])
    return found


def reliability(chances: NDArray[np.float64], right: NDArray[np.bool_]) -> str:
    """Five bins of claims by probability: how many, the mean probability, the share that is right; and the Brier score."""
    lines = ["given        claims   mean  right"]
    for low in (0.0, 0.2, 0.4, 0.6, 0.8):
        inside = (chances >= low) & (chances < low + 0.2 if low < 0.8 else chances <= 1.0)
        if inside.any():
            lines.append(
                f"{low:.1f} to {low + 0.2:.1f}  {inside.sum():7}  {chances[inside].mean():.3f}  {right[inside].mean():.3f}"
            )
    lines.append(f"Brier {np.mean((chances - right) ** 2):.4f} (always the mean: {right.mean() * (1 - right.mean()):.4f})")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the reliability of the confidences; with --write fits and writes the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args(arguments)
    rows = [*judged_examples(EXAMPLES), *judged_development(DEVELOPMENT)]
    right = np.array([row[2] for row in rows])
    print(f"{len(rows)} claims of {len({row[0] for row in rows})} reports, {right.mean():.3f} right")
    print("shipped weights\n" + reliability(np.array([row[3] for row in rows]), right))
    print("fitted without the claim's report\n" + reliability(left_out(rows), right))
    if options.write:
        weights = {name: round(value, 3) for name, value in fitted(rows).items()}
        head = "# Weights of the confidence of claims (confidence.py), fitted by `python -m benchmarks.calibration --write`\n"
        count = f"# to {len(rows)} claims of {len({row[0] for row in rows})} reports with gold by hand.\n"
        WEIGHTS.write_text(head + count + yaml.safe_dump({"weights": weights}, sort_keys=False), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
