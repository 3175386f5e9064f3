"""The version, as in metadata.txt."""

VERSION = "0.4.0"
