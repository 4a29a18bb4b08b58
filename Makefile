# make            set up what is missing and build every document into output/
# make check      the loop of every day: format, lint, types and the tests that neither build, typeset nor start programs
# make format     format the code;  make data: renew what is generated (schemas, tables of the guide, measures of faces)
# make test       the same set-up with what tests need, then all tests, ruff and mypy; a missing program fails
# make setup      only the set-up of `make`;  make setup-test: only the set-up of `make test`
# make proof      the long proofs;  make bench: how long reading and telling mistakes take, and the ratios of docs/performance.md
# make performance  measure how fast documents are made, into docs/performance.md; half an hour on a machine without other work
# make conformance  hold the PDFs to PDF/A-3a and PDF/UA-1 with veraPDF, rule by rule; needs Java and Maven
# make windows    try the program with Windows' Python under Wine 10, step by step, against Linux; needs Java, Maven and, but on
#                 Debian 13 with Wine, debootstrap and root; takes 1.5 GB in .tools/ and some ten minutes
# make coverage-of-source  how much of the published plan the data holds, row by row of docs/source.md
# make pictures   draw the pictures of the README and of docs/typography.md from the built documents
# make wheelhouse the wheels for a machine without a network; for another system: make wheelhouse TARGET="win_amd64 3.12";
#                 with the second engine: make wheelhouse TARGET=--weasyprint
# make lock       resolve the locks again;  make clean: remove what was made here
#
# A stamp in .stamps/ is written last, so a step that broke is repeated, and depends on what makes it stale.
# System packages have no stamp: looking takes a moment, and the folder may have come from another machine.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := build
.NOTPARALLEL:

PYTHON ?= python3
export PYTHON
# A build and a test run start many processes, which would compile every module again.
unexport PYTHONDONTWRITEBYTECODE
VENV := .venv
VENV_PYTHON := $(VENV)/bin/python
PIP := $(VENV_PYTHON) -m pip --disable-pip-version-check
JOBS ?= 2
# Neighbours stay in one process, which keeps what it made for them; one that is done takes from the end of another.
PYTEST = $(VENV_PYTHON) -m pytest -n $(JOBS) --dist worksteal

.PHONY: build pictures coverage-of-source check format data test setup setup-test system system-test proof bench performance conformance windows wheelhouse lock clean

build: setup
	$(VENV)/bin/sanad build

check: .stamps/project .stamps/test
	$(VENV)/bin/ruff format --check
	$(VENV)/bin/ruff check
	$(VENV)/bin/mypy
	$(PYTEST) -m 'not proof and not slow'

format: .stamps/test
	$(VENV)/bin/ruff format
	$(VENV)/bin/ruff check --fix

data: .stamps/project
	$(VENV_PYTHON) -m generator.authoring.renew

test: setup-test
	$(PYTEST) --tools-required
	$(VENV)/bin/ruff format --check
	$(VENV)/bin/ruff check
	$(VENV)/bin/mypy

coverage-of-source: .stamps/project .stamps/test
	$(VENV_PYTHON) -m tests.source

proof: setup-test
	$(PYTEST) --tools-required -m proof

bench: setup
	$(VENV_PYTHON) bench/reading.py
	$(VENV_PYTHON) bench/wrong.py
	$(VENV_PYTHON) -m bench.ratios

performance: setup
	$(VENV_PYTHON) -m bench.performance

conformance: setup .stamps/verapdf
	$(VENV_PYTHON) tools/check-conformance . $(FILES)

windows: setup system-test .stamps/windows
	$(VENV_PYTHON) -m tools.windows

pictures: setup system-test
	$(VENV_PYTHON) tools/make-pictures .

setup: .stamps/project
setup-test: system-test .stamps/project .stamps/test .stamps/ooxml-validator

system:
	tools/install-system-packages build

system-test:
	tools/install-system-packages test

# Make follows the link to the interpreter: a newer Python on the machine makes the environment stale too.
$(VENV_PYTHON) $(VENV)/bin/pip: | system
	tools/create-environment $(PYTHON) $(VENV)

.stamps/runtime: requirements.lock $(VENV_PYTHON) $(VENV)/bin/pip
	$(PIP) install --quiet --require-hashes --requirement requirements.lock
	mkdir -p $(@D) && touch $@

.stamps/project: pyproject.toml .stamps/runtime
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	mkdir -p $(@D) && touch $@

.stamps/test: requirements-test.lock .stamps/runtime
	$(PIP) install --quiet --require-hashes --requirement requirements-test.lock
	mkdir -p $(@D) && touch $@

.stamps/ooxml-validator: $(wildcard tools/ooxml-validator/* tools/ooxml-validator/.npmrc) tools/install-ooxml-validator .stamps/test
	tools/install-ooxml-validator $(VENV_PYTHON)
	mkdir -p $(@D) && touch $@

.stamps/verapdf: tools/verapdf/pom.xml tools/verapdf/SHA256SUMS tools/install-verapdf
	tools/install-verapdf
	mkdir -p $(@D) && touch $@

.stamps/windows: $(addprefix tools/windows/,install pom.xml SHA256SUMS sitecustomize.py)
	tools/windows/install
	mkdir -p $(@D) && touch $@

wheelhouse: setup
	$(VENV_PYTHON) tools/make-wheelhouse wheelhouse $(TARGET)

lock: setup
	tools/resolve-locks $(VENV_PYTHON)

clean:
	rm -rf .stamps .tools .visual $(VENV) build wheelhouse sanad.egg-info .pytest_cache .mypy_cache .ruff_cache
	find generator tests -name __pycache__ -type d -prune -exec rm -rf {} +
