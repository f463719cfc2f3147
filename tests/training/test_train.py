"""A run can be cut off and taken up, corpora can be left out, and what is exported is what the package reads."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from casus.reading.encoder import Encoder, SentenceText
from training.examples import inputs
from training.export import export, export_float
from training.folds import FOLDS, fold_of, macro_f1
from training.losses import meaning_loss, root_weights
from training.train import Run, Settings, material, plan, settings_of

PASSES = (("tree", 1), ("attribution", 1), ("pair", 2))


@pytest.fixture
def settings(corpora: Path, tmp_path: Path) -> Settings:
    (tmp_path / "work").mkdir()
    return Settings(corpora, tmp_path / "work", tmp_path / "weights", passes=PASSES)


def test_pairs_join_late_and_every_example_comes_in_every_pass(settings: Settings) -> None:
    given = material(settings)
    in_order, join = plan(given, settings)
    assert all(batch[0].task != "pair" for batch in in_order[:join])
    assert sum(len(batch) for batch in in_order) == 16 + 3 + 2 * 2
    assert [len(batch) for batch in plan(given, settings)[0]] == [len(batch) for batch in in_order]


def test_a_run_that_was_cut_off_ends_like_one_that_was_not(settings: Settings, tmp_path: Path) -> None:
    given = material(settings)
    in_order, join = plan(given, settings)
    meanings = given.meanings(tmp_path / "meanings.pt")
    whole = Run(given.inventory, settings)
    whole.train(in_order, join, meanings)
    (tmp_path / "other").mkdir()
    other = replace(settings, out=tmp_path / "other")
    begun = Run(given.inventory, other)
    begun.train(in_order, join, meanings, until=2)
    taken_up = Run(given.inventory, other)
    taken_up.resume()
    assert taken_up.done == 2
    taken_up.train(in_order, join, given.meanings(tmp_path / "meanings.pt"))
    for one, same in zip(whole.net.parameters(), taken_up.net.parameters(), strict=True):
        assert torch.allclose(one, same, atol=1e-5)


def test_a_checkpoint_of_another_run_is_refused(settings: Settings) -> None:
    given = material(settings)
    Run(given.inventory, settings).save()
    with pytest.raises(SystemExit, match="another run"):
        Run(given.inventory, replace(settings, seed=1)).resume()


def test_corpora_can_be_left_out_without_a_change_of_labels(settings: Settings) -> None:
    less = material(replace(settings, without=("polnear", "plover")))
    assert less.examples["attribution"] == less.examples["pair"] == []
    assert less.inventory == material(settings).inventory


def test_what_is_exported_reads_as_the_net_does(settings: Settings, tmp_path: Path) -> None:
    given = material(settings)
    run = Run(given.inventory, settings)
    export(run.net, given.inventory, tmp_path / "small")
    export_float(run.net, given.inventory, tmp_path / "float")
    text = "The minister signed the accord in Orso."
    (one,), (other,) = (Encoder(tmp_path / name).parse(text, [SentenceText(0, (0, len(text)))]) for name in ("small", "float"))
    assert isinstance(one.vectors, np.ndarray)
    assert isinstance(other.vectors, np.ndarray)
    cosine = (one.vectors * other.vectors).sum(-1) / np.linalg.norm(one.vectors, axis=-1) / np.linalg.norm(other.vectors, axis=-1)
    assert cosine.min() > 0.95
    assert (tmp_path / "small" / "encoder.onnx").stat().st_size < (tmp_path / "float" / "encoder.onnx").stat().st_size / 3


def test_an_untrained_net_still_knows_what_minilm_made_of_a_sentence(settings: Settings, tmp_path: Path) -> None:
    given = material(settings)
    meanings = given.meanings(tmp_path / "meanings.pt")
    net = Run(given.inventory, settings).net.eval()
    batch = given.examples["pair"]
    fed = inputs(batch)
    with torch.no_grad():
        out = net(fed.pieces, fed.kinds, fed.mask, fed.firsts)
        near = meaning_loss(net, out, meanings.of(batch), fed.lengths).item()
        far = meaning_loss(net, out, -meanings.of(batch), fed.lengths).item()
    assert near < 0.3
    assert far > 1.7


def test_rare_roots_weigh_more_and_the_mean_weight_is_one(settings: Settings) -> None:
    one, other = material(settings).examples["pair"]
    weights = root_weights([one, one, one, one, other], 2)
    assert weights[other.root] == pytest.approx(2 * weights[one.root].item())
    assert (4 * weights[one.root] + weights[other.root]).item() / 5 == pytest.approx(1.0)


def test_the_command_line_names_what_a_run_needs() -> None:
    given = settings_of(["--without", "polnear", "--threads", "1", "--seed", "7"])
    assert (given.without, given.threads, given.seed) == (("polnear",), 1, 7)
    with pytest.raises(SystemExit):
        settings_of(["--without", "nothing"])


def test_folds_are_even_and_keep_a_text_together() -> None:
    rows = [{"root": root, "text": f"{root} {number // 2}"} for root in ("AID", "YIELD") for number in range(20)]
    folds = fold_of(rows, 1)
    assert len(set(folds)) == FOLDS
    by_text: dict[str, set[int]] = {}
    for row, fold in zip(rows, folds, strict=True):
        by_text.setdefault(row["text"], set()).add(fold)
    assert all(len(found) == 1 for found in by_text.values())


def test_macro_f1_weighs_every_root_alike() -> None:
    assert macro_f1(["A", "A", "B"], ["A", "A", "A"]) == pytest.approx((0.8 + 0.0) / 2)
    assert macro_f1(["A", "B"], ["A", "B"]) == 1.0
