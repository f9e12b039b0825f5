"""One browser, and one dashboard on the seeds, for all tests that need them."""

import pytest
from playwright.sync_api import sync_playwright
from running import FLAGS, dashboard


@pytest.fixture(scope="session")
def browser(chromium):
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def on_seeds(seed_store):
    """Where the app runs on the seeds, started as a user would."""
    with dashboard(XDG_CACHE_HOME=str(seed_store.folder.parents[1])) as (address, _):
        yield address
