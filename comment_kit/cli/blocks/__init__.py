"""``comment-kit blocks``: arguments that are kept once and set into many letters."""

import click

from comment_kit.cli.doors import Door, Doors

_HERE = "comment_kit.cli.blocks"
DOORS = (
    Door("list", f"{_HERE}.list", "List blocks: topics, agencies, last filed, words, sources."),
    Door("show", f"{_HERE}.show", "Set one block alone, and say what is known of it."),
    Door("new", f"{_HERE}.new", "Begin a block that sets as it is."),
    Door("extract", f"{_HERE}.extract", "Take an argument out of a filed letter."),
    Door("where-used", f"{_HERE}.where_used", "Say where a block or a source was filed, and what sets it today."),
    Door("diff", f"{_HERE}.diff", "Compare a block with the text that was filed, word by word."),
    Door("status", f"{_HERE}.status", "Say which blocks need a hand since they were filed."),
)


@click.command("blocks", cls=Doors, doors=DOORS)
def command() -> None:
    """Keep arguments once: find them, set them, and know where each version was filed."""
