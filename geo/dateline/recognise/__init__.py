"""Recognition: which stretches of a text are toponyms, and of what kind."""

from dateline.recognise.recogniser import Recogniser, recognise

__all__ = ["Recogniser", "recognise"]
