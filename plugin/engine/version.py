"""The version, as in metadata.txt."""

VERSION = "0.3.0"
