# What a newcomer types. Every target sets the environment up first; a second call installs nothing.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/installed
ARTICLES ?=
# JupyterLab would ask, in a pop-up, whether to fetch news.
LAB_SETTINGS := .venv/etc/jupyter/labconfig/default_setting_overrides.json
NO_NEWS := {"@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": false}}
export PYTHONUTF8 := 1

.PHONY: report test lab notebooks score docs picture bundle bench lock clean

report: $(STAMP)  ## code the articles, run the notebooks, write reports/index.html
	$(BIN)/attache report $(if $(ARTICLES),--articles "$(ARTICLES)")

test: $(STAMP)  ## every check: style, types, tests, notebooks, a report in a browser
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder

lab: $(STAMP)  ## JupyterLab on the notebooks
	$(BIN)/attache extract
	@mkdir -p $(dir $(LAB_SETTINGS)) && echo '$(NO_NEWS)' > $(LAB_SETTINGS)
	$(BIN)/jupyter lab $(if $(filter 0,$(shell id -u)),--allow-root) notebooks

notebooks: $(STAMP)  ## run the notebooks on the frozen tables and store what they show
	$(BIN)/python -m tests.refresh_notebooks

score: $(STAMP)  ## precision and recall against the hand-coded rows
	$(BIN)/python -m tests.scoring --external

docs: $(STAMP)  ## regenerate data/README.md, the codebook's lists and the rows that README.md shows
	$(BIN)/python -m analysis.pages.data
	$(BIN)/python -m analysis.pages.codebook
	$(BIN)/python -m analysis.pages.readme

picture: $(STAMP)  ## draw reports/network.png, the README's picture (needs chromium)
	$(BIN)/python -m tests.refresh_picture

bench: $(STAMP)  ## speed, as figures and ratios
	$(BIN)/python -m benchmarks.coding
	$(BIN)/python -m benchmarks.pages

bundle:  ## rebuild the plotly.js bundle of the reports (needs node and npm)
	sh analysis/report_template/build_bundle.sh

lock: $(STAMP)  ## pin the newest versions that pyproject.toml allows
	$(BIN)/uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 \
	  --generate-hashes --no-header --no-annotate --upgrade --quiet -o requirements.lock

clean:  ## remove the environment and everything that is written by a run
	rm -rf .venv data/tables reports/runs reports/.locks reports/.schedule reports/*.html reports/*.csv reports/feed.xml

# pip would take three times as long: it installs only uv, by its hash from the same lock.
$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Attaché needs Python 3.11 or newer: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	sed -n '/^uv==/,/[^\\]$$/p' requirements.lock > .venv/uv.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r .venv/uv.txt
	$(BIN)/uv pip install --quiet --no-deps --require-hashes --compile-bytecode -r requirements.lock
	$(BIN)/uv pip install --quiet --no-deps --no-build-isolation --compile-bytecode -e .
	touch $(STAMP)
