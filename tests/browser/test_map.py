"""The real app in a real browser: arcs are drawn, a click opens the evidence, and nothing is asked from outside."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

STORY = "from=2022-01-26&to=2022-01-26"  # the day of the founding story, whose few arcs lie apart
PATIENCE = 90_000  # milliseconds: software GL on a busy machine
expect.set_options(timeout=30_000)


@pytest.fixture
def visit(browser):
    """Opens an address as a new visitor; hosts that the page asks are collected in `visit.hosts`."""
    contexts = []

    def note(request):
        parts = urlsplit(request.url)
        if parts.scheme not in ("data", "blob"):  # these two never leave the page
            open_it.hosts.add(parts.hostname)

    def open_it(address, **known):
        context = browser.new_context(viewport={"width": 1400, "height": 900}, **known)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("request", note)
        page.goto(address)
        page.locator("#deckgl-overlay").wait_for()
        return page

    open_it.hosts = set()
    yield open_it
    for context in contexts:
        context.close()


def picture(page):
    """The map's pixels once they have settled."""
    page.mouse.move(5, 5)
    canvas = page.locator("#deckgl-overlay")
    before, now = None, canvas.screenshot()
    while before != now:
        page.wait_for_timeout(700)
        before, now = now, canvas.screenshot()
    return now


def hover(page, words, columns=(0.55, 0.5, 0.45, 0.6), rows=(0.02, 0.7)):
    """Moves the pointer over the map to where a tooltip says these words, and returns the place.

    Columns, and the first and last row, are shares of the map's width and height. A quick look down a column finds
    about where, a patient one the place itself: on a busy machine the tooltip lags behind the pointer.
    """
    box = page.locator("#deckgl-overlay").bounding_box()
    for across in columns:
        x = box["x"] + box["width"] * across
        heights = [box["y"] + down for down in range(*(int(box["height"] * row) for row in rows), 3)]
        seen = next((n for n, y in enumerate(heights) if says(page, x, y, words, 60)), None)
        if seen is not None:
            near = heights[max(0, seen - 8) : seen + 8]
            answering = [y for y in near if says(page, x, y, words, 700)]
            if answering:
                place = x, answering[len(answering) // 2]
                assert says(page, *place, words, 700)
                return place
    return pytest.fail(f"no tooltip on the map says {words!r}")


def says(page, x, y, words, patience):
    """Whether the tooltip says these words so many milliseconds after the pointer came to a place of the page."""
    page.mouse.move(x, y)
    page.wait_for_timeout(patience)
    tooltip = page.locator(".deck-tooltip")
    return tooltip.is_visible() and words in tooltip.inner_text()


def test_the_map_shows_arcs_that_tell_what_they_are_and_open_their_evidence(on_seeds, visit):
    page = visit(f"{on_seeds}/?{STORY}")
    with_arcs = picture(page)
    assert picture(visit(f"{on_seeds}/?from=1900-01-01&to=1900-01-02")) != with_arcs

    place = hover(page, "Russia → Venezuela")
    expect(page.locator(".deck-tooltip")).to_contain_text(re.compile(r"\d+ acts? of cooperation"))
    page.mouse.click(*place)
    expect(page.get_by_role("heading", name="Russia → Venezuela")).to_be_visible()
    evidence = page.locator("blockquote")
    expect(evidence.first).to_be_visible()
    assert evidence.first.locator(".source").count() >= 1
    assert evidence.first.locator(".target").count() >= 1
    expect(page).to_have_url(re.compile(rf"\?{STORY}&dyad=RUS-VEN$"))

    again = visit(page.url)
    expect(again.get_by_role("heading", name="Russia → Venezuela")).to_be_visible()
    assert again.locator("blockquote").all_inner_texts() == evidence.all_inner_texts()
    assert picture(again) != with_arcs
    assert visit.hosts == {"127.0.0.1"}


def test_a_click_on_a_dot_keeps_the_acts_of_that_actor_only(on_seeds, visit):
    page = visit(f"{on_seeds}/?{STORY}")
    picture(page)
    lower_left = [share / 200 for share in range(60, 66)]
    place = hover(page, "Venezuela\n", lower_left, (0.7, 0.82))
    page.mouse.click(*place)
    expect(page.get_by_role("heading", name="Russia with Venezuela")).to_be_visible()
    expect(page).to_have_url(re.compile(rf"\?{STORY}&country=VEN$"))


def test_a_phone_in_the_dark_needs_no_sideways_scrolling_and_reads_the_whole_article(on_seeds, visit):
    page = visit(f"{on_seeds}/?dyad=RUS-CUB", color_scheme="dark")
    page.set_viewport_size({"width": 390, "height": 844})
    page.get_by_role("button", name="Read the whole article").first.click()
    expect(page.get_by_role("dialog").locator(".mention").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    expect(page).to_have_url(re.compile("article=[0-9a-f]{16}"))
    assert visit.hosts == {"127.0.0.1"}
