"""The layers of ARCHITECTURE.md, read off the syntax trees: lower never imports higher."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "geo" / "dateline"

LAYERS = (
    {"model", "errors"},
    {"names", "tokens", "geometry", "describe", "company", "weights"},
    {"article", "gazetteer", "spoken"},
    {"partwhole"},
    {"recognise", "geocode"},
    {"resolve"},
    {"locate", "geocoders"},
    {"view", "features", "focus"},
    {"story", "collection"},
    {"pipeline", "explain", "exports", "render", "evaluate"},
    {"cli"},
    {"__main__", "__init__"},
)
RANK = {module: rank for rank, layer in enumerate(LAYERS) for module in layer}

OUTSIDE = {
    "shapely": {"geometry"},
    "geopy": {"geometry", "geocoders"},
    "platformdirs": {"geocoders"},
    "folium": {"render"},
    "branca": {"render"},
    "jinja2": {"render"},
    "xyzservices": {"render"},
    "rcssmin": {"render"},
    "rjsmin": {"render"},
    "resvg_py": {"render"},
    "click": {"cli"},
    "rich": {"cli"},
    "markdown_it": {"article"},
    "trafilatura": {"article"},
    "lxml": {"article"},
    "yaml": {"article"},
    "onnxruntime": {"recognise"},
    "tokenizers": {"recognise"},
    "sqlite3": {"gazetteer", "geocoders", "render"},
}
"""Where each outside library may be imported."""

MODULES = sorted(PACKAGE.rglob("*.py"))


def unit(path: Path) -> str:
    """The part of the package that a file belongs to: its first folder or its stem."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> list[str]:
    names = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names += [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names.append("dateline.relative")
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_lower_layers_never_import_higher_ones(path: Path) -> None:
    here = unit(path)
    assert here in RANK, f"{here} has no layer: add it to LAYERS"
    for name in imports(path):
        parts = name.split(".")
        if parts[0] != "dateline" or len(parts) < 2 or parts[1] not in RANK:
            continue
        there = parts[1]
        assert there == here or RANK[there] < RANK[here], f"{here} imports {there}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_outside_libraries_stay_where_they_belong(path: Path) -> None:
    for name in imports(path):
        allowed = OUTSIDE.get(name.split(".")[0])
        assert allowed is None or unit(path) in allowed, f"{unit(path)} imports {name}"
