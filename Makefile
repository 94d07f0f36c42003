# Everything a newcomer types. `make` alone lists it.

PORT ?= 8000
HOST ?= 127.0.0.1
COUNCIL ?= demonstration
VAR := $(or $(IRO_VAR),$(CURDIR)/var)
# More for pytest: make test ARGS="tests/statute -x"
ARGS ?=
PYTHON_HERE := .venv/bin/python
# An environment as in production, for the checks of a deployment; nothing connects to it.
PRODUCTION := SECRET_KEY=$$($(PYTHON_HERE) -c 'import secrets; print(secrets.token_urlsafe(60))') \
	DATABASE_URL=postgresql://iro@postgres/iro REDIS_URL=redis://redis:6379/0 \
	ALLOWED_HOSTS=iro.example.org IRO_DEMONSTRATION=0 DEBUG=0
TYPED := statute $(wildcard */actions.py */actions */querysets.py */querysets)

.DEFAULT_GOAL := help
.PHONY: help run test check quick-check style types imports migrations settings setup libraries
.PHONY: test-programs lock scale long bench

help: ## List these targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1	\2/' | expand -t 22

run: setup libraries ## Run the service with the demonstration council [PORT=8000] [COUNCIL=empty]
	@exec env COUNCIL=$(COUNCIL) IRO_VAR='$(VAR)' IRO_HTTPS=$${IRO_HTTPS:-0} \
		$(PYTHON_HERE) manage.py serve --host $(HOST) --port $(PORT)

# The tests have servers of their own, so they can run beside `make run`.
test: setup libraries test-programs ## Run every test, browser journeys included [ARGS=...]
	@IRO_VAR='$(VAR)/test' $(PYTHON_HERE) -m pytest -n 2 --dist loadfile --no-loadscope-reorder $(ARGS)

# In `make test` the long lists have 1,000 rows; here as many as are promised.
scale: setup libraries test-programs ## Prove the queues' indexes and the lists' queries at 10,000 rows
	@IRO_VAR='$(VAR)/test' SCALE_ROWS=10000 $(PYTHON_HERE) -m pytest -n 2 --dist loadfile --no-loadscope-reorder tests/scale $(ARGS)

# Hundreds of thousands of rows, and processes killed at random moments.
long: setup libraries test-programs ## Prove the import at its full size, and that a crash leaves all or nothing
	@IRO_VAR='$(VAR)/test' $(PYTHON_HERE) -m pytest tests/long $(ARGS)

# Ratios in one run: a time by itself says more of the machine than of the report.
bench: setup libraries test-programs ## Time the report's PDF beside WeasyPrint, Chromium and Typst
	@$(PYTHON_HERE) -m pip install --quiet --disable-pip-version-check --require-hashes -r setup/bench.lock
	@IRO_VAR='$(VAR)/bench' $(PYTHON_HERE) manage.py migrate --verbosity 0
	@IRO_VAR='$(VAR)/bench' $(PYTHON_HERE) manage.py demo
	@IRO_VAR='$(VAR)/bench' IRO_TODAY=2017-07-20 $(PYTHON_HERE) -m tests.bench

check: quick-check test ## All that is checked before a change is accepted

# Each by itself, so that `make --keep-going` tells all that is wrong at once.
quick-check: style types imports migrations settings ## All of them but the tests

style: setup
	$(PYTHON_HERE) -m ruff check .
	$(PYTHON_HERE) -m ruff format --check .

types: setup
	IRO_SERVERS=off $(PYTHON_HERE) -m mypy $(TYPED)

imports: setup
	IRO_SERVERS=off .venv/bin/lint-imports

migrations: setup
	IRO_VAR='$(VAR)/test' $(PYTHON_HERE) manage.py makemigrations --check --dry-run

settings: setup libraries
	$(PRODUCTION) $(PYTHON_HERE) manage.py check --deploy --fail-level WARNING

setup: ## Install the locked packages and build the front end; quick when nothing changed
	@mkdir -p '$(VAR)' 2>/dev/null || true
	@sh setup/python.sh
	@sh setup/front-end.sh

libraries:
	@sh setup/libraries.sh

test-programs:
	@sh setup/test-programs.sh

# No registry address may be written into either file: everyone installs from their own.
lock: setup ## Choose newer packages within the limits of pyproject.toml and package.json
	$(PYTHON_HERE) -m piptools compile --quiet --upgrade --extra dev --generate-hashes --strip-extras \
		--allow-unsafe --no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
		--output-file requirements.lock pyproject.toml
	[ ! -f package.json ] || npm update --package-lock-only --no-audit --no-fund
	$(PYTHON_HERE) -m piptools compile --quiet --upgrade --generate-hashes --strip-extras \
		--allow-unsafe --no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
		--output-file setup/validator.lock setup/validator.in
	@# Sponsors' addresses are no part of a lock.
	@$(PYTHON_HERE) -c 'import json, pathlib; p = pathlib.Path("package-lock.json"); d = json.loads(p.read_text()); [one.pop("funding", None) for one in d["packages"].values()]; p.write_text(json.dumps(d, indent=2) + "\n")'
