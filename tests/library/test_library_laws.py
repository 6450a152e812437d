"""Laws of reading: no text of a file stops it, and no entry is lost for what stands before it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bib_reading import GOOD, read_bib, read_files
from hypothesis import given, settings
from hypothesis import strategies as st

PIECES = (
    "@report{k,", "@string{s =", "@comment{", "@preamble{", "@xdata{x,", "@book(", "@", "{", "}", '"', "=", ",", "#",
    "%", "(", ")", "\n", " ", "\\", "$", "title", "date", "crossref = {k}", "xdata = {x}", "2024", "jan", "s",
    "author = {A and B}", "title = {T},", "institution = {I},", "date = {2024},", "date = {x}", "url = {u}",
    "\x00", "é",
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_an_entry_outlives_whatever_stands_before_it(pieces: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        read = read_bib(Path(folder), "".join(pieces) + "\n" + GOOD)
    assert "good" in read.sources


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_to_their_end(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        files = {"a.bib": content, "b.json": content, "pinpoints/k.csv": content}
        for each in read_files(Path(folder), files).diagnostics:
            assert each.message


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(['"', ",", "\n", "a", "3", "§ 1", " ", "\r"]), max_size=40))
def test_any_table_is_read_to_its_end(pieces: list[str]) -> None:
    head = "locator,first_page,last_page,called_on,title,evidence\n"
    with tempfile.TemporaryDirectory() as folder:
        read_files(Path(folder), {"a.bib": GOOD, "pinpoints/good.csv": head + "".join(pieces)})
