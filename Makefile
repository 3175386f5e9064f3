# Two commands do everything on a fresh Debian 12: `make demo` and `make test`. Both set up what they need.
PYTHON := .venv/bin/python

.PHONY: env demo test lint bench i18n screenshots package link training train evaluate crossvalidate

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

# The pictures of the guide, taken in QGIS itself: docs/screenshots/{en,id}.
screenshots: env
	@$(PYTHON) tools/screenshots.py

package: env
	@$(PYTHON) tools/package.py

# Puts the plugin into your own QGIS profile; PROFILE names another than "default".
link: env
	@$(PYTHON) tools/link.py $(PROFILE)

# Without DATA: the shipped mine model, from the tiles in PANTAU_DATA and the reviewed labels. With DATA: a model of your own.
TILES := "$$(cd "$$here" && realpath -m "$(or $(PANTAU_DATA),../shared/data)/mines")"
REVIEWED := --decisions training/mine_labels/decisions.csv --patch-decisions training/mine_labels/patches.csv \
	--negatives $(TILES)/negatives_amazon_l2a.npz --positives $(TILES)/positives_amazon_l2a.npz
SHIPPED := --about training/mine_labels/about.json --fold 4 --bands B04,B03,B02
LEARN := cd models && ../.venv-train/bin/python -m

training:
	@python3 tools/training_environment.py

# make train [DATA=folder] [OUT=trained] [ARGS="--epochs 60"]
train: training
	@here="$$PWD"; $(LEARN) training.train $(if $(DATA),"$$(cd "$$here" && realpath "$(DATA)")",$(TILES) $(REVIEWED) $(SHIPPED)) \
		"$$(cd "$$here" && realpath -m "$(or $(OUT),trained)")" $(ARGS)

# The card's figures of the shipped model, measured again.
evaluate: training
	@here="$$PWD"; $(LEARN) training.evaluate mine_unet/mine_unet.onnx $(TILES) $(REVIEWED) --check \
		--output "$$(cd "$$here" && realpath -m "$(or $(OUT),evaluation)")" $(ARGS)

# One training for each fold; every tile is scored by the network that has not seen its group.
crossvalidate: training
	@here="$$PWD"; $(LEARN) training.crossvalidate $(if $(DATA),"$$(cd "$$here" && realpath "$(DATA)")",$(TILES) $(REVIEWED)) \
		"$$(cd "$$here" && realpath -m "$(or $(OUT),crossvalidation)")" $(ARGS)
