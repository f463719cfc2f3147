"""A trained net to the files that the package ships: an int8 ONNX graph, the small heads that numpy finishes, the tokenizer."""

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from torch import Tensor, nn

from training.bert import weights_folder
from training.model import Inventory, Net, Outputs
from training.rowwise import quantise_rows

INPUTS = ("pieces", "kinds", "mask", "firsts")


class RowQuantised(nn.Module):
    """An embedding whose rows are int8 with a scale each."""

    def __init__(self, given: nn.Embedding) -> None:
        super().__init__()
        scale = given.weight.detach().abs().amax(1, keepdim=True) / 127.0
        self.register_buffer("rows", torch.round(given.weight.detach() / scale).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, places: Tensor) -> Tensor:
        """Ids (B, P) to vectors (B, P, H)."""
        return self.rows[places].float() * self.scale[places]  # type: ignore[index,no-any-return]


def export(net: Net, inventory: Inventory, folder: Path) -> None:
    """Writes encoder.onnx, heads.npz, labels.json and tokenizer.json. The net is left in evaluation mode."""
    net.eval()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "float.onnx"
        write_float(net, plain, small=True)
        quantise_rows(plain, folder / "encoder.onnx", frozenset(_head_nodes(plain)))
    _write_beside(net, inventory, folder)


def export_float(net: Net, inventory: Inventory, folder: Path) -> None:
    """The same files with the graph in 32 bits, to measure what eight bits cost."""
    net.eval()
    folder.mkdir(parents=True, exist_ok=True)
    write_float(net, folder / "encoder.onnx")
    _write_beside(net, inventory, folder)


def _write_beside(net: Net, inventory: Inventory, folder: Path) -> None:
    np.savez(folder / "heads.npz", **head_weights(net))  # type: ignore[arg-type]
    labels = {
        "upos": inventory.upos,
        "relations": inventory.relations,
        "entities": inventory.entities,
        "roots": inventory.roots,
    }
    (folder / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf8")
    shutil.copyfile(weights_folder() / "tokenizer.json", folder / "tokenizer.json")


def write_float(net: Net, path: Path, small: bool = False) -> None:
    """The float graph. `small` keeps the embeddings of words in eight bits with a scale a row."""
    words = net.encoder.words
    if small:
        net.encoder.words = RowQuantised(words)  # type: ignore[assignment]
    example = (
        torch.ones(2, 9, dtype=torch.long),
        torch.zeros(2, 9, dtype=torch.long),
        torch.ones(2, 9, dtype=torch.long),
        torch.tensor([[1, 3, 5], [1, 2, 0]]),
    )
    axes = {name: {0: "batch", 1: "word" if name == "firsts" else "piece"} for name in INPUTS}
    axes |= {name: {0: "batch", 1: f"{name}_word"} for name in Outputs._fields}
    try:
        torch.onnx.export(
            net,
            example,
            str(path),
            input_names=list(INPUTS),
            output_names=list(Outputs._fields),
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
    finally:
        net.encoder.words = words


def _head_nodes(plain: Path) -> list[str]:
    """Names of the products with a matrix that is not the encoder's (the encoder's have at least H x H entries and its name)."""
    graph = onnx.load(str(plain)).graph
    return [node.name for node in graph.node if node.op_type in ("MatMul", "Gemm") and "encoder" not in node.name]


def head_weights(net: Net) -> dict[str, np.ndarray[Any, Any]]:
    """What numpy finishes outside the graph, in 16 bits: labels of arcs, and PLOVER roots. Matrices are (in, out)."""
    found = {}
    for name, layer in (("label", net.label), ("query", net.root.query), ("inner", net.root.inner), ("outer", net.root.outer)):
        found[f"{name}_weight"] = layer.weight.detach().T.numpy().astype(np.float16)
        found[f"{name}_bias"] = layer.bias.detach().numpy().astype(np.float16)
    return found
