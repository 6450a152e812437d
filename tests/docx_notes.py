"""Read the notes of a Word file as a reader of the page sees them, with no code of the kit's own."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " ", "\u2011": "-"})


@dataclass(frozen=True, slots=True)
class Letterform:
    """One character of a note with its type; marks are straight and every space is a plain one."""

    character: str
    italic: bool = False
    small_caps: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedNote:
    """A numbered note as printed."""

    number: int
    forms: tuple[Letterform, ...]
    fields: tuple[str, ...]
    """The instructions of the fields inside it, in order."""

    @property
    def text(self) -> str:
        """The words without their type."""
        return "".join(form.character for form in self.forms)

    @property
    def type(self) -> str:
        """The letters with their type: I italic, S small capitals, B both, a dot for neither.

        Spaces, digits and marks are left out: small capitals do not show on them.
        """
        return "".join(_sign(form) for form in self.forms if form.character.isalpha())


def read_notes(path: Path) -> tuple[PrintedNote, ...]:
    """Return the numbered notes of the file at ``path`` in the order in which the text calls them."""
    with zipfile.ZipFile(path) as package:
        document = etree.fromstring(package.read("word/document.xml"))
        footnotes = etree.fromstring(package.read("word/footnotes.xml"))
    by_id = {note.get(_W + "id"): note for note in footnotes.iter(_W + "footnote")}
    calls = [call for call in document.iter(_W + "footnoteReference") if call.get(_W + "customMarkFollows") is None]
    return tuple(_note(number, by_id[call.get(_W + "id")]) for number, call in enumerate(calls, start=1))


def read_golden(path: Path) -> dict[int, PrintedNote]:
    """Return the notes of a golden file by number: lines ``12. *Id.* at 2.``, ``^^`` around small capitals."""
    notes = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        number, _, marked = line.partition(". ")
        notes[int(number)] = PrintedNote(number=int(number), forms=tuple(_unmarked(marked)), fields=())
    return notes


def _note(number: int, note: etree._Element) -> PrintedNote:
    forms = [form for run in note.iter(_W + "r") for form in _forms(run)]
    while forms and forms[0].character == " ":
        forms.pop(0)
    fields = ("".join(run.itertext()).strip() for run in note.iter(_W + "instrText"))
    return PrintedNote(number=number, forms=tuple(forms), fields=tuple(fields))


def _forms(run: etree._Element) -> Iterator[Letterform]:
    italic, small_caps = _is_on(run, "i"), _is_on(run, "smallCaps")
    for part in run:
        text = {_W + "t": part.text or "", _W + "noBreakHyphen": "-", _W + "tab": " "}.get(part.tag, "")
        for character in text.translate(_PLAIN):
            yield Letterform(character, italic, small_caps)


def _is_on(run: etree._Element, name: str) -> bool:
    mark = run.find(f"{_W}rPr/{_W}{name}")
    return mark is not None and mark.get(_W + "val", "true") not in {"0", "false", "off"}


def _unmarked(line: str) -> Iterator[Letterform]:
    italic = small_caps = False
    at = 0
    while at < len(line):
        if line.startswith("^^", at):
            small_caps = not small_caps
            at += 2
            continue
        if line[at] == "*":
            italic = not italic
        else:
            yield Letterform(line[at], italic, small_caps)
        at += 1


def _sign(form: Letterform) -> str:
    return {(False, False): ".", (True, False): "I", (False, True): "S", (True, True): "B"}[
        form.italic, form.small_caps
    ]
