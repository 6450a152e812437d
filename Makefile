# The commands of a newcomer and of a developer. Everything is installed into .venv and .tools, nowhere else.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LETTER := examples/nist-ai-800-1/letter.md
TESTS ?= tests

.PHONY: letter test check docs clean

letter: $(VENV)/installed ## Build the example letter and say where it is.
	@$(BIN)/comment-kit build $(LETTER) $(shell command -v soffice >/dev/null 2>&1 && echo --paginate)

test: $(VENV)/tested ## Install what the tests need and run them.
	@$(BIN)/python -m pytest -n auto $(TESTS)

check: $(VENV)/tested ## Everything that must be green before a change is shared.
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m pytest -n auto --cov --cov-report=term-missing:skip-covered $(TESTS)

docs: $(VENV)/tested ## Make the reference pages anew from the program.
	@$(BIN)/python docs/make_reference.py

clean: ## Remove what make installed and built.
	rm -rf $(VENV) .tools dist build

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "comment-kit needs Python 3.11 or newer: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --upgrade pip

$(VENV)/installed: pyproject.toml $(VENV)/bin/python
	@$(BIN)/python -m pip install --quiet --editable .
	@$(BIN)/python -m compileall -q comment_kit
	@touch $@

$(VENV)/tested: pyproject.toml $(VENV)/installed
	@$(BIN)/python -m pip install --quiet --group test
	@touch $@
