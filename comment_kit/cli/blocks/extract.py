"""``comment-kit blocks extract``: take an argument out of a filed letter."""

from pathlib import Path

import click

from comment_kit.cli.options import project_option
from comment_kit.errors import CommentKitError
from comment_kit.project import as_seen_from_here
from comment_kit.report import render_text
from comment_kit.workflows.extracting import Extracted, Extraction, extract, letter_outline, write_extracted

_TO_STDOUT = "-"


@click.command("extract")
@click.argument("letter", metavar="LETTER", type=click.Path(path_type=Path))
@click.option("--heading", metavar="WORDS", help="Take what stands under this heading: its label, its words, or both.")
@click.option("--paragraphs", metavar="FROM-TO", help="Take these paragraphs, as the outline counts them.")
@click.option(
    "-o", "--as", "name", metavar="TOPIC/NAME", help="Name of the block; '-' prints it.  [default: from the heading]"
)
@click.option("--title", metavar="WORDS", help="Title of the block.  [default: the heading]")
@click.option("--topics", metavar="A,B", default="", help="By which it is found.")
@click.option(
    "--agency", metavar="NAME", help="Whose names become parameters.  [default: as the front matter or the cover says]"
)
@click.option("--force", is_flag=True, help="Replace a block of that name, and keep a copy of it.")
@project_option
def command(  # noqa: PLR0913 - one parameter for each option of the interface
    letter: Path,
    heading: str | None,
    paragraphs: str | None,
    name: str | None,
    title: str | None,
    topics: str,
    agency: str | None,
    force: bool,
    project: Path | None,
) -> None:
    """Take an argument out of LETTER, a .docx, a PDF or a letter's .md, and keep it as a block.

    Its notes become citations in brackets again, each with its own source and page: Id. and supra are resolved.
    The names of the agency become parameters. What could not be turned back is marked in the text and listed.
    Without --heading and --paragraphs, the parts of the letter are listed.

    \b
    Examples:
      comment-kit blocks extract letter.docx
      comment-kit blocks extract letter.docx --heading "II." --as open-models/safeguards
      comment-kit blocks extract letter.docx --paragraphs 12-18 -o -
    """
    if heading is not None and paragraphs is not None:
        raise CommentKitError("--heading and --paragraphs each say which part to take", remedy="give one of them")
    asked = Extraction(
        letter=letter,
        heading=heading,
        paragraphs=_paragraphs(paragraphs) if paragraphs is not None else None,
        name=name if name != _TO_STDOUT else None,
        title=title,
        topics=tuple(topic.strip() for topic in topics.split(",") if topic.strip()),
        agency=agency,
        force=force,
        project=project,
    )
    if heading is None and paragraphs is None:
        _print_outline(letter, project)
    elif name == _TO_STDOUT:
        _print(extract(asked))
    else:
        _report(write_extracted(asked))


def _print_outline(letter: Path, project: Path | None) -> None:
    parts = letter_outline(letter, project=project)
    if not parts:
        raise CommentKitError(
            "no paragraph of it looks like a heading", where=str(letter), remedy="choose with --paragraphs 12-18"
        )
    for part in parts:
        click.echo(f"{f'{part.first}-{part.last}':>9}  {'  ' * (part.level - 1)}{part}")


def _print(done: Extracted) -> None:
    click.echo(render_text(done.diagnostics), nl=False, err=True)
    click.echo(done.text, nl=False)


def _report(done: Extracted) -> None:
    click.echo(render_text(done.diagnostics), nl=False, err=True)
    kept = f" (the one before is kept as {done.backup})" if done.backup else ""
    given = "".join(f', {parameter}="..."' for parameter in done.parameters)
    click.echo(f"wrote {as_seen_from_here(done.path) if done.path else ''}{kept}")
    click.echo(f'a letter sets it with {{{{ block("{done.name}"{given}) }}}}')


def _paragraphs(written: str) -> tuple[int, int]:
    first, dash, last = written.replace("\u2013", "-").partition("-")
    numbers = [number.strip() for number in ((first, last) if dash else (first, first))]
    if not all(number.isdecimal() and len(number) < 7 for number in numbers):  # noqa: PLR2004 - no letter has a million
        raise CommentKitError(f"'{written}' is no range of paragraphs", remedy="write --paragraphs 12-18")
    return int(numbers[0]), int(numbers[1])
