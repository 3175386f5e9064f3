"""Burned area from radar: units of backscatter, speckle filters, burn indices and their thresholds."""
