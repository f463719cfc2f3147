"""Eight-bit products whose scales are fixed or a row's own, so that a sentence's vectors do not depend on what it is batched
with.

The usual dynamic quantisation takes one scale for a whole batch of activations: the same sentence then reads a little
differently beside others, and a long or odd neighbour costs accuracy. Here every weight column has its scale, set once, and every
activation row (a word piece) its own, taken from the row's largest absolute value: y = (round(x / s_row) W_int8) s_row s_column.
Integer sums are exact, so rows do not touch each other.
"""

from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import NodeProto, TensorProto, helper, numpy_helper

_LEVELS = 127.0
_MIDDLE = 128


class _Rewriting:
    """The nodes and constants of a graph while its products are replaced. Guards which activations are quantised already."""

    def __init__(self) -> None:
        self.nodes: list[NodeProto] = []
        self.constants: list[TensorProto] = []
        self._quantised: dict[str, tuple[str, str]] = {}
        self._zero = self._constant("rows_zero", np.array(_MIDDLE, np.uint8))
        self._one = self._constant("rows_one", np.array(1.0, np.float32))
        self._least = self._constant("rows_least", np.array(1e-8, np.float32))
        self._step = self._constant("rows_step", np.array(1.0 / _LEVELS, np.float32))

    def _constant(self, name: str, value: NDArray[Any]) -> str:
        self.constants.append(numpy_helper.from_array(value, name))
        return name

    def product(self, node: NodeProto, weight: NDArray[np.float32]) -> None:
        """Replaces activation times constant matrix (in, out) by its eight-bit form under the same output name."""
        name = f"rows_{len(self.nodes)}"
        scale = np.maximum(np.abs(weight).max(0), 1e-12) / _LEVELS
        whole = np.clip(np.round(weight / scale), -_LEVELS, _LEVELS).astype(np.int8)
        eight, row = self._rows(node.input[0])
        matrix, column = self._constant(f"{name}_w", whole), self._constant(f"{name}_s", scale.astype(np.float32))
        self.nodes.append(
            helper.make_node(
                "MatMulIntegerToFloat",
                [eight, matrix, self._one, column, self._zero],
                [f"{name}_y"],
                name=f"{node.name}_rows",
                domain="com.microsoft",
            )
        )
        self.nodes.append(helper.make_node("Mul", [f"{name}_y", row], [node.output[0]]))

    def _rows(self, activation: str) -> tuple[str, str]:
        """(the activation in eight bits, the scale of each row), made once for all products that take it."""
        if activation not in self._quantised:
            name = f"rows_{len(self.nodes)}"
            self.nodes += [
                helper.make_node("Abs", [activation], [f"{name}_abs"]),
                helper.make_node("ReduceMax", [f"{name}_abs"], [f"{name}_max"], axes=[-1], keepdims=1),
                helper.make_node("Max", [f"{name}_max", self._least], [f"{name}_top"]),
                helper.make_node("Mul", [f"{name}_top", self._step], [f"{name}_scale"]),
                helper.make_node("Reciprocal", [f"{name}_scale"], [f"{name}_inverse"]),
                helper.make_node("Mul", [activation, f"{name}_inverse"], [f"{name}_unit"]),
                helper.make_node("QuantizeLinear", [f"{name}_unit", self._one, self._zero], [f"{name}_eight"]),
            ]
            self._quantised[activation] = (f"{name}_eight", f"{name}_scale")
        return self._quantised[activation]


def quantise_rows(plain: Path, path: Path, kept: frozenset[str]) -> None:
    """Writes the graph at `plain` (float32, opset below 18) to `path` with its constant products in eight bits.

    Nodes whose name is in `kept` stay in 32 bits.
    """
    model = onnx.load(str(plain))
    graph = model.graph
    weights = {constant.name: constant for constant in graph.initializer}
    rewriting = _Rewriting()
    for node in graph.node:
        if node.op_type == "MatMul" and node.name not in kept and node.input[1] in weights:
            rewriting.product(node, numpy_helper.to_array(weights[node.input[1]]).astype(np.float32))
        else:
            rewriting.nodes.append(node)
    used = {name for node in rewriting.nodes for name in node.input}
    constants = [constant for constant in (*graph.initializer, *rewriting.constants) if constant.name in used]
    del graph.node[:], graph.initializer[:]
    graph.node.extend(rewriting.nodes)
    graph.initializer.extend(constants)
    model.opset_import.append(helper.make_opsetid("com.microsoft", 1))
    onnx.save(model, str(path))
