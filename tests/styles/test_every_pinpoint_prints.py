"""Whatever the kind, the style and the form: a pinpoint that was written is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from printed_forms import STYLES, entry, marked, style
from test_kinds_in_readme import KINDS, Shown

from comment_kit.model.citations import Form
from comment_kit.model.pinpoints import LabelKind, LabelPin, NotePin, PagePin, PinPart, Pinpoint
from comment_kit.styles.previewing import previewed
from comment_kit.styles.printing import Printer

if TYPE_CHECKING:
    from pathlib import Path

SECTION = LabelPin(label="§ 9", kind=LabelKind.SECTION)
PARAGRAPH = LabelPin(label="¶ 8", kind=LabelKind.PARAGRAPH)
QUESTION = LabelPin(label="Question 3", kind=LabelKind.NAMED)
APPENDIX = LabelPin(label="Appendix B", kind=LabelKind.NAMED, first_page="66")
PAGE = PagePin(first="777")

PINPOINTS: tuple[tuple[tuple[PinPart, ...], tuple[str, ...]], ...] = (
    ((PAGE,), ("777",)),
    ((PagePin(first="777", last="778"),), ("777–78",)),
    ((NotePin(first="5", page="77"),), ("77 n.5",)),
    ((SECTION,), ("§ 9",)),
    ((PARAGRAPH,), ("¶ 8",)),
    ((QUESTION,), ("Question 3",)),
    ((APPENDIX,), (" B",)),
    ((SECTION, PAGE), ("§ 9", "777")),
)


@pytest.mark.parametrize("name", STYLES)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_no_form_loses_a_pinpoint(kind: Shown, name: str, tmp_path: Path) -> None:
    library = entry(tmp_path, kind.entry)
    (source,) = library.sources.values()
    printer = Printer(library=library, style=style(name))
    for parts, expected in PINPOINTS:
        for form in Form:
            words = marked(previewed(form, source, Pinpoint(parts), printer))
            assert all(part in words for part in expected), (form, words)
            assert not any(fault in words for fault in (" ,", "  ", ",,", "( ", " )", "..")), (form, words)
