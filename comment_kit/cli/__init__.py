"""The command ``comment-kit``: one door for each thing the kit does."""

from __future__ import annotations

import gc
import importlib
import sys
from typing import TYPE_CHECKING, NamedTuple, NoReturn

import click

from comment_kit import __version__
from comment_kit.cli.exits import Exit
from comment_kit.errors import CommentKitError

if TYPE_CHECKING:
    from collections.abc import Sequence


class Door(NamedTuple):
    """A command that is loaded only when it is asked for, so that ``--help`` answers at once."""

    name: str
    module: str
    summary: str


DOORS = (
    Door("init", "comment_kit.cli.init", "Make a project: settings, a citation database, a place for letters."),
    Door("new", "comment_kit.cli.new", "Begin a letter that builds as it is."),
    Door("build", "comment_kit.cli.build", "Build a letter into a Word file, HTML, PDF or Markdown."),
    Door("check", "comment_kit.cli.check", "Follow every citation and quotation to the page it stands on."),
    Door("explain", "comment_kit.cli.explain", "Say why a note took its form, or what a code means."),
    Door("cite", "comment_kit.cli.cite", "Look into the citation database: list, show, preview."),
    Door("sources", "comment_kit.cli.sources", "Keep the page text of sources: add, list, show, fetch, find."),
    Door("doctor", "comment_kit.cli.doctor", "Say what is installed, what is missing, and what that costs."),
)


class Doors(click.Group):
    """The group of all commands, each imported on its first use."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's interface
        """Return the names of the commands in the order in which a writer meets them."""
        return [door.name for door in DOORS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command, loaded now, or None for an unknown name."""
        for door in DOORS:
            if door.name == cmd_name:
                command = importlib.import_module(door.module).command
                assert isinstance(command, click.Command)  # noqa: S101 - each module of this room has one
                return command
        return None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of commands without loading any."""
        with formatter.section("Commands"):
            formatter.write_dl([(door.name, door.summary) for door in DOORS])


@click.command(
    cls=Doors,
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
    try:
        outcome = doors.main(args=arguments, prog_name="comment-kit", standalone_mode=False)
        sys.exit(outcome if isinstance(outcome, int) else Exit.CLEAN)
    except CommentKitError as error:
        click.echo(f"comment-kit: {error}", err=True)
        sys.exit(Exit.COULD_NOT_RUN)
    except click.ClickException as error:
        error.show()
        sys.exit(Exit.COULD_NOT_RUN)
    except OSError as fault:
        # The system refuses where no room expects it to: a name that is too long, a disk that was taken out.
        click.echo(f"comment-kit: {fault.filename or 'a file'}: {fault.strerror or fault}", err=True)
        sys.exit(Exit.COULD_NOT_RUN)
    except (KeyboardInterrupt, click.Abort):
        click.echo("comment-kit: stopped; nothing was written", err=True)
        sys.exit(Exit.COULD_NOT_RUN)
