"""How the dashboard feels in a browser: `python one_browser_run.py STORE CHROMIUM`.

Prints one JSON object: `first` (seconds from the address to arcs on the screen, for the first visitor of a server that
has just started) and `second` (for the next one), `changes` (seconds from each filter change to new arcs), `sent`
(bytes on the wire for each), `unpacked` (the same messages before compression), `arcs` (drawn after each), `memory` (MB
that the server held at its most).
"""

import json
import re
import sys
import time
from pathlib import Path

from changes import CHANGES
from playwright.sync_api import Page, sync_playwright
from running import FLAGS, dashboard
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from wire import Wire

MAP = b"GeoJsonLayer"  # stands in the message that brings a new map
# Two frames after it has come, the browser has drawn it.
DRAWN = """() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"""
GO = """query => {
  history.pushState({}, "", query ? "?" + query : "/")
  window.dispatchEvent(new PopStateEvent("popstate", { state: {} }))
}"""
STILL = """() => !document.querySelector('[data-testid="stApp"][data-test-script-state="running"]')"""
COUNT = "[data-testid=stCaptionContainer] >> text=/^Showing/"


def main(store: str, chromium: str) -> None:
    with dashboard(ENTENTE_STORE=store) as (address, server):
        wire = Wire(address)
        measured = _measure(wire, chromium)
        held = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{server.pid}/status").read_text(encoding="utf-8"))
    print(json.dumps(measured | {"memory": int(held[1]) / 1024}))  # noqa: T201


def _measure(wire: Wire, chromium: str) -> dict[str, object]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        pages = [browser.new_page(viewport={"width": 1400, "height": 900}) for _ in range(2)]
        first, second = (_visit(page, wire) for page in pages)
        page, frames = pages[1], []
        # Playwright writes on the function that it is given, which it can't on a list's own.
        page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: frames.append(frame)))  # noqa: PLW0108
        page.reload()
        page.locator("#deckgl-overlay").wait_for()
        rows = [_change(page, wire, frames, change) for change in CHANGES]
        browser.close()
    return {"first": first, "second": second} | {key: [row[key] for row in rows] for key in rows[0]}


def _visit(page: Page, wire: Wire) -> float:
    page.set_default_timeout(180_000)
    begun = time.perf_counter()
    page.goto(wire.address)
    page.locator("#deckgl-overlay").wait_for()
    page.locator(COUNT).wait_for()
    page.evaluate(DRAWN)
    took = time.perf_counter() - begun
    _rest(page)
    return took


def _change(page: Page, wire: Wire, frames: list[bytes], change: str) -> dict[str, float]:
    _rest(page)
    frames.clear()
    sent, begun = wire.sent, time.perf_counter()
    page.evaluate(GO, change)
    while not any(_brings_map(frame) for frame in frames):
        page.wait_for_timeout(10)
    page.evaluate(DRAWN)
    took = time.perf_counter() - begun
    _rest(page)
    arcs = int(re.search(r"Showing (\d+)", page.locator(COUNT).inner_text())[1])
    return {"changes": took, "sent": wire.sent - sent, "unpacked": sum(map(len, frames)), "arcs": arcs}


def _brings_map(frame: bytes) -> bool:
    """Whether a message brings a new map, or says that the page is done: what was sent before is not sent again."""
    return MAP in frame or ForwardMsg.FromString(frame).WhichOneof("type") == "script_finished"


def _rest(page: Page) -> None:
    """Until nothing moves any more."""
    page.wait_for_function(STILL)
    page.wait_for_timeout(1500)


if __name__ == "__main__":
    main(*sys.argv[1:])
