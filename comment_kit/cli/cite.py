"""``comment-kit cite``: look into the citation database."""

from pathlib import Path

import click

from comment_kit.cli.exits import Exit
from comment_kit.cli.options import project_option
from comment_kit.report import render_text
from comment_kit.workflows.citing import list_sources, preview_source, show_source


@click.group("cite")
def command() -> None:
    """Look into the citation database: what there is, and every form it can take."""


@command.command("list")
@click.argument("words", nargs=-1)
@project_option
@click.pass_context
def list_command(ctx: click.Context, words: tuple[str, ...], project: Path | None) -> None:
    """List the sources, or those whose key, title or author holds all WORDS.

    \b
    Example:
      comment-kit cite list open weights
    """
    listing = list_sources(words, project=project)
    click.echo(render_text(listing.diagnostics), nl=False, err=True)
    click.echo("\n".join(listing.lines))
    ctx.exit(Exit.FOUND if listing.failed else Exit.CLEAN)


@command.command("show")
@click.argument("key")
@project_option
@click.pass_context
def show_command(ctx: click.Context, key: str, project: Path | None) -> None:
    """Show the entry KEY: its fields, where it stands, its status, and the places it can be cited at.

    \b
    Example:
      comment-kit cite show eo14110
    """
    shown = show_source(key, project=project)
    click.echo(render_text(shown.diagnostics), nl=False, err=True)
    if shown.lines:
        click.echo("\n".join(shown.lines))
    ctx.exit(Exit.FOUND if shown.failed else Exit.CLEAN)


@command.command("preview")
@click.argument("key")
@click.argument("locator", required=False)
@click.option("--style", "styles", metavar="NAME", multiple=True, help="A style pack; every one if you name none.")
@click.option(
    "--date",
    "as_of",
    metavar="YYYY-MM-DD",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The letter's date.  [default: today]",
)
@project_option
@click.pass_context
def preview_command(  # noqa: PLR0913 - one parameter for each option of the interface
    ctx: click.Context,
    key: str,
    locator: str | None,
    styles: tuple[str, ...],
    as_of: click.DateTime | None,
    project: Path | None,
) -> None:
    """Print every form that KEY can take, cited at LOCATOR, in each style.

    \b
    Examples:
      comment-kit cite preview eo14110 "§ 4.6(a)"
      comment-kit cite preview ntia2024 "10 n.30" --style bluebook
    """
    preview = preview_source(key, locator, styles=styles, as_of=as_of.date() if as_of else None, project=project)  # type: ignore[attr-defined]
    click.echo(render_text(preview.diagnostics), nl=False, err=True)
    if preview.lines:
        click.echo("\n".join(preview.lines))
    ctx.exit(Exit.FOUND if preview.failed else Exit.CLEAN)
