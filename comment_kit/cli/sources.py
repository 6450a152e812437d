"""``comment-kit sources``: the page text of sources, which quotations are checked against."""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from comment_kit.cli.exits import Exit, refused
from comment_kit.cli.options import project_option
from comment_kit.errors import CommentKitError
from comment_kit.report import render_text
from comment_kit.workflows.paging import adding, fetch_source, find_in_texts, list_texts, show_text
from comment_kit.workflows.printouts import Printout


@click.group("sources")
def command() -> None:
    """Keep the page text of sources, so that words and pages can be looked up."""


@command.command("add")
@click.argument("files", metavar="KEY FILE [KEY FILE]...", nargs=-1, required=True)
@click.option(
    "--time",
    "seconds",
    metavar="SECONDS",
    type=click.FloatRange(1, 3600),
    help="How long a PDF may be read.  [default: 8]",
)
@project_option
@click.pass_context
def add_command(ctx: click.Context, files: tuple[str, ...], seconds: float | None, project: Path | None) -> None:
    """Read FILE as the text of the source KEY: a PDF, Federal Register XML, or text with form feeds.

    The file stays where it is and is only read. A file that names another edition than the entry is not taken.
    Adding the same file again costs nothing; a changed one replaces what was read before. Of several files, one
    that cannot be read keeps no other from being added.

    \b
    Examples:
      comment-kit sources add eo14110 2023-24283.pdf
      comment-kit sources add eo14110 2023-24283.pdf nist800-1 nist-ai-800-1.pdf
    """
    paired = _paired(ctx, files)
    with adding(paired, time_limit=seconds, project=project, today=_today()) as add:
        ctx.exit(max([_added(add, key) for key in paired]))


@command.command("list")
@project_option
@click.pass_context
def list_command(ctx: click.Context, project: Path | None) -> None:
    """List the texts there are: how many sheets, which edition, from which file."""
    _print(ctx, list_texts(project=project))


@command.command("show")
@click.argument("key")
@project_option
@click.pass_context
def show_command(ctx: click.Context, key: str, project: Path | None) -> None:
    """Show which sheet of KEY prints which page number, how each was found, and what was taken out of the text.

    \b
    Example:
      comment-kit sources show eo14110
    """
    _print(ctx, show_text(key, project=project))


@command.command("fetch")
@click.argument("key")
@project_option
@click.pass_context
def fetch_command(ctx: click.Context, key: str, project: Path | None) -> None:
    """Download the file of KEY from the url in its entry, and add it.

    Nothing else of the kit ever uses the network. Only https is fetched, up to 100 MB and for a minute.

    \b
    Example:
      comment-kit sources fetch eo14110
    """
    _print(ctx, fetch_source(key, project=project, today=_today()))


@command.command("find")
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", metavar="N", type=click.IntRange(1), default=20, show_default=True, help="How many places.")
@project_option
@click.pass_context
def find_command(ctx: click.Context, words: tuple[str, ...], limit: int, project: Path | None) -> None:
    """Find WORDS in all texts, also over a page break: source, page, what stands around them, a bracket to paste.

    \b
    Example:
      comment-kit sources find "red-teaming"
    """
    _print(ctx, find_in_texts(" ".join(words), limit=limit, project=project))


def _paired(ctx: click.Context, words: Sequence[str]) -> dict[str, Path]:
    """Return the file for each key; leave where one is without the other, or a key is named twice."""
    keys, files = words[::2], words[1::2]
    if len(keys) > len(files):
        ctx.fail(f"No FILE for '{keys[-1]}': a key and its file, then the next key and its file.")
    twice = next((key for key in keys if keys.count(key) > 1), None)
    if twice is not None:
        ctx.fail(f"'{twice}' is named twice: a source has one text, and the second file would replace the first.")
    return {key: Path(file) for key, file in zip(keys, files, strict=True)}


def _added(add: Callable[[str], Printout], key: str) -> Exit:
    """Add one file and say what came of it; what keeps it from being read keeps no other from being added."""
    try:
        added = add(key)
    except (CommentKitError, OSError) as fault:
        return refused(fault)
    return _printed(added)


def _print(ctx: click.Context, printout: Printout) -> None:
    ctx.exit(_printed(printout))


def _printed(printout: Printout) -> Exit:
    click.echo(render_text(printout.diagnostics), nl=False, err=True)
    if printout.lines:
        click.echo("\n".join(printout.lines))
    return Exit.FOUND if printout.failed else Exit.CLEAN


def _today() -> dt.date:
    return dt.datetime.now().date()  # noqa: DTZ005 - the writer's own day
