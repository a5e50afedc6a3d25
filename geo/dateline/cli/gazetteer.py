"""``dateline gazetteer``: look into the gazetteer, or make a larger one."""

from pathlib import Path

import click

from dateline.cli.build import build
from dateline.cli.options import gazetteer_option
from dateline.cli.output import say
from dateline.errors import GazetteerError

_FEATURES_SHOWN = 25
"""Kinds of places that ``info`` lists; the rest is summed up."""


@click.group("gazetteer", short_help="Look into the gazetteer, or make a larger one")
def gazetteer() -> None:
    """Look into the gazetteer that names are looked up in, or make a larger one."""


gazetteer.add_command(build)


@gazetteer.command("search")
@click.argument("name")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True)
@gazetteer_option
def search(name: str, limit: int, gazetteer_file: Path | None) -> None:
    """Find places called NAME, then those whose name begins with it."""
    from dateline.cli.tables import rendered, table
    from dateline.describe import describe
    from dateline.exports import position
    from dateline.gazetteer import open_gazetteer

    with open_gazetteer(gazetteer_file) as places:
        found = places.search(name, limit)
    if not found:
        raise GazetteerError(
            f"{name!r} is not in the gazetteer: expected a name; try a shorter one."
        )
    rows = [
        (
            candidate.place.name,
            candidate.name_type,
            describe(candidate.place),
            position(candidate.place.point),
            f"{candidate.place.population:,}" if candidate.place.population else "",
            candidate.place.geonames_id or "",
            candidate.place.feature_code,
        )
        for candidate in found
    ]
    columns = ("Place", "Found by", "What", "Where", "Inhabitants#", "GeoNames#", "Code")
    say(rendered(table(columns, rows)))


@gazetteer.command("info")
@gazetteer_option
def info(gazetteer_file: Path | None) -> None:
    """Say how large the gazetteer is, what it covers and where it comes from."""
    from dateline.cli.tables import rendered, table
    from dateline.gazetteer import open_gazetteer

    with open_gazetteer(gazetteer_file) as places:
        about = places.info()
    size = f"{about.size_bytes / 1e6:,.1f} MB"
    names = ", ".join(f"{count:,} {kind}" for kind, count in about.names_by_type)
    rest = about.features[_FEATURES_SHOWN:]
    kinds = [(f.feature_code, f.label, f"{f.count:,}") for f in about.features[:_FEATURES_SHOWN]]
    if rest:
        kinds.append(("…", f"{len(rest)} more kinds", f"{sum(f.count for f in rest):,}"))
    sources = [(s.name, s.version, s.licence, f"{s.count:,}") for s in about.sources]
    head = (
        f"{about.path.name}: {size}, version {about.version}\n"
        f"{about.places:,} places, {about.outlines:,} with an outline\n"
        f"{about.names:,} names: {names}\n"
    )
    parts = (
        head,
        rendered(table(("Code", "Kind", "Places#"), kinds)),
        rendered(table(("Source", "Version", "Licence", "Places#"), sources)),
    )
    say("\n".join(parts))
