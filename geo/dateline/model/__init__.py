"""Frozen values that the whole pipeline passes along; no behaviour, no outside library."""

from dateline.model.place import (
    Bounds,
    Candidate,
    Geometry,
    GeometryType,
    LonLat,
    NameType,
    Place,
)
from dateline.model.story import (
    Feature,
    Focus,
    Locative,
    Ranked,
    Reason,
    Relation,
    Resolution,
    Story,
)
from dateline.model.text import (
    Article,
    Inline,
    InlineKind,
    Mention,
    Paragraph,
    ParagraphKind,
    ToponymKind,
)

__all__ = [
    "Article",
    "Bounds",
    "Candidate",
    "Feature",
    "Focus",
    "Geometry",
    "GeometryType",
    "Inline",
    "InlineKind",
    "Locative",
    "LonLat",
    "Mention",
    "NameType",
    "Paragraph",
    "ParagraphKind",
    "Place",
    "Ranked",
    "Reason",
    "Relation",
    "Resolution",
    "Story",
    "ToponymKind",
]
