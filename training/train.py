"""Trains the reader's net on all corpora and exports it: `python -m training.train`, run from the repository root.

Batches of the corpora are mixed from the start, but PLOVER pairs join late, so that a net that never saw them is at hand for the
five-fold score. A run that was cut off goes on from its last checkpoint; the same settings give the same batches.
"""

import argparse
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from casus.reading.pieces import Pieces
from training.bert import weights_folder
from training.corpora import CORPORA, TREEBANKS, inventory_of, tree_examples, treebank
from training.examples import Example, batches, inputs
from training.export import export, export_float
from training.lemma_table import write_lemma_table
from training.losses import attribution_loss, meaning_loss, pair_loss, root_weights, tree_loss
from training.meanings import Meanings
from training.model import Inventory, Net
from training.plover import pair_examples, pairs
from training.polnear import articles, attribution_examples

ENCODER_RATE, HEAD_RATE, WARM = 2e-4, 1.5e-3, 0.08
WEIGHTS = {"upos": 1.0, "arcs": 1.0, "labels": 1.0, "entities": 1.0, "roles": 3.0, "links": 3.0, "roots": 1.0, "meaning": 1.5}
PASSES = {"tree": 8, "attribution": 3, "pair": 8}
SIZES = {"tree": 900, "attribution": 900, "pair": 500}
PAIRS_FROM = 0.6
"""The share of the run after which PLOVER pairs join."""

CASE_DROPOUT, CLIP, SAVE_EVERY = 0.05, 2.0, 240.0


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is told: where data are and results go, corpora left out, threads, the seed, passes by task."""

    data: Path
    out: Path
    weights: Path
    lemmas: Path = Path("src/casus/reading/lemmas.tsv")
    without: tuple[str, ...] = ()
    threads: int = 2
    seed: int = 20240619
    passes: tuple[tuple[str, int], ...] = tuple(PASSES.items())


@dataclass(frozen=True, slots=True)
class Material:
    """Everything to learn from, and the labels."""

    inventory: Inventory
    examples: dict[str, list[Example]]

    def meanings(self, cache: Path) -> Meanings:
        """What MiniLM made of each of the sentences."""
        return Meanings([example for examples in self.examples.values() for example in examples], cache)


def material(settings: Settings) -> Material:
    """Reads the corpora that are not left out. The labels are the same whatever is left out, so that files fit each other."""
    pieces = Pieces(weights_folder() / "tokenizer.json")
    rows = pairs(settings.data)
    sentences = {corpus: treebank(settings.data, corpus, "train") for corpus in TREEBANKS}
    inventory = inventory_of((one for corpus in TREEBANKS for one in sentences[corpus]), (row["root"] for row in rows))
    used = [corpus for corpus in CORPORA if corpus not in settings.without]
    examples: dict[str, list[Example]] = {"tree": [], "attribution": [], "pair": []}
    for corpus in TREEBANKS:
        if corpus in used:
            examples["tree"] += tree_examples(sentences[corpus], inventory, pieces)
    if "polnear" in used:
        examples["attribution"] = list(attribution_examples(articles(settings.data, "train"), pieces))
    if "plover" in used:
        examples["pair"] = pair_examples(rows, inventory, pieces)
    return Material(inventory, examples)


def plan(given: Material, settings: Settings) -> tuple[list[list[Example]], int]:
    """All batches of a run in order, and the number of them before PLOVER pairs join."""
    rng = random.Random(settings.seed)
    passes = dict(settings.passes)
    streams = {
        task: [batch for _ in range(passes[task]) for batch in batches(examples, SIZES[task], rng)]
        for task, examples in given.examples.items()
    }
    placed: list[tuple[float, str, list[Example]]] = []
    for task, stream in streams.items():
        start = PAIRS_FROM if task == "pair" else 0.0
        step = (1.0 - start) / max(1, len(stream))
        placed.extend((start + (place + rng.random()) * step, task, batch) for place, batch in enumerate(stream))
    placed.sort(key=lambda entry: entry[:2])
    return [batch for _, _, batch in placed], sum(place < PAIRS_FROM for place, _, _ in placed)


def losses_of(net: Net, batch: Sequence[Example], meanings: Meanings, rng: random.Random | None) -> dict[str, Tensor]:
    """A batch's losses, by name. With `rng` some sentences lose their capitals, so that headlines in capitals are read too."""
    given = inputs(batch, CASE_DROPOUT, rng)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        out = net(given.pieces, given.kinds, given.mask, given.firsts)
    out = type(out)(*(value.float() for value in out))
    losses = {"meaning": meaning_loss(net, out, meanings.of(batch), given.lengths)}
    task = batch[0].task
    if task == "tree":
        return losses | tree_loss(net, out, batch, given.lengths)
    if task == "attribution":
        return losses | attribution_loss(out, batch, given.lengths)
    return losses | pair_loss(net, out, batch, given.lengths)


def optimiser(net: Net) -> torch.optim.Optimizer:
    """AdamW with a rate for the encoder and a higher one for heads."""
    encoder = [value for name, value in net.named_parameters() if name.startswith("encoder.") and value.requires_grad]
    heads = [value for name, value in net.named_parameters() if not name.startswith("encoder.")]
    groups = [{"params": encoder, "rate": ENCODER_RATE}, {"params": heads, "rate": HEAD_RATE}]
    return torch.optim.AdamW(groups, lr=ENCODER_RATE, weight_decay=0.01, fused=True)


