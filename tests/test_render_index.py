"""The index page as text: complete without scripts, safe, the same each time."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.browser.stories import (
    BELARUS,
    BERLIN,
    LITHUANIA,
    MINSK,
    PARIS,
    SUVA,
    TOKYO,
    VILNIUS,
    arabic,
    belarus,
    nowhere,
    pacific,
    tell,
)

from dateline.collection import Collection, collect
from dateline.errors import UsageError
from dateline.gazetteer import Gazetteer
from dateline.model import Story
from dateline.render import PageOptions
from dateline.render.assets import asset
from dateline.render.index import WORDS, index_script, index_style, index_words, render_index
from dateline.render.index_passages import Piece
from dateline.render.index_payload import index_payload
from dateline.render.index_reports import href_of, reports_of
from dateline.render.index_rows import rows_of
from dateline.render.modules import in_order
from dateline.render.words import languages

ASSETS = Path(__file__).parents[1] / "geo/dateline/render/assets"
HOSTILE = '</script><script>alert(1)</script>{{ 7*7 }}${x}"><img src=x onerror=alert(2)>'


@pytest.fixture
def render(gazetteer: Gazetteer) -> Callable[..., str]:
    def rendered(*stories: Story, title: str = "", **options: object) -> str:
        collection = collect(zip("abcdefgh", stories, strict=False), title)
        return render_index(
            collection,
            gazetteer=gazetteer,
            options=PageOptions(**options),  # type: ignore[arg-type]
        )

    return rendered


@pytest.fixture
def pair(gazetteer: Gazetteer) -> Collection:
    first = tell(
        f"In [[Minsk|{MINSK}]] and again [[Minsk|{MINSK}]].\n\nNothing.\n\n"
        f"At the [[Lithuanian|{LITHUANIA}|~]] border with [[Belarus|{BELARUS}]] it rained.",
        gazetteer,
        border=("the Lithuanian border with Belarus", LITHUANIA, BELARUS),
        title="First",
    )
    second = tell(
        f"[[Vilnius|{VILNIUS}]] waits\n\nIn [[Berlin|{BERLIN}]].",
        gazetteer,
        kinds=("title",),
        title="Vilnius waits",
    )
    return collect((("one", first), ("two", second)))


def bare(page: str) -> str:
    """A page without its scripts and styles."""
    return re.sub(r"<(script|style).*?</\1>", "", page, flags=re.DOTALL)


def test_the_same_collection_gives_the_same_bytes(render, gazetteer) -> None:
    stories = belarus(gazetteer), pacific(gazetteer)
    assert render(*stories) == render(*stories)


def test_passages_are_the_paragraphs_that_name_places(pair: Collection) -> None:
    first, second = reports_of(pair)
    assert [one.number for one in first.passages] == [1, 3]
    assert "".join(piece.text for piece in first.passages[1].pieces) == (
        "At the Lithuanian border with Belarus it rained."
    )
    border = "lithuania-belarus-border"
    assert first.passages[1].pieces[1:4] == (
        Piece("the ", border, "literal", "", first=True),
        Piece("Lithuanian", "lithuania", "associative", border, first=True),
        Piece(" border with ", border, "literal", "", first=False),
    )
    assert [one.number for one in second.passages] == [2]


def test_a_headline_counts_but_is_not_repeated(pair: Collection) -> None:
    rows = {row.feature.name: row for row in rows_of(pair, reports_of(pair))}
    assert (rows["Vilnius"].mentions, rows["Vilnius"].wheres[0].numbers) == (1, ())
    assert (rows["Minsk"].mentions, rows["Minsk"].wheres[0].numbers) == (2, (1,))


def test_articles_are_in_the_order_given_unless_all_have_dates(gazetteer: Gazetteer) -> None:
    def order(*dates: str) -> list[str]:
        story = nowhere(gazetteer)
        dated = [replace(story, article=replace(story.article, published=d)) for d in dates]
        return [one.name for one in reports_of(collect(zip("abc", dated, strict=True)))]

    assert order("2020", "2021-05", "2020-01-01") == ["b", "c", "a"]
    assert order("2020", "soon", "2021") == ["a", "b", "c"]


def test_everything_stands_in_the_text(render, gazetteer) -> None:
    page = render(belarus(gazetteer), pacific(gazetteer), title="Here & there")
    assert "<title>Here &amp; there</title>" in page
    assert '<article id="article-a" lang="en" dir="ltr">' in page
    for name in ("Minsk", "Suva"):
        assert re.search(rf'<li id="place-{name.lower()}".*?<bdi>{name}</bdi>', page, re.DOTALL)
    body = bare(page)
    ids = re.findall(r' id="([^"]+)"', body)
    assert len(ids) == len(set(ids))
    targets = set(re.findall(r'href="#([^"]+)"', body))
    assert targets <= set(ids)


def test_a_story_may_have_no_place_and_a_collection_no_story(render, gazetteer) -> None:
    page = render(nowhere(gazetteer))
    assert "Nothing to see" in page
    assert "Articles by place" in render()


def test_texts_are_only_ever_text(render, gazetteer) -> None:
    story = tell(
        f"Rain {HOSTILE} in [[{'Minsk ' + HOSTILE.replace('[', '')}|{MINSK}]].",
        gazetteer,
        title=HOSTILE,
        byline=HOSTILE,
        published=HOSTILE,
        language="en",
    )
    page = render(story, title=HOSTILE)
    assert page.count("<script") == 3
    assert "<img" not in page
    assert "{{ 7*7 }}" in page
    assert (
        "49" not in re.sub(r"<(script|style).*?</\1>", "", page, flags=re.DOTALL).split("main")[1]
    )


def test_nothing_is_loaded(render, gazetteer) -> None:
    page = render(belarus(gazetteer))
    body = bare(page)
    assert not re.search(r'\b(src|srcset|action)="', body)
    assert not re.search(r'href="(?!#|a\.html)', body)
    assert 'content="default-src &#39;none&#39;; ' in page


def test_tiles_only_where_they_are_wanted(render, gazetteer) -> None:
    story = pacific(gazetteer)
    assert "tile.openstreetmap.org" not in render(story)
    assert "img-src data: https://tile.openstreetmap.org" in render(
        story, tiles="OpenStreetMap.Mapnik"
    )
    with pytest.raises(UsageError, match="no tile provider"):
        render(story, tiles="Nowhere")


@pytest.mark.parametrize(
    ("builds", "language"), [((arabic, belarus, pacific), "en"), ((arabic,), "ar")]
)
def test_the_page_speaks_the_language_of_most_articles(render, gazetteer, builds, language) -> None:
    page = render(*(build(gazetteer) for build in builds))
    assert f'<html lang="{language}"' in page
    assert '<article id="article-a" lang="ar" dir="rtl">' in page


def test_places_are_described_in_the_language_of_the_page(render, gazetteer) -> None:
    page = render(belarus(gazetteer), language="de")
    assert "Hauptstadt, Litauen" in page
    assert "capital of Lithuania" not in page


def test_a_caller_may_choose_the_language(render, gazetteer) -> None:
    assert '<html lang="de" dir="ltr">' in render(pacific(gazetteer), language="de-CH")
    assert '<html lang="en" dir="ltr">' in render(pacific(gazetteer), language="tlh")


@pytest.mark.parametrize("language", sorted(p.stem for p in (ASSETS / WORDS).iterdir()))
def test_every_language_says_the_same(language: str) -> None:
    own, english = (json.loads(asset(f"{WORDS}/{name}.json")) for name in (language, "en"))
    assert own.keys() == english.keys()
    for key, phrase in english.items():
        assert re.findall(r"\{\w+\}", own[key]) == re.findall(r"\{\w+\}", phrase)
        assert own[key].strip()


def test_all_languages_of_the_story_page_are_there() -> None:
    assert {path.stem for path in (ASSETS / WORDS).iterdir()} == set(languages())


def test_points_are_on_the_side_of_the_globe_that_the_view_is_on(gazetteer: Gazetteer) -> None:
    collection = collect([("a", pacific(gazetteer))])
    reports = reports_of(collection)
    payload = index_payload(
        collection, reports, rows_of(collection, reports), gazetteer, index_words("en")
    )
    west, _, east, _ = payload["view"]
    assert all(west - 10 < feature["at"][0] < east + 10 for feature in payload["features"])
    assert payload["views"][0][0] >= west - 10


def test_outlines_go_to_areas_only(gazetteer: Gazetteer) -> None:
    story = tell(
        f"[[Tokyo|{TOKYO}]], [[Suva|{SUVA}]], [[Paris|{PARIS}]], [[Belarus|{BELARUS}]].", gazetteer
    )
    collection = collect([("a", story)])
    reports = reports_of(collection)
    payload = index_payload(
        collection, reports, rows_of(collection, reports), gazetteer, index_words("en")
    )
    outlined = [f["key"] for f in payload["features"] if f.get("outline")]
    assert outlined == ["belarus"]
    assert payload["base"]["detail"]["box"][0] == -180.0
    assert [f["where"] for f in payload["features"]] == [[[1, 1]]] * 4


def test_addresses_stay_in_the_folder() -> None:
    assert href_of("a", "place-x y") == "a.html#place-x%20y"
    assert "/" not in href_of("ä-b")


def test_modules_follow_what_they_import_and_share_no_names(tmp_path: Path) -> None:
    modules = in_order("index/index")
    own = {f"index/{path.stem}" for path in (ASSETS / "index").glob("*.mjs")}
    assert own - set(modules) == {"index/types"}
    assert modules[-1] == "index/index"
    declared = re.compile(r"^(?:export )?(?:const|let|function|class) (\w+)", re.MULTILINE)
    texts = [(ASSETS / f"{name}.mjs").read_text(encoding="utf-8") for name in modules]
    names = [name for text in texts for name in declared.findall(text)]
    assert len(names) > 100
    assert sorted(names) == sorted(set(names))
    file = tmp_path / "index.js"
    file.write_text(index_script(), encoding="utf-8")
    node = shutil.which("node", path=str(Path(sys.executable).parent)) or shutil.which("node")
    assert node
    done = subprocess.run([node, "--check", str(file)], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_inlined_files_end_nothing() -> None:
    for inlined in (index_script(), index_style()):
        assert "</script" not in inlined.lower()
        assert "</style" not in inlined.lower()
        assert "@import" not in inlined
        assert "url(" not in inlined.replace('url("#dateline', "")


def test_no_word_is_left_over() -> None:
    sources = [ASSETS / "index.html.j2", *(ASSETS / f"{m}.mjs" for m in in_order("index/index"))]
    text = "".join(source.read_text(encoding="utf-8") for source in sources)
    text += (ASSETS.parent / "index.py").read_text(encoding="utf-8")
    own = json.loads(asset(f"{WORDS}/en.json"))
    assert [key for key in own if f"words.{key}" not in text and f'"{key}"' not in text] == []
