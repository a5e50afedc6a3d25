"""Borders: which two areas a phrase means, and their line.

Where only one area is named, the other is the neighbour that the story keeps most company with
(`dateline.locate.company`). Where it keeps company with none, an only neighbour is the one meant;
otherwise nothing is guessed and the whole land border of the named area is drawn as uncertain, as
it is for the plural ("Ukraine's borders"). "The border" alone has no anchor and is left alone.
"""

from collections.abc import Sequence

from dateline.geometry import bearing, bearing_to, compass_point, label_point, union
from dateline.locate.phrases import Phrase
from dateline.locate.scene import Scene, Sketch
from dateline.model import Place

_SIDE = 60.0
"""Degrees to either side of a direction in which a border still lies that way."""

_AT = frozenset("near at across over to from toward towards along of past beyond crossed".split())
"""What stands before "the Texas line" where it is a border."""

_COUNTY_WORDS = ("county", "parish", "borough")


def draw_pair(phrase: Phrase, scene: Scene) -> Sketch | None:
    """Draw the border of two areas that are both named."""
    a, b = phrase.anchor("a"), phrase.anchor("b")
    if not (a and b) or ("L" in phrase.groups and not _lines(a, b)):
        return None
    return _between(a, b, scene)


def _lines(a: Place, b: Place) -> bool:
    """Tell whether "line" can mean a border: among states or counties only."""
    return a.feature_code == b.feature_code and a.feature_code in {"ADM1", "ADM2"}


def _between(a: Place, b: Place, scene: Scene) -> Sketch | None:
    line = scene.border(a, b)
    if not line:
        return None
    names = sorted((a.name, b.name))
    return Sketch(f"{names[0]}–{names[1]} border", (a, b), line, uncertain=False)


def draw_side(phrase: Phrase, scene: Scene) -> Sketch | None:
    """Draw the border of one named area with the one that the story is about."""
    a = phrase.anchor()
    if not a or a.shape_type != "area" or _owned(phrase):
        return None
    if "L" in phrase.groups and not _is_line(phrase, a):
        return None
    if _plural(phrase) and phrase.items[1].symbol != "w":
        return _whole(a, scene, scene.neighbours(a))
    beside = _towards(phrase.word("p"), a, _beside(a, scene), scene)
    other = _other_side(beside, phrase, scene)
    return _between(a, other, scene) if other else _whole(a, scene, beside)


def _owned(phrase: Phrase) -> bool:
    """Tell whether another area owns the border: the two do not meet, or they would be a pair."""
    behind = [item for item in phrase.before if item.symbol not in "pd'"]
    owner = behind[-1].resolution if behind and len(phrase.items) > 1 else None
    possessive = any(item.symbol == "'" for item in phrase.before[-2:])
    return bool(possessive and owner and owner.place and owner.place.shape_type == "area")


def _is_line(phrase: Phrase, a: Place) -> bool:
    """Tell whether "line" is a border: "state line", "Lamar County line", "near the Texas line"."""
    if a.feature_code not in {"ADM1", "ADM2"}:
        return False
    if any(item.symbol == "s" for item in phrase.items):
        return True
    words = [item.text.lower() for item in phrase.before[-2:]]
    there = len(words) == 2 and words[0] in _AT and words[1] == "the"  # noqa: PLR2004
    return there or phrase.word("a").endswith(_COUNTY_WORDS)


def _plural(phrase: Phrase) -> bool:
    return phrase.word("B").endswith("s")


def _other_side(beside: Sequence[Place], phrase: Phrase, scene: Scene) -> Place | None:
    """Find the area across the border from the company of the story."""
    its = next((item.start for item in phrase.before if item.symbol == "i"), None)
    best = scene.company.best(beside, phrase.row, its)
    return best or (beside[0] if len(beside) == 1 else None)


def _towards(word: str, a: Place, beside: Sequence[Place], scene: Scene) -> Sequence[Place]:
    """Keep the areas that border on the side which a word names: "Israel's northern border"."""
    if not compass_point(word):
        return beside
    lines = ((place, scene.border(a, place)) for place in beside)
    ways = ((place, bearing_to(a.point, label_point(line))) for place, line in lines if line)
    return [place for place, way in ways if _apart(way, bearing(word)) <= _SIDE] or beside


def _apart(a: float, b: float) -> float:
    return abs((a - b + 180) % 360 - 180)


def _beside(a: Place, scene: Scene) -> tuple[Place, ...]:
    """List the areas on the other side: neighbours, for a state countries that are named too."""
    near = scene.neighbours(a)
    country = scene.gazetteer.country(a.country_code) if a.feature_code == "ADM1" else None
    if country:
        named = (p for p in scene.neighbours(country) if p.id in scene.company.story)
        return near + tuple(p for p in named if scene.border(a, p))
    if near or a.feature_class == "A":
        return near
    members = scene.gazetteer.members(a.id)
    around = {place for member in members for place in scene.neighbours(member)}
    return tuple(sorted(around - set(members), key=lambda place: (place.name, place.id)))


def _whole(a: Place, scene: Scene, beside: Sequence[Place]) -> Sketch | None:
    """Draw the land border of an area with all of some neighbours."""
    lines = [scene.border(a, place) for place in beside]
    found = [line for line in lines if line]
    if not found or a.feature_class != "A":
        return None
    key = ("borders", a.id, tuple(place.id for place in beside))
    part = "" if len(found) < len(scene.neighbours(a)) else "land "
    return Sketch(f"{part}border of {a.name}", (a,), scene.once(key, lambda: union(found)))


def draw_sides(phrase: Phrase, scene: Scene) -> Sketch | None:
    """Draw the borders of several areas with one: "the Polish and Lithuanian borders"."""
    named = [p for p in map(phrase.anchor, ("a", "c", "b")) if p]
    if phrase.items[-1] is phrase.groups["B"] and not _plural(phrase):
        return draw_pair(phrase, scene) if len(named) == 2 else None  # noqa: PLR2004
    other = phrase.anchor("o") or _other_side(_common(named, scene), phrase, scene)
    drawn = [_between(other, place, scene) for place in named] if other else []
    found = [sketch for sketch in drawn if sketch]
    if not other or len(found) < len(named):
        return None
    name = f"{other.name}’s borders with {_listed([place.name for place in named])}"
    lines = union([sketch.geometry for sketch in found])
    return Sketch(name, (other, *named), lines, uncertain=False)


def _common(named: Sequence[Place], scene: Scene) -> Sequence[Place]:
    """List what borders on all of some areas."""
    first, *rest = (_beside(place, scene) for place in named)
    return [place for place in first if all(place in others for others in rest)]


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}"
