"""Writes a trained tagger as a small ONNX file: pruned vocabulary, 8-bit weights.

The graph is laid out by hand, so the same weights give the same bytes with any version of an
exporter. Weights are quantised column by column (embeddings row by row), activations as they come.
"""

import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer

from tools.recogniser.train.network import CASES, Tagger

OPSET, CONTRIB, IR = 17, 1, 8
"""Versions of the format: readable by onnxruntime 1.17 (2024) and later."""

BLEND = 0.5
"""Between the convention that marks places inside names (0) and that of literal corpora (1)."""

EPSILON = 1e-12
"""BERT's, in layer normalisation."""


def kept_pieces(vocabulary: Sequence[str]) -> list[int]:
    """Choose the pieces that Latin-script text can need: no other script, no unused rows."""
    special = {"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"}
    return [
        i
        for i, piece in enumerate(vocabulary)
        if piece in special
        or (not piece.startswith("[unused") and all(map(_latin, piece.removeprefix("##"))))
    ]


def _latin(letter: str) -> bool:
    if not letter.isalpha():
        return not unicodedata.category(letter).startswith("M")
    return unicodedata.name(letter, "").startswith("LATIN")


def pruned_tokenizer(source: Path) -> tuple[str, list[int]]:
    """Make the tokenizer of the kept pieces, as JSON, and say which rows they were."""
    spec = json.loads(source.read_text(encoding="utf-8"))
    old = sorted(spec["model"]["vocab"], key=spec["model"]["vocab"].__getitem__)
    rows = kept_pieces(old)
    vocabulary = {old[row]: i for i, row in enumerate(rows)}
    spec["model"]["vocab"] = vocabulary
    spec["truncation"] = spec["padding"] = spec["post_processor"] = None
    for token in spec["added_tokens"]:
        token["id"] = vocabulary[token["content"]]
    text = json.dumps(spec, ensure_ascii=False, separators=(",", ":"))
    Tokenizer.from_str(text)
    return text + "\n", rows


@dataclass(slots=True)
class Graph:
    """Nodes and weights while they are put together."""

    bits: int = 7
    """Of quantised weights: 7 cannot overflow where products are added in 16 bits (AVX2)."""
    nodes: list[Any] = field(default_factory=list)
    """Operations in order."""
    weights: list[Any] = field(default_factory=list)
    """Constants."""

    def constant(self, name: str, array: np.ndarray) -> str:
        """Add a constant."""
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
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


_CONTRIB = {
    "DynamicQuantizeMatMul",
    "MultiHeadAttention",
    "Gelu",
}


def to_onnx(tagger: Tagger, rows: Sequence[int], bits: int = 7, blend: float = BLEND) -> bytes:
    """Lay the network out.

    Inputs ``ids`` and ``cases`` are int64 (texts, pieces), without padding: attention is faster
    with no mask. The output ``scores`` is float32 (texts, pieces, 7): five tags, two kinds.
    `blend` says how far the convention of the literal corpora is mixed in, 0 to 1.
    """
    state = {k: v.detach().float().numpy() for k, v in tagger.state_dict().items()}
    graph = Graph(bits)
    name = "encoder.embeddings.token_type_embeddings.weight"
    full, literal = state[name][:CASES], state[name][CASES:]
    state[name] = (1 - blend) * full + blend * literal
    x = _embed(graph, state, rows)
    heads = tagger.encoder.config.num_attention_heads
    for i in range(len(tagger.encoder.encoder.layer)):
        x = _layer(graph, state, i, x, heads)
    weight = np.concatenate([state["tags.weight"], state["kinds.weight"]]).T
    bias = np.concatenate([state["tags.bias"], state["kinds.bias"]])
    x = graph.node("MatMul", [x, graph.constant("head.weight", weight)], "head")
    graph.node("Add", [x, graph.constant("head.bias", bias)], "scores")
    return _model(graph, len(bias))


