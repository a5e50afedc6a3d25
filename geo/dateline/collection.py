"""Several stories on one map: the places that they share, and which story mentions which."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.model import Bounds, Feature, Geometry, Story
from dateline.names import slug
from dateline.view import first_view


@dataclass(frozen=True, slots=True)
class Entry:
    """One story of a collection."""

    name: str
    """Stem of its page, which no other entry has: letters, digits, ``-`` and ``_`` only."""
    story: Story
    """The story without the readings that were turned down; outlines are shared between entries."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A story's mentions of one place."""

    entry: int
    """Position of the story in `Collection.entries`."""
    key: str
    """Key of the place in that story."""
    starts: tuple[int, ...]
    """First code points of the mentions, in text order."""


@dataclass(frozen=True, slots=True)
class Site:
    """A place, or a locative expression, that stories of a collection mention."""

    feature: Feature
    """What is drawn. Its key is unique in the collection, its name the one that most mentions
    have, its spans are those of all stories one after the other."""
    sightings: tuple[Sighting, ...]
    """Who mentions it, in order of the entries."""

    @property
    def mentions(self) -> int:
        """Number of mentions in all stories."""
        return len(self.feature.spans)


@dataclass(frozen=True, slots=True)
class Collection:
    """Stories and the places that they mention, ready to be drawn."""

    entries: tuple[Entry, ...]
    """In the order in which they were given."""
    sites: tuple[Site, ...]
    """What they mention, the most mentioned first."""
    view: Bounds
    """The first view: around most mentions."""
    title: str = ""
    """What the collection is called; may be empty."""

    @property
    def attributions(self) -> tuple[str, ...]:
        """Lines owed to the sources of what is drawn."""
        return tuple(dict.fromkeys(a for e in self.entries for a in e.story.attributions))


def collect(stories: Iterable[tuple[str, Story]], title: str = "") -> Collection:
    """Gather the places of stories.

    Parameters
    ----------
    stories
        Names of their pages, and the stories. They are taken one by one and not kept, so a
        generator of thousands is fine.
    title
        What the collection is called.

    Returns
    -------
    Collection
        The same stories in the same order give the same collection.

    Examples
    --------
    >>> from dateline.pipeline import map_article
    >>> stories = [map_article(text) for text in ("Rain in Vilnius.", "Vilnius and Riga met.")]
    >>> collection = collect(zip(("a", "b"), stories))
    >>> [(site.feature.name, site.mentions, len(site.sightings)) for site in collection.sites]
    [('Vilnius', 2, 2), ('Riga', 1, 1)]
    """
    outlines: dict[Hashable, Geometry] = {}
    entries = tuple(Entry(name, _light(story, outlines)) for name, story in stories)
    found: dict[Hashable, list[tuple[int, Feature]]] = {}
    for position, entry in enumerate(entries):
        for feature in entry.story.features:
            found.setdefault(_identity(feature), []).append((position, feature))
    sites = sorted(map(_site, found.values()), key=lambda s: (-s.mentions, s.feature.name))
    named = tuple(_with_unique_keys(sites))
    return Collection(entries, named, first_view([site.feature for site in named]), title)


def _identity(feature: Feature) -> Hashable:
    """Tell one place from another across stories."""
    place = feature.place
    return (place.source, place.id) if place else (feature.name, feature.geometry)


def _light(story: Story, outlines: dict[Hashable, Geometry]) -> Story:
    """Drop what only the story's own page shows; keep each outline once for all stories."""
    features = (
        replace(one, geometry=outlines.setdefault(_identity(one), one.geometry))
        for one in story.features
    )
    return replace(
        story,
        resolutions=tuple(replace(one, ranked=()) for one in story.resolutions),
        locatives=(),
        features=tuple(features),
        unplaced=(),
        focus=(),
    )


def _site(seen: Sequence[tuple[int, Feature]]) -> Site:
    features = [feature for _, feature in seen]
    best = max(features, key=lambda feature: feature.confidence)
    names = Counter[str]()
    for feature in features:
        names[feature.name] += len(feature.spans)
    literal = any(feature.kind == "literal" for feature in features)
    whole = replace(
        best,
        name=names.most_common(1)[0][0],
        kind="literal" if literal else "associative",
        spans=tuple(span for feature in features for span in feature.spans),
    )
    return Site(whole, tuple(_sighting(entry, feature) for entry, feature in seen))


def _sighting(entry: int, feature: Feature) -> Sighting:
    return Sighting(entry, feature.key, tuple(start for start, _ in feature.spans))


def _with_unique_keys(sites: Iterable[Site]) -> Iterator[Site]:
    taken: set[str] = set()
    for site in sites:
        stem = slug(site.feature.name) or "place"
        key, number = stem, 1
        while key in taken:
            number += 1
            key = f"{stem}-{number}"
        taken.add(key)
        yield replace(site, feature=replace(site.feature, key=key))
