"""The version, as in metadata.txt."""

VERSION = "0.7.0"
