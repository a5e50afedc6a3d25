"""Make `seeds/gold/*.jsonl` from the annotated seeds: `python -m tools.gold [--check | --review]`.

The gold is written by hand as a copy of the article's text with two marks in it::

    [[Minsk]]  [[Paris=paris-texas]]  [[Berlin~]]  {{border belarus poland: [[Polish]] border}}

A toponym stands in double square brackets; ``=key`` names the row of ``places.csv`` where its
surface belongs to several, ``~`` makes it associative where its row says literal. A locative
expression stands in double braces, with its relation and the keys of its anchors before the colon.
`seeds/README.md` says what is annotated and what is not.
"""

import argparse
import csv
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from dateline.article import read_article
from dateline.model import Relation, ToponymKind

SEEDS = Path(__file__).parents[1] / "seeds"
GOLD = SEEDS / "gold"
_MARK = re.compile(
    r"\[\[(?P<surface>[^\]=~]+)(?:=(?P<key>[\w-]+))?(?P<flip>~)?\]\]"
    r"|\{\{(?P<relation>\w+) (?P<anchors>[\w -]+): "
    r"|(?P<close>\}\})"
)
_CAPITALISED = re.compile(r"\b[A-ZÀ-ÞĀ-Ž][\w'’-]*")
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """One row of ``places.csv``: a referent with the surfaces that the seeds use for it."""

    key: str
    """Unique name of the row."""
    name: str
    """Name to show."""
    geonames_id: int | None
    """GeoNames id, ``None`` where the sources of the gazetteer have none."""
    lat: float
    """Degrees north: GeoNames' own point, or about the middle of what has no id."""
    lon: float
    """Degrees east."""
    surfaces: tuple[tuple[str, ToponymKind], ...]
    """What it is called, and whether as the place itself or as an adjective of it."""


@dataclass(frozen=True, slots=True)
class Span:
    """A mark in the plain text: a toponym with its place, or a locative with its anchors."""

    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    label: ToponymKind | Relation
    """What it is."""
    places: tuple[GoldPlace, ...]
    """What it refers to."""


class GoldError(ValueError):
    """Markup that says something impossible, or an article that has moved away from it."""


def read_places(path: Path = GOLD / "places.csv") -> dict[str, GoldPlace]:
    """Read the referents, by key."""
    with path.open(encoding="utf-8", newline="") as file:
        return {row["key"]: _place(row) for row in csv.DictReader(file)}


def _place(row: dict[str, str]) -> GoldPlace:
    kinds: tuple[ToponymKind, ...] = get_args(ToponymKind)
    surfaces = tuple((s, kind) for kind in kinds for s in row[kind].split(";") if s)
    number = int(row["geonames_id"]) if row["geonames_id"] else None
    lat, lon = float(row["lat"]), float(row["lon"])
    return GoldPlace(row["key"], row["name"], number, lat, lon, surfaces)


def parse(markup: str, places: dict[str, GoldPlace]) -> tuple[str, list[Span]]:
    """Take the marks out of `markup`; give the plain text and what was marked, in text order.

    Raises
    ------
    GoldError
        Where a surface or key is unknown or ambiguous, or a brace is not closed.
    """
    plain, spans, position = "", [], 0
    opened: tuple[int, Relation, tuple[GoldPlace, ...]] | None = None
    for mark in _MARK.finditer(markup):
        plain, position = plain + markup[position : mark.start()], mark.end()
        start = len(plain)
        if surface := mark["surface"]:
            place, kind = _referent(mark, places)
            plain += surface
            spans.append(Span(start, len(plain), kind, (place,)))
        elif mark["relation"] and not opened:
            opened = (start, _relation(mark), _anchors(mark, places))
        elif mark["close"] and opened:
            spans.append(Span(opened[0], start, *opened[1:]))
            opened = None
        else:
            raise GoldError(f"{mark[0]!r} after {plain[-40:]!r} does not pair up.")
    plain += markup[position:]
    if opened or re.search(r"\[\[|\]\]|\{\{|\}\}", plain):
        raise GoldError(f"a mark is left open or misspelt: {plain[:60]!r} …")
    return plain, sorted(spans, key=lambda span: (span.start, -span.end))


def _referent(mark: re.Match[str], places: dict[str, GoldPlace]) -> tuple[GoldPlace, ToponymKind]:
    surface, key = mark["surface"], mark["key"]
    fits = [
        (place, kind)
        for place in places.values()
        for name, kind in place.surfaces
        if name == surface and key in (None, place.key)
    ]
    if len(fits) != 1:
        keys = ", ".join(place.key for place, _ in fits) or "none"
        raise GoldError(f"{mark[0]} must name one row of places.csv, but fits {keys}.")
    place, kind = fits[0]
    return place, "associative" if mark["flip"] else kind


