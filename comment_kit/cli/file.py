"""``comment-kit file``: the copy that is filed, and its line in the ledger."""

from pathlib import Path

import click

from comment_kit.cli.exits import Exit
from comment_kit.cli.options import project_option, quiet_option
from comment_kit.report import render_text
from comment_kit.workflows.filing import FileOptions, file_letter


@click.command("file")
@click.argument("letter", metavar="LETTER", type=click.Path(path_type=Path))
@click.option(
    "--as", "label", metavar="NAME, DATE", default="", help="What to call the filing: 'NIST AI 800-1, 2024-09-09'."
)
@click.option(
    "-o",
    "output",
    metavar="F.docx",
    type=click.Path(path_type=Path),
    help="Where to write the copy.  [default: filed/LETTER-DATE.docx beside the letter]",
)
@click.option("--style", metavar="NAME", help="The style pack, instead of the one the letter names.")
@click.option("--no-pdf", is_flag=True, help="Make no PDF beside the copy.")
@click.option(
    "--force", is_flag=True, help="File in spite of what checking finds; a file that is replaced is kept as a copy."
)
@project_option
@quiet_option
@click.pass_context
def command(  # noqa: PLR0913 - one parameter for each option of the interface
    ctx: click.Context,
    letter: Path,
    label: str,
    output: Path | None,
    style: str | None,
    no_pdf: bool,
    force: bool,
    project: Path | None,
    quiet: bool,
) -> None:
    """Make the copy of LETTER that is filed, and write down what was filed.

    LETTER is a letter's Markdown or a finished .docx, ours or anybody's. The copy reads and prints the same and
    holds nothing of its drafting: no citation fields, keys, revision marks, names of persons, paths or properties
    beyond title, organization and language. With errors, comments, tracked changes or hidden text nothing is filed
    and the exit code is 1. In a project, ledger.jsonl keeps what was filed: files, blocks and sources.

    \b
    Examples:
      comment-kit file letter.md --as "NIST AI 800-1, 2024-09-09"
      comment-kit file letter.docx -o outbox/comments.docx
    """
    filed = file_letter(
        FileOptions(
            letter=letter, label=label, output=output, style=style, pdf=not no_pdf, force=force, project=project
        )
    )
    click.echo(render_text(filed.diagnostics), nl=False, err=True)
    if not filed.targets:
        way_out = "mend this, or use --force" if filed.forcible else "mend this first"
        click.echo(f"nothing was filed: {way_out}", err=True)
        ctx.exit(Exit.FOUND)
    if not quiet:
        for target in filed.targets:
            click.echo(f"wrote {target}")
        for remark in filed.remarks:
            click.echo(remark, err=True)
    ctx.exit(Exit.CLEAN)
