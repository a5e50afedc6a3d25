"""Boxes that meet, also over the antimeridian."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.gazetteer.boxes import intervals, meet
from dateline.model import Bounds

BOXES = st.builds(
    lambda west, east, lats: Bounds(west, min(lats), east, max(lats)),
    st.floats(-180, 180),
    st.floats(-180, 180),
    st.tuples(st.floats(-90, 90), st.floats(-90, 90)),
)


def holds(box, lon, lat):
    inside = any(west <= lon <= east for west, east in intervals(box))
    return inside and box.south <= lat <= box.north


@given(BOXES, BOXES)
def test_meeting_is_mutual(a, b):
    assert meet(a, b) == meet(b, a)


@given(BOXES)
def test_a_box_meets_itself(box):
    assert meet(box, box)


@given(BOXES, BOXES, st.floats(-180, 180), st.floats(-90, 90))
def test_boxes_with_a_position_in_common_meet(a, b, lon, lat):
    if holds(a, lon, lat) and holds(b, lon, lat):
        assert meet(a, b)


def test_boxes_on_both_sides_of_the_antimeridian():
    assert meet(Bounds(177, -19, -178, -16), Bounds(-179, -18, -178.5, -17))
    assert not meet(Bounds(177, -19, -178, -16), Bounds(-170, -18, -160, -17))
