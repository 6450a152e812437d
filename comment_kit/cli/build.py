"""``comment-kit build``: from a letter's source to the file that is filed."""

import gc
from contextlib import suppress
from pathlib import Path

import click

from comment_kit.cli.exits import Exit
from comment_kit.cli.options import letter_argument, project_option, quiet_option
from comment_kit.report import render_text
from comment_kit.workflows.building import FORMATS, BuildOptions, Built, build
from comment_kit.workflows.watching import watch

_REST = "mend these first, or see all with 'comment-kit check LETTER.md --format json'"


@click.command("build")
@letter_argument
@click.option(
    "-o",
    "output",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Where to write; its suffix decides the format.",
)
@click.option("--to", "to", type=click.Choice(FORMATS), help="The format, where -o does not say it.  [default: docx]")
@click.option("--style", metavar="NAME", help="The style pack, instead of the one the letter names.")
@click.option(
    "--reference-doc",
    metavar="F.docx",
    type=click.Path(path_type=Path),
    help="Take the styles and page set-up of this Word file, such as your firm's.",
)
@click.option("--paginate", is_flag=True, help="Take true page numbers for the contents from LibreOffice.")
@click.option("--watch", "watching", is_flag=True, help="Build again whenever the letter or its sources are saved.")
@click.option("--force", is_flag=True, help="Replace a file that was changed since; a copy of it is kept.")
@project_option
@quiet_option
@click.pass_context
def command(  # noqa: PLR0913 - one parameter for each option of the interface
    ctx: click.Context,
    letter: Path,
    output: Path | None,
    to: str | None,
    style: str | None,
    reference_doc: Path | None,
    paginate: bool,
    watching: bool,
    force: bool,
    project: Path | None,
    quiet: bool,
) -> None:
    """Build LETTER.md into a Word file with real footnotes.

    The file stands beside the letter (letter.docx) unless -o says otherwise. With an error in the letter
    nothing is written and the exit code is 1; with warnings alone the file is written.

    \b
    Examples:
      comment-kit build letter.md
      comment-kit build letter.md -o filing.docx --style bluebook --paginate
      comment-kit build letter.md --to pdf
    """
    options = BuildOptions(
        letter=letter,
        output=output,
        to=to,
        style=style,
        reference_doc=reference_doc,
        paginate=paginate,
        force=force,
        project=project,
    )
    if watching:
        # This one lives for hours.
        gc.enable()
        # The writer ends it from the keyboard.
        with suppress(KeyboardInterrupt):
            watch(
                options,
                lambda built: _report(built, quiet=quiet),
                lambda error: click.echo(f"comment-kit: {error}", err=True),
            )
        return
    built = build(options)
    _report(built, quiet=quiet)
    ctx.exit(Exit.CLEAN if built.target else Exit.FOUND)


def _report(built: Built, *, quiet: bool) -> None:
    click.echo(render_text(built.diagnostics, rest=_REST), nl=False, err=True)
    if not quiet:
        for remark in built.remarks:
            click.echo(remark, err=True)
    if built.target is None:
        click.echo("nothing was written", err=True)
    elif not quiet:
        click.echo(f"wrote {built.target}")
