"""The reference pages say what the program says."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

DOCS = Path(__file__).parents[2] / "docs"


def loaded() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_reference", DOCS / "make_reference.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MAKER = loaded()


@pytest.mark.parametrize("page", MAKER.PAGES)
def test_a_reference_page_is_as_the_program_prints_it(page: str) -> None:
    file = DOCS / "reference" / page
    assert file.is_file(), "run 'make docs'"
    assert file.read_text(encoding="utf-8") == MAKER.PAGES[page](), "run 'make docs'"


def test_what_an_explanation_types_is_shown_as_typed() -> None:
    assert MAKER._as_typed("write <!-- ck: ignore CODE why --> or [](#name)") == (
        r"write \<!-- ck: ignore CODE why --> or \[\](#name)"
    )


def test_no_page_of_a_rule_is_left_that_is_made_from_none() -> None:
    written = {f"rules/{file.name}" for file in (DOCS / "reference" / "rules").iterdir()}
    assert written == {name for name in MAKER.PAGES if name.startswith("rules/")}


def test_a_page_of_a_rule_names_the_style_its_letter_is_checked_by() -> None:
    shown = MAKER._FENCE.sub(MAKER._introduced, "```markdown flagged, style bluebook\n```text roads, page 2")
    assert shown == ("Checked with `--style bluebook`:\n\n```markdown\nPage 2 of the source `roads` says:\n\n```text")
