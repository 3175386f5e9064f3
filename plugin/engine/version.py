"""The version, as in metadata.txt."""

VERSION = "0.2.0"
