"""``comment-kit new``: begin a letter."""

import datetime as dt
from pathlib import Path

import click

from comment_kit.cli.options import project_option
from comment_kit.project import find_project
from comment_kit.workflows.scaffolding import begin_letter


@click.command("new")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--template",
    default="formal-comment",
    show_default=True,
    help="The letter template: formal-comment, policy-letter, or one of your own.",
)
@project_option
def command(folder: Path, template: str, project: Path | None) -> None:
    """Begin a letter in DIR that builds as it is.

    \b
    Example:
      comment-kit new my-letter --template formal-comment
      comment-kit build my-letter/letter.md
    """
    for path in begin_letter(folder, template, find_project(folder, explicit=project), dt.datetime.now().date()):  # noqa: DTZ005 - the writer's own day
        click.echo(f"wrote {path}")
    click.echo(f"next: comment-kit build {folder / 'letter.md'}")
