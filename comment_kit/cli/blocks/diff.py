"""``comment-kit blocks diff``: what became of a block since it was filed."""

import os
import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import click

from comment_kit.blocks.differences import Piece
from comment_kit.cli.options import project_option
from comment_kit.project import find_project
from comment_kit.report.block_diffs import render_changes
from comment_kit.workflows.comparing_blocks import compare_block

_RED = partial(click.style, fg="red", strikethrough=True)
_GREEN = partial(click.style, fg="green", underline=True)


@click.command("diff")
@click.argument("name")
@click.argument("old", metavar="[VERSION]", required=False)
@click.argument("new", metavar="[VERSION]", required=False)
@click.option("--filing", metavar="ID", help="The filing to compare with: its label, or the beginning of its id.")
@project_option
def command(name: str, old: str | None, new: str | None, filing: str | None, project: Path | None) -> None:
    """Compare the block NAME with the text that was filed, word by word.

    Without a filing or a version the last filing is compared with the text of today; two versions are compared
    with each other. Words that were taken out stand as [-old-], new ones as {+new+}; in a terminal, in colour.

    \b
    Examples:
      comment-kit blocks diff open-models/marginal-risk
      comment-kit blocks diff open-models/marginal-risk --filing "NIST AI 800-1"
      comment-kit blocks diff open-models/marginal-risk 3f2a 91bc
    """
    versions = tuple(version for version in (old, new) if version is not None)
    compared = compare_block(name, versions, filing, find_project(Path.cwd(), explicit=project))
    click.echo(f"{compared.name}: {compared.old} -> {compared.new}")
    front, text = _changed(compared.front), _changed(compared.text)
    for title, lines in (("front matter", front), ("text", text)):
        if lines:
            click.echo("\n".join([f"  {title}:", *lines]))
    if not front and not text:
        same = all(piece.is_same for piece in (*compared.front, *compared.text))
        click.echo("  the same" if same else "  the same words, with other blanks or line ends")


def _changed(pieces: Iterable[Piece]) -> tuple[str, ...]:
    if sys.stdout.isatty() and not os.environ.get("NO_COLOR"):
        return render_changes(pieces, taken_out=_RED, added=_GREEN)
    return render_changes(pieces)
