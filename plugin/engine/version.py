"""The version, as in metadata.txt."""

VERSION = "0.6.0"
