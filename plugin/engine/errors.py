"""Errors that a user can act on. `str(error)` is one sentence: what is wrong, which value, what to do."""


class PantauError(Exception):
    """Something is wrong with the input, the model or the disk; the message says what to do about it."""


class Cancelled(PantauError):
    """The user stopped the run."""


class MissingPackage(PantauError):
    """A Python package that this step needs is not installed.

    package: its name on PyPI.
    """

    def __init__(self, package: str) -> None:
        super().__init__(package)
        self.package = package
