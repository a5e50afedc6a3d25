"""The page as a guest: in each of the host pages in ``examples/``, served over HTTP."""

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import copytree

import pytest
from jinja2 import Environment, FileSystemLoader
from playwright.sync_api import Browser, Frame, Page, Route, expect
from tests.browser.axe import findings
from tests.browser.conftest import PHONE, TABLET, WIDE
from tests.browser.stories import belarus

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
FIXED = ("plain/", "wordpress/", "strict-csp/", "generator/")
RESIZING = ("resizing/pym.html", "resizing/sidechain.html", "resizing/datawrapper.html")
HOSTS = (*FIXED, *RESIZING)
HEIGHT = 640
FRAMED_HEIGHT = "Math.ceil(document.documentElement.getBoundingClientRect().height)"
STEADY_MS, FOCUS_MS = 300, 30
LISTEN = """address => {
    window.heard = [];
    addEventListener("message", ({data}) => { heard.push(data); });
    document.querySelector("iframe").src = address;
}"""


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without a word."""

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, page_of: Callable[..., str]) -> Iterator[str]:
    """Address of the examples, with a page of today where they expect one."""
    folder = tmp_path_factory.mktemp("site")
    copytree(ROOT / "examples", folder / "examples")
    (folder / "output").mkdir()
    (folder / "output/paris-texas.html").write_text(page_of(belarus), encoding="utf-8")
    generate(folder / "examples/generator")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def generate(folder: Path) -> None:
    """Do what a static-site generator does."""
    environment = Environment(loader=FileSystemLoader(folder / "templates"), autoescape=True)
    post = json.loads((folder / "post.json").read_text(encoding="utf-8"))
    page = environment.get_template("post.html").render(post=post, site="..")
    (folder / "index.html").write_text(page, encoding="utf-8")


@dataclass
class Host:
    """A host page, and what went wrong on it."""

    page: Page
    outside: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)

    @property
    def guest(self) -> Frame:
        return self.page.frames[1]

    def height(self) -> float:
        """Pixels of the frame on the host page."""
        box = self.page.locator("iframe").bounding_box()
        assert box
        return box["height"]

    def ready(self) -> "Host":
        self.page.locator("iframe").scroll_into_view_if_needed()
        expect(
            self.page.frame_locator("iframe").locator(".leaflet-marker-icon").first
        ).to_be_attached()
        self.page.wait_for_timeout(STEADY_MS)
        return self


Visit = Callable[..., Host]


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Visit]:
    """Open a host page in a fresh context; what is not on the server here is refused."""
    contexts = []

    def opened(path: str, size: tuple[int, int] = TABLET, **options: object) -> Host:
        settings = {"reduced_motion": "reduce", **options}
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            **settings,  # type: ignore[arg-type]
        )
        contexts.append(context)
        host = Host(context.new_page())

        def route(asked: Route) -> None:
            if asked.request.url.startswith(f"{site}/"):
                asked.continue_()
            else:
                host.outside.append(asked.request.url)
                asked.abort()

        context.route("**/*", route)
        context.route("**/favicon.ico", lambda asked: asked.fulfill(status=204))
        host.page.on("console", lambda message: host.messages.append(message.text))
        host.page.on("pageerror", lambda error: host.messages.append(str(error)))
        host.page.goto(f"{site}/examples/{path}")
        return host.ready()

    yield opened
    for context in contexts:
        context.close()


def findings_on(host: Host) -> list[str]:
    """What axe-core finds on the host and, in its own right, in the frame."""
    return [finding for frame in host.page.frames for finding in findings(frame)]


@pytest.mark.parametrize("size", [PHONE, WIDE], ids=["phone", "wide"])
@pytest.mark.parametrize("path", HOSTS)
def test_a_host_has_nothing_to_complain_about(
    visit: Visit, path: str, size: tuple[int, int]
) -> None:
    host = visit(path, size)
    host.guest.locator("#p8 a.mention", has_text="Brest").click()
    expect(host.guest.locator(".card")).to_contain_text("Brest")
    host.guest.locator(".leaflet-marker-icon[data-key='hrodna']").press("Enter")
    expect(host.guest.locator(".card")).to_contain_text("Hrodna")
    host.page.wait_for_timeout(STEADY_MS)
    assert findings_on(host) == []
    assert host.messages == []
    assert host.outside == []
    overflow = "document.documentElement.scrollWidth > innerWidth"
    assert [frame.evaluate(overflow) for frame in host.page.frames] == [False, False]


@pytest.mark.parametrize("path", FIXED)
def test_a_frame_of_fixed_height_keeps_its_own_scroller(visit: Visit, path: str) -> None:
    host = visit(path)
    assert host.height() == pytest.approx(HEIGHT, abs=2)
    assert host.guest.evaluate("document.documentElement.scrollHeight > innerHeight")
    expect(host.guest.get_by_role("button", name="Follow text")).to_be_visible()
    assert "stacked" not in host.guest.locator("html").get_attribute("class")


@pytest.mark.parametrize("size", [PHONE, TABLET, WIDE], ids=["phone", "tablet", "wide"])
@pytest.mark.parametrize("path", RESIZING)
def test_a_frame_grows_with_the_page(visit: Visit, path: str, size: tuple[int, int]) -> None:
    host = visit(path, size)
    wanted = host.guest.evaluate(FRAMED_HEIGHT)
    assert wanted > 2 * HEIGHT
    assert host.height() == pytest.approx(wanted, abs=4)
    stage = host.guest.locator(".stage").bounding_box()
    assert stage
    assert host.guest.get_by_role("button", name="Follow text").count() == 0
    assert 390 <= stage["height"] <= 530
    host.page.set_viewport_size({"width": size[0] + 100, "height": size[1]})
    host.page.wait_for_timeout(STEADY_MS)
    again = host.guest.evaluate(FRAMED_HEIGHT)
    assert host.height() == pytest.approx(again, abs=4)
    host.page.wait_for_timeout(STEADY_MS)
    assert host.guest.evaluate(FRAMED_HEIGHT) == again, "the height feeds back into itself"


@pytest.mark.parametrize("path", RESIZING)
def test_map_and_text_lead_to_each_other_in_a_frame_that_grows(visit: Visit, path: str) -> None:
    host = visit(path)
    mention, stage = host.guest.locator("#p8 a.mention", has_text="Brest"), ".stage"
    mention.click()
    expect(host.guest.locator(stage)).to_be_in_viewport(ratio=0.5)
    host.guest.locator(".leaflet-marker-icon[data-key='brest']").press("Enter")
    expect(mention).to_be_in_viewport()


@pytest.mark.parametrize("path", HOSTS)
def test_the_keyboard_gets_in_and_out(visit: Visit, path: str) -> None:
    host = visit(path)
    page = host.page
    focused = "document.activeElement.tagName"
    page.locator("a[href='#after']").focus()
    page.keyboard.press("Tab")
    expect(host.guest.locator(".skip").first).to_be_focused()
    assert page.evaluate(focused) in {"IFRAME", "SIDE-CHAIN"}
    for _ in range(120):
        page.keyboard.press("Tab")
        page.wait_for_timeout(FOCUS_MS)
        if page.evaluate(focused) == "A":
            break
    assert page.evaluate("document.activeElement.getAttribute('href')") == "../README.md"
    page.keyboard.press("Shift+Tab")
    page.wait_for_timeout(FOCUS_MS)
    assert page.evaluate(focused) in {"IFRAME", "SIDE-CHAIN"}


@pytest.mark.parametrize("path", HOSTS)
def test_the_wheel_is_not_trapped(visit: Visit, path: str) -> None:
    host = visit(path, WIDE)
    page, frame = host.page, host.page.locator("iframe")
    page.evaluate("document.body.style.paddingBottom = '1500px'")
    frame.evaluate("node => scrollTo(0, node.getBoundingClientRect().top + scrollY - 20)")
    before = page.evaluate("scrollY")
    zoom = host.guest.locator(".leaflet-control-scale-line").text_content()
    box = host.guest.locator(".stage").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    for _ in range(60):
        page.mouse.wheel(0, 400)
        page.wait_for_timeout(30)
        if page.evaluate("scrollY") > before:
            break
    assert page.evaluate("scrollY") > before
    assert host.guest.locator(".leaflet-control-scale-line").text_content() == zoom


def test_links_open_beside_the_frame_and_not_in_it(visit: Visit) -> None:
    host = visit("plain/")
    with host.page.context.expect_page() as opened:
        host.guest.locator("a.link", has_text="the notice").click()
    assert host.outside == ["https://example.org/"]
    assert opened.value.evaluate("opener") is None
    expect(host.guest.locator("h1")).to_have_text("A quiet Tuesday in Minsk")


def test_links_outside_a_frame_stay_in_the_window(visit: Visit, site: str) -> None:
    page = visit("plain/").page
    page.goto(f"{site}/output/paris-texas.html")
    assert page.locator("a.link[target]").count() == 0


@pytest.mark.parametrize(
    ("query", "messages"),
    [
        ("", []),
        ("?layout=stacked", ["pymxPYMxstoryxPYMxheightxPYMx{}", "amp", "story"]),
        (
            "?initialWidth=700&childId=map-1&parentUrl=x",
            ["pymxPYMxmap-1xPYMxheightxPYMx{}", "amp", "map-1"],
        ),
    ],
)
def test_the_host_hears_the_height_in_each_tongue(
    visit: Visit, site: str, query: str, messages: list[str]
) -> None:
    page = visit("plain/").page
    page.evaluate(LISTEN, f"{site}/output/paris-texas.html{query}")
    page.wait_for_timeout(5 * STEADY_MS)
    heard = page.evaluate("heard")
    assert bool(heard) == bool(messages)
    if messages:
        height = page.frames[1].evaluate(FRAMED_HEIGHT)
        pym, amp, name = messages
        assert heard[-3:] == [
            pym.format(height),
            {"sentinel": amp, "type": "embed-size", "height": height},
            {"datawrapper-height": {name: height}},
        ]


def test_a_page_without_scripts_can_be_read_in_a_frame(visit: Visit) -> None:
    host = visit("plain/")
    frame = host.page.locator("iframe")
    frame.evaluate("node => { node.sandbox = ''; node.src += '?again' }")
    expect(host.page.frame_locator("iframe").locator("#p10")).to_contain_text(
        "swept in the evening"
    )
