"""The version, as in metadata.txt."""

VERSION = "0.8.0"
