# Every target works on a fresh machine with Python 3.11 or newer and git.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEMO := demo

.DEFAULT_GOAL := help
.PHONY: help demo test check fix bench backtest torture languages picture docs man lock clean

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

bench: $(READY) ## measure the speed budgets as ratios, in one run
	@$(BIN)/python bench/budgets.py
	@$(BIN)/python bench/pages.py

backtest: $(READY) ## replay the forecast against the past and write docs/forecast.md
	@$(BIN)/python bench/backtest.py

torture: $(READY) ## the long form of every fuzzing test: minutes
	@HUNDREDDAY_TORTURE=1 $(BIN)/pytest -q -n 2

languages: $(READY) ## bring the catalogues of all languages in step with the code
	@$(BIN)/python docs/catalogues.py

picture: $(READY) ## draw the picture of the README anew
	@$(BIN)/python docs/picture.py

docs: $(READY) ## build the manual into build/site, without the network
	@$(BIN)/python docs/generate.py
	@$(BIN)/zensical build --clean --strict
	@rm -f build/site/*.py
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
