"""Graph and weights in files of their own: onnxruntime maps the second into memory.

A network in one file is read, parsed and copied as a whole; weights apart are used where they lie.
"""

from collections.abc import Iterator
from typing import Final

from onnx import GraphProto, ModelProto, TensorProto
from onnx.external_data_helper import set_external_data

WEIGHTS: Final = "model.data"
"""File of the weights; the graph names it."""

LEAST: Final = 1024
"""Bytes from which a tensor lies apart; smaller ones are read faster with the graph."""

ALIGNMENT: Final = 64
"""Bytes to whose multiples tensors are moved, as long as a line of a processor's cache."""


def apart(model: bytes) -> tuple[bytes, bytes]:
    """Take the weights out of a network.

    Parameters
    ----------
    model
        A network in one file.

    Returns
    -------
    tuple of bytes
        The graph, which points into the second, and the weights.
    """
    network = ModelProto.FromString(model)
    weights = bytearray()
    for tensor in tensors(network.graph):
        content = tensor.raw_data
        if len(content) >= LEAST:
            weights += bytes(-len(weights) % ALIGNMENT)
            set_external_data(tensor, WEIGHTS, len(weights), len(content))
            tensor.ClearField("raw_data")
            weights += content
    return network.SerializeToString(deterministic=True), bytes(weights)


def tensors(graph: GraphProto) -> Iterator[TensorProto]:
    """Give the constants of a graph, and of the branches in it, in the order of the file."""
    yield from graph.initializer
    for node in graph.node:
        for attribute in node.attribute:
            if attribute.HasField("g"):
                yield from tensors(attribute.g)
