"""``comment-kit blocks where-used``: every filing of a block or a source."""

from pathlib import Path

import click

from comment_kit.cli.options import project_option
from comment_kit.errors import CommentKitError
from comment_kit.project import find_project
from comment_kit.report import render_text
from comment_kit.report.block_uses import render_where_used, render_where_used_json
from comment_kit.workflows.tracing_blocks import where_block_used, where_source_used


@click.command("where-used")
@click.argument("name", required=False)
@click.option("--source", metavar="KEY", help="Every filing that cites this source, instead of a block.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@project_option
def command(name: str | None, source: str | None, form: str, project: Path | None) -> None:
    """Say where the block NAME, or a source, was filed, and what sets it today.

    Each filing with its day, its label, its letter and docket, the version that was filed and its parameters.

    \b
    Examples:
      comment-kit blocks where-used open-models/marginal-risk
      comment-kit blocks where-used --source ntia2024
    """
    found = find_project(Path.cwd(), explicit=project)
    if source is not None and name is None:
        used = where_source_used(source, found)
    elif name is not None and source is None:
        used = where_block_used(name, found)
    else:
        raise CommentKitError(
            "where-used tells of one block or one source", remedy="name a block, or a key with --source"
        )
    click.echo(render_text(used.diagnostics), nl=False, err=True)
    click.echo(render_where_used_json(used) if form == "json" else render_where_used(used), nl=False)
