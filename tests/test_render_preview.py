"""The preview picture: what is on it, the same every time, and readable as a picture."""

import hashlib
import re
import struct
import subprocess
import sys
import zlib
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from tests.browser.stories import arabic, belarus, many, nowhere, pacific, tell, world

from dateline import __version__
from dateline.errors import OutputError
from dateline.gazetteer import Gazetteer
from dateline.model import Story
from dateline.render.labelling import Name, labels_for, overlap
from dateline.render.lettering import broken, can_be_drawn, width_of
from dateline.render.preview import HEIGHT, WIDTH, preview_svg
from dateline.render.raster import FONTS, check_raster, png_of

ROOT = Path(__file__).parent.parent
SVG = "{http://www.w3.org/2000/svg}"
LITERAL, LAND, WATER, PAPER = (157, 47, 28), (242, 236, 223), (219, 228, 230), (252, 250, 245)


@pytest.fixture(scope="module")
def story(gazetteer: Gazetteer) -> Story:
    return belarus(gazetteer)


@pytest.fixture(scope="module")
def svg(story: Story, gazetteer: Gazetteer) -> str:
    return preview_svg(story, gazetteer=gazetteer)


def texts(svg: str, sort: str) -> list[str]:
    """What stands in the picture in a style, in the order in which it is drawn."""
    nodes = ET.fromstring(svg).iter(f"{SVG}text")  # noqa: S314 - our own
    return [node.text or "" for node in nodes if sort in (node.get("class") or "").split()]


def pixels(png: bytes) -> list[list[tuple[int, ...]]]:
    """Rows of a PNG of eight bits a channel, decoded as its specification says."""
    width, height, depth, kind = struct.unpack(">IIBB", png[16:26])
    assert (depth, kind) == (8, 6)
    data, at = b"", 8
    while at < len(png):
        (length,), name = struct.unpack(">I", png[at : at + 4]), png[at + 4 : at + 8]
        data += png[at + 8 : at + 8 + length] if name == b"IDAT" else b""
        at += length + 12
    raw, rows, before = zlib.decompress(data), [], bytearray(width * 4)
    for row in range(height):
        start = row * (width * 4 + 1)
        before = unfiltered(raw[start], bytearray(raw[start + 1 : start + 1 + width * 4]), before)
        rows.append([tuple(before[x : x + 3]) for x in range(0, width * 4, 4)])
    return rows


