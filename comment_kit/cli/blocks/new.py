"""``comment-kit blocks new``: begin a block."""

import os
from pathlib import Path

import click

from comment_kit.cli.options import project_option
from comment_kit.project import find_project
from comment_kit.workflows.beginning_blocks import begin_block


@click.command("new")
@click.argument("name", metavar="TOPIC/NAME")
@click.option("--title", metavar="TITLE", help="What it argues.  [default: its name]")
@click.option("--topics", metavar="TOPICS", default="", help="Topics with commas between them.  [default: its folders]")
@project_option
def command(name: str, title: str | None, topics: str, project: Path | None) -> None:
    """Begin the block TOPIC/NAME, which sets as it is, in the project's first folder of blocks.

    \b
    Example:
      comment-kit blocks new open-models/marginal-risk --title "Marginal risk is the right test"
    """
    named = [topic.strip() for topic in topics.split(",") if topic.strip()]
    path = begin_block(name, title=title, topics=named, project=find_project(Path.cwd(), explicit=project))
    called = name.removesuffix(".md")
    click.echo(f"wrote {os.path.relpath(path)}")
    click.echo(f'next: write it, and set it in a letter with {{{{ block("{called}", agency="NIST") }}}}')
