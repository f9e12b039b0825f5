"""`RESULTS.md`: each benchmark writes its own part of it, and leaves the others."""

import datetime as dt
import os
import platform
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
RESULTS = Path(__file__).with_name("RESULTS.md")


def write_part(title: str, text: str) -> None:
    """Put a part in place of the one with the same title, or at the end."""
    known = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else ""
    found = re.split(r"^(?=# )", known, flags=re.MULTILINE)
    parts = {part.split("\n")[0].removeprefix("# "): part.strip() for part in found}
    parts[title] = f"# {title}\n\nWritten by `make bench`: {_when_and_where()}.\n\n{text.strip()}"
    RESULTS.write_text("\n\n".join(filter(None, parts.values())) + "\n", encoding="utf-8")


def _when_and_where() -> str:
    asked = ["git", "-C", ROOT, "rev-parse", "--short", "HEAD"]
    commit = subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()
    today = dt.datetime.now(tz=dt.UTC).date().isoformat()
    return f"{today}, {_processor()}, {os.cpu_count()} cores, Python {platform.python_version()}, commit {commit}"


def _processor() -> str:
    """The processor's model as the kernel calls it; elsewhere than on Linux its architecture."""
    table = Path("/proc/cpuinfo")
    lines = table.read_text(encoding="utf-8").splitlines() if table.exists() else []
    return next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.machine())
