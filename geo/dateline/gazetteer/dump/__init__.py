"""GeoNames' dump: a larger gazetteer for those who want one.

What the packaged gazetteer has and the dump lacks stays: outlines, groups of states, regions,
seas, adjectives and names chosen by hand. Imported by nothing that reads a gazetteer.
"""

from dateline.gazetteer.dump.build import Report, build
from dateline.gazetteer.dump.files import Dump, DumpFile, find_dump
from dateline.gazetteer.dump.rows import FEATURE_CLASSES
from dateline.gazetteer.dump.selection import Selection
from dateline.gazetteer.dump.tally import Tally
from dateline.gazetteer.dump.write import SOURCE, Watch

__all__ = [
    "FEATURE_CLASSES",
    "SOURCE",
    "Dump",
    "DumpFile",
    "Report",
    "Selection",
    "Tally",
    "Watch",
    "build",
    "find_dump",
]
