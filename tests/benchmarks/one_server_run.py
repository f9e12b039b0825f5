"""How long the dashboard's own code takes for filter changes: `python one_server_run.py STORE`.

Runs the page in this process as Streamlit would, without a browser. Prints one JSON object: `first` (seconds, with all
that is imported and opened) and `changes` (seconds for each of `CHANGES`): those that this process computed, in Python
and DuckDB, on all its threads together, so that other work on the machine counts little.
"""

import json
import logging
import os
import sys
from urllib.parse import parse_qs

from changes import CHANGES
from results import ROOT
from streamlit.testing.v1 import AppTest


def timed(page: str) -> None:  # Streamlit runs it as a script of its own, so that it must import what it needs
    import runpy
    import time

    import streamlit as st

    begun = time.process_time()
    runpy.run_path(page, run_name="__main__")
    st.session_state["seconds"] = time.process_time() - begun


def main(store: str) -> None:
    logging.disable(logging.WARNING)  # Streamlit's, of a page that has no browser
    os.environ["ENTENTE_STORE"] = store
    app = AppTest.from_function(timed, default_timeout=300, args=(str(ROOT / "dashboard.py"),)).run()
    first, changes = app.session_state["seconds"], []
    for change in CHANGES:
        app.query_params.clear()
        app.query_params.update(parse_qs(change))
        app.run()
        if app.exception:
            raise SystemExit(f"{change}: {app.exception[0].value}")
        changes.append(app.session_state["seconds"])
    print(json.dumps({"first": first, "changes": changes}))  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1])
