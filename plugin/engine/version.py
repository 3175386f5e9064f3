"""The version, as in metadata.txt."""

VERSION = "0.5.0"
