# The one command door: people, CI and hooks call the same recipes.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# More options of pytest, e.g. `make test TESTS='tests/cli -x'`
TESTS ?=
EXAMPLES ?= 2000
ORGANIZATIONS ?= 100000
PYTEST := $(BIN)/python -m pytest -n 2 --dist loadgroup $(TESTS)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help demo shell test coverage docs site fuzz engines lint types check ci bench bench-short mutation page-counts generate pictures lock system-packages clean

help:  ## Show the recipes
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort

$(VENV)/run.stamp: requirements/run.txt pyproject.toml hatch_build.py
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --no-deps --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install -q --no-deps --no-build-isolation -e .
	$(BIN)/python -m pip check
	touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp requirements/dev.txt
	$(BIN)/python -m pip install -q --no-deps --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip check
	touch $@

$(VENV)/mermaid.stamp: tests/docs/mermaid/package-lock.json tests/docs/mermaid/parse.mjs
	mkdir -p $(VENV)/mermaid
	cp tests/docs/mermaid/* tests/docs/mermaid/.npmrc $(VENV)/mermaid
	cd $(VENV)/mermaid && npm ci --loglevel=error --no-audit --no-fund
	touch $@

demo: $(VENV)/run.stamp  ## Set up and answer real questions about a real dealership
	@$(BIN)/python scripts/demo.py

shell: $(VENV)/run.stamp  ## Open a shell that finds the command dealer-roles
	@PATH="$(CURDIR)/$(BIN):$$PATH" exec $${SHELL:-sh}

test: $(VENV)/dev.stamp  ## Run every test that needs no network
	$(PYTEST) -m "not network"

coverage: $(VENV)/dev.stamp  ## Branch coverage of the command line, also where it runs as a process
	$(PYTEST) tests/cli -m "not network" --cov=dealer_roles.cli --cov-branch --cov-report=term-missing:skip-covered

docs: $(VENV)/dev.stamp  ## Run every block of the documentation, from the checkout and from the wheel
	@if command -v npm >/dev/null; then $(MAKE) --no-print-directory $(VENV)/mermaid.stamp; fi
	rm -rf $(VENV)/wheel build/wheel
	$(BIN)/python -m pip wheel -q --no-deps --no-build-isolation -w build/wheel .
	$(PYTHON) -m venv $(VENV)/wheel
	$(VENV)/wheel/bin/python -m pip install -q --no-deps --require-hashes -r requirements/run.txt
	$(VENV)/wheel/bin/python -m pip install -q --no-deps build/wheel/*.whl
	$(PYTEST) tests/docs

$(VENV)/site.stamp: $(VENV)/dev.stamp requirements/site.txt
	$(BIN)/python -m pip install -q --no-deps --require-hashes -r requirements/site.txt
	touch $@

site: $(VENV)/site.stamp  ## Build the documentation as pages to read and search, into site/
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --quiet

fuzz: $(VENV)/dev.stamp  ## Look for counterexamples with new seeds, for the night (EXAMPLES=2000)
	HYPOTHESIS_PROFILE=fuzz FUZZ_EXAMPLES=$(EXAMPLES) $(PYTEST) -m hypothesis tests/laws tests/oracle

engines: $(VENV)/dev.stamp  ## Put 100,000 random organizations to the engine and its slow readings, with new seeds
	HYPOTHESIS_PROFILE=fuzz FUZZ_EXAMPLES=$(EXAMPLES) $(PYTEST) -m hypothesis tests/oracle
	nice $(BIN)/python -m tests.oracle.third.hunt --count $(ORGANIZATIONS) --kept build/hunt.json

lint: $(VENV)/dev.stamp  ## Style, imports, generated files
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache
	$(BIN)/python scripts/generate.py --check

types: $(VENV)/dev.stamp  ## Strict types over source and tests
	$(BIN)/mypy

check: $(VENV)/run.stamp  ## Check the bundled definitions
	$(BIN)/dealer-roles trace
	$(BIN)/dealer-roles check standard --profile strict --fail-level warning
	$(BIN)/dealer-roles test standard

ci: test docs site lint types check  ## All that must pass

$(VENV)/bench.stamp: $(VENV)/dev.stamp requirements/bench.txt
	$(BIN)/python -m pip install -q --no-deps --require-hashes -r requirements/bench.txt
	touch $@

bench: $(VENV)/bench.stamp  ## Speed beside other tools, as ratios measured in one run; fails below its bars
	$(BIN)/python -m benchmarks

bench-short: $(VENV)/dev.stamp  ## Cold starts by instruction counts, for CI; needs valgrind
	$(BIN)/python -m benchmarks.instructions

MUTANTS ?=
mutation: $(VENV)/dev.stamp  ## Change the answers about ownership line by line: which changes does no test see?
	$(BIN)/python -m scripts.mutation $(MUTANTS)

page-counts: $(VENV)/dev.stamp  ## Count the pages of every job description to sign; needs LibreOffice and poppler
	$(BIN)/python -m scripts.page_counts

generate: $(VENV)/dev.stamp  ## Write every generated file again: schemas, reference pages
	$(BIN)/python scripts/generate.py

pictures: $(VENV)/dev.stamp  ## Draw the pictures of the documentation again; needs Chromium, LibreOffice and poppler
	$(BIN)/python -m tests.support.documentation_pictures

lock: $(VENV)/dev.stamp  ## Lock the dependencies again
	$(BIN)/python -m pip install -q uv
	$(BIN)/python scripts/lock.py

system-packages:  ## Install the programs and fonts that some tests look through (Debian, Ubuntu)
	$(PYTHON) scripts/system_packages.py

clean:  ## Remove what recipes made
	rm -rf $(VENV) .coverage* dist build site src/dealer_roles/_snapshots .mypy_cache .ruff_cache .hypothesis
