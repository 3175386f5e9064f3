"""Losses for a rare class, each the mean over the pixels that count; names may be added up: `bce+dice`, `focal+0.5*tversky`."""

from __future__ import annotations

from typing import Callable

import torch
from torch import Tensor, nn

Loss = Callable[[Tensor, Tensor, Tensor], Tensor]  # logits, truth (0 or 1), counts (0 or 1): all (n, 1, rows, cols), float32


def bce(logits: Tensor, truth: Tensor, counts: Tensor) -> Tensor:
    """Binary cross-entropy: calibrates."""
    each = nn.functional.binary_cross_entropy_with_logits(logits, truth, reduction="none")
    return (each * counts).sum() / counts.sum().clamp(min=1)


def focal(logits: Tensor, truth: Tensor, counts: Tensor, gamma: float = 2.0) -> Tensor:
    """Cross-entropy with easy pixels played down (Lin et al. 2017, eq. 4, gamma 2)."""
    each = nn.functional.binary_cross_entropy_with_logits(logits, truth, reduction="none")
    missed = 1 - torch.exp(-each)  # 1 - probability of the true class
    return (missed**gamma * each * counts).sum() / counts.sum().clamp(min=1)


def tversky(logits: Tensor, truth: Tensor, counts: Tensor, alpha: float = 0.3, beta: float = 0.7) -> Tensor:
    """1 - Tversky index of the batch (Salehi et al. 2017): alpha weighs false alarms, beta misses."""
    probability, truth = torch.sigmoid(logits) * counts, truth * counts
    hit = (probability * truth).sum()
    alarm, missed = (probability * (1 - truth)).sum(), ((1 - probability) * truth).sum()
    return 1 - (hit + 1) / (hit + alpha * alarm + beta * missed + 1)


def dice(logits: Tensor, truth: Tensor, counts: Tensor) -> Tensor:
    """1 - Dice coefficient of the batch (Milletari et al. 2016): minds rare mines."""
    return tversky(logits, truth, counts, 0.5, 0.5)


def somewhere(logits: Tensor, within: Tensor, share: float = 0.15) -> Tensor:
    """The loss of patches of which is known only that a mine is in them: cross-entropy of the mean of their highest logits.

    Multiple-instance learning with the top `share` of each patch's pixels (Ilse et al. 2018 review such poolings). logits, within (0
    or 1): (n, 1, rows, cols), even sides; a patch is what is `within` of a quarter of an image.
    """
    n, _, rows, cols = logits.shape

    def quarters(x: Tensor) -> Tensor:
        return x.reshape(n, 2, rows // 2, 2, cols // 2).permute(0, 1, 3, 2, 4).reshape(n * 4, -1)

    values, inside = quarters(logits), quarters(within) > 0
    full = inside.all(dim=1)
    if not full.any():
        return logits.sum() * 0
    highest = values[full].topk(max(1, int(values.shape[1] * share)), dim=1).values.mean(dim=1)
    return nn.functional.softplus(-highest).mean()


LOSSES: dict[str, Loss] = {"bce": bce, "focal": focal, "tversky": tversky, "dice": dice}


def parse(text: str) -> Loss:
    """The sum that a text such as `bce+0.5*dice` names; raises ValueError with what it does not know."""
    parts: list[tuple[float, Loss]] = []
    for part in text.split("+"):
        weight, _, name = part.strip().rpartition("*")
        if name.strip() not in LOSSES:
            raise ValueError(f"The loss {part.strip()!r} is not known: use {', '.join(LOSSES)}, added up with +.")
        parts.append((float(weight) if weight else 1.0, LOSSES[name.strip()]))

    def total(logits: Tensor, truth: Tensor, counts: Tensor) -> Tensor:
        return torch.stack([weight * one(logits, truth, counts) for weight, one in parts]).sum()

    return total
