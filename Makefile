# What can be done here. Needs Python 3.11 or newer and make, nothing else.

PYTHON ?= python3
PORT ?= 8000
VENV ?= .venv
BIN := $(VENV)/bin
PYTEST := $(BIN)/python -m pytest -q -n auto --maxprocesses 8 --dist worksteal
MANAGE := $(BIN)/python site/manage.py
TEMPLATES := site $(patsubst %/,%,$(dir $(wildcard */apps.py)))

export PYTHONPATH := $(CURDIR)/site:$(CURDIR)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help demo code test journeys bench lint format types migrations new-plugin new-method messages catalogues lock typeface build ci clean

help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed; name one with: make $(MAKECMDGOALS) PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null \
		|| { echo "Python's venv is missing. On Debian: apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.production: requirements/production.txt | $(BIN)/python
	$(BIN)/pip install -q --require-hashes -r requirements/production.txt
	@touch $@

$(VENV)/.development: requirements/dev.txt | $(BIN)/python
	$(BIN)/pip install -q --require-hashes -r requirements/dev.txt
	@touch $@ $(VENV)/.production

demo: export DJANGO_SETTINGS_MODULE := cms.settings.dev
demo: export DEBUG := 0
demo: export BASE_URL := http://127.0.0.1:$(PORT)
demo: $(VENV)/.production ## A running site with content: make demo PORT=8000
	@$(BIN)/python -m cms.catalogues compile
	@$(MANAGE) migrate -v0
	@$(MANAGE) setup_site
	@$(MANAGE) load_demo
	@$(MANAGE) rebuild_search -v0
	@$(MANAGE) collectstatic --noinput -v0
	@echo "Open $(BASE_URL)/ and end with Ctrl+C."
	@$(MANAGE) run_worker & worker=$$!; \
		$(BIN)/gunicorn cms.wsgi --preload --bind 127.0.0.1:$(PORT) --workers 2 --log-level warning & web=$$!; \
		trap 'trap - EXIT; kill $$worker $$web 2>/dev/null; wait; exit 0' INT TERM; \
		trap 'kill $$worker $$web 2>/dev/null; wait' EXIT; \
		wait $$web

code: export DJANGO_SETTINGS_MODULE := cms.settings.dev
code: ## The code that signs in the demo's staff now: make code
	@$(MANAGE) demo_code

test: $(VENV)/.development ## The tests, all but the browser; on SQLite unless DATABASE_URL says otherwise
	$(PYTEST) -m "not browser" $(COVER) $(TESTS)

journeys: $(VENV)/.development ## The journeys in headless Chromium
	$(BIN)/python -m pytest -q -n 2 --dist worksteal -m browser $(TESTS)

bench: $(VENV)/.development ## Measure: one line "name value unit goal" each
	$(BIN)/python -m tests.bench

lint: $(VENV)/.development ## ruff and djlint
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djlint --lint --quiet $(TEMPLATES)

format: $(VENV)/.development ## Format the Python code
	$(BIN)/ruff check --fix --quiet . || true
	$(BIN)/ruff format .

types: $(VENV)/.development ## mypy
	$(BIN)/mypy

migrations: $(VENV)/.development ## Check that no migration is missing
	$(MANAGE) makemigrations --check --dry-run

new-method: ## Begin a method: make new-method name=night_walk
new-plugin: ## Begin a plugin: make new-plugin name=surveys
new-method new-plugin: $(VENV)/.development
	@$(BIN)/python skeletons/begin.py $(@:new-%=%) $(name)

messages: $(VENV)/.development ## Collect new words into the catalogues (needs gettext)
	$(BIN)/python -m cms.catalogues collect

catalogues: $(VENV)/.production ## Compile the catalogues
	$(BIN)/python -m cms.catalogues compile

lock: ## Write the lock files anew (needs uv)
	for set in "production.txt" "dev.txt --group dev"; do \
		uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-annotate --python-version 3.11 \
			--custom-compile-command "make lock" --extra redis pyproject.toml -o requirements/$$set || exit 1; \
	done
	uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-annotate --python-version 3.11 \
		--custom-compile-command "make lock" --group typeface -o requirements/typeface.txt

typeface: ## Make the site's typeface anew from its package
	$(PYTHON) -m venv var/typeface
	var/typeface/bin/pip install -q --require-hashes -r requirements/typeface.txt
	var/typeface/bin/python typeface/build.py

build: $(VENV)/.development ## Build the wheel
	$(BIN)/hatchling build -t wheel

ci: ## Everything, as .ci/run does it
	.ci/run

clean: ## Throw away the demo's database, files and compiled catalogues
	rm -rf var dist
	find $(TEMPLATES) -name '*.mo' -delete
