# make         set everything up in .venv and show the dossier of an example article
# make test    what a change must pass: ruff, mypy, pytest
# make lock    bring the lock files up to date with pyproject.toml (needs uv)
# make readme  put what the program prints now into the README's example
# make clean   remove what these made

PYTHON ?= python3
BIN := .venv/bin
# Everything is pinned with its hash, so there is nothing to resolve. pip 23.0 (Debian 12's) does not resolve some
# of these packages' extras rightly.
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps

.PHONY: example install check test lock readme clean

example: install
	$(BIN)/dragoman read examples/column.txt

install: .venv/installed

.venv/created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo "Dragoman needs Python 3.11 or later; $(PYTHON) is $$($(PYTHON) --version 2>&1). Say which: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	    { echo "$(PYTHON) cannot make a virtual environment. On Debian and Ubuntu: apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/installed: .venv/created requirements.lock pyproject.toml
	$(INSTALL) --require-hashes -r requirements.lock
	$(INSTALL) --editable .
	@touch $@

.venv/installed-dev: .venv/installed requirements-dev.lock
	$(INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@

check: .venv/installed-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

test: check
	$(BIN)/python -m pytest

LOCK := uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
    --no-emit-find-links --custom-compile-command 'make lock'
lock:
	$(LOCK) --output-file requirements.lock
	$(LOCK) --group dev --constraints requirements.lock --output-file requirements-dev.lock

readme: install
	$(BIN)/dragoman read examples/column.txt > .venv/example
	awk '/^```text$$/ {print; while ((getline line < ".venv/example") > 0) print line; skip = 1} \
	    /^```$$/ {skip = 0} !skip' README.md > .venv/readme && cp .venv/readme README.md

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis
