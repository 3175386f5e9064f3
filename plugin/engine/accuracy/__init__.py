"""Accuracy assessment: what a sample of reference labels says about a map."""