def set_rate(optimizer: torch.optim.Optimizer, share: float, brake: float = 1.0) -> None:
    """The learning rates at a share of the run: up to the peak, then straight down to nothing; `brake` lowers them."""
    factor = brake * min(share / WARM, (1.0 - share) / (1.0 - WARM))
    for group in optimizer.param_groups:
        group["lr"] = group["rate"] * factor


def step(
    net: Net, optimizer: torch.optim.Optimizer, batch: Sequence[Example], meanings: Meanings, rng: random.Random
) -> dict[str, float]:
    """One update; gives the losses."""
    losses = losses_of(net, batch, meanings, rng)
    total = torch.stack([WEIGHTS[name] * value for name, value in losses.items()]).sum()
    total.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(net.parameters(), CLIP)
    optimizer.step()
    optimizer.zero_grad()
    return {name: value.item() for name, value in losses.items()}


class Run:
    """A net in training, with all that a checkpoint must hold."""

    def __init__(self, inventory: Inventory, settings: Settings) -> None:
        torch.manual_seed(settings.seed)
        self.inventory, self.settings = inventory, settings
        self.net = Net(inventory)
        if "polnear" in settings.without:
            self.net.silence_attributions()
        self.optimizer = optimiser(self.net)
        self.done = 0
        self.path = settings.out / "checkpoint.pt"

    def weigh(self, pairs_given: Sequence[Example]) -> None:
        """Sets how much each root weighs, from how often it occurs."""
        if pairs_given:
            self.net.root.weights = root_weights(pairs_given, len(self.inventory.roots))

    def resume(self) -> None:
        """Takes up the last checkpoint where there is one of the same settings."""
        if not self.path.is_file():
            return
        given: dict[str, Any] = torch.load(self.path)
        if given["settings"] != repr(self.settings):
            raise SystemExit(f"{self.path} is of another run: delete it, or choose another --out")
        self.net.load_state_dict(given["net"])
        self.optimizer.load_state_dict(given["optimizer"])
        torch.set_rng_state(given["random"])
        self.done = given["done"]

    def save(self) -> None:
        """Writes the checkpoint, whole or not at all."""
        state = {
            "settings": repr(self.settings),
            "net": self.net.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "random": torch.get_rng_state(),
            "done": self.done,
        }
        fresh = self.path.with_suffix(".new")
        torch.save(state, fresh)
        fresh.replace(self.path)

    def keep(self, name: str) -> None:
        """Writes the net alone, to look back at."""
        torch.save({"inventory": self.inventory, "net": self.net.state_dict()}, self.settings.out / f"{name}.pt")

    def train(
        self, batches_in_order: Sequence[Sequence[Example]], pairs_join: int, meanings: Meanings, until: int | None = None
    ) -> None:
        """Runs through what is left of the plan, or until so many batches are done; saves at the end."""
        self.net.train()
        total, saved, averages = len(batches_in_order), time.monotonic(), dict[str, float]()
        last = total if until is None else until
        while self.done < last:
            if self.done == pairs_join:
                self.keep("before_pairs")
            set_rate(self.optimizer, (self.done + 1) / (total + 1))
            rng = random.Random(f"{self.settings.seed} {self.done}")
            losses = step(self.net, self.optimizer, batches_in_order[self.done], meanings, rng)
            self.done += 1
            for name, value in losses.items():
                averages[name] = 0.98 * averages.get(name, value) + 0.02 * value
            if self.done % 50 == 0:
                shown = "  ".join(f"{name} {value:.3f}" for name, value in sorted(averages.items()))
                print(f"{time.strftime('%H:%M:%S')}  {self.done}/{total}  {shown}", flush=True)
            if time.monotonic() - saved > SAVE_EVERY or self.done == last:
                self.save()
                saved = time.monotonic()


def settings_of(arguments: Sequence[str] | None = None) -> Settings:
    """Settings from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="folder with the corpora")
    parser.add_argument("--out", type=Path, default=Path("training/runs"), help="checkpoints go here")
    parser.add_argument("--weights", type=Path, default=Path("src/casus/reading/weights"), help="the exported files go here")
    parser.add_argument("--lemmas", type=Path, default=Path("src/casus/reading/lemmas.tsv"), help="the lemma table goes here")
    parser.add_argument("--without", action="append", default=[], choices=CORPORA, help="leave a corpus out (may be repeated)")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=20240619)
    given = parser.parse_args(arguments)
    without = tuple(sorted(set(given.without)))
    return Settings(given.data, given.out, given.weights, given.lemmas, without, given.threads, given.seed)


def main() -> None:
    """Trains, or goes on, and exports."""
    settings = settings_of()
    settings.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(settings.threads)
    given = material(settings)
    sizes = {task: (len(examples), sum(len(one.pieces) for one in examples)) for task, examples in given.examples.items()}
    print("sentences and word pieces:", sizes, flush=True)
    in_order, pairs_join = plan(given, settings)
    meanings = given.meanings(settings.out / "meanings.pt")
    run = Run(given.inventory, settings)
    run.weigh(given.examples["pair"])
    run.resume()
    run.train(in_order, pairs_join, meanings)
    run.keep("final")
    if not settings.without:
        write_lemma_table((one for corpus in TREEBANKS for one in treebank(settings.data, corpus, "train")), settings.lemmas)
    export(run.net, given.inventory, settings.weights)
    export_float(run.net, given.inventory, settings.out / "float")


if __name__ == "__main__":
    main()
