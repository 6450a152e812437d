"""Law 1, by way of the check: nothing is wrong with a letter that built, and each note leads where it was meant to."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import Phase, assume, given, settings
from letter_texts import LAW, Text, composed, texts, written
from meanings import meaning

from comment_kit.docx.filing.copy import filed_copy
from comment_kit.docx.filing.properties import properties_of
from comment_kit.docx.package import open_package
from comment_kit.model.checked import CheckedLetter
from comment_kit.model.diagnostics import Severity, Tier
from comment_kit.model.pinpoints import Reach
from comment_kit.workflows.checking import CheckOptions, check_files
from comment_kit.workflows.composing import Composition


def filed(content: bytes) -> bytes:
    """Return the copy that is filed, in which no field of ours says which source is meant."""
    package = open_package(content)
    return filed_copy(package, properties_of(package))


def wrong_in(checked: CheckedLetter) -> list[str]:
    """Return what the check of a letter flags, remarks of form and hints left out."""
    return [
        f"{each.code} {each.location} {each.message}"
        for each in checked.diagnostics
        if each.tier is Tier.TRUTH and each.severity is not Severity.HINT
    ]


def meant_in(composition: Composition) -> list[tuple[str | None, str | None]]:
    """Return the source and the first page of each citation, as a reader arrives at them."""
    by_place = {each.at: each for each in composition.resolutions}
    return [(key, first_page(reach)) for key, reach in (meaning(each, by_place) for each in composition.resolutions)]


def first_page(reach: object) -> str | None:
    assert isinstance(reach, Reach)
    return reach.pages[0][0] if reach.pages else None


def told_in(found: CheckedLetter) -> list[tuple[str | None, str | None]]:
    """Return the source and the first page of each citation that was followed; houses print no more of a section."""
    return [
        (each.source, re.split("[-,]", each.effective_page)[0] if each.effective_page else None)
        for each in found.citations
    ]


def clean(text: Text, folder: Path) -> Composition:
    """Return the letter of ``text``, where nothing is wrong with it."""
    composition = composed(text, folder)
    assume(all(each.severity is Severity.HINT for each in composition.diagnostics))
    return composition


def checked(letter: Path, content: bytes) -> CheckedLetter:
    letter.write_bytes(content)
    (found,) = check_files(CheckOptions(files=(letter,)))
    return found


@settings(LAW, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(text=texts())
def test_nothing_is_wrong_with_a_word_file_that_was_built_and_each_note_leads_where_it_was_meant_to(
    text: Text, tmp_path: Path
) -> None:
    composition = clean(text, tmp_path)
    found = checked(tmp_path / "letter.docx", written(composition))
    assert wrong_in(found) == []
    assert told_in(found) == meant_in(composition)


@settings(LAW, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(text=texts())
def test_the_filed_copy_alone_leads_a_reader_there_too(text: Text, tmp_path: Path) -> None:
    composition = clean(text, tmp_path)
    found = checked(tmp_path / "filed.docx", filed(written(composition)))
    assert wrong_in(found) == []
    assert told_in(found) == meant_in(composition)
