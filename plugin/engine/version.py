"""The version, as in metadata.txt."""

VERSION = "0.1.0"
