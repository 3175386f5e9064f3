# Two commands do everything on a fresh Debian 12: `make demo` and `make test`. Both set up what they need.
PYTHON := .venv/bin/python

.PHONY: env demo test lint bench chains i18n screenshots docs package try-package check link training train evaluate crossvalidate

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

# The shipped chains, models/chains/*.model3, from what tools/chains.py draws; with a seed of Qt's, they are the same each time.
chains: env
	@QT_HASH_SEED=0 $(PYTHON) tools/chains.py

# Collects the strings into plugin/i18n/pantau_id.ts and compiles them (needs lrelease: apt-get install qttools5-dev-tools).
i18n: env
	@$(PYTHON) tools/i18n.py

# The pictures of the guide, taken in QGIS itself: docs/screenshots/{en,id}.
screenshots: env
	@$(PYTHON) tools/screenshots.py

# The guide: each algorithm's page from its own help, and all pages as HTML for the Help buttons.
docs: env
	@$(PYTHON) tools/docs.py

# dist/pantau-VERSION.zip for the plugin repository, checked as the repository checks it.
package: env
	@$(PYTHON) tools/package.py

# Every algorithm and the windows from that zip, in an empty profile of this machine's QGIS.
try-package: env
	@$(PYTHON) tools/try_package.py $(ARGS)

# What a release must pass besides the tests.
check: lint package try-package

# Puts the plugin into your own QGIS profile; PROFILE names another than "default".
link: env
	@$(PYTHON) tools/docs.py --html
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
