"""What the site does beyond what Sphinx knows: an extension for docs/conf.py.

On a Git host the pages link to whatever the repository holds. On the site, a link out of docs/
leads to the page that includes the file, or becomes plain text where there is none; a public name
of Python in code letters leads to where it is documented.
"""

import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.nodes import make_refnode

import api_pages
import rubrik
from coming_changes import drafted, with_coming

if TYPE_CHECKING:
    from sphinx.application import Sphinx

INCLUDED = {
    "CHANGELOG.md": "changelog",
    "CONTRIBUTING.md": "contributing",
    "README.md": "index",
}
"""The pages that stand for files of the top folder."""

API = "reference/api/"
NAMED = ("reference/python", "reference/errors")
"""The pages that speak of the names at the root by the bare name."""
ROOMS = {"tables": "frames"}
"""The sections of those pages that speak of the names of a room instead."""


class LinksOut(SphinxPostTransform):
    """Turns the links that leave docs/, before MyST would warn of them."""

    default_priority = 8  # MyST's own runs at 9

    def run(self, **_: Any) -> None:  # noqa: ANN401 - the signature of the base
        """Put another node in the place of every such link."""
        docs = Path(self.env.srcdir)
        links = [each for each in self.document.findall(pending_xref) if each["reftype"] == "myst"]
        for link in links:
            path = linked(link, docs)
            if path.exists() and not path.is_relative_to(docs):
                link.replace_self(self.inward(path.relative_to(docs.parent), link))

    def inward(self, path: Path, link: pending_xref) -> nodes.Node:
        """A link to the page that stands for the file, or what was shown as the link."""
        page = INCLUDED.get(str(path))
        shown = link[0]
        if page is None:
            return shown
        return make_refnode(self.app.builder, self.env.docname, page, None, shown)


def linked(link: pending_xref, docs: Path) -> Path:
    """The file that a link names; a page that includes a file has the links of that file."""
    page = str(link["refdoc"])
    place = docs.parent if page in ("changelog", "contributing") else (docs / page).parent
    suffix = ".md" if link.get("refdomain") == "doc" else ""
    return Path((place / f"{link['reftarget']}{suffix}").resolve())


class TrimmedCode(SphinxTransform):
    """Leaves out the empty line that ends an example for those who run it."""

    default_priority = 300

    def apply(self, **_: Any) -> None:  # noqa: ANN401 - the signature of the base
        """Trim every block."""
        for block in self.document.findall(nodes.literal_block):
            if block.rawsource == block.astext():
                text = block.rawsource.rstrip("\n")
                block.rawsource = text
                block[:] = [nodes.Text(text)]


class NamesInCode(SphinxPostTransform):
    """Makes a public name in code letters a link to its documentation."""

    default_priority = 20  # after links are resolved, so that none is put into another

    def run(self, **_: Any) -> None:  # noqa: ANN401 - the signature of the base
        """Wrap every such name."""
        for literal in list(self.document.findall(nodes.literal)):
            found = self.target(literal)
            if found is not None and not isinstance(literal.parent, nodes.reference):
                place, anchor = found
                shown = literal.deepcopy()
                link = make_refnode(self.app.builder, self.env.docname, place, anchor, shown)
                literal.replace_self(link)

    def target(self, literal: nodes.literal) -> tuple[str, str] | None:
        """The page and the anchor of a name, if it is one that is documented."""
        objects = self.env.domains.python_domain.objects
        for name in meant(literal, self.env.docname):
            if name in objects:
                return objects[name].docname, objects[name].node_id
        return None


def meant(literal: nodes.literal, page: str) -> Iterator[str]:
    """The full names that a word in code letters can stand for, the likeliest first."""
    text = literal.astext()
    name = text.removeprefix("rubrik.")
    if text != name:
        yield text
    elif is_name(literal, page):
        yield ".".join(filter(None, ("rubrik", room_of(literal, page), name)))
    else:
        return
    if name in rubrik.__all__:
        yield f"{documented_in(name)}.{name}"


def is_name(literal: nodes.literal, page: str) -> bool:
    """Whether a bare word is surely a public name.

    A class has a capital. Of a function, fields can have the name as well: it is meant where it
    begins the row of a table, and in the list of all names.
    """
    if not page.startswith((API, *NAMED)):
        return False
    cell = next(above(literal, nodes.entry), None)
    begins = cell is not None and cell.parent.index(cell) == 0
    return literal.astext()[:1].isupper() or begins or page == f"{API}index"


def room_of(literal: nodes.literal, page: str) -> str:
    """The room that a page, or a section of a page, is about; empty for the root."""
    if page.startswith(API):
        return page.removeprefix(API)
    sections = (name for each in above(literal, nodes.section) for name in each["ids"])
    return next((ROOMS[name] for name in sections if name in ROOMS), "")


def above(node: nodes.Node, kind: type[nodes.Element]) -> Iterator[nodes.Element]:
    """The nodes of a kind that a node stands in, the nearest first."""
    parent = node.parent
    while parent is not None:
        if isinstance(parent, kind):
            yield parent
        parent = parent.parent


def documented_in(name: str) -> str:
    """The room that a name at the root comes from."""
    home = str(getattr(getattr(rubrik, name), "__module__", "rubrik"))
    return ".".join(home.split(".")[:2])


def documented(
    _app: "Sphinx", what: str, name: str, _found: object, _options: object, lines: list[str]
) -> None:
    """Find the text below an assignment, wherever in its room it stands; and let it be.

    Napoleon would take "the unit: a commune" for the type and the text of an attribute.
    """
    room, _, short = name.removeprefix("rubrik.").partition(".")
    if what == "data":
        lines[:] = api_pages.said_of(room, short).splitlines()
    if what in {"attribute", "data", "property"}:
        lines[:0] = ["..", ""]  # an empty comment stands where it looks for a type


def with_defaults(
    _app: "Sphinx", _what: str, _name: str, _found: object, _options: object, signature: str | None,
    returned: str | None,
) -> tuple[str | None, str | None]:  # fmt: skip
    """Show that a field has a default that is made anew, and not the word attrs has for it."""
    return signature and signature.replace(" = NOTHING", " = ..."), returned


def in_vietnamese(
    _app: "Sphinx", page: str, _template: str, context: dict[str, Any], _tree: object
) -> None:
    """Say of the Vietnamese pages that they are, for voices that read them and for hyphens."""
    if page.startswith("vi/"):
        context["language"] = "vi"


def coming(app: "Sphinx", path: Path, _page: str, content: list[str]) -> None:
    """Put what waits for the next release above the first one, wherever the changes are shown."""
    if path.name == "CHANGELOG.md":
        content[0] = with_coming(content[0], drafted(Path(app.srcdir).parent))


def setup(app: "Sphinx") -> dict[str, bool]:
    """Put all of it to work."""
    app.add_transform(TrimmedCode)
    app.add_post_transform(LinksOut)
    app.add_post_transform(NamesInCode)
    app.connect("autodoc-process-docstring", documented, priority=400)  # Napoleon comes at 500
    app.connect("autodoc-process-signature", with_defaults)
    app.connect("include-read", coming)
    app.connect("html-page-context", in_vietnamese)
    # A section of the navigation takes the rest of its folder, and there may be no rest.
    logging.getLogger("sphinx.sphinx.directives.other").addFilter(
        lambda record: not re.search("glob pattern .* didn't match any", str(record.msg))
    )
    return {"parallel_read_safe": True, "parallel_write_safe": True}