def _relation(mark: re.Match[str]) -> Relation:
    relations: tuple[Relation, ...] = get_args(Relation)
    for relation in relations:
        if relation == mark["relation"]:
            return relation
    raise GoldError(f"{mark[0]!r}: expected one of {', '.join(relations)}.")


def _anchors(mark: re.Match[str], places: dict[str, GoldPlace]) -> tuple[GoldPlace, ...]:
    keys = mark["anchors"].split()
    if unknown := [key for key in keys if key not in places]:
        raise GoldError(f"{mark[0]!r}: no row of places.csv has the key {unknown[0]!r}.")
    return tuple(places[key] for key in keys)


def align(spans: list[Span], plain: str, text: str) -> list[Span]:
    """Move spans of `plain` to `text`, which may differ from it in white space only.

    Raises
    ------
    GoldError
        At the first word that differs.
    """
    ours = [i for i, character in enumerate(plain) if not character.isspace()]
    theirs = [i for i, character in enumerate(text) if not character.isspace()]
    for i, j in zip(ours, theirs, strict=False):
        if plain[i] != text[j]:
            raise GoldError(
                f"gold has {plain[i : i + 40]!r} where the seed has {text[j : j + 40]!r}."
            )
    if len(ours) != len(theirs):
        raise GoldError("the seed and its gold do not end alike.")
    where = dict(zip(ours, theirs, strict=True))
    return [Span(where[s.start], where[s.end - 1] + 1, s.label, s.places) for s in spans]


def record(stem: str, places: dict[str, GoldPlace]) -> Record:
    """Make one seed's gold record, in the shape that Dateline itself writes."""
    text = read_article(SEEDS / f"{stem}.md").text
    plain, spans = parse((GOLD / f"{stem}.txt").read_text(encoding="utf-8"), places)
    try:
        spans = align(spans, plain, text)
    except GoldError as error:
        raise GoldError(f"{stem}: {error}") from None
    kinds = get_args(ToponymKind)
    return {
        "doc_id": stem,
        "text": text,
        "toponyms": [_toponym(text, s) for s in spans if s.label in kinds],
        "locatives": [_locative(text, s) for s in spans if s.label not in kinds],
    }


def _toponym(text: str, span: Span) -> Record:
    (place,) = span.places
    return {
        "start": span.start,
        "end": span.end,
        "surface": text[span.start : span.end],
        "kind": span.label,
        "lat": place.lat,
        "lon": place.lon,
        "geonames_id": place.geonames_id,
        "name": place.name,
    }


def _locative(text: str, span: Span) -> Record:
    return {
        "start": span.start,
        "end": span.end,
        "surface": text[span.start : span.end],
        "relation": span.label,
        "anchors": [{"name": p.name, "geonames_id": p.geonames_id} for p in span.places],
    }


def stems() -> list[str]:
    """Give the stems of all seeds, in order."""
    return sorted(path.stem for path in SEEDS.glob("*.md") if path.stem != "README")


def line(gold: Record) -> str:
    """Write a record as its file has it."""
    return json.dumps(gold, ensure_ascii=False) + "\n"


def unmarked(gold: Record) -> Iterator[tuple[str, str]]:
    """Give each capitalised word outside the toponyms, with what stands around it."""
    text, toponyms = gold["text"], gold["toponyms"]
    for match in _CAPITALISED.finditer(text):
        if not any(t["start"] < match.end() and match.start() < t["end"] for t in toponyms):
            around = text[max(0, match.start() - 30) : match.end() + 30]
            yield match[0], " ".join(around.split())


def main(mode: Literal["write", "check", "review"]) -> int:
    """Write the gold files, compare them with the seeds, or list what may have been missed."""
    places, stale = read_places(), []
    for stem in stems():
        gold = record(stem, places)
        path = GOLD / f"{stem}.jsonl"
        if mode == "write":
            path.write_text(line(gold), encoding="utf-8")
        elif mode == "review":
            print(f"== {stem}", *(f"{word}\t{around}" for word, around in unmarked(gold)), sep="\n")
        elif not path.exists() or path.read_text(encoding="utf-8") != line(gold):
            stale.append(stem)
    if stale:
        print(f"Stale: {', '.join(stale)}. Run: python -m tools.gold", file=sys.stderr)
    return int(bool(stale))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--check", dest="mode", action="store_const", const="check")
    choice.add_argument("--review", dest="mode", action="store_const", const="review")
    sys.exit(main(parser.parse_args().mode or "write"))
