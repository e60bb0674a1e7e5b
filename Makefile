# Every target works on a fresh machine with Python 3.11 or newer and git.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEMO := demo

.DEFAULT_GOAL := help
.PHONY: help demo test check fix bench backtest torture languages picture dist pythons lowest docs man lock clean

help: ## show these lines
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | column -t -s '|'

demo: $(READY) ## install, build a living example accelerator in demo/, show its dashboard
	@rm -rf $(DEMO)
	@$(BIN)/hundredday demo $(DEMO)
	@$(BIN)/hundredday -C $(DEMO) status
	@echo
	@echo "Look around: $(BIN)/hundredday -C $(DEMO) status small-claims"

test: $(READY) ## run all tests
	@$(BIN)/pytest -q -n 2

check: $(READY) ## everything that must hold besides the tests: style, types, layers, docs in step
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/python docs/generate.py --check

fix: $(READY) ## mend what can be mended by machine, and write the generated docs
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .
	@$(BIN)/python docs/generate.py

bench: $(READY) ## measure speed beside the peers that are installed, and write docs/performance.md
	@$(BIN)/python bench/run.py

backtest: $(READY) ## replay the forecast against the past and write docs/forecast.md
	@$(BIN)/python bench/backtest.py

torture: $(READY) ## the long form of every fuzzing test: minutes
	@HUNDREDDAY_TORTURE=1 $(BIN)/pytest -q -n 2
	@$(BIN)/python tests/fuzzing/reader.py 1000000

languages: $(READY) ## bring the catalogues of all languages in step with the code
	@$(BIN)/python docs/catalogues.py

picture: $(READY) ## draw the picture of the README anew
	@$(BIN)/python docs/picture.py

dist: $(READY) ## build the wheel and the sdist into dist/, the same bytes each time
	@rm -rf dist
	@SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) $(BIN)/python -m hatchling build -d dist

PYTHONS ?= 3.11 3.12 3.13
TESTS ?= tests
pythons: $(READY) ## run the tests on each Python of PYTHONS that is there (TESTS=… for some of them)
	@for v in $(PYTHONS); do \
	  found=$$(pyenv prefix $$v 2>/dev/null)/bin/python; test -x $$found || found=$$(command -v python$$v) || { echo "no python$$v here"; continue; }; \
	  echo "== $$($$found --version)"; rm -rf build/python-$$v; $$found -m venv build/python-$$v && \
	  build/python-$$v/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.txt && \
	  build/python-$$v/bin/python -m pip install -qq --disable-pip-version-check --no-build-isolation --no-deps -e . && \
	  build/python-$$v/bin/pytest -q -n 2 $(TESTS) || exit 1; \
	done

lowest: $(READY) ## run the tests with the lowest dependencies that pyproject.toml allows
	@mkdir -p build
	@$(BIN)/uv pip compile pyproject.toml --extra excel --resolution lowest-direct --quiet --no-emit-index-url --no-emit-find-links -o build/lowest.txt
	@rm -rf build/lowest && $(PYTHON) -m venv build/lowest
	@build/lowest/bin/python -m pip install -qq --disable-pip-version-check -r build/lowest.txt
	@$(BIN)/uv pip install --quiet --python build/lowest/bin/python -c build/lowest.txt --group dev
	@build/lowest/bin/python -m pip install -qq --disable-pip-version-check --no-build-isolation --no-deps -e .
	@build/lowest/bin/pytest -q -n 2 $(TESTS)

docs: $(READY) ## build the manual into build/site, without the network
	@$(BIN)/python docs/generate.py
	@$(BIN)/zensical build --clean --strict
	@rm -rf build/site/*.py build/site/making
	@echo "Open build/site/index.html"

man: $(READY) ## show the manual page as `man hundredday` will
	@$(BIN)/python docs/generate.py
	@man -l docs/man/hundredday.1

lock: $(READY) ## write requirements.txt anew from pyproject.toml, with hashes
	@$(BIN)/uv pip compile pyproject.toml --group dev --universal --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --quiet -o requirements.txt

clean: ## remove the environment, the demo and every cache
	@rm -rf $(VENV) $(DEMO) build dist .mypy_cache .ruff_cache .hypothesis .import_linter_cache

$(READY): requirements.txt pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@
