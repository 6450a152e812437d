"""Generate libraries of blocks, letters that set them and ledgers that tell of them, the same on every run."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import generated
from msgspec.structs import replace

from comment_kit.blocks.ledger import LEDGER
from comment_kit.blocks.ledger_lines import filing_id, filing_line
from comment_kit.model.blocks import BlockUse, FiledFile, FiledSource, Filing, fingerprint

AGENCY = "NIST"
_TOPICS = 40
_SET_TOGETHER = 5
"""Blocks of one filing."""
_CITED = 12
"""Sources of one filing."""

_BLOCK = """\
---
title: Argument {number} on what an agency should weigh
topics: [open models, topic {topic}]
params: {{agency: {{required: true}}, report: {{default: the Report}}}}
---
"""
_PARAGRAPH = (
    "Any assessment by {{{{ agency }}}} should ask what release {number}.{part} adds to the risks that exist "
    "already.[@s{source:02d}, at {page}] The record of {{{{ report }}}} shows that the two sides have seldom been set "
    "against each other, and that whoever publishes gives up the means to call back.[@s{source:02d}, at {next}]\n"
)


def name(number: int) -> str:
    """Return what letters call the block ``number``."""
    return f"topic-{number % _TOPICS:02d}/argument-{number:04d}"


def body(number: int) -> str:
    """Return the text of the block ``number``: eight paragraphs with two notes each."""
    return "\n".join(
        _PARAGRAPH.format(
            number=number, part=part, source=(number * 3 + part) % generated.SOURCES, page=part + 1, next=part + 2
        )
        for part in range(8)
    )


def write_library(folder: Path, count: int) -> None:
    """Make ``folder`` a project of ``count`` blocks over the fifty generated sources."""
    (folder / "citations").mkdir(parents=True)
    (folder / "comment-kit.toml").write_text("", encoding="utf-8")
    (folder / "citations/sources.bib").write_text(generated.sources(), encoding="utf-8")
    for number in range(count):
        file = folder / "blocks" / f"{name(number)}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_text(number), encoding="utf-8")


def calling_letter(count: int) -> str:
    """Return a letter that sets ``count`` blocks."""
    calls = (f'{{{{ block("{name(number)}", agency="{AGENCY}") }}}}' for number in range(count))
    return generated.head() + "\n\n".join(calls) + "\n"


def written_out(count: int) -> str:
    """Return the same letter with the text of every block typed into it."""
    text = "\n".join(map(body, range(count)))
    return generated.head() + text.replace("{{ agency }}", AGENCY).replace("{{ report }}", "the Report")


def write_ledger(folder: Path, filings: int, blocks: int) -> None:
    """Write a ledger of ``filings`` over the first ``blocks`` blocks of the library in ``folder``."""
    versions = {name(number): fingerprint(_text(number)) for number in range(blocks)}
    names = list(versions)
    lines = []
    for number in range(filings):
        together = dict.fromkeys(names[(number * 7 + at * 11) % blocks] for at in range(_SET_TOGETHER))
        uses = tuple(
            BlockUse(name=each, fingerprint=versions[each], parameters={"agency": AGENCY}) for each in together
        )
        filing = _filing(number, uses)
        lines.append(filing_line(replace(filing, id=filing_id(filing))) + "\n")
    (folder / LEDGER).write_text("".join(lines), encoding="utf-8")


def _text(number: int) -> str:
    return _BLOCK.format(number=number, topic=number % _TOPICS) + body(number)


def _filing(number: int, uses: tuple[BlockUse, ...]) -> Filing:
    cited = (f"s{(number + at) % generated.SOURCES:02d}" for at in range(_CITED))
    return Filing(
        id="",
        filed=dt.date(2000, 1, 1) + dt.timedelta(days=number),
        label=f"Docket {number}",
        letter=f"letters/{number}/letter.md",
        title="Comments of Example Institute",
        recipient=("NIST", "NTIA", "FCC")[number % 3],
        docket=(f"X-{number}",),
        files=(FiledFile(name=f"letters/{number}/filed/letter.docx", sha256=f"{number:064x}"),),
        blocks=uses,
        sources=tuple(FiledSource(key=key, edition="2024-03-01", sha256="a" * 64) for key in cited),
    )
