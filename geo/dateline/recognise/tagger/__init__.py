"""Recognition by a trained network and the rules together.

The network (`network`) reads a text as word pieces (`pieces`) and scores every word; the rules'
opinion of the gazetteer's names is added to its odds (`odds`), the likeliest names are chosen
(`path`, `spans`), trimmed (`edges`) and held against the gazetteer (`names`). How the network was
trained stands in ``tools/recogniser/train``.
"""

from dateline.recognise.tagger.network import open_network
from dateline.recognise.tagger.spans import recognise_by_tagger

__all__ = ["open_network", "recognise_by_tagger"]
