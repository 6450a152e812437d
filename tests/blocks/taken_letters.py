"""Letters to take arguments out of, and what becomes of the blocks in a letter to another agency."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from any_word import fn, p, r, style, styled, word_file

from comment_kit.model.checked import CheckedLetter
from comment_kit.workflows.checking import CheckOptions, check_files
from comment_kit.workflows.extracting import Extracted, Extraction, letter_outline, write_extracted

HEADINGS = "".join(
    style(f"Heading{level}", f"heading {level}", properties=f'<w:outlineLvl w:val="{level - 1}"/>') for level in (1, 2)
)
TO_ANOTHER_AGENCY = """\
---
template: formal-comment
style: comment-letter
date: 2024-09-09
docket: {agency: Federal Trade Commission, title: Another Title, id: FTC-2024-0001}
organization: Example Institute
authors: [{name: Your Name}]
---

"""
_CALL = re.compile(r"\[\^(\d+)\]")
_MARKED = re.compile(r"(\*[^*]+\*)")


def typed_run(words: str) -> Iterator[str]:
    """Yield runs of ``words``, those between stars in italics."""
    for piece in filter(None, _MARKED.split(words.replace("&", "&amp;").replace("<", "&lt;"))):
        is_marked = piece.startswith("*") and piece.endswith("*")
        yield r(piece.strip("*"), "<w:i/>") if is_marked else r(piece)


def typed_paragraph(words: str) -> str:
    """Return a paragraph in which ``[^3]`` calls note 3 and ``# `` begins a heading."""
    hashes = re.match("#+ ", words)
    text = words.removeprefix(hashes[0]) if hashes else words
    content = (
        piece for at, part in enumerate(_CALL.split(text)) for piece in ([fn(int(part))] if at % 2 else typed_run(part))
    )
    return p(*content, properties=styled(f"Heading{len(hashes[0]) - 1}") if hashes else "")


def typed_docx(path: Path, paragraphs: Iterable[str], notes: Mapping[int, str]) -> Path:
    """Write a letter as anybody types it, with no field and nothing of ours, to ``path``."""
    footnotes = {number: p(*typed_run(words)) for number, words in notes.items()}
    path.write_bytes(word_file(*map(typed_paragraph, paragraphs), footnotes=footnotes, styles=HEADINGS))
    return path


def project(folder: Path) -> Path:
    """Make a project in ``folder``."""
    (folder / "comment-kit.toml").write_text("", encoding="utf-8")
    return folder


def take_all(letter: Path) -> list[Extracted]:
    """Take each part of the first level out of ``letter`` into the project around it."""
    parts = [part for part in letter_outline(letter) if part.level == 1]
    return [
        write_extracted(
            Extraction(letter=letter, paragraphs=(each.first, each.last), title=each.title, name=f"taken/part-{at}")
        )
        for at, each in enumerate(parts)
    ]


def letter_of(blocks: Iterable[Extracted]) -> str:
    """Return a letter to another agency that sets ``blocks``."""
    names = {"agency": "FTC", "agency_name": "Federal Trade Commission"}
    parts = []
    for at, each in enumerate(blocks):
        given = "".join(f', {name}="{names[name]}"' for name in each.parameters)
        parts.append(f'# Part {at}\n\n{{{{ block("{each.name}"{given}) }}}}')
    return TO_ANOTHER_AGENCY + "\n\n".join(parts) + "\n"


def checked(path: Path) -> CheckedLetter:
    (letter,) = check_files(CheckOptions(files=(path,)))
    return letter


@dataclass(frozen=True, slots=True)
class Read:
    """What a reader of a citation arrives at."""

    note: int | None
    source: str | None
    page: str | None


def followed(letter: CheckedLetter) -> list[Read]:
    """Return where every citation of ``letter`` leads."""
    return [Read(each.note, each.source, each.effective_page) for each in letter.citations]
