"""The site, built once, served from this machine and seen through a real browser."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from attrs import define, field
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

DOCS = Path(__file__).parents[1]
DESKTOP = {"width": 1440, "height": 900}
OFFLINE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site, built from nothing, where a warning is an error."""
    folder = tmp_path_factory.mktemp("site") / "html"
    options = ["-q", "-W", "-n", "--keep-going", "-E", "-b", "html"]
    built = subprocess.run(  # noqa: S603 - our own pages
        [sys.executable, "-m", "sphinx", *options, DOCS, folder],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    if built.returncode:
        pytest.exit(f"the site is not built without a warning:\n{built.stdout}", returncode=1)
    return folder


class Quiet(SimpleHTTPRequestHandler):
    """Serves files, and says nothing of it."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""
    handler = partial(Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, without a screen, that finds no host but this one."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.exit("there is no chromium: apt-get install chromium fonts-dejavu", returncode=1)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=[OFFLINE])
        yield opened
        opened.close()


@define
class View:
    """A page in the browser, and what went wrong since it was opened."""

    page: Page
    address: str
    wrong: list[str] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        self.page.on("console", lambda said: self._note(said.type == "error", said.text))
        self.page.on("pageerror", lambda error: self._note(True, str(error)))  # noqa: FBT003
        self.page.on("requestfailed", lambda sent: self._note(True, f"failed: {sent.url}"))  # noqa: FBT003
        self.page.on("request", lambda sent: self._sent(sent))  # noqa: PLW0108 - playwright writes on methods

    def _sent(self, request: Request) -> None:
        inside = request.url.startswith((self.address, "data:", "blob:"))
        self._note(not inside, f"asked for {request.url}")

    def _note(self, is_wrong: bool, text: str) -> None:  # noqa: FBT001 - one thing or the other
        if is_wrong:
            self.wrong.append(text)

    def open(self, name: str) -> Page:
        """Open a page of the site."""
        answer = self.page.goto(f"{self.address}/{name}")
        assert answer is not None
        assert 200 == answer.status
        return self.page


Look = Callable[..., View]
"""Opens an empty page; what it takes is what a context of the browser takes."""


@pytest.fixture
def look(browser: Browser, address: str) -> Iterator[Look]:
    """Views of one test."""
    contexts: list[BrowserContext] = []

    def opened(**options: object) -> View:
        context = browser.new_context(**{"viewport": DESKTOP, **options})  # type: ignore[arg-type]  # passed on
        context.set_default_timeout(15_000)
        contexts.append(context)
        return View(context.new_page(), address)

    yield opened
    for context in contexts:
        context.close()
