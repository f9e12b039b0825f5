"""The dashboard as a user starts it, and a browser that keeps to itself: for the browser's tests and for benchmarks."""

import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).parents[2]
# WebGL in software, and a browser that keeps to itself.
FLAGS = [
    "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
    "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist",
]  # fmt: skip


@contextmanager
def dashboard(**environment):
    """The address and the process of a dashboard that runs; `ENTENTE_STORE` and others name what it shows."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.headless=true",
               f"--server.port={port}", "--server.address=127.0.0.1"]  # fmt: skip
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("ENTENTE_")}
    server = subprocess.Popen(command, cwd=ROOT, env=inherited | environment)
    try:
        wait_for(f"http://127.0.0.1:{port}", server)
        yield f"http://127.0.0.1:{port}", server
    finally:
        server.terminate()
        server.wait(timeout=20)


def wait_for(address, server):
    for _ in range(600):
        assert server.poll() is None, "streamlit ended before it answered"
        try:
            with urlopen(f"{address}/_stcore/health", timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("streamlit did not answer within a minute")
