"""Colours of the page, from its style sheet: legible on land, water and paper, day and night."""

import re

import pytest

from dateline.render.assets import asset

RULE = re.compile(r"^\s*--([\w-]+): (#[0-9a-f]{6}|[\d.]+);", re.MULTILINE)
LEGIBLE = 4.5
"""Least contrast of text (WCAG 2.2, 1.4.3)."""
VISIBLE = 3.0
"""Least contrast of what is not text (WCAG 2.2, 1.4.11)."""

Colour = tuple[float, float, float]


def themes() -> dict[str, dict[str, str]]:
    light, dark, *_ = re.split(r"@media \(prefers-color-scheme: dark\)", asset("map.css"))
    day = dict(RULE.findall(light))
    night = dict(RULE.findall(dark[: dark.index("}\n}")]))
    return {"light": day, "dark": {**day, **night}}


def colour(code: str) -> Colour:
    return tuple(int(code[at : at + 2], 16) / 255 for at in (1, 3, 5))  # type: ignore[return-value]


def washed(below: Colour, above: Colour, share: float) -> Colour:
    return tuple(b + (a - b) * share for b, a in zip(below, above, strict=True))  # type: ignore[return-value]


def luminance(rgb: Colour) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: Colour, b: Colour) -> float:
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_contrast_of_black_and_white_is_known() -> None:
    assert contrast((0, 0, 0), (1, 1, 1)) == pytest.approx(21)
    assert contrast(colour("#777777"), (1, 1, 1)) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", ["literal", "passing", "ink", "faint"])
@pytest.mark.parametrize("ground", ["paper", "land", "water"])
def test_what_is_written_can_be_read(theme: str, name: str, ground: str) -> None:
    colours = themes()[theme]
    assert contrast(colour(colours[name]), colour(colours[ground])) >= LEGIBLE


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("wash", ["wash", "wash-lit"])
def test_names_can_be_read_on_areas_of_the_story(theme: str, wash: str) -> None:
    colours = themes()[theme]
    accent, land = colour(colours["literal"]), colour(colours["land"])
    ground = washed(land, accent, float(colours[wash]))
    assert contrast(accent, ground) >= LEGIBLE
    assert contrast(colour(colours["ink"]), ground) >= LEGIBLE


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["land", "water"])
def test_names_of_the_base_map_can_be_read(theme: str, ground: str) -> None:
    colours = themes()[theme]
    assert contrast(colour(colours["base-name"]), colour(colours[ground])) >= LEGIBLE


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_both_modes_say_each_colour_and_the_two_accents_differ(theme: str) -> None:
    colours = themes()[theme]
    assert colours["literal"] != colours["passing"]
    assert contrast(colour(colours["literal"]), colour(colours["land"])) >= VISIBLE
    if theme == "dark":
        assert not {n for n, v in colours.items() if v == themes()["light"][n] and v[0] == "#"}
