"""Five-fold score of PLOVER roots: `python -m training.folds`, once `python -m training.train` has come past where pairs join.

Each fold starts from the net that never saw a pair, learns from four fifths of the pairs alone, at the rates of the run's last
part, and codes the fifth that it never saw. The shipped net learns from all pairs, so its own score can't be had.
"""

import json
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch

from casus.reading.pieces import Pieces
from training.bert import weights_folder
from training.examples import Example, batches, inputs
from training.losses import pair_logits, root_weights
from training.meanings import Meanings
from training.model import Inventory, Net
from training.plover import pair_examples, pairs
from training.train import PAIRS_FROM, PASSES, SIZES, WARM, Settings, optimiser, set_rate, settings_of, step

FOLDS = 5


def fold_of(rows: Sequence[dict[str, Any]], seed: int) -> list[int]:
    """The fold of each row: the rows of each root are dealt out evenly, and rows of one text go together."""
    rng = random.Random(seed)
    order = list(range(len(rows)))
    rng.shuffle(order)
    order.sort(key=lambda place: rows[place]["root"])
    folds, by_text = [0] * len(rows), dict[str, int]()
    for turn, place in enumerate(order):
        folds[place] = by_text.setdefault(rows[place]["text"], turn % FOLDS)
    return folds


def learn(
    state: dict[str, Any], inventory: Inventory, examples: Sequence[Example], meanings: Meanings, settings: Settings
) -> Net:
    """A net from the state, trained on the examples with the rates of the run's last part."""
    torch.manual_seed(settings.seed)
    net = Net(inventory)
    net.load_state_dict(state)
    net.root.weights = root_weights(examples, len(inventory.roots))
    net.train()
    optimizer = optimiser(net)
    rng = random.Random(settings.seed)
    in_order = [batch for _ in range(PASSES["pair"]) for batch in batches(examples, SIZES["pair"], rng)]
    for place, batch in enumerate(in_order):
        warm = min(1.0, (place + 1) / (WARM * len(in_order)))
        set_rate(optimizer, PAIRS_FROM + (1.0 - PAIRS_FROM) * place / len(in_order), warm)
        step(net, optimizer, batch, meanings, rng)
    net.eval()
    return net


def coded(net: Net, examples: Sequence[Example]) -> list[int]:
    """The best root of each example."""
    found: list[int] = []
    for start in range(0, len(examples), 16):
        batch = examples[start : start + 16]
        given = inputs(batch)
        with torch.no_grad():
            out = net(given.pieces, given.kinds, given.mask, given.firsts)
            found.extend(pair_logits(net, out, batch, given.lengths).argmax(-1).tolist())
    return found


def macro_f1(gold: Sequence[str], given: Sequence[str]) -> float:
    """Mean F1 over the roots that occur in the gold."""
    right = Counter(one for one, other in zip(gold, given, strict=True) if one == other)
    wanted, got = Counter(gold), Counter(given)
    return sum(2 * right[root] / (got[root] + wanted[root]) for root in wanted) / len(wanted)


def main() -> None:
    """Trains and codes the folds, writes predictions beside the checkpoints and the scores beside the weights."""
    settings = settings_of()
    torch.set_num_threads(settings.threads)
    saved = torch.load(settings.out / "before_pairs.pt", weights_only=False)
    inventory: Inventory = saved["inventory"]
    rows = pairs(settings.data)
    examples = pair_examples(rows, inventory, Pieces(weights_folder() / "tokenizer.json"))
    meanings = Meanings(examples, settings.out / "meanings.pt")
    folds = fold_of(rows, settings.seed)
    given = [""] * len(rows)
    for fold in range(FOLDS):
        own = [place for place, number in enumerate(folds) if number == fold]
        others = [one for one, number in zip(examples, folds, strict=True) if number != fold]
        net = learn(saved["net"], inventory, others, meanings, settings)
        for place, root in zip(own, coded(net, [examples[place] for place in own]), strict=True):
            given[place] = inventory.roots[root]
        right = sum(given[place] == rows[place]["root"] for place in own)
        print(f"fold {fold + 1}: {right}/{len(own)} right", flush=True)
    gold = [row["root"] for row in rows]
    write(settings.out / "plover_folds.jsonl", rows, given)
    accuracy = sum(one == other for one, other in zip(gold, given, strict=True)) / len(gold)
    scores = {"plover macro-F1 (five-fold)": macro_f1(gold, given), "plover accuracy (five-fold)": accuracy}
    settings.weights.mkdir(parents=True, exist_ok=True)
    (settings.weights / "scores.json").write_text(json.dumps({"recorded": scores}, indent=1) + "\n", encoding="utf8")
    for name, value in scores.items():
        print(f"{name} {value:.4f}")


def write(path: Path, rows: Sequence[dict[str, Any]], given: Sequence[str]) -> None:
    """Predictions in the form that score_pairs.py takes."""
    lines = [json.dumps({"id": row["id"], "root": root}) for row, root in zip(rows, given, strict=True)]
    path.write_text("\n".join(lines) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
