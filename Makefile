# One verb per chore. `make run` and `make test` need nothing but Python 3.11 or newer.

PYTHON ?= python3
PORT ?= 8501
DATA ?=
ROWS ?= 10000 1000000
HARNESS ?=
EDITION ?=
PROGRAMME ?=
COUNTRY ?=
PARTNER ?=
PROJECT ?=
EVIDENCE ?=
LANG_ ?=
OUT ?= pack
SINCE ?=
VENV := .venv
BIN := $(VENV)/bin
# Each process of the tests would compile anew what another has compiled.
unexport PYTHONDONTWRITEBYTECODE
SOURCES := lib pages dashboard.py scripts bench

# One environment for all verbs: they take turns, also under make -j.
.NOTPARALLEL:
.PHONY: run test check template pack lint format unit whole browser bench messages example bundle \
	pictures accept clean python dev

run: python ## serve the dashboard on http://localhost:8501 (or PORT=…), of DATA=… if set
	@$(PYTHON) scripts/environment.py $(VENV) requirements.txt
	@$(if $(DATA),DASHBOARD_DATA="$(DATA)") exec $(BIN)/python -m streamlit run dashboard.py --server.port $(PORT)

test: lint whole browser ## everything that must hold

check: python ## say what is wrong with the tables (or of DATA=folder, zip, workbook, database; JSON=1)
	@$(PYTHON) scripts/environment.py $(VENV) requirements.txt
	@$(BIN)/python -m lib.check $(if $(JSON),--json) $(if $(DATA),"$(DATA)")

template: python ## empty tables to fill in: workbook, CSV files, SQL, in template/ (or TO=…), for texts in LANG_
	@$(PYTHON) scripts/environment.py $(VENV) requirements.txt
	@$(BIN)/python -m lib.template $(if $(LANG_),--language $(LANG_)) $(TO)

# Filters as in the address of a page, several values with commas; LANG alone is the shell's own.
pack: python ## the board pack as files in OUT: make pack EDITION=1 LANG_=it OUT=pack
	@$(PYTHON) scripts/environment.py $(VENV) requirements.txt
	@$(BIN)/python -m lib.exports --out "$(OUT)" $(if $(SINCE),--since "$(SINCE)") \
		$(if $(EDITION),"edition=$(EDITION)") $(if $(PROGRAMME),"programme=$(PROGRAMME)") \
		$(if $(COUNTRY),"country=$(COUNTRY)") $(if $(PARTNER),"partner=$(PARTNER)") \
		$(if $(PROJECT),"project=$(PROJECT)") $(if $(EVIDENCE),"evidence=$(EVIDENCE)") \
		$(if $(LANG_),"lang=$(LANG_)")

lint: dev ## style, types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict $(SOURCES)

format: dev ## put the code in shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

unit: dev ## the quick tests: no pages, packs, servers or other processes
	$(BIN)/python -m pytest tests -m "not integration" -n 2 --dist loadfile \
		--no-loadscope-reorder

whole: dev ## every test that needs no browser
	@postgres=$$($(BIN)/python -m scripts.postgres) || exit 1; \
	POSTGRES="$$postgres" $(BIN)/python -m pytest tests --ignore=tests/browser -n 3 \
		--dist loadfile --no-loadscope-reorder

browser: dev ## tests of the running dashboard in a browser
	@chromium=$$($(BIN)/python -m scripts.browser) || exit 1; \
	postgres=$$($(BIN)/python -m scripts.postgres) || exit 1; \
	echo "Browser: $$chromium"; \
	CHROMIUM="$$chromium" POSTGRES="$$postgres" $(BIN)/python -m pytest tests/browser -n 3 --dist worksteal

bench: dev ## stages, engines side by side; with HARNESS=folder other frameworks, pages, crowds
	@mkdir -p bench/results
	$(BIN)/python -m pytest bench -q --benchmark-columns=median,iqr,max,rounds \
		--benchmark-json=bench/results/stages.json
	$(BIN)/python -m bench.stages
	$(BIN)/python -m bench.engines $(ROWS)
	$(BIN)/python -m bench.sessions
	@HARNESS="$(HARNESS)" $(BIN)/python -m bench.compare $(ROWS)
	$(if $(HARNESS),@HARNESS="$(HARNESS)" $(BIN)/python -m bench.pages)

messages: dev ## bring new texts into the catalogues; lists what lacks a translation
	$(BIN)/python -m scripts.messages

example: dev ## make the illustrative portfolio in data/example anew
	$(BIN)/python -m scripts.example

bundle: ## build the components anew, after a change in lib/component/source; needs Node
	cd lib/component/source && npm ci --ignore-scripts --no-audit --no-fund && npm run build

pictures: dev ## a picture of every page, in pictures/, and the one in the README
	@chromium=$$($(BIN)/python -m scripts.browser) || exit 1; \
	CHROMIUM="$$chromium" $(BIN)/python -m scripts.pictures pictures && \
	CHROMIUM="$$chromium" $(BIN)/python -m scripts.readme_picture

accept: dev ## take the pictures that tests compare every page with anew; look at them before
	@chromium=$$($(BIN)/python -m scripts.browser) || exit 1; \
	CHROMIUM="$$chromium" $(BIN)/python -m scripts.looks

clean: ## remove everything that can be made again
	rm -rf $(VENV) lib/component/source/node_modules pictures bench/made bench/results htmlcov \
		.coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

dev: python
	@$(PYTHON) scripts/environment.py $(VENV) requirements-dev.txt

python:
	@command -v $(PYTHON) >/dev/null || { \
		echo "$(PYTHON) was not found: install Python 3.11 or newer, or name one:" \
			"make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Python 3.11 or newer is needed, but $(PYTHON) is $$($(PYTHON) --version 2>&1);" \
			"name a newer one: make PYTHON=/path/to/python3" >&2; exit 1; }
