"""Which mentions of an article share a sense, and what the text says of it in passing."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.company import Area, Position, position_of, within
from dateline.gazetteer import Gazetteer
from dateline.geocode import geocode
from dateline.model import Candidate, Mention, Place
from dateline.names import fold
from dateline.resolve.elsewhere import copies, strangers
from dateline.resolve.qualifiers import holders, qualifiers
from dateline.resolve.said import said_of
from dateline.resolve.score import Said

_LISTS = re.compile(r",\s|,?\s(?:and|or)\s")
"""What stands between the members of a list: "Iowa, Georgia and Ohio"."""

_LOCAL = re.compile(
    r"(?:['’]s)?\s(?:city|town|village|borough|police|sheriff|mayor|council|councilman|councilwoman"
    r"|councillors?|residents?|man|woman|men|women|boy|girl|couple|teens?|teenagers?|family|native"
    r"|neighborhood|neighbourhood|fire|firefighters?|schools?|high|elementary|middle|independent|public"
    r"|library|hospital|firm|community|downtown|municipal|memorial|street|road|avenue|park|church|mall)\b",
    re.IGNORECASE,
)
"""What after a name says that it is used as of a town: a "Paris woman", "Paris police"; of a
country papers say "a French woman"."""

_STEM = 4
"""First letters by which a division and its seat are called alike: Mykolaiv and Mykolayiv."""

Sense = tuple[str, int, Said]
"""Folded name, id of the area that qualifies it or 0, and what sort is said."""


@dataclass(frozen=True, slots=True)
class Name:
    """All mentions of one name in one sense, with what it may refer to."""

    mentions: tuple[int, ...]
    """Indices of the mentions."""
    candidates: tuple[Candidate, ...]
    """Readings, most important first."""
    containers: tuple[Place, ...]
    """Areas that the text puts right after the name."""
    holds: frozenset[int]
    """Ids of the areas that are meant, where a place in them stands right before the name."""
    said: Said
    """What sort of place the text says it is, if it does."""
    local: bool
    """Whether the text uses it as papers use the name of their town: "Paris police"."""
    positions: tuple[Position, ...]
    """Where each of the readings lies."""
    listed: frozenset[Area]
    """Sets of divisions (`Position.peers`) that the names beside it in a list are of."""


def gather_names(text: str, mentions: Sequence[Mention], gazetteer: Gazetteer) -> Iterator[Name]:
    """Put mentions of one name together; a name that the text qualifies twice is two names.

    Parameters
    ----------
    text
        The article's text.
    mentions
        Toponyms in text order.
    gazetteer
        Where they are looked up.

    Yields
    ------
    Name
        In order of first mention.
    """
    found = [geocode(mention, gazetteer) for mention in mentions]
    areas = qualifiers(text, mentions, found)
    held = holders(text, mentions, found, areas)
    moved = strangers(text, mentions, found, areas) | copies(text, mentions, found, areas)
    groups: dict[Sense, list[int]] = {}
    for i, mention in enumerate(mentions):
        sense = (fold(mention.surface), areas[i][0].id if areas[i] else 0, said_of(text, mention))
        if i in moved:
            sense = (sense[0], found[i + 1][0].place.id, "")
        elif i in held:
            sense = (*sense[:2], "holder")
        groups.setdefault(sense, []).append(i)
    for sense, indices in _one_sense(groups).items():
        candidates = moved.get(indices[0], found[indices[0]])
        if sense[2] == "water":
            candidates = (*candidates, *_rivers(mentions[indices[0]], gazetteer))
        yield Name(
            mentions=tuple(sorted(indices)),
            candidates=candidates,
            containers=areas[indices[0]],
            holds=held.get(indices[0], frozenset()),
            said=sense[2],
            local=any(_LOCAL.match(text, mentions[i].end) for i in indices),
            positions=tuple(_position(c, candidates, sense[2]) for c in candidates),
            listed=frozenset(a for i in indices for a in _listed_with(text, mentions, found, i)),
        )


def _position(candidate: Candidate, others: Sequence[Candidate], said: Said) -> Position:
    """Say where a reading lies; a division called after its seat is no peer of divisions.

    Of the Kherson region papers say "the Kherson region", also in a story about regions; but
    Oklahoma is more than Oklahoma City.
    """
    place, position = candidate.place, position_of(candidate.place)
    stem = fold(place.name)[:_STEM]
    towns = (o.place for o in others if o.place.feature_code in {"PPLA", "PPLC"})
    seats = (t for t in towns if " " not in t.name and fold(t.name).startswith(stem))
    bare = said != "area" and place.feature_code == "ADM1"
    after_seat = bare and any(within(seat, place) for seat in seats)
    return position._replace(peers=()) if after_seat else position


def _rivers(mention: Mention, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Look up "the Ohio" as the Ohio River."""
    found = gazetteer.candidates(f"{mention.surface} River")
    return tuple(c for c in found if c.place.feature_code == "STM")


def _one_sense(groups: Mapping[Sense, list[int]]) -> dict[Sense, list[int]]:
    """Let the bare mentions of a name join its first qualified or described sense.

    A division or a river that shares its name with a town does not take the bare ones along.
    """
    senses = {sense: list(indices) for sense, indices in groups.items()}
    for bare in [sense for sense in groups if sense[1:] == (0, "")]:
        fuller = (
            s for s in groups if s[0] == bare[0] and s != bare and s[2] in {"", "town", "island"}
        )
        if joined := next(fuller, None):
            senses[joined] += senses.pop(bare)
    return senses


def _listed_with(
    text: str,
    mentions: Sequence[Mention],
    found: Sequence[tuple[Candidate, ...]],
    i: int,
) -> Iterator[Area]:
    """Find of which divisions the neighbours of mention `i` in a list are, at first sight."""
    for left, right in ((i - 1, i), (i, i + 1)):
        if left < 0 or right == len(mentions):
            continue
        if not _LISTS.fullmatch(text[mentions[left].end : mentions[right].start]):
            continue
        other = found[left if right == i else right]
        if other and (peers := position_of(other[0].place).peers):
            yield peers
