"""The names under which the text may speak of the sources that the notes cite."""

from __future__ import annotations

from printed_forms import shipped
from typed_letters import golden_notes, letter_of_notes, letter_with_text

from comment_kit.recognise import recognise

REPORT = "Nat'l Telecomm. & Info. Admin., Dual-Use Foundation Models with Widely Available Model Weights 47 (2024)."


def test_a_cited_source_is_called_by_title_number_body_and_paper() -> None:
    names = recognise(letter_of_notes(golden_notes("first-letter-notes.txt")), shipped()).speakers
    for name, key in (
        ("NIST AI 800-1", "nist800-1"),
        ("Executive Order 14110", "eo14110"),
        ("Executive Order 14,110", "eo14110"),
        ("NTIA", "ntia2024"),
        ("the Report", "ntia2024"),
        ("NTIA's report", "ntia2024"),
        ("NTIA\u2019s report", "ntia2024"),
        ("the Order", "eo14110"),
    ):
        assert names[name] == key


def test_a_name_that_could_mean_two_cited_sources_is_nobodys() -> None:
    names = recognise(letter_of_notes(golden_notes("first-letter-notes.txt")), shipped()).speakers
    # NIST issued the draft, the request for comments on it, and the press release.
    assert "NIST" not in names
    assert names["NIST's draft"] == "nist800-1"


def test_a_name_defined_in_the_letter_goes_before_every_other() -> None:
    letter = letter_with_text(
        'It released a draft (the "Report").[^a] Another followed.[^b]',
        notes={"a": "U.S. AI Safety Inst., NIST AI 800-1 (2024).", "b": REPORT},
    )
    names = recognise(letter, shipped()).speakers
    assert names["Report"] == "nist800-1"


def test_a_source_that_the_letter_does_not_cite_speaks_nowhere() -> None:
    assert recognise(letter_of_notes({1: REPORT}), shipped()).speakers.get("Executive Order 14110") is None
