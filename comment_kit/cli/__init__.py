"""The command ``comment-kit``: one door for each thing the kit does."""

from __future__ import annotations

import atexit
import gc
import sys
from typing import TYPE_CHECKING, NoReturn

import click

from comment_kit import __version__
from comment_kit.cli.doors import Door, Doors
from comment_kit.cli.exits import Exit, refused
from comment_kit.errors import CommentKitError

if TYPE_CHECKING:
    from collections.abc import Sequence


DOORS = (
    Door("init", "comment_kit.cli.init", "Make a project: settings, a citation database, a place for letters."),
    Door("new", "comment_kit.cli.new", "Begin a letter that builds as it is."),
    Door("build", "comment_kit.cli.build", "Build a letter into a Word file, HTML, PDF or Markdown."),
    Door("check", "comment_kit.cli.check", "Follow every citation and quotation to the page it stands on."),
    Door("explain", "comment_kit.cli.explain", "Say why a note took its form, or what a code means."),
    Door("cite", "comment_kit.cli.cite", "Look into the citation database: list, show, preview."),
    Door("blocks", "comment_kit.cli.blocks", "Keep arguments once: list, show, new, where-used, diff, status."),
    Door("sources", "comment_kit.cli.sources", "Keep the page text of sources: add, list, show, fetch, find."),
    Door("file", "comment_kit.cli.file", "Make the copy that is filed, and keep what was filed in the ledger."),
    Door("doctor", "comment_kit.cli.doctor", "Say what is installed, what is missing, and what that costs."),
)


@click.command(
    cls=Doors,
    doors=DOORS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=(
        "Begin with 'comment-kit new my-letter --template formal-comment', then "
        "'comment-kit build my-letter/letter.md'. Every command has its own --help."
    ),
)
@click.version_option(__version__, prog_name="comment-kit")
def doors() -> None:
    """Draft footnoted comment letters: real Word footnotes whose forms and numbers look after themselves."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with 0 for clean, 1 for diagnostics, 2 where it could not run."""
    # A command lives for seconds and makes few cycles; looking for them takes an eighth of its time.
    gc.disable()
    # Nor at its end, where Python looks once more for the cycles that the system takes back anyhow.
    atexit.register(gc.freeze)
    try:
        outcome = doors.main(args=arguments, prog_name="comment-kit", standalone_mode=False)
        sys.exit(outcome if isinstance(outcome, int) else Exit.CLEAN)
    except (CommentKitError, OSError) as fault:
        sys.exit(refused(fault))
    except click.ClickException as error:
        error.show()
        sys.exit(Exit.COULD_NOT_RUN)
    except (KeyboardInterrupt, click.Abort):
        click.echo("comment-kit: stopped; nothing was written", err=True)
        sys.exit(Exit.COULD_NOT_RUN)
