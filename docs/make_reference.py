"""Write the reference pages that are made from the program itself: the commands, the findings, a page for each rule.

Run with ``make docs``; a test holds the pages equal to what this prints.
"""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import click

from comment_kit.cli import DOORS, doors
from comment_kit.model.diagnostics import Finding, Tier
from comment_kit.workflows.every_finding import findings

HERE = Path(__file__).parent / "reference"
EXAMPLES = Path(__file__).parents[1] / "tests" / "rules"
"""A page of examples for each rule, which the tests hold true."""
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
            f"*{finding.severity.capitalize()}.* {_as_typed(finding.explanation)}{_example_link(finding)}",
            "",
        ]
    return "\n".join(lines)


def _as_typed(words: str) -> str:
    """Return ``words`` so that Markdown shows them as they stand: a comment to the checker, a bracket, a star."""
    return re.sub(r"([\[\]<*\\])", r"\\\1", words)


def _example_link(finding: Finding) -> str:
    return f" [Example](rules/{finding.code}.md)." if (EXAMPLES / f"{finding.code}.md").is_file() else ""


# ---- a page for each rule ----

_TIERS = {
    Tier.TRUTH: "It is always looked for.",
    Tier.FORM: "A matter of form: it is looked for where a style is declared.",
}
_FENCE = re.compile(r"^```(?P<language>markdown|word|text|bibtex|csv|toml)\b *(?P<use>[^\n]*)$", re.MULTILINE)
_SOURCE = re.compile(r"(?P<key>\w+), page (?P<page>\w+)")


def rule_page(finding: Finding) -> str:
    """Return the page of a rule: what it means, from the rule, and its examples, from the page that is its test."""
    _, _, examples = (EXAMPLES / f"{finding.code}.md").read_text(encoding="utf-8").partition("\n")
    lines = [
        f"# {finding.code} {finding.name}",
        "",
        f"*{finding.severity.capitalize()}.* {_as_typed(finding.explanation)} {_TIERS[finding.tier]}",
        "",
        "## Example",
        "",
        _FENCE.sub(_introduced, examples.strip()),
        "",
        f"[All codes](../findings.md) · `comment-kit explain {finding.code}`",
        "",
    ]
    return "\n".join(lines)


def _introduced(fence: re.Match[str]) -> str:
    """Return the beginning of a fence as readers see it: what the block holds is said in a line above it."""
    language, use = fence["language"], fence["use"]
    use, _, style = use.partition(", style ")
    if source := _SOURCE.fullmatch(use):
        said = f"Page {source['page']} of the source `{source['key']}` says:"
    elif language == "csv":
        said = f"The table `citations/pinpoints/{use}.csv` has:"
    elif language == "toml":
        said = f"The style `templates/styles/{use}/style.toml` says:"
    else:
        said = _SAID.get((language, use), "")
    said = f"Checked with `--style {style}`:" if style else said
    shown = "text" if language == "word" else language
    return f"{said}\n\n```{shown}" if said else f"```{shown}"


_WORD = "A Word file holds (in braces, what is more than plain words):"
_SAID = {
    ("text", "printed"): "`comment-kit check` prints:",
    ("markdown", "fixed"): "`comment-kit check --fix` leaves:",
    ("word", "flagged"): _WORD,
    ("word", "silent"): _WORD,
    ("bibtex", ""): "The database has:",
}


def rule_pages() -> dict[str, Finding]:
    """Return the finding of each rule's page, by the name of the page."""
    return {f"rules/{each.code}.md": each for each in findings() if (EXAMPLES / f"{each.code}.md").is_file()}


PAGES = {
    "commands.md": commands_page,
    "findings.md": findings_page,
    **{name: partial(rule_page, finding) for name, finding in rule_pages().items()},
}

if __name__ == "__main__":
    (HERE / "rules").mkdir(exist_ok=True)
    for name, page in PAGES.items():
        (HERE / name).write_text(page(), encoding="utf-8")
