"""``comment-kit check``: follow every citation and quotation of a letter to the page it stands on."""

from pathlib import Path

import click

from comment_kit.cli.exits import Exit, refused
from comment_kit.cli.options import project_option
from comment_kit.errors import CommentKitError
from comment_kit.model.checked import CheckedLetter
from comment_kit.report import render_clearance, render_github, render_json, render_sarif, render_sheet
from comment_kit.workflows.checking import CheckOptions, check_files
from comment_kit.workflows.fixing import Mended, fix_files
from comment_kit.workflows.reporting import write_annotated, write_report

FORMATS = ("text", "json", "sarif", "github", "html")
_UNKNOWN = " (move it away before the next: this could not be remembered, 'comment-kit doctor' says why)"


@click.command("check")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--style", metavar="NAME", help="Judge forms by this style pack, too.")
@click.option(
    "--as-of",
    metavar="YYYY-MM-DD",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Judge by this day whether authorities are in force.  [default: the letter's date]",
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="How to report.")
@click.option("-o", "output", metavar="FILE", type=click.Path(path_type=Path), help="Write the report to FILE.")
@click.option(
    "--annotate",
    metavar="F.docx",
    type=click.Path(path_type=Path),
    help="Write the letter to F.docx with a comment at each place.",
)
@click.option("--select", metavar="CODES", multiple=True, help="Report only these codes or families: QUO, ANT101.")
@click.option("--ignore", metavar="CODES", multiple=True, help="Leave these codes or families out.")
@click.option(
    "--clearances",
    metavar="FILE",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Take clearances from FILE, too.  [default: LETTER.clearances beside the letter]",
)
@click.option("--for-filing", is_flag=True, help="Fail unless every quotation is verified or cleared by name.")
@click.option("--fix", is_flag=True, help="First mend in the letter's source what is safe to mend; a copy is kept.")
@project_option
@click.pass_context
def command(  # noqa: PLR0913 - one parameter for each option of the interface
    ctx: click.Context,
    files: tuple[Path, ...],
    style: str | None,
    as_of: click.DateTime | None,
    form: str,
    output: Path | None,
    annotate: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    clearances: tuple[Path, ...],
    for_filing: bool,
    fix: bool,
    project: Path | None,
) -> None:
    """Check letters: a Markdown source, anybody's .docx, or a PDF with notes at the foot of its pages.

    Every Id. is followed to its source, every quotation to the page it is said to stand on, letter by letter,
    wherever the text of the source was added with 'comment-kit sources add'. The file itself is not changed, unless
    --fix asks for it.

    \b
    Examples:
      comment-kit check letter.docx
      comment-kit check letter.md --format json -o check.json
      comment-kit check letter.docx --annotate letter-checked.docx
      comment-kit check letter.docx --for-filing --clearances letter.md
    """
    options = CheckOptions(
        files=files,
        style=style,
        as_of=as_of.date() if as_of else None,  # type: ignore[attr-defined]
        select=_codes(select),
        ignore=_codes(ignore),
        clearances=clearances,
        project=project,
    )
    if annotate and len(files) > 1:
        raise CommentKitError("comments are set into one letter", remedy="name one file with --annotate")
    if fix:
        for mended in fix_files(options):
            click.echo(_mended(mended), err=True)
    checked = check_files(options, unreadable=refused if len(files) > 1 else None)
    if not checked:
        ctx.exit(Exit.COULD_NOT_RUN)
    if annotate:
        known = write_annotated(checked[0], annotate, project=project)
        click.echo(f"wrote {annotate}{'' if known else _UNKNOWN}", err=True)
    report = _report(checked, form, for_filing=for_filing, several=len(files) > 1)
    if output:
        known = write_report(output, report.encode(), project=project)
        click.echo(f"wrote {output}{'' if known else _UNKNOWN}")
    else:
        click.echo(report, nl=False)
    if len(checked) < len(files):
        ctx.exit(Exit.COULD_NOT_RUN)
    failed = any(each.has_findings or (for_filing and not each.cleared) for each in checked)
    ctx.exit(Exit.FOUND if failed else Exit.CLEAN)


def _report(checked: tuple[CheckedLetter, ...], form: str, *, for_filing: bool, several: bool) -> str:
    match form:
        case "json":
            return render_json(checked, several=several)
        case "sarif":
            return render_sarif(checked)
        case "github":
            return render_github(checked)
        case "html" if several:
            raise CommentKitError("a cite-check sheet is of one letter", remedy="name one file, or use --format text")
        case "html":
            return render_sheet(checked[0])
        case _:
            return "\n".join(render_clearance(each, for_filing=for_filing) for each in checked)


def _mended(mended: Mended) -> str:
    if not mended.is_source:
        return f"{mended.file}: left as it is; --fix changes the source of a letter, never a Word file or a PDF"
    if mended.backup is None:
        return f"{mended.file}: nothing here is safe to mend without you"
    lines = [f"{each.location}: {each.code} mended: {each.fix.title}" for each in mended.done if each.fix]
    return "\n".join([*lines, f"{mended.file}: as it was before, it is kept as {mended.backup}"])


def _codes(written: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code.strip().upper() for codes in written for code in codes.split(",") if code.strip())
