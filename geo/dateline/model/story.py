"""What comes out: resolutions with reasons, locative expressions, and the drawn story."""

from dataclasses import dataclass
from importlib import import_module
from typing import Literal

from dateline.model.place import Bounds, Candidate, Geometry, LonLat, Place
from dateline.model.text import Article, Mention, ToponymKind

Relation = Literal["border", "part", "offset", "near", "between", "off", "along"]


@dataclass(frozen=True, slots=True)
class Reason:
    """One feature's share in the choice of a place."""

    feature: str
    """Name of the feature: ``population``, ``same_country`` …"""
    weight: float
    """Contribution to the score; larger speaks more for the place."""
    sentence: str
    """The same in words a reader understands."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with the score it got in this article."""

    candidate: Candidate
    """The candidate."""
    score: float
    """Sum of the reasons' weights."""
    probability: float
    """Share among the candidates of the mention, 0 to 1."""
    reasons: tuple[Reason, ...]
    """What the score is made of."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """A mention and the place it was resolved to."""

    mention: Mention
    """The toponym."""
    place: Place | None
    """Its referent, ``None`` where nothing fits."""
    confidence: float
    """0 to 1; 0 where `place` is ``None``."""
    ranked: tuple[Ranked, ...] = ()
    """All candidates, best first."""

    @property
    def approximate(self) -> bool:
        """Whether the name is that of something in or near `place`, not of `place` itself."""
        return any(r.candidate.approximate and r.candidate.place == self.place for r in self.ranked)


@dataclass(frozen=True, slots=True)
class Locative:
    """A locative expression: a stretch of text that describes a place by others."""

    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    surface: str
    """``article.text[start:end]``."""
    relation: Relation
    """How it relates to its anchors."""
    anchors: tuple[Place, ...]
    """The places that it is described by."""
    name: str
    """What to call it on the map: "Belarus–Lithuania border", "eastern Ukraine"."""
    geometry: Geometry
    """What to draw."""
    uncertain: bool
    """Whether the drawing is a guess at the extent (offsets, sectors, strips)."""


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing drawn on the map, with every stretch of text that leads to it."""

    key: str
    """Unique slug in the story; the page's fragment is ``#place-<key>``."""
    name: str
    """Label: "Minsk", "Belarus–Lithuania border"."""
    description: str
    """What it is, in words: "capital of Belarus"."""
    shape: Literal["pin", "area", "line"]
    """How it is drawn."""
    geometry: Geometry
    """Its outline, line or point."""
    label: LonLat
    """Where its pin or label goes; inside an area, on a line."""
    kind: ToponymKind
    """Associative only when every mention of it is."""
    confidence: float
    """0 to 1: that of the best mention."""
    uncertain: bool
    """Drawn as uncertain: low confidence, or a guess at the extent."""
    reason: str
    """One sentence: why this place."""
    alternatives: tuple[str, ...]
    """Other readings of the name, most likely first."""
    spans: tuple[tuple[int, int], ...]
    """Its mentions (and locative expressions), in text order."""
    place: Place | None = None
    """The gazetteer's entry; ``None`` for a locative expression."""


@dataclass(frozen=True, slots=True)
class Focus:
    """One of the places that a story is about."""

    name: str
    """What to call it: "Belarus", "Belarus–Lithuania border"."""
    score: float
    """Share of the story's literal mentions that it accounts for, 0 to 1; sure ones weigh more."""
    point: LonLat
    """Where its pin or label goes."""
    place: Place | None = None
    """The gazetteer's entry; ``None`` for a border."""
    within: frozenset[int] = frozenset()
    """Ids of the places named in the story that it accounts for, itself included."""


@dataclass(frozen=True, slots=True)
class Story:
    """An article with its map, ready to be drawn or exported."""

    article: Article
    """The text."""
    resolutions: tuple[Resolution, ...]
    """Every toponym in text order, placed or not."""
    locatives: tuple[Locative, ...]
    """Locative expressions in text order."""
    features: tuple[Feature, ...]
    """What is drawn, in order of first mention."""
    unplaced: tuple[Mention, ...]
    """Toponyms that nothing in the gazetteer fits."""
    view: Bounds
    """The first view: where the story's literal places are."""
    attributions: tuple[str, ...] = ()
    """Lines owed to the sources of what is drawn."""
    focus: tuple[Focus, ...] = ()
    """What it is about, the largest share first; empty where it is about nowhere in particular."""

    def _repr_html_(self) -> str:
        """Show the story in a notebook.

        The renderer is looked up by name and late: values know nothing of pages, and a
        notebook asks a value how to show itself.
        """
        shown: str = import_module("dateline.render").notebook_html(self)
        return shown
