# All that is done with the project, one target each; `make help` lists them.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
DEMO ?= 04-origin-brannhaven-courier.txt

.PHONY: help demo test test-postgres test-slow lint types gate bench bench-ledger picture train package clean
.DEFAULT_GOAL := help

help:  ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

$(VENV)/.core: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "sayso needs Python 3.11 or newer; name one with: make PYTHON=python3.11 ...")'
	@echo "installing sayso into $(VENV), about half a minute ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.core
	@echo "installing what tests need ..."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --editable '.[dev]'
	@touch $@

$(VENV)/.train: $(VENV)/.dev
	@echo "installing what training needs, PyTorch among it: some minutes ..."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --editable '.[train]'
	@touch $@

demo: $(VENV)/.core  ## install, read an example report and print who says what
	@$(BIN)/sayso read examples/$(DEMO)

test: $(VENV)/.dev  ## install what tests need and run all tests
	$(BIN)/python -m pytest

test-postgres: $(VENV)/.dev  ## the ledger's tests on a PostgreSQL server of their own (apt install postgresql)
	SAYSO_TEST_POSTGRES=1 $(BIN)/python -m pytest tests/ledger

test-slow: $(VENV)/.dev  ## the long fuzzing and the largest inputs
	$(BIN)/python -m pytest -m slow

lint: $(VENV)/.dev  ## style and import layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: $(VENV)/.dev  ## mypy --strict
	$(BIN)/mypy

gate: $(VENV)/.dev  ## measure quality on the dev corpora against the pinned floors; writes docs/quality.md
	$(BIN)/python -m bench.gate

bench: $(VENV)/.dev  ## measure speed, start-up and memory; writes docs/speed.md
	$(BIN)/python -m bench.speed

bench-ledger: $(VENV)/.dev  ## measure what a ledger costs; writes docs/ledger-speed.md (two hours)
	$(BIN)/python -m bench.ledger

picture: $(VENV)/.core  ## draw the README's picture anew
	$(BIN)/python -m bench.picture

train: $(VENV)/.train  ## train a teacher, then the network (best on a GPU: on two cores it takes a day); resumes where it stopped
	$(BIN)/python -m training.train --out build/teacher
	$(BIN)/python -m training.train --teachers build/teacher/state.pt

package: $(VENV)/.train  ## turn the trained network into the encoder package in build/package
	$(BIN)/python -m training.export
	$(BIN)/python -m training.tune

clean:  ## remove the environment and all that was built
	rm -rf $(VENV) build dist
