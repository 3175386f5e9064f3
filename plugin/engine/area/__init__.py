"""Hectares by zone and class, and how the land agrees with the spatial plan."""
