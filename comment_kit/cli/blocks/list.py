"""``comment-kit blocks list``: which arguments there are."""

import sys
from difflib import get_close_matches
from pathlib import Path
from shutil import get_terminal_size

import click

from comment_kit.cli.options import project_option
from comment_kit.project import find_project
from comment_kit.report.block_lists import render_block_list, render_blocks_json
from comment_kit.workflows.listing_blocks import BlockList, BlockQuery, list_blocks

_WIDEST = 100


@click.command("list")
@click.option("--topic", metavar="TOPIC", help="Only blocks of this topic.")
@click.option("--source", metavar="KEY", help="Only blocks that cite this source.")
@click.option("--words", metavar="WORDS", help="Only blocks that hold all of these words, or words that begin so.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@project_option
def command(topic: str | None, source: str | None, words: str | None, form: str, project: Path | None) -> None:
    """List the blocks of the project and of the kit.

    Each with the agencies it was filed with, the day it was filed last, its words, title, topics and sources.
    Words are found whatever their accents and capitals, in titles, topics and text.

    \b
    Examples:
      comment-kit blocks list --topic "open models"
      comment-kit blocks list --words "weights theft" --source ntia2024
      comment-kit blocks list --format json
    """
    query = BlockQuery(topic=topic, source=source, words=words)
    listed = list_blocks(query, find_project(Path.cwd(), explicit=project))
    if form == "json":
        click.echo(render_blocks_json(listed.blocks), nl=False)
        return
    width = min(_WIDEST, get_terminal_size().columns) if sys.stdout.isatty() else None
    click.echo(render_block_list(listed.blocks, width), nl=False)
    if len(listed.blocks) != 1:
        click.echo(_count(query, listed), err=True)


def _count(query: BlockQuery, listed: BlockList) -> str:
    if listed.blocks:
        return f"{len(listed.blocks):,} of {listed.total:,} blocks"
    if not listed.total:
        return "there are no blocks: 'comment-kit blocks new topic/name' begins one"
    if query.topic is not None and query.topic not in listed.topics:
        near = get_close_matches(query.topic, listed.topics, n=1, cutoff=0.6)
        known = f"did you mean '{near[0]}'?" if near else f"there are {', '.join(listed.topics[:8])}"
        return f"none of {listed.total:,} blocks has the topic '{query.topic}'; {known}"
    return f"none of {listed.total:,} blocks is so"
