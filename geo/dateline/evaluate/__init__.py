"""Scores of recognised and resolved toponyms against gold ones.

The measures are those of Gritta, Pilehvar and Collier, "A pragmatic guide to geoparsing
evaluation" (2020): spans count by overlap, one to one; a place is right within 161 km.
"""

from dateline.evaluate.areas import TOLERANCE_KM, InArea, place_in_area
from dateline.evaluate.compare import Compared, Comparison, Match, compare
from dateline.evaluate.coverage import Coverage, coverage_of
from dateline.evaluate.misses import Misses, Wrong, misses_of
from dateline.evaluate.ratio import Ratio
from dateline.evaluate.report import (
    Report,
    coverage_record,
    most,
    report_of,
    report_record,
)
from dateline.evaluate.scores import Scores, add_up, score_document, scores_of
from dateline.evaluate.toponyms import FARTHEST_KM, NEAR_KM, Toponym, pair, said

__all__ = [
    "FARTHEST_KM",
    "NEAR_KM",
    "TOLERANCE_KM",
    "Compared",
    "Comparison",
    "Coverage",
    "InArea",
    "Match",
    "Misses",
    "Ratio",
    "Report",
    "Scores",
    "Toponym",
    "Wrong",
    "add_up",
    "compare",
    "coverage_of",
    "coverage_record",
    "misses_of",
    "most",
    "pair",
    "place_in_area",
    "report_of",
    "report_record",
    "said",
    "score_document",
    "scores_of",
]
