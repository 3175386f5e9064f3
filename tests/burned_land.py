"""Forest and shrub with scars whose pixels are known, as stacks of dates with gamma speckle.

The tests look at some of these, benchmarks/burn.py at all.
"""

import numpy as np
from pantau.plugin.engine.raster.composite import Raster
from scenes import write
from scipy import ndimage

FOREST_DB, SHRUB_DB, LOOKS, DATES = -12.8, -15.2, 4.4, 10
TRANSFORM = (500000.0, 20.0, 0.0, 9900000.0, 0.0, -20.0)


def burned_land(folder, share, *, loss_db=3.0, more_db=0.0, size=384, seed=0):
    """(scenes before, scenes after, (size, size) of bool: the scars). Patches of some hundred metres; `share` of the land burned, and lost
    from loss_db to loss_db + more_db."""
    rng = np.random.default_rng(seed)
    land, fire = (ndimage.gaussian_filter(rng.standard_normal((size, size)), width) for width in (12, 16))
    before = 10 ** (np.where(land > np.quantile(land, 0.4), FOREST_DB, SHRUB_DB) / 10)
    scars = fire > np.quantile(fire, 1 - share)
    lost = loss_db + more_db * (ndimage.gaussian_filter(rng.standard_normal((size, size)), 8) > 0)
    after = before * np.where(scars, 10 ** (-lost / 10), 1)
    stacks = []
    for name, mean in (("pre", before), ("post", after)):
        dates = [(mean * rng.gamma(LOOKS, 1 / LOOKS, mean.shape)).astype(np.float32) for _ in range(DATES)]
        stacks.append([Raster(write(folder / f"{name}_{n}.tif", date, transform=TRANSFORM)) for n, date in enumerate(dates)])
    return (*stacks, scars)


def overlap(one, other):
    """Intersection over union of two arrays of bool."""
    return np.count_nonzero(one & other) / np.count_nonzero(one | other)
