"""The trained network: read by onnxruntime, one session for the process.

A text is encoded in windows of whole words that overlap, and each word is judged in the window
where it stands farthest from an edge, so that windows leave no seams. Windows are encoded one by
one, without padding: on one core that is as fast as batches, and the scores of a word depend
on the text around it and on nothing else.
"""

import functools
import os
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from dateline.recognise.tagger.pieces import Words, split, windows

if TYPE_CHECKING:
    import onnxruntime
    from tokenizers import Tokenizer

Floats = NDArray[np.float32]
"""Scores: a row a word."""

FOLDER = Path(__file__).parent
"""Where ``model.onnx``, the graph, ``model.data``, its weights, and ``tokenizer.json``, the word
pieces, are."""

SIZE, FAST_SIZE = 256, 128
"""Word pieces in a window, with the two special ones. The time that attention takes grows with the
window; the fast exit, which sees less far, has nothing from a longer one."""

OVERLAPPING = 8
"""Of so many word pieces of a window, the next shares one: 32 of 256, so that each judged word sees
at least 16 on each side."""

CLS, SEP, OTHER_CASE = "[CLS]", "[SEP]", 3
"""Special pieces, and the case they carry."""

NO_TELEMETRY = ("ORT_DISABLE_TELEMETRY", "ORT_TELEMETRY_DISABLED")
"""Variables by which onnxruntime is told to report nothing; the name differs between versions."""

_LOADING = Lock()
"""Held while a network is loaded: several threads that want one load it once."""

COLUMNS = 7
"""Outside, name begins, name goes on, adjective begins, adjective goes on; literal, associative."""


@dataclass(frozen=True, slots=True)
class Network:
    """The session and what it needs to read a text."""

    session: "onnxruntime.InferenceSession"
    """onnxruntime's; safe to use from several threads."""
    tokenizer: "Tokenizer"
    """Word pieces of the encoder."""
    first: int
    """Id of the piece before a window."""
    last: int
    """Id of the piece after a window."""

    def read(self, text: str, *, fast: bool = False) -> tuple[Words, Floats]:
        """Score every word of a text by the window in which it stands deepest.

        Parameters
        ----------
        text
            Any text.
        fast
            Leave the network by the exit after the first layer: more than twice as fast, a little
            less accurate.

        Returns
        -------
        tuple
            The words, and scores of shape (words, `COLUMNS`).
        """
        words = split(text, self.tokenizer)
        lengths = [len(p) for p in words.pieces]
        out = np.zeros((len(lengths), COLUMNS), np.float32)
        deepest = np.full(len(lengths), -1.0)
        size = FAST_SIZE if fast else SIZE
        for a, b in windows(lengths, size - 2, size // OVERLAPPING) if lengths else ():
            steps = np.arange(b - a, dtype=float)
            left = steps if a else np.inf
            right = steps[::-1] if b < len(lengths) else np.inf
            depths = np.broadcast_to(np.minimum(left, right), steps.shape)
            wins = depths > deepest[a:b]
            deepest[a:b][wins] = depths[wins]
            out[a:b][wins] = self._window(words, a, b, fast=fast)[wins]
        return words, out

    def _window(self, words: Words, a: int, b: int, *, fast: bool) -> Floats:
        """Score the words of one window, each at its first piece."""
        ids, cases, firsts = [self.first], [OTHER_CASE], []
        for pieces, case in zip(words.pieces[a:b], words.cases[a:b], strict=True):
            firsts.append(len(ids))
            ids += pieces[: SIZE - 2]
            cases += [case] * len(pieces[: SIZE - 2])
        inputs: dict[str, Any] = {
            "ids": np.array([[*ids, self.last]], np.int64),
            "cases": np.array([[*cases, OTHER_CASE]], np.int64),
        }
        if fast:
            inputs["fast"] = np.array(True)  # noqa: FBT003  (a tensor)
        (scores,) = self.session.run(["scores"], inputs)
        found: Floats = scores[0][firsts]
        return found


def import_libraries() -> tuple[Any, Any]:
    """Import onnxruntime, without its telemetry, and tokenizers.

    Recent versions report to their maker and write an identifier to the user's cache folder, unless
    a variable in the environment tells them not to when they are first imported.
    """
    before = {name: os.environ.get(name) for name in NO_TELEMETRY}
    os.environ.update(dict.fromkeys(NO_TELEMETRY, "1"))
    try:
        import onnxruntime
        import tokenizers
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
    return onnxruntime, tokenizers


def open_network(threads: int = 1, folder: Path = FOLDER) -> Network:
    """Load the network, once for each number of threads.

    Parameters
    ----------
    threads
        Threads that one window may use, at least 1.
    folder
        Where the weights and the word pieces are; the package's own by default.
    """
    with _LOADING:
        return _open(threads, folder)


@functools.cache
def _open(threads: int, folder: Path) -> Network:
    onnxruntime, tokenizers = import_libraries()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # The graph is written in the operations that run; rewriting it costs start-up, gains nothing.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    session = onnxruntime.InferenceSession(
        str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
    )
    tokenizer = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
    first, last = (tokenizer.encode(piece, add_special_tokens=False).ids[0] for piece in (CLS, SEP))
    return Network(session, tokenizer, first, last)
