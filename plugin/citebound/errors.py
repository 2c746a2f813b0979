"""What citebound raises for bad input. Each error knows the exit code of the command line."""

from __future__ import annotations

from typing import ClassVar, Literal

Outcome = Literal["no-text", "encrypted", "unsupported", "quarantined"]


class CiteboundError(Exception):
    """Bad input or configuration: one clear line that says what, where and what to do.

    Attributes:
        exit_code: What the command line exits with (see the contract).
    """

    exit_code: ClassVar[int] = 2


class UsageError(CiteboundError):
    """A wrong option, field or argument."""


class ConfigurationError(CiteboundError):
    """A configuration, profile, sidecar or template file is wrong; the message holds path and line."""


class UnwritableError(CiteboundError):
    """A file cannot be written; the message names it."""


class UnavailableError(CiteboundError):
    """A server that was to help does not; another time it may."""


class UnreadableError(CiteboundError):
    """An input cannot be read. Readers raise it, with one of its subclasses where one fits.

    Args:
        reason: One line that says why and, where possible, what to do. Name no file: the host does.
    """

    exit_code: ClassVar[int] = 3
    outcome: ClassVar[Outcome] = "quarantined"

    def __init__(self, reason: str, *, path: str | None = None) -> None:
        super().__init__(f"{path}: {reason}" if path else reason)
        self.reason = reason
        self.path = path

    def at(self, path: str) -> UnreadableError:
        """Returns the same error with the file's name in its message."""
        return type(self)(self.reason, path=path)


class NoTextError(UnreadableError):
    """The file is whole but holds no text: empty, or a scan without a text layer."""

    outcome: ClassVar[Outcome] = "no-text"


class EncryptedError(UnreadableError):
    """The file needs a password."""

    outcome: ClassVar[Outcome] = "encrypted"


class UnsupportedError(UnreadableError):
    """No reader takes this kind of file, or its name and its content disagree."""

    outcome: ClassVar[Outcome] = "unsupported"


class PluginError(CiteboundError):
    """A plugin failed where its part cannot be left out."""

    exit_code: ClassVar[int] = 4
