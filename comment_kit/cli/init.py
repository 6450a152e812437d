"""``comment-kit init``: make a project."""

from pathlib import Path

import click

from comment_kit.workflows.scaffolding import begin_project


@click.command("init")
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path), default=Path())
def command(folder: Path) -> None:
    """Make a project in DIR (here, if you name none).

    A project is a folder with a comment-kit.toml, your own citation database, argument blocks and letters.
    Files that are there already stay as they are.

    \b
    Example:
      comment-kit init filings
    """
    for path in begin_project(folder):
        click.echo(f"wrote {path}")
    click.echo(f"next: comment-kit new {folder / 'letters' / 'my-letter'} --template formal-comment")
