"""The ledger keeps every filing, whatever happens while one is written."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest
from filed_letters import FILING, TEXT, VERSION, another, append, labels, lock_of
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from comment_kit.blocks.ledger import (
    ATTRIBUTES,
    LEDGER,
    append_filing,
    filings_of_block,
    filings_of_file,
    filings_of_source,
    filings_of_version,
    read_filings,
)
from comment_kit.blocks.ledger_findings import BROKEN_LINE, NEWER_LINE
from comment_kit.blocks.ledger_lines import filing_id, filing_line, read_line, without_blocks
from comment_kit.blocks.ledger_texts import NoText, text_of
from comment_kit.blocks.locking import locked
from comment_kit.errors import CommentKitError
from comment_kit.model.blocks import BlockUse, FiledFile, FiledSource, Filing, fingerprint

WORDS = st.text(max_size=12)
USES = st.builds(
    BlockUse, name=WORDS, fingerprint=WORDS, parameters=st.dictionaries(WORDS, WORDS, max_size=2), within=WORDS
)
FILINGS = st.builds(
    Filing,
    id=st.just(""),
    filed=st.dates(),
    label=WORDS,
    letter=WORDS,
    title=WORDS,
    recipient=WORDS,
    docket=st.lists(WORDS, max_size=2).map(tuple),
    files=st.lists(st.builds(FiledFile, name=WORDS, sha256=WORDS), max_size=2).map(tuple),
    blocks=st.lists(USES, max_size=3).map(tuple),
    sources=st.lists(st.builds(FiledSource, key=WORDS, edition=WORDS, sha256=WORDS), max_size=3).map(tuple),
)


@given(FILINGS)
def test_a_filing_is_read_as_it_was_written(filing: Filing) -> None:
    named = replace(filing, id=filing_id(filing))
    line = filing_line(named)
    assert "\n" not in line
    assert read_line(line.encode("utf-8")) == named


@given(FILINGS)
def test_a_line_without_its_blocks_says_all_else(filing: Filing) -> None:
    line = without_blocks(filing_line(replace(filing, id="0" * 12)).encode("utf-8"))
    assert read_line(line) == replace(filing, id="0" * 12, blocks=())


def test_a_line_that_a_hand_wrote_keeps_its_blocks() -> None:
    line = b'{"docket": ["X-1"], "blocks": [{"name": "open/risk"}]}'
    assert without_blocks(line) == line


def test_a_line_says_all_of_a_filing_with_its_keys_in_order(tmp_path: Path) -> None:
    append(tmp_path)
    assert (tmp_path / LEDGER).read_text(encoding="utf-8") == (
        f'{{"blocks":[{{"fingerprint":"{VERSION}","name":"open/risk","parameters":{{"agency":"NIST"}},"within":""}}],'
        '"docket":["X-1"],"filed":"2024-09-09",'
        f'"files":[{{"name":"letters/nist/filed/letter.docx","sha256":"{"a" * 64}"}}],'
        f'"id":"{filing_id(FILING)}","label":"NIST AI 800-1","letter":"letters/nist/letter.md","recipient":"NIST",'
        '"schema":"comment-kit/filing/1",'
        f'"sources":[{{"edition":"2024-07","key":"ntia2024","sha256":"{"b" * 64}"}}],'
        '"title":"Comments of Example Institute: A Title"}\n'
    )
    assert (tmp_path / "ledger" / f"{VERSION}.md").read_text(encoding="utf-8") == TEXT


def test_no_ledger_is_an_empty_one(tmp_path: Path) -> None:
    assert read_filings(tmp_path).filings == ()
    assert read_filings(tmp_path).newest is None
    assert text_of(tmp_path, "3f2a").lacking is NoText.UNKNOWN


def test_filings_are_found_by_block_source_version_and_file(tmp_path: Path) -> None:
    first, new = append(tmp_path)
    assert new
    other = replace(another(2), blocks=(replace(FILING.blocks[0], name="other"),), sources=())
    append(tmp_path, other)
    assert filings_of_block(tmp_path, "open/risk").filings == (first,)
    assert labels(filings_of_block(tmp_path, "other").filings) == ["Docket 2"]
    assert filings_of_block(tmp_path, "risk").filings == ()
    assert filings_of_source(tmp_path, "ntia2024").filings == (replace(first, blocks=()),)
    assert filings_of_file(tmp_path, "a" * 64).filings == (first,)
    assert labels(filings_of_version(tmp_path, VERSION).filings) == ["NIST AI 800-1", "Docket 2"]


def test_a_name_that_stands_elsewhere_in_a_line_is_no_use_of_the_block(tmp_path: Path) -> None:
    append(tmp_path, replace(FILING, label="other", recipient="ntia2024"))
    assert filings_of_block(tmp_path, "other").filings == ()
    assert filings_of_source(tmp_path, "NIST").filings == ()


def test_a_name_beyond_ascii_is_found_however_its_line_spells_it(tmp_path: Path) -> None:
    append(tmp_path, replace(FILING, blocks=(replace(FILING.blocks[0], name="naïve/façade"),)))
    assert len(filings_of_block(tmp_path, "naïve/façade").filings) == 1


def test_the_newest_filing_is_of_the_latest_day_and_of_several_the_last_line(tmp_path: Path) -> None:
    append(tmp_path, replace(another(1), filed=dt.date(2025, 3, 1)))
    append(tmp_path, replace(another(2), filed=dt.date(2025, 3, 1)))
    append(tmp_path, another(3))
    newest = filings_of_block(tmp_path, "open/risk").newest
    assert newest is not None
    assert newest.label == "Docket 2"


def test_the_same_bytes_under_the_same_label_are_filed_once(tmp_path: Path) -> None:
    first, _ = append(tmp_path)
    again, new = append(tmp_path, replace(FILING, sources=()))
    assert (again, new) == (first, False)
    assert append(tmp_path, replace(FILING, label="NTIA"))[1]
    assert labels(read_filings(tmp_path).filings) == ["NIST AI 800-1", "NTIA"]


def test_lines_that_are_not_asked_about_are_not_decoded(tmp_path: Path) -> None:
    titled = replace(FILING.blocks[0], parameters={"title": "x", "schema": "y"})
    append(tmp_path, replace(FILING, blocks=(titled,)))
    path = tmp_path / LEDGER
    # A number that is too long to be one: whoever decodes the line says so.
    path.write_text(path.read_text(encoding="utf-8").replace('"2024-09-09"', "9" * 5000), encoding="utf-8")
    assert filings_of_block(tmp_path, "another").diagnostics == ()
    assert [each.code for each in filings_of_block(tmp_path, "open/risk").diagnostics] == ["FIL001"]


# ---- crashes ----


def test_a_crash_at_any_byte_of_a_line_loses_nothing_that_was_there(tmp_path: Path) -> None:
    append(tmp_path, another(1))
    whole = (tmp_path / LEDGER).read_bytes()
    append(tmp_path, another(2))
    last = (tmp_path / LEDGER).read_bytes()[len(whole) :]
    for length in range(len(last)):
        (tmp_path / LEDGER).write_bytes(whole + last[:length])
        torn = 0 < length < len(last) - 1
        reading = read_filings(tmp_path)
        second = ["Docket 2"] if length == len(last) - 1 else []
        assert labels(reading.filings) == ["Docket 1", *second]
        assert [each.code for each in reading.diagnostics] == (["FIL001"] if torn else [])
        append(tmp_path, another(3))
        reading = read_filings(tmp_path)
        assert labels(reading.filings) == ["Docket 1", *second, "Docket 3"]
        assert [each.location.line for each in reading.diagnostics] == ([2] if torn else [])


def test_a_torn_line_is_told_also_where_another_is_asked_for(tmp_path: Path) -> None:
    append(tmp_path, another(1))
    whole = (tmp_path / LEDGER).read_bytes()
    for length in range(1, len(whole) - 1):
        (tmp_path / LEDGER).write_bytes(whole + whole[:length])
        assert [each.code for each in filings_of_block(tmp_path, "none").diagnostics] == ["FIL001"], length


def test_a_torn_line_is_named_and_shown(tmp_path: Path) -> None:
    append(tmp_path, another(1))
    with (tmp_path / LEDGER).open("a", encoding="utf-8") as file:
        file.write('{"blocks":[{"fing')
    (found,) = read_filings(tmp_path).diagnostics
    assert found.code == BROKEN_LINE.code
    assert str(found.location) == f"{tmp_path / LEDGER}:2"
    assert found.message == 'this line is no filing, or one that was cut short: \'{"blocks":[{"fing...\''


def test_a_line_of_a_later_version_is_skipped_aloud(tmp_path: Path) -> None:
    append(tmp_path, another(1))
    line = (tmp_path / LEDGER).read_text(encoding="utf-8")
    with (tmp_path / LEDGER).open("a", encoding="utf-8") as file:
        file.write(line.replace("filing/1", "filing/2"))
    reading = filings_of_block(tmp_path, "none")
    assert [(each.code, each.location.line) for each in reading.diagnostics] == [(NEWER_LINE.code, 2)]
    assert reading.diagnostics[0].message == "a later comment-kit wrote this filing ('comment-kit/filing/2')"
    assert labels(read_filings(tmp_path).filings) == ["Docket 1"]


@pytest.mark.parametrize("line", ["[]", '{"schema": "x"}', '{"schema": "comment-kit/filing/1"}', "7", "\xff\x00"])
def test_a_line_of_anything_else_is_told(line: str, tmp_path: Path) -> None:
    (tmp_path / LEDGER).write_text(f"{line}\n", encoding="latin-1")
    assert [each.code for each in read_filings(tmp_path).diagnostics] == ["FIL001"]


def test_a_line_that_a_hand_spaced_out_counts_as_before(tmp_path: Path) -> None:
    append(tmp_path)
    spaced = (tmp_path / LEDGER).read_text(encoding="utf-8").replace('":', '": ')
    (tmp_path / LEDGER).write_text(spaced, encoding="utf-8")
    assert labels(filings_of_block(tmp_path, "open/risk").filings) == ["NIST AI 800-1"]
    assert filings_of_block(tmp_path, "none").diagnostics == ()


# ---- two writers ----

WRITER = """
import sys
from pathlib import Path
from filed_letters import another, append
root, first = Path(sys.argv[1]), int(sys.argv[2])
for number in range(first, first + 50):
    assert append(root, another(number))[1]
