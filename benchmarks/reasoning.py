"""How fast the answers are: who owes what on the reference facts alone, and with ATOP's member-level file imported; beside each
the time that the rows for the same question take, which is the limit. Run: python -m benchmarks.reasoning [ATOP FILE]"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from casus.ledger.ledger import Ledger
from casus.reasoning.forbids import forbids
from casus.reasoning.look import looking
from casus.reasoning.measures import measures_against
from casus.reasoning.obligations import duties
from casus.reasoning.situation import BEARING
from casus.world.imports.atop import read_atop

SHARED = Path(__file__).parents[2] / "shared" / "data" / "atop" / "atop4_01_member.csv"
STATES = ("POL", "PRK", "USA", "KOR", "EGY", "ISR", "UKR", "TUR", "GRC", "JPN", "SAU", "ARM", "VNM", "MEX", "NGA")
ATTACKERS = ("RUS", "USA", "CHN", "ISR", "IRN", "TUR", "PRK", "DZA")
QUESTIONS = 200


def main() -> int:
    """Print the milliseconds of the answers: median and 95th percentile, with those of the rows alone."""
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "ledger.sqlite") as ledger:
        print("reference facts alone")
        measure(ledger)
        if not file.exists():
            print(f"{file.name}: not there; bring your own copy of ATOP's member-level file")
            return 0
        facts, _ = read_atop(file)
        ledger.add_facts(facts, "casus-import-atop")
        print(f"with {len(facts)} facts of {file.name}")
        measure(ledger)
    return 0


def measure(ledger: Ledger) -> None:
    """Print a line for each kind of question."""
    draw = random.Random(1949)
    asked: list[tuple[str, str, date]] = []
    while len(asked) < QUESTIONS:
        attacked, by = draw.choice(STATES), draw.choice(ATTACKERS)
        if attacked != by:
            asked.append((attacked, by, date(draw.randint(1993, 2018), draw.randint(1, 12), draw.randint(1, 28))))
    name = ledger.names.name

    def rows(attacked: str, by: str, day: date) -> None:
        looking(ledger.store, day, None, BEARING)([f"state:{attacked}", f"state:{by}"])

    def by_whom(attacked: str, by: str, day: date) -> None:
        duties(looking(ledger.store, day, None, BEARING), name, attacked, by=by, day=day)

    def anybody(attacked: str, by: str, day: date) -> None:  # noqa: ARG001 - asked as the others are
        duties(looking(ledger.store, day, None, BEARING), name, attacked, day=day)

    def arms(attacked: str, by: str, day: date) -> None:  # noqa: ARG001
        target = f"state:{attacked}"
        forbids(measures_against(ledger.store, [target], day), target=target, what="arms", day=day, name=name)

    for label, question in (
        ("the rows of who owes what (limit)", rows), ("who owes what, attacker named", by_whom),
        ("who owes what, any attacker", anybody), ("what arms are forbidden", arms),
    ):  # fmt: skip
        print(f"  {label:<36} {told(question, asked)}")


def told(question: Callable[[str, str, date], None], asked: list[tuple[str, str, date]]) -> str:
    """Median and 95th percentile of the milliseconds that a question takes, after one to warm up."""
    question(*asked[0])
    taken = []
    for one in asked:
        start = time.perf_counter()
        question(*one)
        taken.append(1000 * (time.perf_counter() - start))
    return f"median {statistics.median(taken):6.1f} ms, 95th percentile {statistics.quantiles(taken, n=20)[-1]:6.1f} ms"


if __name__ == "__main__":
    sys.exit(main())
