"""Passing a view on, embedding it, and marking what was read, in a browser as a reader has it."""

import csv
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect
from running import dashboard

PATIENCE = 60_000  # milliseconds; a busy machine draws slowly
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="module")
def own_store(harbour_store, tmp_path_factory):
    """The folder of a store that readers may mark."""
    return Path(shutil.copytree(harbour_store.folder, tmp_path_factory.mktemp("own") / "store"))


@pytest.fixture(scope="module")
def address(own_store):
    with dashboard(ENTENTE_STORE=str(own_store)) as (running, _):
        yield running


@pytest.fixture
def visit(browser, address):
    """Opens a path as a new visitor."""
    contexts = []

    def open_it(path, *, permissions=(), before=None):
        context = browser.new_context(viewport={"width": 1400, "height": 900}, permissions=list(permissions))
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        if before:
            page.add_init_script(before)
        page.goto(f"{address}/{path}")
        page.get_by_role("heading", level=1).wait_for()
        return page

    yield open_it
    for context in contexts:
        context.close()


def test_the_link_of_a_view_is_copied(address, visit):
    page = visit("table?quad=3&dyad=CHL-PER", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("status")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}/table?quad=3&dyad=CHL-PER"


def test_without_a_clipboard_the_address_stands_there_to_be_copied_by_hand(address, visit):
    page = visit("table?quad=3", before="Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_label("Address of this view")).to_have_value(f"{address}/table?quad=3")


def test_the_snippet_shows_the_map_alone_with_the_way_to_the_full_view(address, visit):
    page = visit("?dyad=CHL-PER")
    page.get_by_role("button", name="Embed").click()
    snippet = page.locator("code").inner_text()
    framed = page.context.new_page()
    framed.set_content(snippet)
    frame = framed.frame_locator("iframe")
    expect(frame.get_by_role("heading", level=1)).to_contain_text("Peru")
    expect(frame.locator("#deckgl-overlay")).to_be_visible()
    full = frame.get_by_role("link", name="Open the full view")
    expect(full).to_have_attribute("href", re.compile(rf"^{address}/?\?dyad=CHL-PER$"))
    for absent in ("Who acts towards whom", "Copy link", "About the data"):
        expect(frame.get_by_text(absent)).to_have_count(0)


def test_filters_go_along_from_page_to_page(visit):
    page = visit("?quad=3&dyad=CHL-PER")
    page.get_by_role("link", name="Table").click()
    expect(page).to_have_url(re.compile(r"/table\?quad=3&dyad=CHL-PER$"))
    page.get_by_role("link", name="About the data").click()
    expect(page).to_have_url(re.compile(r"/about\?quad=3&dyad=CHL-PER$"))
    page.go_back()
    expect(page.get_by_role("heading", name="Chile → Peru")).to_be_visible()


def test_a_row_of_the_table_is_picked_with_the_keyboard(visit):
    page = visit("table")
    canvas = page.locator(".stDataFrame canvas").first
    canvas.wait_for()
    canvas.focus()
    page.keyboard.press("ArrowDown")
    page.wait_for_timeout(500)
    page.keyboard.press("Shift+Space")
    expect(page).to_have_url(re.compile(r"/table\?dyad=(PER-CHL|CHL-PER)$"))
    expect(page.get_by_role("heading", name=re.compile("Peru → Chile|Chile → Peru"))).to_be_visible()


def test_a_mark_stays_with_the_store_and_is_downloaded(own_store, visit):
    page = visit("table?dyad=CHL-PER")
    page.get_by_role("radio", name="Wrong").or_(page.get_by_role("button", name="Wrong")).first.click()
    expect(page.get_by_text("Not counted")).to_be_visible()
    assert '"wrong"' in (own_store / "marks.jsonl").read_text()

    other = visit("about")
    expect(other.get_by_text("0% right")).to_be_visible()
    with other.expect_download() as waiting:
        other.get_by_role("button", name="Download the marks").click()
    with waiting.value.path().open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [(row["verdict"], row["source"], row["target"], row["sentence"]) for row in rows] == [
        ("wrong", "CHL", "PER", "Chile accused Peru of poaching."),
    ]


def test_on_a_wide_screen_evidence_scrolls_in_itself_and_no_blank_space_is_left_under_the_map(visit):
    page = visit("?dyad=PER-CHL")
    page.locator("#deckgl-overlay").wait_for()
    page.wait_for_timeout(2000)
    heights = page.locator(".st-key-halves [data-testid=stColumn]").evaluate_all(
        "columns => columns.map(column => column.firstElementChild.getBoundingClientRect().height)"
    )
    assert abs(heights[0] - heights[1]) < 20 or heights[1] == 600
    assert page.locator(".st-key-beside").evaluate("pane => getComputedStyle(pane).overflowY") == "auto"
