# make site   builds the whole site into site/        make check  checks the content only
# make pdf    the handbooks of the built site, only those that changed
# make serve  live preview while writing               make fix    mends what a machine can mend
# make test   installs what tests need, runs all of them
# make deploy the site with compressed files, for a server of one's own (deploy/)
# make offline a zip of the site for a USB stick
# make search-eval  how well the search answers, beside the theme's own
# make bench  speed of the check and of the build      make lock   writes the requirements anew
# make audit  axe, the Nu checker, Lighthouse and the request detector over the whole site (needs node)
# make fuzz   looks for text that breaks the check or the fix, for a minute (SECONDS=600: ten)

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PYTHONPATH := hooks
unexport PYTHONDONTWRITEBYTECODE
export NO_MKDOCS_2_WARNING := 1
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 0)

.PHONY: site deploy offline serve fix check test bench audit fuzz search-eval pdf lock clean

site: $(VENV)/site
	@rm -rf .build && mkdir -p .build
	$(BIN)/mkdocs build --strict --site-dir .build/site
	@$(BIN)/python -m guidebook handbooks --site .build/site
	@if [ -d site ]; then mv site .build/previous; fi; mv .build/site site; rm -rf .build
	@echo "Vietne ir mapē $(CURDIR)/site — atveriet site/index.html caur: $(PYTHON) -m http.server -d site"

pdf: $(VENV)/site
	@$(BIN)/python -m guidebook handbooks

deploy: site
	@$(BIN)/python -m guidebook compress

offline: $(VENV)/site
	@rm -rf .build && mkdir -p .build
	GUIDE_SITE_URL= $(BIN)/mkdocs build --strict --site-dir .build/site
	@$(BIN)/python -m guidebook handbooks --site .build/site
	@$(BIN)/python -m guidebook offline --site .build/site
	@rm -rf .build

serve: $(VENV)/site
	$(BIN)/watchfiles --filter python "$(BIN)/mkdocs serve --livereload" hooks

check: $(VENV)/site
	@$(BIN)/python -m guidebook check

fix: $(VENV)/site
	@$(BIN)/python -m guidebook fix

test: $(VENV)/test
	tests/install-packages
	$(BIN)/ruff check hooks tests .github
	$(BIN)/ruff format --check hooks tests .github
	$(BIN)/mypy
	$(BIN)/pytest

bench: $(VENV)/test
	$(BIN)/python tests/bench/bench.py
	$(BIN)/python tests/bench/handbook.py
	PYTHONPATH=hooks:tests $(BIN)/python tests/bench/bench_search.py

audit: $(VENV)/test
	tests/install-packages
	$(BIN)/python tests/audit/audit.py $(AUDIT)

fuzz: $(VENV)/test
	$(BIN)/python tests/fuzz/fuzz.py --seconds $(or $(SECONDS),60)

# DOCS=documents.json QUERIES=queries.json: another set than the project's own
search-eval: $(VENV)/test
	@PYTHONPATH=hooks:tests $(BIN)/python tests/search/evaluate.py $(if $(DOCS),--documents $(DOCS) --queries $(QUERIES))

lock: $(VENV)/test
	$(BIN)/uv pip compile -q --universal --python-version 3.11.5 --generate-hashes --no-header requirements.in -o requirements.txt
	$(BIN)/uv pip compile -q --universal --python-version 3.11.5 --generate-hashes --no-header tests/requirements.in -o tests/requirements.txt

clean:
	rm -rf $(VENV) site .build .cache

$(VENV)/site: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11, 5))' || \
		{ echo "Vajag Python 3.11.5 vai jaunāku: make PYTHON=python3.12 site"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Trūkst Python moduļa venv (Debian: apt install python3-venv)"; exit 1; }
	@echo "Ieliek vietnes būvēšanai vajadzīgo (requirements.txt) …"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/test: $(VENV)/site tests/requirements.txt
	@echo "Ieliek pārbaudēm vajadzīgo (tests/requirements.txt) …"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r tests/requirements.txt
	@touch $@
