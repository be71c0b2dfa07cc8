# What can be done here. Needs Python 3.11 or newer and make, nothing else.

PYTHON ?= python3
PORT ?= 8000
VENV ?= .venv
BIN := $(VENV)/bin
PYTEST := $(BIN)/python -m pytest -q -n auto --maxprocesses 8 --dist worksteal
MANAGE := $(BIN)/python site/manage.py
# What is installed is known by the content of its lock file: it is installed once, whatever git does to the file's date.
PRODUCTION := $(VENV)/.production-$(firstword $(shell cksum < requirements/production.txt))
DEVELOPMENT := $(VENV)/.development-$(firstword $(shell cksum < requirements/dev.txt))
TEMPLATES := site $(patsubst %/,%,$(dir $(wildcard */apps.py)))

export PYTHONPATH := $(CURDIR)/site:$(CURDIR)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help install demo pictures code test journeys bench lint format types migrations new-plugin new-method messages catalogues lock typeface build ci clean

help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed; name one with: make $(MAKECMDGOALS) PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null \
		|| { echo "Python's venv is missing. On Debian: apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(PRODUCTION): | $(BIN)/python
	@echo "Installing what the site needs, into $(VENV): once, about a minute ..."
	@$(BIN)/pip install -q --require-hashes -r requirements/production.txt
	@touch $@

$(DEVELOPMENT): | $(BIN)/python
	@echo "Installing what the site and its tests need, into $(VENV): once, about two minutes ..."
	@$(BIN)/pip install -q --require-hashes -r requirements/dev.txt
	@touch $@ $(PRODUCTION)

install: $(DEVELOPMENT) ## What the site and its tests need, into .venv; the other commands do it themselves

demo: export DJANGO_SETTINGS_MODULE := cms.settings.dev
demo: export DEBUG := 0
demo: export BASE_URL := http://127.0.0.1:$(PORT)
demo: $(PRODUCTION) ## A running site with content: make demo PORT=8000
	@echo "1 of 5  Words in Swedish"; $(BIN)/python -m cms.catalogues compile
	@echo "2 of 5  Database"; $(MANAGE) migrate -v0 && $(MANAGE) setup_site -v0
	@echo "3 of 5  Dialogues, people and answers, counted from today: about half a minute the first time"; $(MANAGE) load_demo -v0
	@echo "4 of 5  Search"; $(MANAGE) rebuild_search -v0
	@echo "5 of 5  Style sheets and pictures"; $(MANAGE) collectstatic --noinput -v0
	@$(MANAGE) load_demo
	@echo; echo "Open $(BASE_URL)/ and end with Ctrl+C."
	@$(MANAGE) run_worker & worker=$$!; \
		$(BIN)/gunicorn cms.wsgi --preload --bind 127.0.0.1:$(PORT) --workers 2 --log-level warning & web=$$!; \
		trap 'trap - EXIT; kill $$worker $$web 2>/dev/null; wait; exit 0' INT TERM; \
		trap 'kill $$worker $$web 2>/dev/null; wait' EXIT; \
		wait $$web

pictures: $(DEVELOPMENT) ## Make the README's pictures anew, from the demo that runs at PORT
	@$(BIN)/python -m tests.journeys.pictures http://127.0.0.1:$(PORT)

code: export DJANGO_SETTINGS_MODULE := cms.settings.dev
code: ## The code that signs in the demo's staff now: make code
	@$(MANAGE) demo_code

test: $(DEVELOPMENT) ## The tests, all but the browser; on SQLite unless DATABASE_URL says otherwise
	$(PYTEST) -m "not browser" $(COVER) $(TESTS)

journeys: $(DEVELOPMENT) ## The journeys in headless Chromium
	$(BIN)/python -m pytest -q -n 2 --dist worksteal -m browser $(TESTS)

bench: $(DEVELOPMENT) ## Measure: one line "name value unit goal" each
	$(BIN)/python -m tests.bench

lint: $(DEVELOPMENT) ## ruff and djlint
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djlint --lint --quiet $(TEMPLATES)

format: $(DEVELOPMENT) ## Format the Python code
	$(BIN)/ruff check --fix --quiet . || true
	$(BIN)/ruff format .

types: $(DEVELOPMENT) ## mypy
	$(BIN)/mypy

migrations: $(DEVELOPMENT) ## Check that no migration is missing
	$(MANAGE) makemigrations --check --dry-run

new-method: ## Begin a method: make new-method name=night_walk
new-plugin: ## Begin a plugin: make new-plugin name=surveys
new-method new-plugin: $(DEVELOPMENT)
	@$(BIN)/python skeletons/begin.py $(@:new-%=%) $(name)

messages: $(DEVELOPMENT) ## Collect new words into the catalogues (needs gettext)
	$(BIN)/python -m cms.catalogues collect

catalogues: $(PRODUCTION) ## Compile the catalogues
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

build: $(DEVELOPMENT) ## Build the wheel
	$(BIN)/hatchling build -t wheel

ci: ## Everything, as .ci/run does it
	.ci/run

clean: ## Throw away the demo's database, files and compiled catalogues
	rm -rf var dist
	find $(TEMPLATES) -name '*.mo' -delete
