"""Write the reference pages that are made from the program itself: the commands and the findings.

Run with ``make docs``; a test holds the pages equal to what this prints.
"""

from collections.abc import Iterator
from pathlib import Path

import click

from comment_kit.cli import DOORS, doors
from comment_kit.workflows.explaining import findings

HERE = Path(__file__).parent / "reference"
FAMILIES = {
    "SRC": "Sources",
    "PIN": "Pinpoints",
    "ANT": "Antecedents: *Id.* and *supra*",
    "FRM": "Forms",
    "SIG": "Signals",
    "NOT": "Notes",
    "LET": "The letter's text and front matter",
    "TPL": "Templates",
    "BLK": "Argument blocks",
    "DOC": "The Word file",
    "FIL": "Filing",
    "QUO": "Quotations",
}


def commands_page() -> str:
    """Return the page of every command with its help."""
    lines = [
        "# The commands",
        "",
        "Made from the program's own help; `comment-kit COMMAND --help` prints the same.",
        "",
    ]
    lines += ["Exit codes: 0 clean, 1 errors in what was read, 2 could not run.", ""]
    context = click.Context(doors, info_name="comment-kit", help_option_names=["-h", "--help"])
    for door in DOORS:
        command = doors.get_command(context, door.name)
        if command is not None:
            lines += _command(command, f"comment-kit {door.name}", context)
    return "\n".join(lines)


def _command(command: click.Command, name: str, parent: click.Context) -> Iterator[str]:
    context = click.Context(
        command, info_name=name.rpartition(" ")[2], parent=parent, max_content_width=100, terminal_width=100
    )
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            found = command.get_command(context, inner)
            if found is not None:
                yield from _command(found, f"{name} {inner}", context)
        return
    yield from [f"## {name}", "", "```text", command.get_help(context), "```", ""]


def findings_page() -> str:
    """Return the page of every code with what it means."""
    lines = [
        "# The codes",
        "",
        "What each message means, why it matters and what to do: `comment-kit explain CODE`.",
        "",
    ]
    family = ""
    for finding in findings():
        if finding.code[:3] != family:
            family = finding.code[:3]
            lines += [f"## {FAMILIES[family]}", ""]
        lines += [
            f"### {finding.code} {finding.name}",
            "",
            f"*{finding.severity.capitalize()}.* {finding.explanation}",
            "",
        ]
    return "\n".join(lines)


PAGES = {"commands.md": commands_page, "findings.md": findings_page}

if __name__ == "__main__":
    for name, page in PAGES.items():
        (HERE / name).write_text(page(), encoding="utf-8")
