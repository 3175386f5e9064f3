# Two commands do everything on a fresh Debian 12: `make demo` and `make test`. Both set up what they need.
PYTHON := .venv/bin/python

.PHONY: env demo test lint bench i18n package link train

env:
	@/usr/bin/env python3 tools/environment.py

demo: env
	@$(PYTHON) tools/demo.py

test: env
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest tests

lint: env
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .

bench: env
	@$(PYTHON) benchmarks $(ARGS)

# Collects the strings into plugin/i18n/pantau_id.ts and compiles them (needs lrelease: apt-get install qttools5-dev-tools).
i18n: env
	@$(PYTHON) tools/i18n.py

package: env
	@$(PYTHON) tools/package.py

# Puts the plugin into your own QGIS profile; PROFILE names another than "default".
link: env
	@$(PYTHON) tools/link.py $(PROFILE)

# Trains the mine model on a folder of tiles: make train DATA=folder [OUT=trained] [ARGS="--epochs 60"]
train: env
	@test -x .venv-train/bin/python || python3 tools/training_environment.py
	@cd models && ../.venv-train/bin/python -m training.train $(abspath $(DATA)) $(abspath $(or $(OUT),trained)) $(ARGS)
