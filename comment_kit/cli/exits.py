"""The exit codes of the command line."""

from enum import IntEnum


class Exit(IntEnum):
    """How a command ended, for scripts."""

    CLEAN = 0
    """Nothing wrong; hints and what could not be decided are allowed."""
    FOUND = 1
    """Errors in what was read; for checks, warnings too."""
    COULD_NOT_RUN = 2
    """A file could not be read or written, or the command was asked wrongly."""
