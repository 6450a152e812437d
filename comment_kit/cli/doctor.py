"""``comment-kit doctor``: what is installed, what is missing, what that costs."""

import click

from comment_kit.workflows.examining import examine


@click.command("doctor")
def command() -> None:
    """Say what is installed, what is missing, and what that costs.

    Nothing that is missing keeps a letter from being built as a Word file.
    """
    for check in examine():
        click.echo(f"{'ok     ' if check.present else 'missing'} {check.name}: {check.meaning}")
