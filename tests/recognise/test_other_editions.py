"""A citation that names another draft, revision or date than the library's is no citation of the library's."""

from __future__ import annotations

import pytest
from builders import source
from printed_forms import shipped
from typed_letters import cites, letter_of_notes

from comment_kit.model.sources import Kind, Library, Recall
from comment_kit.recognise import recognise


def named(note: str, library: Library) -> tuple[str | None, tuple[str, ...]]:
    """Return the key of the one citation, and the sources it may be where the library has none for it."""
    done = recognise(letter_of_notes({1: note}), library)
    if done.unknown:
        (unknown,) = done.unknown
        return None, unknown.candidates
    return next(key for key in library.sources if f"'{key}'" in str(done.letter.notes)), ()


@pytest.mark.parametrize(
    "edition",
    [
        "(2d pub. draft), at 2",
        "(2d public draft), at 2",
        "(2nd public draft), at 2",
        "(Second Public Draft), at 2",
        "(2d draft 2025), at 2",
        "(3rd draft), at 2",
        "(final public draft), at 2",
        "(final), at 2",
        "(final 2026), at 2",
        "(final version), at 2",
        "(final ed.), at 2",
        "(as finalized), at 2",
        ", as finalized, at 2",
        ", Final Version, at 2 (2026)",
        "2pd, at 2",
        " 2pd, at 2",
        "r1, at 2",
        " Rev. 1, at 2",
        ", Rev. 1, at 2",
        " (Rev. 1), at 2",
        " Revision 1, at 2",
        " v2, at 2",
        " version 2.0, at 2",
        ", at 2 (Jan. 2025)",
        ", at 2 (Sept. 2024)",
        ", at 2 (second public draft Jan. 2025)",
    ],
)
def test_another_edition_than_the_library_has_is_told_as_such(edition: str) -> None:
    key, candidates = named(f"NIST AI 800-1{' ' * edition.startswith('(')}{edition}.", shipped())
    assert key is None
    # A number that differs is a designation of its own.
    assert candidates == (() if edition.startswith(("2pd", "r1")) else ("nist800-1",))


@pytest.mark.parametrize(
    "edition",
    [
        ", at 2",
        ", at 2 (2024)",
        ", at 2 (July 2024)",
        ", at 2 (July 26, 2024)",
        " (initial public draft), at 2",
        " (1st public draft July 2024), at 2",
        " (first pub. draft 2024), at 2",
        " (draft 2024), at 2",
        " ipd, at 2",
        ", at 2 (initial public draft July 2024) (final guidance to follow)",
    ],
)
def test_its_own_edition_is_the_librarys(edition: str) -> None:
    assert named(f"NIST AI 800-1{edition}.", shipped()) == ("nist800-1", ())


def test_a_revision_that_the_entry_bears_is_its_own() -> None:
    report = Kind(name="report", recall=Recall.SUPRA)
    entry = source("sp", report, title="Security Controls", shorthand="SP 800-53", edition="Revision 5")
    library = Library(sources={"sp": entry})
    assert named("SP 800-53 Rev. 5, at 3.", library) == ("sp", ())
    assert named("SP 800-53 Rev. 4, at 3.", library) == (None, ("sp",))


def test_the_bare_designation_means_the_edition_that_the_letter_cited() -> None:
    notes = ("NIST AI 800-1, at 2 (second public draft 2025).", "Words.", "NIST AI 800-1, at 3.", "*Id.* at 4.")
    second = "?NIST AI 800-1 (second draft)"
    assert [key for key, _ in cites(*notes, library=shipped())] == [second, second, second]


def test_the_bare_designation_is_open_where_the_letter_cited_both() -> None:
    notes = {
        1: "NIST AI 800-1, at 2 (second public draft 2025).",
        2: "NIST AI 800-1, at 2 (initial public draft 2024).",
        3: "NIST AI 800-1, at 3.",
        4: "NIST AI 800-1, at 3 (initial public draft).",
    }
    done = recognise(letter_of_notes(notes), shipped())
    assert [(each.citation.key, each.candidates) for each in done.unknown] == [
        ("?NIST AI 800-1 (second draft)", ("nist800-1",)),
        ("?NIST AI 800-1", ("?NIST AI 800-1 (second draft)", "nist800-1")),
    ]
