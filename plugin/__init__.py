"""Pantau behind its windows and algorithms."""
