"""The exit codes of the command line, and the sentence for what it cannot do."""

from enum import IntEnum

import click

from comment_kit.errors import CommentKitError


class Exit(IntEnum):
    """How a command ended, for scripts."""

    CLEAN = 0
    """Nothing wrong; hints and what could not be decided are allowed."""
    FOUND = 1
    """Errors in what was read; for checks, warnings too."""
    COULD_NOT_RUN = 2
    """A file could not be read or written, or the command was asked wrongly."""


def refused(fault: CommentKitError | OSError) -> Exit:
    """Say on standard error what keeps the kit from going on, and return the code for it."""
    if isinstance(fault, OSError):
        # The system refuses where no room expects it to: a name that is too long, a disk that was taken out.
        click.echo(f"comment-kit: {fault.filename or 'a file'}: {fault.strerror or fault}", err=True)
    else:
        click.echo(f"comment-kit: {fault}", err=True)
    return Exit.COULD_NOT_RUN
