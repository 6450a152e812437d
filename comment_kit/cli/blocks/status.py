"""``comment-kit blocks status``: which blocks need a hand."""

import datetime as dt
from pathlib import Path

import click

from comment_kit.cli.exits import Exit
from comment_kit.cli.options import project_option
from comment_kit.project import find_project
from comment_kit.report import render_text
from comment_kit.report.counts import counted
from comment_kit.workflows.block_status import BlockStatus, status_of_blocks


@click.command("status")
@project_option
@click.pass_context
def command(ctx: click.Context, project: Path | None) -> None:
    """Say which blocks need a hand, and which were changed since they were filed.

    A block needs a hand where it cannot be set, where a quotation in it is not what its source says, and where a
    source was revoked, superseded, withdrawn, finalized or replaced by another copy since the block was last filed:
    the exit code is 1 then. That its own words were changed is told with the filings that have the old ones.

    \b
    Example:
      comment-kit blocks status
    """
    today = dt.datetime.now().date()  # noqa: DTZ005 - the writer's own day
    status = status_of_blocks(find_project(Path.cwd(), explicit=project), today)
    click.echo(render_text(status.diagnostics), nl=False)
    click.echo(_summary(status))
    ctx.exit(Exit.FOUND if status.needs_a_hand else Exit.CLEAN)


def _summary(status: BlockStatus) -> str:
    blocks, quotations = counted(status.blocks, "block"), counted(status.quotations, "quotation")
    undecided = f", {status.undecided:,} not decided for want of text" if status.undecided else ""
    return f"{blocks}, {status.filed:,} filed; {quotations}{undecided}"
