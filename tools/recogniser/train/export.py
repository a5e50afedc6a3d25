"""Writes a trained tagger as a small ONNX file: pruned vocabulary, 8-bit weights, two exits.

The graph is laid out by hand, so the same weights give the same bytes with any version of an
exporter. Weights are quantised column by column (embeddings row by row), activations as they come.
"""

from collections.abc import Sequence

import numpy as np
from onnx import TensorProto

from tools.recogniser.train.graph import Graph
from tools.recogniser.train.network import EXIT, FastExit, Tagger

EPSILON = 1e-12
"""BERT's, in layer normalisation."""

State = dict[str, np.ndarray]
"""Weights by name."""


def to_onnx(tagger: Tagger, fast: FastExit, rows: Sequence[int], bits: int = 7) -> bytes:
    """Lay the network out.

    Inputs ``ids`` and ``cases`` are int64 (texts, pieces), without padding: attention is faster
    with no mask. The input ``fast``, one truth value, false where it is not given, says which exit
    to take; the layers of the other are not run. The output ``scores`` is float32 (texts,
    pieces, 7): five tags, two kinds.
    """
    graph, state = Graph(bits), _state(tagger, fast)
    graph.constant("fast", np.zeros((), bool))
    x = _embed(graph, state, rows)
    heads = tagger.encoder.config.num_attention_heads
    for i in range(EXIT):
        x = _layer(graph, state, (f"encoder.encoder.layer.{i}.", f"layer{i}."), x, heads)
    short, whole, y = graph.branch(), graph.branch(), x
    x = _layer(short, state, ("fast.layer.", "fast."), x, heads)
    _heads(short, state, "fast.", x)
    for i in range(EXIT, len(tagger.encoder.encoder.layer)):
        y = _layer(whole, state, (f"encoder.encoder.layer.{i}.", f"layer{i}."), y, heads)
    _heads(whole, state, "", y)
    graph.either("fast", short, whole, "scores")
    inputs = {"ids": TensorProto.INT64, "cases": TensorProto.INT64, "fast": TensorProto.BOOL}
    return graph.model(inputs, ["fast"], columns=len(state["tags.bias"]) + len(state["kinds.bias"]))


def _state(tagger: Tagger, fast: FastExit) -> State:
    named = {**tagger.state_dict(), **fast.state_dict(prefix="fast.")}
    return {name: value.detach().float().numpy() for name, value in named.items()}


def _heads(graph: Graph, state: State, prefix: str, x: str) -> str:
    """Score tags and kinds at once."""
    weight, bias = (
        np.concatenate([state[f"{prefix}{head}.{part}"] for head in ("tags", "kinds")])
        for part in ("weight", "bias")
    )
    x = graph.node("MatMul", [x, graph.constant(f"{prefix}head.weight", weight.T)], f"{prefix}head")
    return graph.node("Add", [x, graph.constant(f"{prefix}head.bias", bias)], f"{prefix}scored")


def _embed(graph: Graph, state: State, rows: Sequence[int]) -> str:
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


def _layer(graph: Graph, state: State, names: tuple[str, str], x: str, heads: int) -> str:
    """Lay out a layer; `names` are what its weights begin with, there and here."""
    prefix, at = names

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
