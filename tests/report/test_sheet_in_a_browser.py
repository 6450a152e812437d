"""The cite-check sheet as its reader has it: in a browser, without network, by keyboard, and on paper."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import outside_tools
import pypdfium2
import pytest
from front_door import run
from playwright.sync_api import Browser, Page, Request, sync_playwright
from wordy_reports import KEYS, letter_of, passages, write_project


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return a browser that cannot reach any network."""
    program = outside_tools.browser()
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the sheet of twelve quotations: one altered, one on another page, one without text, nine verified."""
    folder = tmp_path_factory.mktemp("sheet")
    write_project(folder)
    quoted = passages(random.Random(3), 12)
    text = letter_of(quoted, "bluebook")
    for old, new in {
        quoted[2].words: quoted[2].words.replace("did not", "did most"),
        f'{quoted[5].words}" there.[@{quoted[5].key}, {quoted[5].page}]': (
            f'{quoted[5].words}" there.[@{quoted[5].key}, {quoted[5].page % 6 + 1}]'
        ),
        f'{quoted[8].words}" there.[@{quoted[8].key}': 'words of a text nobody has".[@ntia2024',
    }.items():
        text = text.replace(old, new)
    (folder / "letter.md").write_text(text, encoding="utf-8")
    for key in KEYS:
        assert run("sources", "add", key, str(folder / f"{key}.txt"), "--project", str(folder)).code == 0
    assert run("check", str(folder / "letter.md"), "--format", "html", "-o", str(folder / "sheet.html")).code == 1
    return folder / "sheet.html"


@pytest.fixture
def page(browser: Browser, sheet: Path) -> Iterator[Page]:
    """Return the sheet as it stands open; it asks for nothing but itself and complains of nothing."""
    context = browser.new_context(offline=True, viewport={"width": 1200, "height": 900})
    opened = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    opened.on("request", lambda request: asked.append(_url(request)))
    opened.on("console", lambda message: said.append(message.text))
    opened.goto(sheet.as_uri())
    yield opened
    context.close()
    assert (asked, said) == ([sheet.as_uri()], [])


def _url(request: Request) -> str:
    return request.url


def shown(page: Page) -> list[str]:
    return [each.inner_text() for each in page.locator("article h3").all() if each.is_visible()]


def test_every_note_stands_in_order_and_the_first_line_says_what_is_not_cleared(page: Page) -> None:
    assert shown(page) == [f"Note {number}" for number in range(1, 13)]
    assert page.locator(".clearance").inner_text().startswith("NOT CLEARED: 3 of 12 quotations")
    assert "not checked" in page.locator(".unchecked").last.inner_text().lower()


def test_the_letters_that_differ_are_marked_on_both_sides(page: Page) -> None:
    altered = page.locator(".quotation.wrong", has_text="Altered")
    assert [each.inner_text() for each in altered.locator("mark").all()] == ["most", "not"]
    assert [each.inner_text() for each in altered.locator("mark b").all()] == ["m", "s", "n"]


def test_the_keyboard_alone_chooses_what_is_shown(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "show-all"
    page.keyboard.press("ArrowRight")
    assert shown(page) == ["Note 3", "Note 6"]
    page.keyboard.press("ArrowRight")
    assert shown(page) == ["Note 3", "Note 6", "Note 9"]
    page.keyboard.press("ArrowRight")
    assert len(shown(page)) == 12


def test_the_two_texts_stand_side_by_side_and_on_a_narrow_screen_below_each_other(page: Page) -> None:
    left, right = page.locator(".quotation").first.locator("div").all()
    wide = left.bounding_box(), right.bounding_box()
    assert wide[0] is not None
    assert wide[1] is not None
    assert wide[0]["y"] == wide[1]["y"]
    page.set_viewport_size({"width": 360, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    narrow = left.bounding_box(), right.bounding_box()
    assert narrow[0] is not None
    assert narrow[1] is not None
    assert narrow[0]["x"] == narrow[1]["x"]


def test_every_printed_page_says_that_it_is_not_for_filing(page: Page) -> None:
    printed = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    pages = [each.get_textpage().get_text_bounded() for each in printed]
    assert len(pages) > 1
    assert all("Not for filing" in text for text in pages)
    assert "Note 12" in "".join(pages)


def test_a_printout_of_a_part_says_which_part_it_is(page: Page) -> None:
    page.locator("#show-wrong").check()
    printed = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    text = "".join(each.get_textpage().get_text_bounded() for each in printed)
    assert "Shown: what is wrong" in text
    assert "Note 4" not in text


def test_the_sheet_looks_the_same_to_a_reader_who_needs_words_for_colours(page: Page) -> None:
    for each in page.locator(".quotation").all():
        assert each.locator("h4").inner_text()
    assert page.locator("html").get_attribute("lang") == "en-US"
    assert page.locator("label").count() == page.locator("input").count() == 3