"""


def test_two_processes_that_file_at_once_lose_nothing(tmp_path: Path) -> None:
    here = str(Path(__file__).parent)
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), str(first)], env={"PYTHONPATH": here})
        for first in (0, 50)
    ]
    assert [writer.wait() for writer in writers] == [0, 0]
    reading = read_filings(tmp_path)
    assert sorted(labels(reading.filings)) == sorted(f"Docket {number}" for number in range(100))
    assert reading.diagnostics == ()


HOLDER = """
import os, sys
from pathlib import Path
from comment_kit.blocks.locking import locked
with locked(Path(sys.argv[1])):
    os._exit(9)
"""


def test_a_lock_whose_holder_crashed_keeps_nobody_waiting(tmp_path: Path) -> None:
    run = subprocess.run([sys.executable, "-c", HOLDER, lock_of(tmp_path)], check=False)
    assert run.returncode == 9
    assert lock_of(tmp_path).exists()
    assert append(tmp_path)[1]


def test_a_lock_that_is_held_for_ever_ends_in_a_sentence(tmp_path: Path) -> None:
    path = lock_of(tmp_path)
    with locked(path), pytest.raises(CommentKitError, match="another comment-kit is writing"), locked(path, patience=0):
        raise AssertionError


# ---- texts ----


def test_a_text_is_found_by_the_beginning_of_its_version(tmp_path: Path) -> None:
    append(tmp_path)
    found = text_of(tmp_path, VERSION[:4].upper())
    assert (found.fingerprint, found.text, found.lacking) == (VERSION, TEXT, None)
    assert text_of(tmp_path, VERSION[:3]).lacking is NoText.TOO_SHORT
    assert text_of(tmp_path, "../x").lacking is NoText.TOO_SHORT
    assert text_of(tmp_path, VERSION, among=frozenset()).lacking is NoText.UNKNOWN


def test_a_version_that_two_texts_begin_with_is_ambiguous(tmp_path: Path) -> None:
    append(tmp_path)
    twin = VERSION[:10] + "0" * 54
    (tmp_path / "ledger" / f"{twin}.md").write_text("x", encoding="utf-8")
    found = text_of(tmp_path, VERSION[:4])
    assert (found.lacking, found.candidates) == (NoText.AMBIGUOUS, tuple(sorted((VERSION, twin))))
    assert text_of(tmp_path, VERSION[:4], among=frozenset({VERSION})).text == TEXT


def test_a_text_that_its_name_does_not_vouch_for_is_refused_and_mended_by_the_next_filing(tmp_path: Path) -> None:
    append(tmp_path)
    path = tmp_path / "ledger" / f"{VERSION}.md"
    path.write_text(TEXT + "more", encoding="utf-8")
    assert text_of(tmp_path, VERSION).lacking is NoText.DAMAGED
    append(tmp_path, another(2))
    assert text_of(tmp_path, VERSION).text == TEXT


def test_a_text_whose_line_ends_git_changed_is_still_the_one(tmp_path: Path) -> None:
    append(tmp_path)
    (tmp_path / "ledger" / f"{VERSION}.md").write_bytes(TEXT.replace("\n", "\r\n").encode())
    assert text_of(tmp_path, VERSION).text == TEXT


def test_a_text_under_a_wrong_name_is_never_written(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="0000"):
        append_filing(tmp_path, lock_of(tmp_path), FILING, {"0" * 64: TEXT})
    assert not (tmp_path / LEDGER).exists()


# ---- git ----


def git(folder: Path, *words: str) -> None:
    identity = ("-c", "user.name=Your Name", "-c", "user.email=you@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True)


@pytest.mark.parametrize("torn", [False, True])
def test_two_branches_merge_without_a_conflict(torn: bool, tmp_path: Path) -> None:  # noqa: FBT001 - a parameter
    git(tmp_path, "init")
    (tmp_path / ".gitattributes").write_text("\n".join(ATTRIBUTES) + "\n", encoding="utf-8")
    (tmp_path / ".gitignore").write_text(".comment-kit/\n", encoding="utf-8")
    append(tmp_path, another(1))
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "one")
    git(tmp_path, "checkout", "-b", "other")
    append(tmp_path, another(2))
    append(tmp_path, another(3), TEXT + "more\n")
    if torn:
        with (tmp_path / LEDGER).open("a", encoding="utf-8") as file:
            file.write('{"blocks"')
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "two")
    git(tmp_path, "checkout", "main")
    append(tmp_path, another(4))
    append(tmp_path, another(2))
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "three")
    git(tmp_path, "merge", "other", "-m", "both")
    reading = read_filings(tmp_path)
    assert sorted(labels(reading.filings)) == ["Docket 1", "Docket 2", "Docket 3", "Docket 4"]
    assert [each.code for each in reading.diagnostics] == (["FIL001"] if torn else [])
    assert text_of(tmp_path, fingerprint(TEXT + "more\n")).text == TEXT + "more\n"
