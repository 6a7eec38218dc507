# The one command door: people, CI and hooks call the same recipes.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help demo test lint types check ci bench mutation generate lock docs clean fuzz

help:  ## Show the recipes
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort

$(VENV)/run.stamp: requirements/run.txt pyproject.toml hatch_build.py
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --no-deps --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install -q --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp requirements/dev.txt
	$(BIN)/python -m pip install -q --no-deps --require-hashes -r requirements/dev.txt
	touch $@

demo: $(VENV)/run.stamp  ## Set up and answer real questions about a real dealership
	@$(BIN)/python scripts/demo.py

test: $(VENV)/dev.stamp  ## Run every test
	$(BIN)/python -m pytest -n 2 --dist loadgroup

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

ci: test lint types check  ## All that must pass

bench: $(VENV)/dev.stamp  ## Speed, as ratios measured in one run
	$(BIN)/python -m benchmarks

mutation: $(VENV)/dev.stamp  ## Change the answers about ownership line by line: which changes does no test see?
	$(BIN)/mutmut run --max-children 2
	$(BIN)/mutmut results

generate: $(VENV)/dev.stamp  ## Write every generated file again: schemas, reference pages
	$(BIN)/python scripts/generate.py

lock: $(VENV)/dev.stamp  ## Lock the dependencies again (needs uv)
	$(BIN)/python scripts/lock.py

clean:  ## Remove what recipes made
	rm -rf $(VENV) dist build site mutants src/dealer_roles/_snapshots .mypy_cache .ruff_cache .hypothesis
