"""Which areas a story keeps company with: what "the border" of one named country runs along."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.gazetteer import Gazetteer
from dateline.model import Article, Place, Resolution

LITERAL, ASSOCIATIVE, CONTAINER = 1.0, 0.5, 0.5
"""What one mention is worth: of the place itself, of its adjective ("Belarusian police"), of a
town or state in it."""

SAME_PARAGRAPH = 2.0
"""What a mention in the expression's own paragraph is worth on top, times its own worth."""

_COUNTRY_CODES = frozenset({"PCLI", "PCLS", "PCLF", "PCLD", "PCLIX", "PCLX", "TERR", "PCL"})
"""GeoNames feature codes of countries and dependencies."""


@dataclass(frozen=True, slots=True)
class Company:
    """Mentions of areas, weighted, over the story and by paragraph."""

    story: Mapping[int, float]
    """Weight by place id."""
    paragraphs: Mapping[int, Mapping[int, float]]
    """The same by number of the paragraph."""
    order: tuple[tuple[int, int], ...]
    """Start and place id of every resolved mention, in text order."""

    def weight(self, place: Place, paragraph: int) -> float:
        """Weigh an area's company.

        Parameters
        ----------
        place
            The area.
        paragraph
            Number of the paragraph that the expression stands in.

        Returns
        -------
        float
            0 where the story never names it nor anything in it.
        """
        here = self.paragraphs.get(paragraph, {}).get(place.id, 0.0)
        return self.story.get(place.id, 0.0) + SAME_PARAGRAPH * here

    def best(self, places: Sequence[Place], paragraph: int, its: int | None = None) -> Place | None:
        """Choose the area that the story keeps most company with.

        Parameters
        ----------
        places
            The areas to choose from.
        paragraph
            Number of the paragraph that the expression stands in.
        its
            Where "its" stands, as in "its border with Poland": it means what was named last.

        Returns
        -------
        Place or None
            ``None`` where the story keeps company with none of them.
        """
        if its is not None:
            subject = next((place for place in places if place.id == self._last_before(its)), None)
            if subject:
                return subject
        weights = {place: self.weight(place, paragraph) for place in places}
        found = [place for place, weight in weights.items() if weight > 0]
        return max(found, key=lambda place: (weights[place], -place.id), default=None)

    def heaviest(self) -> list[int]:
        """List the ids of all areas and towns, those first that the story is most about."""
        return sorted(self.story, key=lambda place: (-self.story[place], place))

    def _last_before(self, start: int) -> int | None:
        count = bisect_left(self.order, (start, 0))
        return self.order[count - 1][1] if count else None


def keep_company(
    article: Article, resolutions: Sequence[Resolution], gazetteer: Gazetteer
) -> Company:
    """Weigh the areas of a story.

    Parameters
    ----------
    article
        The text.
    resolutions
        Its toponyms.
    gazetteer
        Where the states and countries of towns are looked up.

    Returns
    -------
    Company
        The weights.
    """
    story: defaultdict[int, float] = defaultdict(float)
    paragraphs: defaultdict[int, defaultdict[int, float]] = defaultdict(lambda: defaultdict(float))
    for paragraph, place, worth in _shares(article, resolutions, gazetteer):
        story[place] += worth
        paragraphs[paragraph][place] += worth
    order = sorted((r.mention.start, r.place.id) for r in resolutions if r.place)
    return Company(dict(story), dict(paragraphs), tuple(order))


def _shares(
    article: Article, resolutions: Sequence[Resolution], gazetteer: Gazetteer
) -> Iterator[tuple[int, int, float]]:
    """Give paragraph, place and worth of every mention and of what contains it."""
    ends = iter(enumerate(p.end for p in article.paragraphs))
    number, end = next(ends, (0, 0))
    for resolution in sorted(resolutions, key=lambda r: r.mention.start):
        while resolution.mention.start >= end and (following := next(ends, None)):
            number, end = following
        place = resolution.place
        if place:
            worth = LITERAL if resolution.mention.kind == "literal" else ASSOCIATIVE
            yield number, place.id, worth
            for container in _containers(place, gazetteer):
                yield number, container.id, worth * CONTAINER


def _containers(place: Place, gazetteer: Gazetteer) -> Iterator[Place]:
    country = gazetteer.country(place.country_code) if place.country_code else None
    state = gazetteer.admin1(place.country_code, place.admin1_code) if place.admin1_code else None
    yield from (area for area in (country, state) if area and area.id != place.id)


def is_country(place: Place) -> bool:
    """Tell whether a place is a country or a dependency."""
    return place.feature_code in _COUNTRY_CODES
