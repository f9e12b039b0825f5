"""Forty addresses that people may open: good, old, broken and hostile. Each shows its view, or says what is wrong.

Most are opened without a browser, as Streamlit runs the page; those that a browser could trip over, in one.
"""

import json
import re
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import expect
from running import dashboard as running_dashboard
from streamlit.testing.v1 import AppTest

FORTH, BACK = "PER-CHL", "CHL-PER"
BOTH = {FORTH, BACK}

GOOD = {
    "": BOTH,
    "country=PER": BOTH,
    "source=PER": {FORTH},
    "target=PER": {BACK},
    "between=PER&between=CHL": BOTH,
    "quad=3": {BACK},
    "quad=1&quad=4": {FORTH},
    "type=ACCUSE": {BACK},
    "context=diplomatic": BOTH,
    "outlet=Harbour+Post": BOTH,
    "words=poaching": {BACK},
    "least=2": {FORTH},
    "confidence=0.85": BOTH,
    "from=2022-08-01&to=2022-08-31": {BACK},
    "to=2021-12-31&status=asserted": {FORTH},
    "view=3d&colour=quad&width=share&step=year": BOTH,
    "changes=yes&from=2022-01-01&to=2022-12-31": {BACK},  # the other way there were as many the year before
    "ref=letter&utm_source=paper": BOTH,
}
"""Addresses of today and of earlier versions, with the arcs that they draw."""

EMPTY = ["country=FRA", "context=cyber", "from=1900-01-01&to=1900-12-31", "words=unheard"]
"""Nothing fits these: the page says so and leads back."""

BROKEN = {
    "from=soon": "from", "to=2022-13-01": "to", "from=2022-09-01&to=2021-01-01": "from", "country=Narnia": "country",
    "quad=7&quad=3": "quad", "type=HUG": "type", "context=love": "context", "status=maybe": "status",
    "least=many": "least", "confidence=2": "confidence", "view=globe": "view", "colour=red": "colour",
    "changes=perhaps": "changes", "dyad=PER": "dyad", "article=0000000000000000": "article",
}
"""Values that can't be honoured, with the parameter that the note names."""

HOSTILE = [
    "words=%3Cscript%3Ealert(1)%3C/script%3E", "outlet=%3Cimg%20src=x%20onerror=alert(1)%3E",
    "dyad=%3Csvg%20onload=alert(1)%3E", "country=%27%3B%20DROP%20TABLE%20relations%3B--",
    "article=../../../../etc/passwd", "place=%00%1b%5B31m", "country=" + "A" * 5000,
    "least=" + "9" * 400, "confidence=nan", "from=" + "%F0%9F%95%B3" * 50, "&".join(["country=PER"] * 500),
]
"""Nothing of these may do anything but show as text."""


@pytest.fixture
def opened(dashboard, harbour_store, monkeypatch):
    """Opens an address without a browser."""

    def open_it(link):
        monkeypatch.setenv("ENTENTE_STORE", str(harbour_store.folder))
        app = AppTest.from_file(str(dashboard), default_timeout=60)
        app.query_params.update(parse_qs(link, keep_blank_values=True))
        app.run()
        assert not app.exception, app.exception
        return app

    return open_it


def drawn(app):
    layers = json.loads(app.get("deck_gl_json_chart")[0].proto.json)["layers"]
    picks = next((layer["data"] for layer in layers if layer["id"].startswith("pick-")), [])
    return {"-".join(row["ends"]) for row in picks}


def markup(app):
    return "\n".join(element.proto.body for element in app.get("html"))


def notes(app):
    return "\n".join(re.findall(r"role='status'>(.*?)</div>", markup(app), re.DOTALL))


def test_there_are_forty_of_them():
    assert len({*GOOD, *EMPTY, *BROKEN, *HOSTILE}) >= 40


@pytest.mark.parametrize("link", GOOD)
def test_a_good_link_draws_its_arcs(opened, link):
    app = opened(link)
    assert drawn(app) == GOOD[link]
    assert notes(app) == ""


@pytest.mark.parametrize("link", EMPTY)
def test_a_link_that_nothing_fits_leads_back(opened, link):
    app = opened(link)
    assert drawn(app) == set()
    assert [button for button in app.button if (button.key or "").startswith("way-")]
    assert notes(app) == ""


@pytest.mark.parametrize("link", BROKEN)
def test_a_broken_link_says_what_is_left_out_and_shows_the_rest(opened, link):
    app = opened(link)
    assert f"{BROKEN[link]}=" in notes(app)
    assert drawn(app) == ({BACK} if "quad=3" in link else BOTH)


@pytest.mark.parametrize("link", HOSTILE, ids=lambda link: link[:30])
def test_a_hostile_link_is_never_more_than_text(opened, link):
    page = markup(opened(link))
    for harm in ("<script", "<img", "<svg onload", "A" * 1000):
        assert harm not in page


def test_a_number_that_no_bar_reaches_alone_still_opens(dashboard, seed_store, monkeypatch):
    monkeypatch.setenv("ENTENTE_STORE", str(seed_store.folder))
    app = AppTest.from_file(str(dashboard), default_timeout=60)
    app.query_params["least"] = "5"
    assert not app.run().exception


@pytest.fixture(scope="module")
def address(harbour_store):
    with running_dashboard(ENTENTE_STORE=str(harbour_store.folder)) as (running, _):
        yield running


@pytest.mark.parametrize(
    ("link", "heading"),
    [
        ("table?quad=3&dyad=CHL-PER", "Chile → Peru"), ("about?country=PER", "About the data"),
        ("?embed=true&dyad=CHL-PER", "Chile"), ("?dyad=CUB-USA", "Cuba → United States"),
        ("?words=%3Cscript%3Edocument.title='taken'%3C/script%3E", "No acts"), ("?country=%FF%FE", "Peru"),
        ("nowhere?country=PER", "Peru"), ("?" + "country=PER&" * 300, "Peru"),
    ],
    ids=lambda value: value[:30],
)
def test_a_browser_opens_it_too(address, browser, link, heading):
    page = browser.new_page()
    page.set_default_timeout(60_000)
    page.goto(f"{address}/{link}")
    expect(page.get_by_role("heading", name=re.compile(heading)).first).to_be_visible(timeout=60_000)
    assert "taken" not in page.title()
    assert page.locator("[data-testid=stException]").count() == 0
    page.close()
