"""A graph in ONNX while it is put together, node by node."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

OPSET, CONTRIB, IR = 17, 1, 8
"""Versions of the format: readable by onnxruntime 1.17 (2024) and later."""

_CONTRIB = {"DynamicQuantizeMatMul", "MultiHeadAttention", "Gelu"}
"""Operations that are onnxruntime's own."""


@dataclass(slots=True)
class Graph:
    """Nodes and weights while they are put together."""

    bits: int = 7
    """Of quantised weights: 7 cannot overflow where products are added in 16 bits (AVX2)."""
    nodes: list[Any] = field(default_factory=list)
    """Operations in order."""
    weights: list[Any] = field(default_factory=list)
    """Constants."""

    def branch(self) -> "Graph":
        """Begin a part that may be left out when the graph runs; weights stay in common."""
        return Graph(self.bits, [], self.weights)

    def either(self, condition: str, then: "Graph", otherwise: "Graph", output: str) -> str:
        """Run one branch of two; the last node of a branch is what it gives."""
        parts = {"then_branch": then.body(condition), "else_branch": otherwise.body(output)}
        self.nodes.append(helper.make_node("If", [condition], [output], name=output, **parts))
        return output

    def body(self, name: str) -> onnx.GraphProto:
        """Close a branch."""
        result = onnx.ValueInfoProto(name=self.nodes[-1].output[0])
        return helper.make_graph(self.nodes, name, [], [result])

    def constant(self, name: str, array: np.ndarray) -> str:
        """Add a constant."""
        self.weights.append(numpy_helper.from_array(np.asarray(array, order="C"), name))
        return name

    def node(self, kind: str, inputs: Sequence[str], output: str, **attributes: float) -> str:
        """Add an operation; one that ONNX itself lacks is onnxruntime's."""
        domain = "com.microsoft" if kind in _CONTRIB else ""
        self.nodes.append(
            helper.make_node(kind, inputs, [output], name=output, domain=domain, **attributes)
        )
        return output

    def quantised(self, array: np.ndarray, axis: int) -> tuple[np.ndarray, np.ndarray]:
        """Round to signed integers, one scale along `axis`."""
        top = 2 ** (self.bits - 1) - 1
        scale = np.maximum(np.abs(array).max(axis=axis, keepdims=True), 1e-8) / top
        return np.rint(array / scale).astype(np.int8), scale.astype(np.float32)

    def linear(self, name: str, x: str, weight: np.ndarray, bias: np.ndarray) -> str:
        """Multiply by a quantised matrix given as torch keeps it (outputs, inputs)."""
        matrix, scale = self.quantised(weight.T, axis=0)
        inputs = [
            x,
            self.constant(f"{name}.weight", matrix),
            self.constant(f"{name}.scale", scale[0]),
            self.constant(f"{name}.zero", np.zeros(scale.shape[1], np.int8)),
            self.constant(f"{name}.bias", bias),
        ]
        return self.node("DynamicQuantizeMatMul", inputs, name)

    def model(self, inputs: dict[str, int], defaults: Sequence[str], columns: int) -> bytes:
        """Close the graph: `inputs` with their types; `defaults` are constants with no shape."""
        shape = ["texts", "pieces"]
        given = [
            helper.make_tensor_value_info(name, kind, [] if name in defaults else shape)
            for name, kind in inputs.items()
        ]
        output = self.nodes[-1].output[0]
        scores = helper.make_tensor_value_info(output, TensorProto.FLOAT, [*shape, columns])
        model = helper.make_model(
            helper.make_graph(self.nodes, "tagger", given, [scores], self.weights),
            opset_imports=[
                helper.make_opsetid("", OPSET),
                helper.make_opsetid("com.microsoft", CONTRIB),
            ],
            ir_version=IR,
            producer_name="dateline",
        )
        onnx.checker.check_model(model, full_check=False)
        return bytes(model.SerializeToString(deterministic=True))
