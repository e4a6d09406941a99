"""A real browser for tests: Debian's Chromium, driven by Playwright."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from fastapi import FastAPI
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, sync_playwright

from bot.serving.web import listen

CHROMIUM = Path("/usr/bin/chromium")
SCREENSHOTS = Path(__file__).parents[3] / "build" / "screenshots"
"""The folder in which pictures of pages are kept after a run."""
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""No sandbox, as tests may run as root; and no calls to the browser's maker."""
_GRAVE = {"serious", "critical"}


class BrowserMissing(Exception):
    """There is no browser to test with; nothing is skipped for that."""

    def __init__(self) -> None:
        super().__init__(f"{CHROMIUM} is missing: install it with `apt-get install chromium`")


@dataclass(frozen=True, slots=True)
class Screen:
    """A size of window, in pixels."""

    name: str
    width: int
    height: int


DESKTOP, PHONE = Screen("desktop", 1280, 900), Screen("phone", 320, 640)


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Give a browser of its own; raise BrowserMissing."""
    if not CHROMIUM.exists():
        raise BrowserMissing
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_QUIET)
        yield browser
        browser.close()


@contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """Give the URL at which `app` answers."""
    listening = listen("127.0.0.1", 0)
    settings = uvicorn.Config(app, log_config=None, access_log=False, lifespan="off")
    server = uvicorn.Server(settings)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


@contextmanager
def visit(browser: Browser, url: str, screen: Screen) -> Iterator[Page]:
    """Give a window on `url` that fails the test for an error that pages report themselves."""
    size = {"width": screen.width, "height": screen.height}
    # axe is put into pages from outside, which their own policy would forbid
    context = browser.new_context(base_url=url, viewport=size, locale="vi-VN")  # type: ignore[arg-type]
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if _is_fault(said) else None)
    yield page
    context.close()
    assert errors == []


def _is_fault(said: ConsoleMessage) -> bool:
    """Return True for what a script or a policy complains of; a refused form is no fault."""
    return said.type == "error" and not said.text.startswith("Failed to load resource")


def log_in(page: Page, name: str, password: str) -> None:
    """Sign in through the form that is shown."""
    page.get_by_label("Tên tài khoản").fill(name)
    page.get_by_label("Mật khẩu").fill(password)
    page.get_by_role("button", name="Đăng nhập").click()


def keep(page: Page, name: str, screen: Screen) -> None:
    """Keep a picture of the whole page."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"{name}-{screen.name}.png", full_page=True)


def check(page: Page) -> None:
    """Raise AssertionError where people with a disability, or a narrow phone, are shut out."""
    page.wait_for_load_state()
    try:
        violations = Axe().run(page).response["violations"]
    except Error:  # a click had begun to lead away: the page that it leads to is looked at
        page.wait_for_load_state()
        violations = Axe().run(page).response["violations"]
    faults = {one["id"]: one["nodes"] for one in violations if one["impact"] in _GRAVE}
    assert not faults, json.dumps(faults, ensure_ascii=False, indent=1)
    too_wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert too_wide <= 0, f"{page.url} is {too_wide} pixels too wide"
