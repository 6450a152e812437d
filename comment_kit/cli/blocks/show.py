"""``comment-kit blocks show``: one block alone."""

import datetime as dt
from pathlib import Path
from shutil import get_terminal_size

import click

from comment_kit.cli.exits import Exit
from comment_kit.cli.options import project_option
from comment_kit.errors import CommentKitError
from comment_kit.html import write_html
from comment_kit.letters.writing import write_markdown
from comment_kit.project import find_project
from comment_kit.report import render_text
from comment_kit.report.plain_letter import render_plain_letter
from comment_kit.workflows.showing_blocks import ShownBlock, ShowOptions, show_block

_WIDEST = 100


@click.command("show")
@click.argument("name")
@click.option("--style", metavar="STYLE", help="The style pack.  [default: that of the project, or bluebook]")
@click.option("-p", "given", metavar="NAME=VALUE", multiple=True, help="A value of the block: agency=NIST.")
@click.option("--version", metavar="VERSION", help="The text as it was filed, by the beginning of its version.")
@click.option("--to", type=click.Choice(["text", "md", "html"]), default="text", show_default=True)
@project_option
@click.pass_context
def command(  # noqa: PLR0913 - one parameter for each option of the interface
    ctx: click.Context,
    name: str,
    style: str | None,
    given: tuple[str, ...],
    version: str | None,
    to: str,
    project: Path | None,
) -> None:
    """Set the block NAME alone, and say what is known of it: parameters, sources, version, where it was filed.

    A required value that is not given prints as its name in square brackets. Sources are judged as of today.

    \b
    Examples:
      comment-kit blocks show open-models/marginal-risk -p agency=NIST
      comment-kit blocks show open-models/marginal-risk --style policy-letter --to html > block.html
    """
    options = ShowOptions(
        name=name,
        style=style,
        version=version,
        parameters=dict(map(_pair, given)),
        today=dt.datetime.now().date(),  # noqa: DTZ005 - the writer's own day
    )
    shown = show_block(options, find_project(Path.cwd(), explicit=project))
    click.echo(render_text(shown.diagnostics), nl=False, err=True)
    click.echo(_written(shown, to), nl=False)
    ctx.exit(Exit.FOUND if shown.failed else Exit.CLEAN)


def _written(shown: ShownBlock, to: str) -> str:
    composition = shown.composition
    match to:
        case "md":
            return write_markdown(composition.letter)
        case "html":
            page = composition.letter, composition.layout
            return write_html(*page, title=shown.title, language=composition.about.language, images=composition.images)
        case _:
            return render_plain_letter(composition.letter, min(_WIDEST, get_terminal_size().columns))


def _pair(given: str) -> tuple[str, str]:
    name, sign, value = given.partition("=")
    if not sign or not name:
        raise CommentKitError(f"'{given}' names no value", where="-p", remedy="write -p agency=NIST")
    return name.strip(), value
