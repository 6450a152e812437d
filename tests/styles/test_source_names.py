"""What each source would be called in *supra*, and the name to define where two would be called alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from printed_forms import entry, shipped, style

from comment_kit.model.names import Names
from comment_kit.styles import defined_name, source_names

if TYPE_CHECKING:
    from pathlib import Path


def test_the_names_of_the_shipped_sources() -> None:
    names = source_names(shipped(), ["ntia2024", "tamirisa2024", "eo14110", "nobody"], style())
    assert {key: (name.printed, name.personal) for key, name in names.items()} == {
        "ntia2024": ("Nat’l Telecomm. & Info. Admin.", False),
        "tamirisa2024": ("Tamirisa et al.", True),
        "eo14110": ("Exec. Order No. 14,110", False),
    }


DRAFT = "@report{KEY, entrysubtype={guidance}, author={{Office}}, title={Misuse: A Guide}, date={YEAR}FIELDS}\n"


def defined(folder: Path, *entries: tuple[str, str, str]) -> list[str]:
    """Return the defined names of drafts, each a key, a year and further fields."""
    texts = [
        DRAFT.replace("KEY", key).replace("YEAR", date).replace("FIELDS", f", {fields}" if fields else "")
        for key, date, fields in entries
    ]
    library = entry(folder, "".join(texts))
    names = source_names(library, library.sources, style())
    return [names[key].defined for key, *_ in entries]


FIRST, SECOND = "stage={initial public draft}", "stage={second public draft}"


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([("a", "2024", "shorthand={AI 1}")], ["AI 1"]),
        ([("a", "2024", "shorttitle={Guide}")], ["Guide"]),
        ([("a", "2024", "")], ["Misuse"]),
        (
            [("a", "2024", f"shorthand={{AI 1}}, {FIRST}"), ("b", "2025", f"shorthand={{AI 1}}, {SECOND}")],
            ["AI 1 Initial Public Draft", "AI 1 Second Public Draft"],
        ),
        ([("a", "2024", ""), ("b", "2025", "")], ["Misuse 2024", "Misuse 2025"]),
        ([("a", "2024", "shorttitle={Guide}"), ("b", "2025", "")], ["Guide", "Misuse 2025"]),
        ([("a", "2024", ""), ("b", "2024", "")], ["a", "b"]),
        ([("a", "2024", "hereinafter={The Guide}"), ("b", "2025", "hereinafter={yes}")], ["The Guide", "Misuse 2025"]),
    ],
)
def test_a_defined_name_is_no_others(tmp_path: Path, entries: list[tuple[str, str, str]], expected: list[str]) -> None:
    assert defined(tmp_path, *entries) == expected


@pytest.mark.parametrize(
    ("field", "wished"),
    [("", False), ("hereinafter={yes}", True), ("hereinafter={no}", False), ("hereinafter={X}", True)],
)
def test_an_entry_may_wish_for_a_name(tmp_path: Path, field: str, *, wished: bool) -> None:
    library = entry(tmp_path, DRAFT.replace("KEY", "a").replace("YEAR", "2024").replace("FIELDS", f", {field}"))
    assert source_names(library, ["a"], style())["a"].wished is wished


def test_a_name_is_plain_text() -> None:
    assert source_names(shipped(), ["srikumar2024"], style())["srikumar2024"] == Names(
        printed="Srikumar et al.",
        defined="Risk Mitigation Strategies for the Open Foundation Model Value Chain",
        personal=True,
    )


def test_a_source_without_any_name_is_called_by_its_key(tmp_path: Path) -> None:
    library = entry(tmp_path, "@legislation{apa, entrysubtype={statute}, usctitle={5}, uscsection={553}}\n")
    assert defined_name(library.sources["apa"], {}) == "apa"
