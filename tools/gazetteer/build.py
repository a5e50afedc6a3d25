"""The whole compilation, step by step."""

from collections.abc import Callable
from pathlib import Path

from rich.progress import Progress

from tools.gazetteer.area_names import name_divisions
from tools.gazetteer.areas import (
    add_countries,
    add_first_level,
    note_disputes,
    read_points,
)
from tools.gazetteer.counties import add_counties
from tools.gazetteer.country_names import name_countries
from tools.gazetteer.curated import add_curated
from tools.gazetteer.divisions import read_countries, read_divisions
from tools.gazetteer.draft import Draft
from tools.gazetteer.english import read_words
from tools.gazetteer.post_towns import add_post_towns
from tools.gazetteer.rivers import add_nameless, add_rivers
from tools.gazetteer.second_level import add_former, add_second_level
from tools.gazetteer.settlements import add_towns
from tools.gazetteer.sources import Archives, read_sources
from tools.gazetteer.town_names import name_towns
from tools.gazetteer.towns import read_towns
from tools.gazetteer.units import assign, read_units, simplify
from tools.gazetteer.waters import read_waters
from tools.gazetteer.write import write


def build(target: Path, progress: Progress) -> Draft:
    """Compile the gazetteer and put it at `target`."""
    task = progress.add_task("sources", total=None)

    def step(name: str) -> None:
        progress.update(task, description=name)

    sources = read_sources()
    archives = Archives(sources)
    draft = compile_draft(archives, step)
    step("writing")
    write(draft, sources, target)
    return draft


def compile_draft(archives: Archives, step: Callable[[str], None]) -> Draft:
    """Put all rows together."""
    draft = Draft()
    step("towns")
    towns = read_towns(archives)
    divisions, countries = read_divisions(archives), read_countries(archives)
    step("borders")
    units = read_units(archives)
    assign(units, towns, divisions)
    simplify(units)
    step("areas")
    points = read_points()
    add_countries(draft, countries, units, points)
    add_first_level(draft, divisions, units, towns, points)
    add_counties(draft, archives, divisions)
    add_second_level(draft, divisions, units, towns)
    add_former(draft, units)
    note_disputes(draft)
    add_towns(draft, towns)
    words = read_words(archives)
    add_post_towns(draft, archives, words)
    step("names")
    name_countries(draft, archives, countries)
    name_divisions(draft, archives, divisions, units)
    step("curated places")
    waters = read_waters(archives)
    add_curated(draft, countries, units, waters)
    add_rivers(draft, waters, units)
    add_nameless(draft, waters)
    draft.layers["land"] = draft.layers["countries"]
    step("names of towns")
    name_towns(draft, towns, words)
    return draft
