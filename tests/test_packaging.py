"""What `pip install .` puts into an empty environment works without the checkout."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]
SENTENCE = "Russia will deliver wheat to Cuba, the government said on Tuesday."
SCRIPT = f"""
import geo
from geo import geocode, relate
assert "site-packages" in geo.__file__, geo.__file__
print(sorted(set(geocode({SENTENCE!r})["country"])))
print(relate({SENTENCE!r})[["source", "target"]].values.tolist())
"""


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """The folder of programs of a fresh environment with the package and what it requires."""
    folder = tmp_path_factory.mktemp("packaging")
    source, fresh = folder / "source", folder / "environment"
    # setuptools leaves its traces in the folder that it builds from: build from a copy.
    for part in ("geo", "data"):
        shutil.copytree(CHECKOUT / part, source / part, ignore=shutil.ignore_patterns("__pycache__"))
    for part in ("pyproject.toml", "README.md", "requirements.txt", "LICENSE"):
        shutil.copy(CHECKOUT / part, source)
    run(folder, sys.executable, "-m", "venv", fresh)
    run(folder, fresh / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", source)
    yield fresh / "bin"
    shutil.rmtree(folder)  # nearly a gigabyte


def run(folder, *command):
    done = subprocess.run([str(part) for part in command], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_geocode_and_relate_come_with_their_tables_and_model(environment, tmp_path):
    countries, dyads = run(tmp_path, environment / "python", "-c", SCRIPT).splitlines()
    assert countries == "['CUB', 'RUS']"
    assert "['RUS', 'CUB']" in dyads


def test_the_command_reads_a_file_in_any_folder(environment, tmp_path):
    (tmp_path / "wheat.txt").write_text(f" date 2022-01-26 Wheat for Cuba\n\n{SENTENCE}\n")
    line = json.loads(run(tmp_path, environment / "entente", "mentions", "wheat.txt"))
    assert line["id"] == "wheat.txt"
    assert {mention["country"] for mention in line["mentions"]} == {"RUS", "CUB"}
