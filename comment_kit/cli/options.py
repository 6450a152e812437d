"""Options that several commands share."""

from pathlib import Path

import click

project_option = click.option(
    "--project",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The project's folder, where it is not the one around the letter.",
)
quiet_option = click.option("--quiet", "-q", is_flag=True, help="Say only what is wrong.")
letter_argument = click.argument("letter", metavar="LETTER.md", type=click.Path(path_type=Path))