def unfiltered(kind: int, line: bytearray, above: bytearray) -> bytearray:
    """Undo a row's filter (PNG specification, 9.2)."""
    for x in range(len(line)):
        left, up = (line[x - 4] if x > 3 else 0), above[x]
        corner = above[x - 4] if x > 3 else 0
        guess = left + up - corner
        paeth = min((left, up, corner), key=lambda value: abs(guess - value))
        line[x] = (line[x] + (0, left, up, (left + up) // 2, paeth)[kind]) & 255
    return line


def test_literal_places_and_the_title_are_in_the_picture(svg: str) -> None:
    assert texts(svg, "title") == ["A quiet Tuesday in Minsk"]
    assert {"Minsk", "Hrodna", "Vilnius", "Lithuania"} <= set(texts(svg, "literal"))
    assert "Germany" not in texts(svg, "label")
    assert len(re.findall(r'<circle class="pin"', svg)) == 3
    assert len(re.findall(r'<path class="line"', svg)) == 1


def test_a_town_is_named_once(svg: str) -> None:
    names = texts(svg, "label")
    assert len(names) == len(set(names))


def test_the_same_story_gives_the_same_picture(
    story: Story, gazetteer: Gazetteer, svg: str
) -> None:
    assert preview_svg(story, gazetteer=gazetteer) == svg
    assert png_of(svg) == png_of(svg)


@pytest.mark.parametrize("seed_of_hashes", ["0", "4711"])
def test_another_process_draws_the_same_picture(svg: str, seed_of_hashes: str) -> None:
    code = (
        "import hashlib, sys; sys.path[:0] = [sys.argv[1], sys.argv[2]];"
        "from dateline.gazetteer import open_gazetteer;"
        "from tests.browser.stories import belarus;"
        "from dateline.render.preview import preview_svg;"
        "from dateline.render.raster import png_of;"
        "g = open_gazetteer(); s = preview_svg(belarus(g), gazetteer=g);"
        "print(hashlib.sha256(s.encode() + png_of(s)).hexdigest())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(ROOT / "geo"), str(ROOT)],
        env={"PYTHONHASHSEED": seed_of_hashes},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == hashlib.sha256(svg.encode() + png_of(svg)).hexdigest()


def test_a_png_has_the_size_that_networks_want_and_says_what_made_it(svg: str) -> None:
    png = png_of(svg)
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", png[16:24]) == (WIDTH, HEIGHT) == (1200, 630)
    assert f"Software\0Dateline {__version__}".encode() in png[:120]
    assert len(png) < 300_000


def test_a_png_shows_land_and_water_pins_and_letters(svg: str) -> None:
    rows = pixels(png_of(svg))
    (x, y), *_ = [
        (round(float(x)), round(float(y)))
        for x, y in re.findall(r'<circle class="pin" cx="([\d.]+)" cy="([\d.]+)"', svg)
    ]
    assert rows[y][x] == LITERAL
    seen = {colour for row in rows[::3] for colour in row[::3]}
    assert {LAND, WATER} <= seen
    assert rows[HEIGHT - 4][4] == PAPER
    title = [colour for row in rows[-110:-20] for colour in row[48:700]]
    assert sum(max(colour) < 80 for colour in title) > 1500, "the title is not there"


@pytest.mark.parametrize("build", [pacific, world, nowhere, arabic])
def test_any_story_has_a_picture(gazetteer: Gazetteer, build: object) -> None:
    svg = preview_svg(build(gazetteer), gazetteer=gazetteer)  # type: ignore[operator]
    for node in ET.fromstring(svg).iter(f"{SVG}circle"):  # noqa: S314 - our own
        assert 0 <= float(node.get("cx", "-1")) <= WIDTH
        assert 0 <= float(node.get("cy", "-1")) <= HEIGHT
    assert png_of(svg)


def test_a_story_around_the_antimeridian_lies_together(gazetteer: Gazetteer) -> None:
    svg = preview_svg(pacific(gazetteer), gazetteer=gazetteer)
    assert {"Suva", "Apia", "Nuku'alofa"} <= set(texts(svg, "literal"))


def test_a_title_from_right_to_left_ends_at_the_left(gazetteer: Gazetteer) -> None:
    svg = preview_svg(arabic(gazetteer), gazetteer=gazetteer)
    (title,) = re.findall(r'<text class="title"[^>]*>', svg)
    assert 'text-anchor="end"' in title
    rows = pixels(png_of(svg))[-110:-20]
    ink = [x for row in rows for x, colour in enumerate(row) if max(colour) < 80]
    assert min(ink) > WIDTH / 2
    assert max(ink) > WIDTH - 80


def test_letters_that_no_font_has_are_left_out(gazetteer: Gazetteer) -> None:
    story = tell("In [[Minsk|625144]] it rained.", gazetteer, title="東京の雨")
    svg = preview_svg(story, gazetteer=gazetteer)
    assert texts(svg, "title") == []
    assert "Minsk" in texts(svg, "literal")
    assert "<title" in svg
    assert "東京の雨" in svg


def test_hostile_texts_are_only_texts(story: Story, gazetteer: Gazetteer) -> None:
    bomb = "</text><script>x</script>\"'{{7*7}}&lt; ]]>"
    article = replace(story.article, title=bomb)
    loud = replace(story, article=article, attributions=(bomb,))
    loud = replace(loud, features=(replace(story.features[0], name=bomb), *story.features[1:]))
    svg = preview_svg(loud, gazetteer=gazetteer)
    tree = ET.fromstring(svg)  # noqa: S314 - our own
    assert not list(tree.iter(f"{SVG}script"))
    assert bomb in [node.text for node in tree.iter(f"{SVG}title")]
    assert bomb in texts(svg, "literal")


def test_hundreds_of_places_leave_a_picture(gazetteer: Gazetteer) -> None:
    svg = preview_svg(many(gazetteer, 300), gazetteer=gazetteer)
    assert len(svg) < 600_000
    assert len(texts(svg, "literal")) > 15


def test_without_the_library_the_way_out_is_named(
    svg: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "resvg_py", raising=False)
    monkeypatch.setattr(sys, "path", [str(ROOT / "geo")])
    for fails in (check_raster, lambda: png_of(svg)):
        with pytest.raises(OutputError, match=r"pip install 'dateline\[preview\]', or name a file"):
            fails()


def test_every_font_is_free_and_there() -> None:
    folder = ROOT / "geo/dateline/render/assets/fonts"
    assert {file.name for file in folder.iterdir()} == {*FONTS, "OFL.txt", "widths.json"}
    assert "SIL Open Font License, Version 1.1" in (folder / "OFL.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("Łódź – “Київ”", True),
        ("Ελλάδα", True),
        ("القاهرة", True),
        ("ירושלים", True),
        ("서울", False),
    ],
)
def test_letters_are_known(text: str, there: bool) -> None:
    assert can_be_drawn(text) is there


@pytest.mark.parametrize(
    "text", ["Rain", "A quiet Tuesday in the capital of Belarus", "rain " * 60, "W" * 200, ""]
)
def test_a_title_fits_whatever_it_says(text: str) -> None:
    lines = broken(text, 46, 1104, 2)
    assert len(lines) <= 2
    assert all(width_of(line, "title", 46) <= 1104 for line in lines)
    assert all(text.startswith(line.rstrip("…")) for line in lines[:1])


def test_labels_cover_neither_pins_nor_each_other() -> None:
    names = [
        Name(f"Town {n}", (100.0 + 37 * (n % 9), 80.0 + 23 * (n // 9)), 25.0, "literal", True)
        for n in range(60)
    ]
    pins = [(x - 9, y - 9, x + 9, y + 9) for x, y in (name.at for name in names)]
    labels = labels_for(names, pins, 700, 400)
    assert 5 < len(labels) < 60
    boxes = [
        (one.x, one.y - 23, one.x + width_of(one.name.text, "label", 25), one.y + 5)
        for one in labels
    ]
    assert not any(overlap(box, pin) for box in boxes for pin in pins)
    assert not any(overlap(a, b) for n, a in enumerate(boxes) for b in boxes[:n])
