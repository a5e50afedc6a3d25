"""Trains the tagger that finds toponyms: `make tagger`; `python -m tools.recogniser.train --help`.

``requirements.txt`` lists what it needs beside dateline itself; `MODEL_CARD.md` in
``geo/dateline/recognise/tagger`` says what it was trained on, how it scores and what helped.
How a text is split into words and windows is the run time's (`dateline.recognise.tagger.pieces`).
"""
