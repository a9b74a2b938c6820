"""The site as its readers see it: on a phone and on a desktop, without a network.

Run ``pytest docs/checks``; it needs the extra ``docs``, and chromium.
"""

import re
import unicodedata
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

import pytest
from sphinx.util.inventory import InventoryFile

import api_pages
import rubrik

if TYPE_CHECKING:
    from docs.checks.conftest import Look
    from playwright.sync_api import Page, ViewportSize

DOCS = Path(__file__).parents[1]
SOURCES = sorted(
    path.relative_to(DOCS).with_suffix("").as_posix()
    for pattern in ("**/*.md", "**/*.ipynb")
    for path in DOCS.glob(pattern)
    if not {"_build", "jupyter_execute", ".ipynb_checkpoints"} & set(path.parts)
)
PAGES = [*SOURCES, "genindex", "py-modindex"]
PHONE: "ViewportSize" = {"width": 390, "height": 844}
DESKTOP: "ViewportSize" = {"width": 1440, "height": 900}
SCREENS = [PHONE, DESKTOP]

# What stands beyond the right edge of the screen, unless it can be scrolled to in a box of its own.
OUTSIDE = """() => {
    const edge = document.documentElement.clientWidth + 1;
    const scrolls = (element) => {
        for (let box = element; box; box = box.parentElement) {
            if (box.getBoundingClientRect().right > edge) continue;
            if (["auto", "scroll"].includes(getComputedStyle(box).overflowX)) return true;
        }
        return false;
    };
    return [...document.querySelectorAll("article *")]
        .filter((each) => each.getClientRects().length)
        .filter((each) => each.getBoundingClientRect().right > edge && !scrolls(each))
        .map((each) => each.outerHTML.slice(0, 200));
}"""

SIDEWAYS = """() => {
    window.scrollTo(100000, 0);
    return [window.scrollX, document.documentElement.scrollWidth - window.innerWidth];
}"""

# Where a text stands on the screen.
PLACE = """(text) => {
    const walker = document.createTreeWalker(document.querySelector("article"), 4);
    while (walker.nextNode()) {
        const start = walker.currentNode.data.indexOf(text);
        if (start < 0) continue;
        const range = document.createRange();
        range.setStart(walker.currentNode, start);
        range.setEnd(walker.currentNode, start + text.length);
        const {left, top, right, bottom} = range.getBoundingClientRect();
        return [left, top, right, bottom];
    }
    return null;
}"""

# Letters that are drawn as nothing, or as the box that stands for a letter no font has.
NOT_DRAWN = """([letters, selector, weight]) => {
    const family = getComputedStyle(document.querySelector(selector)).fontFamily;
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 60;
    const context = canvas.getContext("2d", {willReadFrequently: true});
    context.font = `${weight} 32px ${family}`;
    const drawn = (text) => {
        context.clearRect(0, 0, 60, 60);
        context.fillText(text, 8, 44);
        return context.getImageData(0, 0, 60, 60).data.join();
    };
    const boxes = [drawn(""), drawn("\\u0378"), drawn("\\u{10fffd}")];
    const plain = (letter) => letter.normalize("NFD")[0];
    return [...letters].filter((letter) => {
        const seen = drawn(letter);
        return boxes.includes(seen) || seen === drawn(plain(letter)) && plain(letter) !== letter;
    });
}"""

COLOURS = """(selector) => {
    const style = getComputedStyle(document.querySelector(selector));
    return [style.color, getComputedStyle(document.body).backgroundColor];
}"""


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_whole_and_fits_every_screen(look: "Look", name: str) -> None:
    """A page has a heading and composed letters, asks no other host, and never scrolls sideways."""
    view = look()
    page = view.open(f"{name}.html")

    text = page.locator("article").inner_text()
    assert page.locator("article h1").first.inner_text().strip(" ¶#")
    assert unicodedata.normalize("NFC", text) == text
    assert ("vi" if name.startswith("vi/") else "en") == page.locator("html").get_attribute("lang")
    assert [] == beyond_the_screens(page)
    assert [] == view.wrong


def beyond_the_screens(page: "Page") -> list[object]:
    """What cannot be seen on a phone or on a desktop, and how far the page scrolls sideways."""
    found: list[object] = []
    for screen in SCREENS:
        page.set_viewport_size(screen)
        found += page.evaluate(OUTSIDE)
        found += [far for far in page.evaluate(SIDEWAYS) if far]
    return found


