"""What a story calls a place: "Danzig" in one about the Hanseatic League."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.model import Resolution
from dateline.names import fold, strip_possessive

LEAST_NAME = 5
"""Letters of a name as the text writes it that may label a place: "Tenn" is too short."""


def spoken_name(mentions: Sequence[Resolution], own: str) -> str:
    """Give the name that a story uses most for a place, its own where that is as frequent.

    Parameters
    ----------
    mentions
        Mentions of the place, at least one.
    own
        Its name in the gazetteer.
    """
    written = [name for name in map(_written_name, mentions) if name]
    if not written:
        return own
    times = Counter(written)
    return max(times, key=lambda name: (times[name], fold(name) == fold(own)))


def called_as_written(resolutions: Iterable[Resolution]) -> tuple[Resolution, ...]:
    """Give every place the name that the story uses for it.

    Parameters
    ----------
    resolutions
        Toponyms in text order.
    """
    rows = tuple(resolutions)
    groups: dict[int, tuple[str, list[Resolution]]] = {}
    for row in rows:
        if row.place:
            groups.setdefault(row.place.id, (row.place.name, []))[1].append(row)
    names = {key: spoken_name(group, own) for key, (own, group) in groups.items()}
    return tuple(_called(rows, names))


def _called(rows: Iterable[Resolution], names: Mapping[int, str]) -> Iterator[Resolution]:
    for row in rows:
        place = row.place
        if place is None or row.approximate:
            yield row
            continue
        name = names[place.id]
        yield replace(row, place=replace(place, name=name)) if name != place.name else row


def _written_name(resolution: Resolution) -> str:
    """Give the name as the story writes it; empty for adjectives, short forms and capitals."""
    surface = " ".join(strip_possessive(resolution.mention.surface).split())
    candidates = [ranked.candidate for ranked in resolution.ranked[:1]]
    is_name = all(
        c.name_type in {"preferred", "alternate"} and not c.approximate for c in candidates
    )
    own = any(fold(surface) == fold(candidate.place.name) for candidate in candidates)
    short = (len(surface) < LEAST_NAME and not own) or surface.endswith(".")
    plain = surface[:1].isupper() and not surface.isupper()
    return surface if candidates and is_name and plain and not short else ""
