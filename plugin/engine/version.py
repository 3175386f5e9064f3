"""The version, as in metadata.txt."""

VERSION = "1.0.0"