@pytest.mark.parametrize("screen", SCREENS, ids=["phone", "desktop"])
def test_the_first_screen_shows_a_score_its_reason_and_its_source(
    look: "Look", screen: "ViewportSize"
) -> None:
    """Without a scroll a reader sees the points, why, what was claimed, and the printed line."""
    page = look(viewport=screen).open("index.html")

    for shown in (
        "10/19 ≈ 52.63% → 200/19 ≈ 10.53 points",
        "20 over-claimed",
        "thanh-hoa-trieu-thanh-2023 440",
    ):
        left, top, right, bottom = page.evaluate(PLACE, shown)
        assert left >= 0
        assert top >= 0
        assert right <= screen["width"]
        assert bottom <= screen["height"]


def test_the_index_shows_the_score_within_twenty_lines() -> None:
    """Who reads the page as text finds the printed line among the first twenty as well."""
    lines = (DOCS / "index.md").read_text(encoding="utf-8").splitlines()[:20]

    assert "thanh-hoa-trieu-thanh-2023 440" in lines


LETTERS = [
    unicodedata.normalize("NFC", letter + mark + tone)
    for letters, mark in [
        ("aeiouy", ""),
        ("aeo", "\N{COMBINING CIRCUMFLEX ACCENT}"),
        ("a", "\N{COMBINING BREVE}"),
        ("ou", "\N{COMBINING HORN}"),
    ]
    for letter in letters + letters.upper()
    for tone in [
        "",
        "\N{COMBINING GRAVE ACCENT}",
        "\N{COMBINING HOOK ABOVE}",
        "\N{COMBINING TILDE}",
        "\N{COMBINING ACUTE ACCENT}",
        "\N{COMBINING DOT BELOW}",
    ]
] + ["đ", "Đ"]


@pytest.mark.parametrize("selector", ["article p", "article pre"])
@pytest.mark.parametrize("weight", [400, 700])
def test_every_vietnamese_letter_is_drawn(look: "Look", selector: str, weight: int) -> None:
    """No letter of the alphabet comes out empty, as a box, or without its marks."""
    page = look().open("index.html")

    assert 146 == len(LETTERS)
    assert [] == page.evaluate(NOT_DRAWN, ["".join(LETTERS), selector, weight])
    assert ["\u0379"] == page.evaluate(NOT_DRAWN, ["\u0379", selector, weight])


def test_a_vietnamese_heading_is_drawn_by_one_font(look: "Look") -> None:
    """No letter of it comes from a second font, as where the first has no letters with marks."""
    rubric = rubrik.load("an-giang/cap-xa-2018")
    page = look().open("reference/rubrics/an-giang-cap-xa-2018.html")

    assert rubric.title == page.locator("article h1").first.evaluate("e => e.firstChild.data")
    assert 1 == len(fonts_of(page, "article h1"))


def fonts_of(page: "Page", selector: str) -> set[str]:
    """The fonts that the browser draws an element with."""
    chrome = page.context.new_cdp_session(page)
    chrome.send("DOM.enable")
    chrome.send("CSS.enable")
    root = chrome.send("DOM.getDocument")["root"]["nodeId"]
    found = chrome.send("DOM.querySelector", {"nodeId": root, "selector": selector})
    fonts = chrome.send("CSS.getPlatformFontsForNode", {"nodeId": found["nodeId"]})["fonts"]
    return {font["familyName"] for font in fonts}


def code_of(page: str) -> list[str]:
    """The blocks of a page as they are to be copied: what is typed, or else all of it."""
    source = (DOCS / f"{page}.md").read_text(encoding="utf-8")
    text = re.sub("<!--.*?-->", "", source, flags=re.DOTALL)  # what only the tests run
    blocks = re.findall(r"^```[a-z]+\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL)
    return [typed(block.rstrip("\n")) for block in blocks]


def typed(block: str) -> str:
    """What follows the prompts of a block, where it has any."""
    lines = re.findall(r"^(?:>>>|\.\.\.|\$)(?: (.*))?$", block, flags=re.MULTILINE)
    return "\n".join(lines) if lines else block


# The pages that people type along with, and one with much TOML.
COPIED = [
    name
    for name in SOURCES
    if name.startswith(("index", "tutorial/", "vi/", "how-to/write-your-own"))
]


@pytest.mark.parametrize("name", COPIED)
def test_code_is_copied_as_it_is_to_be_typed(look: "Look", name: str) -> None:
    """The button of a block copies its code exactly, without prompts and without output."""
    view = look(permissions=["clipboard-read", "clipboard-write"])
    page = view.open(f"{name}.html")
    boxes = page.locator("article div.highlight").all()

    copied = []
    for box in boxes:
        box.hover()
        box.locator("button.copybtn").click()
        copied.append(page.evaluate("navigator.clipboard.readText()"))

    assert code_of(name) == copied
    assert [] == view.wrong


def test_a_finger_copies_too(look: "Look") -> None:
    """On a phone the button is there without a hover."""
    view = look(
        viewport=PHONE,
        has_touch=True,
        is_mobile=True,
        permissions=["clipboard-read", "clipboard-write"],
    )
    page = view.open("index.html")
    button = page.locator("article button.copybtn").first

    assert "1" == button.evaluate("e => getComputedStyle(e).opacity")
    button.tap()
    assert code_of("index")[0] == page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("exactness", "explanation/exactness.html"),
        ("thẩm định", "glossary.html"),
        ("load_submission", "reference/api/codec.html"),
        ("chuyển đổi số", "reference/rubrics/thanh-hoa-cap-xa-2023.html"),
    ],
)
def test_the_search_finds_a_page_without_a_network(look: "Look", words: str, target: str) -> None:
    """English and Vietnamese words, and names of Python, lead to the page that has them."""
    view = look()
    page = view.open(f"search.html?q={quote(words)}")
    links = page.locator("#search-results li a")
    links.first.wait_for()
    page.wait_for_function("!document.querySelector('#search-progress')?.innerText.endsWith('...')")

    found = {str(link.get_attribute("href")).partition("#")[0] for link in links.all()}
    assert target in {href.partition("?")[0] for href in found}
    assert [] == beyond_the_screens(page)
    assert [] == view.wrong


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("selector", ["article p", "article p code", "article td a"])
def test_letters_stand_out_by_day_and_by_night(look: "Look", scheme: str, selector: str) -> None:
    """The site follows the light or dark of the system, with a contrast of 4.5 at least."""
    page = look(color_scheme=scheme).open("index.html")
    letters, ground = map(luminance, page.evaluate(COLOURS, selector))

    assert (ground > 0.5) == (scheme == "light")
    assert (max(letters, ground) + 0.05) / (min(letters, ground) + 0.05) >= 4.5


