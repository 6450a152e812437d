"""``comment-kit explain``: why a note took its form, or what a code means."""

from pathlib import Path

import click

from comment_kit.cli.exits import Exit
from comment_kit.cli.options import project_option
from comment_kit.report import render_text
from comment_kit.workflows.explaining import explain_code, explain_note


@click.command("explain")
@click.argument("what", metavar="CODE | LETTER.md")
@click.argument("note", metavar="[NOTE]", required=False)
@click.option("--style", metavar="NAME", help="The style pack, instead of the one the letter names.")
@project_option
@click.pass_context
def command(ctx: click.Context, what: str, note: str | None, style: str | None, project: Path | None) -> None:
    """Say in plain words what CODE means, or why a note of LETTER.md took its form.

    \b
    Examples:
      comment-kit explain PIN102
      comment-kit explain letter.md 14
    """
    if note is None:
        click.echo(explain_code(what))
        return
    explained = explain_note(Path(what), note, style=style, project=project)
    click.echo(render_text(explained.diagnostics), nl=False, err=True)
    click.echo("\n".join(explained.paragraphs))
    ctx.exit(Exit.CLEAN if explained.paragraphs else Exit.FOUND)
