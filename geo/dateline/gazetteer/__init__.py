"""The gazetteer: places, their names, outlines and borders, in one read-only file."""

from dateline.gazetteer.info import FeatureCount, GazetteerInfo, SourceInfo
from dateline.gazetteer.reader import Gazetteer, open_gazetteer

__all__ = ["FeatureCount", "Gazetteer", "GazetteerInfo", "SourceInfo", "open_gazetteer"]
