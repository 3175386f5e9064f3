"""How well the samples of two classes can be told apart before any forest is grown."""

from __future__ import annotations

import numpy as np

RIDGE = 1e-9  # of a band's variance over all samples: lets a band without variance, or two of the same, be inverted


def jeffries_matusita(values: np.ndarray, columns: np.ndarray, classes: int) -> np.ndarray:
    """(classes, classes) float64: the Jeffries-Matusita distance of each pair, from 0, the same, to 2, apart; nan on the diagonal.

    values: (n, bands). columns: (n,) the class of each sample, 0 .. classes - 1. Also nan where a class has no more samples than
    bands: its covariance is not known then.
    2 (1 - exp(-B)) with the Bhattacharyya distance of two normal distributions (Richards & Jia 2006, equations 10.2 to 10.4)
    B = 1/8 d' S^-1 d + 1/2 ln(|S| / sqrt(|S1| |S2|)), d = m1 - m2, S = (S1 + S2) / 2.
    """
    values = values.astype(np.float64)
    spread = values.std(axis=0)
    values = (values - values.mean(axis=0))[:, spread > 0] / spread[spread > 0]  # the distance does not depend on the units
    bands = values.shape[1]
    means, matrices, logs = {}, {}, {}
    for kind in range(classes):
        own = values[columns == kind]
        if len(own) > bands > 0:
            means[kind] = own.mean(axis=0)
            matrices[kind] = np.cov(own, rowvar=False).reshape(bands, bands) + RIDGE * np.eye(bands)
            logs[kind] = np.linalg.slogdet(matrices[kind])[1]
    result = np.full((classes, classes), np.nan)
    for one in means:
        for other in means:
            if one < other:
                middle, gap = (matrices[one] + matrices[other]) / 2, means[one] - means[other]
                distance = gap @ np.linalg.solve(middle, gap) / 8
                distance += (np.linalg.slogdet(middle)[1] - (logs[one] + logs[other]) / 2) / 2
                result[one, other] = result[other, one] = 2 * (1 - np.exp(-max(0.0, distance)))
    return result
