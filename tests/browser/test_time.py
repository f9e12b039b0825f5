"""Time in a real browser: bars to drag over, and play, which neither floods the history nor needs a mouse."""

import re

import pytest
from playwright.sync_api import expect
from running import dashboard

PATIENCE = 90_000  # milliseconds: software GL on a busy machine
expect.set_options(timeout=60_000)


@pytest.fixture(scope="module")
def address(harbour_store):
    with dashboard(ENTENTE_STORE=str(harbour_store.folder)) as (running, _):
        yield f"{running}/?step=month"


@pytest.fixture
def visit(browser, address):
    """Opens the app as a new visitor."""
    contexts = []

    def open_it(parameters="", **known):
        contexts.append(browser.new_context(viewport={"width": 1400, "height": 1200}, **known))
        page = contexts[-1].new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(address + parameters)
        bars(page).wait_for()
        return page

    yield open_it
    for context in contexts:
        context.close()


def bars(page):
    return page.locator(".st-key-timeline .stVegaLiteChart svg")


def drag(page, start, end):
    """Over the bars, between two shares of their width."""
    box = bars(page).bounding_box()
    x, width, y = box["x"] + 24, box["width"] - 24, box["y"] + 0.5 * box["height"]  # the axis takes some of it
    page.mouse.move(x + start * width, y)
    page.mouse.down()
    page.mouse.move(x + (start + end) / 2 * width, y, steps=4)
    page.mouse.move(x + end * width, y, steps=4)
    page.mouse.up()


def test_dragging_over_the_bars_chooses_whole_months_and_clear_all_gives_them_back(visit):
    page = visit()
    drag(page, 0.5, 0.98)
    expect(page).to_have_url(re.compile(r"from=20\d\d-\d\d-01.*to=2022-09-30"))
    expect(page.locator("h1")).to_contain_text("2 acts in 2 articles")
    drag(page, 0.005, 0.2)
    expect(page.locator("h1")).to_contain_text("1 act in 1 article")
    page.get_by_role("button", name="Clear all").click()
    expect(page).not_to_have_url(re.compile("from="))
    expect(page.locator("h1")).to_contain_text("3 acts in 3 articles")


def test_play_needs_no_mouse_and_leaves_the_history_alone_until_it_is_paused(visit):
    page = visit("&from=2022-07-01&to=2022-07-31")
    told = page.locator(".st-key-timeline-head .hint")
    before, length = page.url, page.evaluate("history.length")
    page.get_by_role("button", name="Play").focus()
    page.keyboard.press("Enter")
    expect(told).to_have_text("In August 2022")
    expect(told).to_have_text("In September 2022")
    assert (page.url, page.evaluate("history.length")) == (before, length)
    expect(page.get_by_role("button", name="Play")).to_be_visible()


def test_a_pause_keeps_what_one_sees(visit):
    page = visit("&from=2021-06-01&to=2021-06-30")
    page.get_by_role("button", name="Play").click()
    told = page.locator(".st-key-timeline-head .hint")
    expect(told).not_to_contain_text("drag")
    page.get_by_role("button", name="Pause").press("Enter")
    expect(page.get_by_role("button", name="Play")).to_be_visible()
    expect(page).to_have_url(re.compile(r"from=\d{4}-\d\d-01"))
    assert page.evaluate("document.activeElement.innerText").strip().endswith("Play")


def test_nothing_moves_by_itself_where_the_system_asks_for_less_motion(visit):
    page = visit("&from=2022-07-01&to=2022-07-31", reduced_motion="reduce")
    expect(page.get_by_role("button", name="Play")).to_be_disabled()
    page.get_by_role("button", name="Later").click()
    expect(page).to_have_url(re.compile("from=2022-08-01.*to=2022-08-31"))
