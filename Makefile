# `make run` opens the sandbox, `make test` runs every test. Each sets up what it needs first.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SOURCES := domain application infrastructure entrypoints chaos benchmarks tests

.DEFAULT_GOAL := help
.PHONY: help setup run chat test test-domain evaluate floors bench million chaos check format lock clean

help: ## Show what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: $(VENV)/.installed ## Make the virtual environment with the pinned dependencies

$(VENV)/.installed: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q domain application infrastructure entrypoints
	@touch $@

run: setup ## Open a whole shop on this machine: http://127.0.0.1:8000/ (PORT changes it)
	$(BIN)/barbershop run --sandbox

chat: setup ## Write to the running sandbox from the terminal
	$(BIN)/barbershop chat

test: setup ## Run the whole test suite
	$(BIN)/python -m pytest -n auto --dist loadfile

test-domain: setup ## Run the domain's tests alone, in under a second
	$(BIN)/python -m pytest -p no:faker -p no:anyio -p no:hypothesispytest tests/domain

evaluate: setup ## Measure how well messages are understood (CASES=DIR for other ones)
	$(BIN)/python -m benchmarks.understanding $(CASES)

floors: setup ## Hold the understanding to what it reaches now
	$(BIN)/python -m benchmarks.understanding --brief --write-floors

bench: setup ## Measure the event store beside its alternatives, in about five minutes
	$(BIN)/python -m benchmarks

million: setup ## Replay and verify a log of a million events, and tell time and memory
	$(BIN)/python -m benchmarks.million

chaos: setup ## Kill, cut, flood and repeat, and tell which promise was broken, in an hour or more
	$(BIN)/python -m chaos

check: setup ## Check format, lint, types and layers
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/mypy
	$(BIN)/lint-imports

format: setup ## Format the code
	$(BIN)/ruff format $(SOURCES)
	$(BIN)/ruff check --fix $(SOURCES)

lock: ## Pin the dependencies anew (needs uv)
	uv pip compile pyproject.toml --extra embedded --group dev --universal --python-version 3.11 \
		--generate-hashes --no-annotate --no-header --no-emit-index-url --upgrade -o requirements.lock

clean: ## Remove the virtual environment and the sandbox's data
	rm -rf $(VENV) data
