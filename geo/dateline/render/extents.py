"""How the extent of an area is drawn: with its own edge, with the base map's, or with none."""

from typing import NamedTuple

from dateline.model import Feature
from dateline.render.outlines import Outline
from dateline.render.scale import Frame, span_of

NATURAL = frozenset("HTUV")
"""GeoNames' feature classes of waters, landforms and vegetation."""

REGION = "RGN"
"""Feature code of regions that people speak of and nobody has drawn the borders of."""

MADE_OF_COUNTRIES = ("PCL", "CONT", "ZN")
"""Starts of GeoNames' feature codes of countries and of what is made of them."""

BROAD = 2.5
"""Times the view from which on an area lies behind the story rather than in it."""


class Drawn(NamedTuple):
    """A thing on the map and its outline, measured."""

    feature: Feature
    """The thing."""
    outline: Outline
    """Its outline; empty for a pin."""


def is_vague(feature: Feature) -> bool:
    """Whether an area's outline is nobody's border: a sea's, a range's, that of half a country."""
    if feature.shape != "area":
        return False
    if feature.place is None:
        return not feature.uncertain
    return feature.place.feature_class in NATURAL or feature.place.feature_code == REGION


def is_bordered(feature: Feature) -> bool:
    """Whether the base map draws an area's border: a country's, or that of several."""
    code = feature.place.feature_code if feature.place else ""
    return feature.shape == "area" and code.startswith(MADE_OF_COUNTRIES)


def is_broad(drawn: Drawn, frame: Frame) -> bool:
    """Whether an area is so large that it lies behind all of the story rather than in it."""
    if drawn.feature.shape != "area":
        return False
    box = drawn.outline.box
    return span_of(box) > BROAD * frame.span or box.holds(frame.view)