def luminance(colour: str) -> float:
    """The relative luminance of a colour, as WCAG has it."""
    parts = [int(each) / 255 for each in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (pow((part + 0.055) / 1.055, 2.4) for part in parts)
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


def test_what_is_public_is_documented_and_nothing_else(site: Path) -> None:
    """The names that the site describes are those of the public rooms, one for one."""
    inventory = InventoryFile.loads((site / "objects.inv").read_bytes(), uri="")
    kinds = ["class", "data", "exception", "function"]
    shown = {name for kind in kinds for name in inventory.data.get(f"py:{kind}", {})}
    public = {f"rubrik.{room}.{name}" for room in api_pages.ROOMS for name in api_pages.names(room)}

    assert public == {name for name in shown if name.count(".") == 2}
    # A class is known as well by the module that it is made in; nothing else has such a name.
    assert {name.rpartition(".")[2] for name in shown} == {n.rpartition(".")[2] for n in public}


class Links(HTMLParser):
    """The links of a page, and what can be linked to in it."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.anchors = {""}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the address of a link, and the name of anything."""
        named = dict(attrs)
        self.anchors.add(named.get("id") or "")
        if tag == "a":
            self.targets.append(named.get("href") or "")


def links_of(path: Path) -> Links:
    """The links of a page that is built."""
    links = Links()
    links.feed(path.read_text(encoding="utf-8"))
    return links


def test_every_link_inside_of_the_site_leads_somewhere(site: Path) -> None:
    """Each names a file that is there, and in it a place that is there."""
    pages = {path.resolve(): links_of(path) for path in site.rglob("*.html")}
    broken = []
    for path, links in pages.items():
        for target in {each for each in links.targets if not re.match(r"[a-z]+:", each)}:
            name, _, anchor = unquote(target).partition("#")
            there = (path.parent / name).resolve() if name else path
            known = pages[there].anchors if there in pages else {""}
            if not there.exists() or anchor not in known:
                broken.append((path.name, target))

    assert [] == broken


@pytest.mark.parametrize(
    ("page", "target"),
    [
        ("explanation/design", "../contributing.html"),
        ("reference/python", "api/catalog.html#rubrik.catalog.load"),
        ("reference/python", "api/frames.html#rubrik.frames.score"),
        ("reference/errors", "api/errors.html#rubrik.errors.TableError"),
    ],
)
def test_files_and_names_lead_to_the_pages_about_them(site: Path, page: str, target: str) -> None:
    """A file out of docs/ leads to the page that includes it, a public name to its description."""
    assert target in links_of(site / f"{page}.html").targets


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    """No script, style, font, picture or frame of any page has an address outside of the site."""
    loads = re.compile(
        r"<(?:script|link|img|iframe|source)\b[^>]*(?:src|href)=\"(?:https?:)?//[^>]*"
    )
    styles = re.compile(r"(?:url\(|@import )[\"']?(?:https?:)?//[^)]*")
    found = [
        (path.name, hit)
        for suffix, pattern in [("html", loads), ("css", styles)]
        for path in site.rglob(f"*.{suffix}")
        for hit in pattern.findall(path.read_text(encoding="utf-8"))
    ]

    assert [] == found
