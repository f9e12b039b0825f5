"""Every view, light and dark, wide and on a phone: photographed, free of serious faults for axe-core, and offline.

Pictures and what axe-core says of Streamlit's own widgets go to `screenshots/` beside this file, which git ignores.
axe-core comes from npm (`make axe`); where it can't be had, what needs it is skipped.
"""

from pathlib import Path
from urllib.parse import urlsplit

import pytest

ROOT = Path(__file__).parents[2]
SCREENSHOTS = Path(__file__).with_name("screenshots")
AXE = ROOT / ".venv" / "axe" / "package" / "axe.min.js"

VIEWS = {
    "map": "", "pair": "?dyad=RUS-CUB", "quads": "?country=VEN&colour=quad", "tilted": "?view=3d",
    "changes": "?changes=yes&from=2019-01-01&to=2019-12-31", "empty": "?country=VUT", "place": "?place=Caracas",
    "table": "table", "about": "about",
}
SIZES = {"wide": (1400, 900), "phone": (390, 844)}
SERIOUS = ("serious", "critical")
# What we write ourselves: HTML and small components. All else is Streamlit's.
OURS = ".entente, .entente *, [data-testid^=stBidiComponent], [data-testid^=stBidiComponent] *"
FAULTS = """async ours => (await axe.run(document, { resultTypes: ["violations"] })).violations.flatMap(fault =>
  fault.nodes.map(node => ({
    rule: fault.id, impact: fault.impact, where: node.target.flat().join(" "), what: node.failureSummary,
    ours: Boolean(document.querySelector(node.target.flat()[0])?.matches(ours)),
  })))"""
PATIENCE = 90_000  # milliseconds: software GL on a busy machine


@pytest.fixture(params=[(scheme, size) for scheme in ("light", "dark") for size in SIZES], ids="-".join, scope="module")
def visit(request, browser, on_seeds):
    """Opens a view as a new visitor; hosts that the page asks are collected in `visit.hosts`."""
    scheme, size = request.param
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    context.set_default_timeout(PATIENCE)

    def note(asked):
        parts = urlsplit(asked.url)
        if parts.scheme not in ("data", "blob"):  # these two never leave the page
            open_it.hosts.add(parts.hostname)

    def open_it(view):
        page = context.new_page()
        page.on("request", note)
        page.goto(f"{on_seeds}/{VIEWS[view]}")
        page.get_by_role("heading", level=1).wait_for()
        page.locator("[data-test-script-state=notRunning]").wait_for()
        page.wait_for_timeout(1500)  # the map comes in its own time
        return page

    open_it.hosts, open_it.name, open_it.width = set(), f"{scheme}-{size}", width
    yield open_it
    context.close()


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_fits_its_screen_asks_nobody_else_and_has_no_serious_fault_of_ours(visit, view):
    page = visit(view)
    SCREENSHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"{view}-{visit.name}.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= visit.width
    assert visit.hosts == {"127.0.0.1"}
    ours, others = faults(page)
    page.close()
    (SCREENSHOTS / f"streamlit-{view}-{visit.name}.txt").write_text("\n".join(others), encoding="utf-8")
    assert ours == []


def faults(page):
    """Serious faults in what is ours, and in what is Streamlit's."""
    if not AXE.is_file():
        pytest.skip("axe-core is not there: `make axe` fetches it from npm. All but the search for faults was done.")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = [fault for fault in page.evaluate(FAULTS, OURS) if fault["impact"] in SERIOUS]
    told = [(fault["ours"], f"{fault['rule']}: {fault['where']}: {fault['what']}") for fault in found]
    return [what for ours, what in told if ours], [what for ours, what in told if not ours]