def _embed(graph: Graph, state: dict[str, np.ndarray], rows: Sequence[int]) -> str:
    prefix = "encoder.embeddings."
    words, scale = graph.quantised(state[prefix + "word_embeddings.weight"][list(rows)], axis=1)
    node, constant = graph.node, graph.constant
    row = node("Gather", [constant("words", words), "ids"], "word.row")
    row = node("Cast", [row], "word.float", to=TensorProto.FLOAT)
    scale_of = node("Gather", [constant("words.scale", scale), "ids"], "word.scale")
    word = node("Mul", [row, scale_of], "word")
    cases = state[prefix + "token_type_embeddings.weight"]
    case = node("Gather", [constant("case.rows", cases), "cases"], "case")
    places = constant("positions", state[prefix + "position_embeddings.weight"])
    shape = node("Shape", ["ids"], "shape", start=1, end=2)
    zero = constant("zero", np.zeros(1, np.int64))
    place = node("Slice", [places, zero, shape], "place")
    total = node("Add", [node("Add", [word, case], "word.case"), place], "embedded")
    norm = [
        total,
        constant("embed.gamma", state[prefix + "LayerNorm.weight"]),
        constant("embed.beta", state[prefix + "LayerNorm.bias"]),
    ]
    return node("LayerNormalization", norm, "embed", axis=-1, epsilon=EPSILON)


def _layer(graph: Graph, state: dict[str, np.ndarray], i: int, x: str, heads: int) -> str:
    prefix, at = f"encoder.encoder.layer.{i}.", f"layer{i}."

    def both(name: str) -> tuple[np.ndarray, np.ndarray]:
        return state[f"{prefix}{name}.weight"], state[f"{prefix}{name}.bias"]

    q, k, v = (
        graph.linear(f"{at}{name}", x, *both(f"attention.self.{name}"))
        for name in ("query", "key", "value")
    )
    attended = graph.node("MultiHeadAttention", [q, k, v], f"{at}attention", num_heads=heads)
    out = graph.linear(f"{at}out", attended, *both("attention.output.dense"))
    x = _skip(graph, f"{at}middle", (out, x), both("attention.output.LayerNorm"))
    wide = graph.linear(f"{at}wide", x, *both("intermediate.dense"))
    wide = graph.node("Gelu", [wide], f"{at}gelu")
    narrow = graph.linear(f"{at}narrow", wide, *both("output.dense"))
    return _skip(graph, f"{at}end", (narrow, x), both("output.LayerNorm"))


def _skip(
    graph: Graph, name: str, inputs: tuple[str, str], norm: tuple[np.ndarray, np.ndarray]
) -> str:
    """Add and normalise; onnxruntime's fused operation for this takes ten times as long."""
    total = graph.node("Add", inputs, f"{name}.total")
    gamma, beta = (
        graph.constant(f"{name}.{kind}", array)
        for kind, array in zip(("gamma", "beta"), norm, strict=True)
    )
    return graph.node("LayerNormalization", [total, gamma, beta], name, axis=-1, epsilon=EPSILON)


def _model(graph: Graph, outputs: int) -> bytes:
    shape = ["texts", "pieces"]
    inputs = [
        helper.make_tensor_value_info("ids", TensorProto.INT64, shape),
        helper.make_tensor_value_info("cases", TensorProto.INT64, shape),
    ]
    scores = helper.make_tensor_value_info("scores", TensorProto.FLOAT, [*shape, outputs])
    model = helper.make_model(
        helper.make_graph(graph.nodes, "tagger", inputs, [scores], graph.weights),
        opset_imports=[
            helper.make_opsetid("", OPSET),
            helper.make_opsetid("com.microsoft", CONTRIB),
        ],
        ir_version=IR,
        producer_name="dateline",
    )
    onnx.checker.check_model(model, full_check=False)
    return bytes(model.SerializeToString(deterministic=True))
