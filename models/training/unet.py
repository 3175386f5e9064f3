"""The U-Net of the source study (encoder of four blocks, bridge, skips), with a width parameter."""

from __future__ import annotations

import torch
from torch import Tensor, nn


def _block(inputs: int, outputs: int) -> nn.Sequential:
    layers: list[nn.Module] = []
    for channels in (inputs, outputs):
        layers += [nn.Conv2d(channels, outputs, 3, padding=1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True)]
    return nn.Sequential(*layers)


class UNet(nn.Module):
    """U-Net (Ronneberger et al. 2015): logits of (batch, classes, height, width) from (batch, bands, height, width).

    Height and width must be multiples of `UNet.multiple` (four halvings). `width` is the number of channels of the first
    block: 64 is the study's network, 16 is one that a laptop runs at more than a megapixel a second.
    """

    multiple = 16

    def __init__(self, bands: int = 3, classes: int = 1, width: int = 16) -> None:
        super().__init__()
        channels = [width * 2**level for level in range(5)]
        self.encoder = nn.ModuleList(_block(i, o) for i, o in zip([bands, *channels[:3]], channels[:4]))
        self.bridge = _block(channels[3], channels[4])
        self.up = nn.ModuleList(nn.Conv2d(channels[i + 1], channels[i], 1) for i in reversed(range(4)))
        self.decoder = nn.ModuleList(_block(2 * channels[i], channels[i]) for i in reversed(range(4)))
        self.head = nn.Conv2d(width, classes, 1)

    def forward(self, x: Tensor) -> Tensor:
        skips = []
        for block in self.encoder:
            x = block(x)
            skips.append(x)
            x = nn.functional.max_pool2d(x, 2)
        x = self.bridge(x)
        for up, block, skip in zip(self.up, self.decoder, reversed(skips)):
            # A 1 x 1 convolution before the upsampling costs a quarter of one after it, with the same result.
            x = nn.functional.interpolate(up(x), scale_factor=2.0, mode="nearest")
            x = block(torch.cat([x, skip], dim=1))
        return self.head(x)
