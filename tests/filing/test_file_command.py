"""``comment-kit file`` as a writer meets it: what it makes, what it says, what it never touches."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from front_door import Desk, letter_of, run
from pypdfium2 import PdfDocument

from comment_kit.blocks.ledger import read_filings
from comment_kit.docx import find_office, read_docx
from comment_kit.docx.archive import zipped
from comment_kit.docx.office import OFFICE_VARIABLE
from comment_kit.docx.package import open_package
from comment_kit.model.blocks import BlockUse, fingerprint
from comment_kit.project import CONFIGURATION

LETTER = letter_of("A point.[@ntia2024, at 10]\n\nAnother.[@ntia2024, at 10]")
BLOCK = "---\ntitle: Risk\nparams: {agency: {required: true}}\n---\n{{ agency }} should ask.[@ntia2024, 3]\n"


@pytest.fixture(autouse=True)
def without_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no command wait for LibreOffice, but for the one that is about it."""
    monkeypatch.setenv(OFFICE_VARIABLE, "/nowhere")


@pytest.fixture
def project(desk: Desk) -> Desk:
    """Return a desk that is a project with a letter and a block."""
    desk.write(CONFIGURATION, "")
    desk.write("letter.md", LETTER)
    desk.write("blocks/risk.md", BLOCK)
    return desk


def ledger(desk: Desk) -> list[dict[str, object]]:
    path = desk.folder / "ledger.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def file(*options: str, letter: str = "letter.md") -> tuple[int, list[str]]:
    """Run the command without a PDF; return its exit code and all that it said."""
    outcome = run("file", letter, "--no-pdf", *options)
    return outcome.code, [*outcome.out.splitlines(), *outcome.lines]


def test_a_letter_is_filed_and_the_ledger_keeps_it(project: Desk) -> None:
    code, said = file("--as", "NIST AI 800-1, 2024-09-10")
    assert code == 0
    target = project.folder / "filed" / "letter-2024-09-10.docx"
    assert said[0] == "wrote filed/letter-2024-09-10.docx"
    (kept,) = ledger(project)
    assert kept == {
        "schema": "comment-kit/filing/1",
        "id": kept["id"],
        "filed": "2024-09-10",
        "label": "NIST AI 800-1",
        "letter": "letter.md",
        "title": "Comments of Example Institute: A Title",
        "recipient": "NIST",
        "docket": ["X-1"],
        "files": [{"name": "filed/letter-2024-09-10.docx", "sha256": sha256(target)}],
        "blocks": [],
        "sources": [{"key": "ntia2024", "edition": "2024-07-30", "sha256": ""}],
    }
    assert said[-1] == (
        f"filed as “NIST AI 800-1”, 2024-09-10: ledger.jsonl keeps it, with 0 blocks and 1 source ({kept['id']})"
    )
    assert "CLEARED: 0 of 0" in said
    assert read_docx(target.read_bytes()).facts.stamp is None


def test_the_letters_own_day_stands_where_none_is_given(project: Desk) -> None:
    assert file("--as", "NIST")[0] == 0
    assert (ledger(project)[0]["filed"], ledger(project)[0]["label"]) == ("2024-09-09", "NIST")
    assert file("--as", "2024-10-01")[0] == 0
    assert (ledger(project)[1]["filed"], ledger(project)[1]["label"]) == ("2024-10-01", "")


def test_a_day_that_is_none_is_told(project: Desk) -> None:
    assert file("--as", "NIST, 2024-13-40") == (
        2,
        ["comment-kit: --as: '2024-13-40' is no day", "hint: write it as 2024-09-09"],
    )
    assert project.holds().keys() == {CONFIGURATION, "letter.md", "blocks/risk.md"}


def test_the_same_letter_under_the_same_name_is_filed_once(project: Desk) -> None:
    assert file("--as", "NIST")[0] == 0
    before = project.holds()
    code, said = file("--as", "NIST")
    assert code == 0
    (kept,) = ledger(project)
    assert said[-1] == f"filed before as “NIST”, 2024-09-09: ledger.jsonl has it already ({kept['id']})"
    assert project.holds() == before
    assert file("--as", "NTIA")[0] == 0
    assert [each["label"] for each in ledger(project)] == ["NIST", "NTIA"]


def test_blocks_are_kept_with_their_texts_be_it_from_the_source_or_from_the_draft(project: Desk) -> None:
    project.write("letter.md", letter_of('{{ block("risk", agency="NIST") }}'))
    assert project.build().code == 0
    project.write("blocks/risk.md", BLOCK.replace("ask", "wonder"))
    assert (
        file(
            "--as",
            "the draft",
            letter="letter.docx",
        )[0]
        == 0
    )
    assert file("--as", "the source", "-o", "other.docx")[0] == 0
    draft, source = read_filings(project.folder).filings
    (used,) = draft.blocks
    assert used == BlockUse(name="risk", fingerprint=fingerprint(BLOCK), parameters={"agency": "NIST"})
    assert source.blocks[0].fingerprint == fingerprint(BLOCK.replace("ask", "wonder"))
    assert {path.stem for path in (project.folder / "ledger").iterdir()} == {
        draft.blocks[0].fingerprint,
        source.blocks[0].fingerprint,
    }
    assert (draft.title, draft.recipient, draft.docket) == (source.title, "NIST", ("X-1",))
    assert [each.key for each in draft.sources] == ["ntia2024"]


def test_a_hand_at_the_built_file_is_told_where_the_ledger_keeps_blocks_as_built(project: Desk) -> None:
    project.write("letter.md", letter_of('{{ block("risk", agency="NIST") }}'))
    assert project.build().code == 0
    untouched = file("--as", "as built", letter="letter.docx")[1]
    members = dict(open_package((project.folder / "letter.docx").read_bytes()).members)
    members["word/document.xml"] = members["word/document.xml"].replace(b"should ask", b"must ask")
    project.write("letter.docx", zipped(members.items()))
    changed = file("--as", "as changed", "-o", "changed.docx", letter="letter.docx")[1]
    said = "the file was changed since it was built: the ledger keeps the block as built, not as changed by hand"
    assert said in changed
    assert said not in untouched


def test_a_text_that_a_draft_lost_is_told(project: Desk) -> None:
    project.write("letter.md", letter_of('{{ block("risk", agency="NIST") }}'))
    assert project.build().code == 0
    members = dict(open_package((project.folder / "letter.docx").read_bytes()).members)
    members["customXml/item1.xml"] = members["customXml/item1.xml"].replace(b"should ask", b"should not ask")
    project.write("letter.docx", zipped(members.items()))
    code, said = file(letter="letter.docx")
    assert code == 0
    assert "letter.docx: FIL203 warning: the text of the block 'risk' as the letter set it is not in its file" in said
    assert not (project.folder / "ledger").exists()


# ---- what stops it ----


def test_an_error_of_the_source_stops_it_whatever_is_said(project: Desk) -> None:
    project.write("letter.md", letter_of("A point.[@nobody]"))
    for force in ((), ("--force",)):
        code, said = file(*force)
        assert code == 1
        assert "SRC" in said[0]
        assert said[-1] == "nothing was filed: mend this first"
    assert not (project.folder / "filed").exists()
    assert ledger(project) == []


def test_what_checking_finds_stops_it_unless_it_is_forced(project: Desk) -> None:
    project.write("letter.md", letter_of("A point.[@ntia2024, at 10]").replace("date:", "draft: true\ndate:"))
    code, said = file()
    assert code == 1
    assert said[0] == "letter.md:4: FIL202 the letter is marked as a draft"
    assert said[-1] == "nothing was filed: mend this, or use --force"
    assert file("--force")[0] == 0
    assert len(ledger(project)) == 1


def test_what_waits_in_a_word_file_stops_it_whatever_is_said(project: Desk) -> None:
    assert project.build().code == 0
    members = dict(open_package((project.folder / "letter.docx").read_bytes()).members)
    body = members["word/document.xml"].replace(
        b"<w:t>A point.</w:t>", b"<w:t>A point.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t>"
    )
    project.write("hidden.docx", zipped((members | {"word/document.xml": body}).items()))
    code, said = file("--force", letter="hidden.docx")
    assert code == 1
    assert said[0] == "hidden.docx, at “A point.secret”: FIL303 hidden text: “secret”"
    assert said[-1] == "nothing was filed: mend this first"


def test_a_letter_without_a_day_asks_for_one(desk: Desk) -> None:
    desk.write("letter.md", "A point.\n")
    code, said = file()
    assert code == 1
    assert "letter.md: FIL201 the letter bears no date" in said
    assert file("--as", "NIST, 2024-09-09")[0] == 0


@pytest.mark.parametrize("name", ["letter.pdf", "letter.html", "letter"])
def test_what_is_no_letter_is_refused(name: str, desk: Desk) -> None:
    desk.write(name, "x")
    assert file(letter=name) == (
        2,
        [f"comment-kit: {name}: this is no letter that can be filed", "hint: give a .docx or a Markdown file"],
    )


# ---- what it never touches ----


def test_what_was_filed_is_never_replaced_by_another_letter(project: Desk) -> None:
    assert file("--as", "NIST")[0] == 0
    filed = sha256(project.folder / "filed" / "letter-2024-09-09.docx")
    project.write("letter.md", LETTER.replace("A point", "A better point"))
    code, said = file("--as", "NIST")
    assert code == 2
    assert said == [
        "comment-kit: filed/letter-2024-09-09.docx: this file was filed as “NIST” on 2024-09-09, and is left as it is",
        "hint: write elsewhere with -o, or use --force, which keeps a copy of it",
    ]
    assert len(ledger(project)) == 1
    code, said = file("--as", "NIST", "--force")
    assert code == 0
    assert any("letter-2024-09-09.bak.docx" in line for line in said)
    assert sha256(project.folder / "filed" / "letter-2024-09-09.bak.docx") == filed
    assert len(ledger(project)) == 2


def test_a_file_of_somebody_else_is_never_replaced(project: Desk) -> None:
    project.write("filed/letter-2024-09-09.docx", "mine")
    before = project.holds()
    code, said = file()
    assert code == 2
    assert "is left as it is" in said[0]
    assert project.holds() == before


def test_the_letter_itself_is_never_replaced(project: Desk) -> None:
    assert project.build().code == 0
    before = project.holds()
    assert file("-o", "letter.docx", "--force", letter="letter.docx")[0] == 2
    assert file("-o", "letter.pdf")[0] == 2
    assert project.holds() == before


def test_outside_a_project_the_copy_is_made_and_the_way_to_a_ledger_told(desk: Desk) -> None:
    desk.write("letter.md", LETTER)
    code, said = file("--as", "NIST")
    assert code == 0
    assert said[-1] == "there is no project here, and so no ledger of what was filed: 'comment-kit init' makes one"
    first = desk.holds()
    assert first.keys() == {"letter.md", "filed/letter-2024-09-09.docx"}
    desk.write("letter.md", LETTER.replace("A point", "A better point"))
    assert file("--as", "NIST")[0] == 0, "a copy that nobody has touched may be replaced"
    assert desk.holds()["filed/letter-2024-09-09.docx"] != first["filed/letter-2024-09-09.docx"]


# ---- the rest ----


def test_git_is_told_how_the_ledger_merges_and_other_lines_stay(project: Desk) -> None:
    project.write(".gitattributes", "*.png binary")
    assert file()[0] == 0
    assert (project.folder / ".gitattributes").read_text(encoding="utf-8") == (
        "*.png binary\nledger.jsonl -text merge=union\nledger/*.md -text\n"
    )


def test_a_torn_line_of_the_ledger_is_told_and_stops_nothing(project: Desk) -> None:
    project.write("ledger.jsonl", '{"blocks":[')
    code, said = file()
    assert code == 0
    assert any("ledger.jsonl:1: FIL001 warning: this line is no filing" in line for line in said)
    assert len(read_filings(project.folder).filings) == 1


def test_anybodys_file_is_filed_under_the_name_of_the_house_alone(project: Desk) -> None:
    project.write(CONFIGURATION, '[letter]\norganization = "Example Institute"\n')
    assert project.build().code == 0
    package = open_package((project.folder / "letter.docx").read_bytes())
    members = {name: content for name, content in package.members.items() if not name.startswith("customXml")}
    rels = members["word/_rels/document.xml.rels"]
    start = rels.index(b"<Relationship Id", rels.rindex(b"<Relationship ", 0, rels.index(b"customXml")) - 1)
    members["word/_rels/document.xml.rels"] = rels[:start] + rels[rels.index(b"/>", start) + 2 :]
    members["docProps/core.xml"] = members["docProps/core.xml"].replace(
        b"Example Institute</dc:cr", b"Your Name</dc:cr"
    )
    project.write("theirs.docx", zipped(members.items()))
    code, said = file("--as", "NIST, 2024-09-09", letter="theirs.docx")
    assert code == 0, said
    assert "the copy names Example Institute as its author, not “Your Name” as the file does" in said
    copy = read_docx((project.folder / "filed" / "theirs-2024-09-09.docx").read_bytes())
    assert copy.facts.properties == {"author": "Example Institute"}
    (kept,) = ledger(project)
    assert [each["key"] for each in kept["sources"]] == ["ntia2024"]  # type: ignore[attr-defined, index]


def test_a_missing_libreoffice_is_told_in_a_sentence(project: Desk) -> None:
    outcome = run("file", "letter.md")
    assert outcome.code == 0
    assert "no PDF was made, for LibreOffice was not found: open the copy in Word and save it as PDF" in outcome.lines
    assert [path.name for path in (project.folder / "filed").iterdir()] == ["letter-2024-09-09.docx"]


def test_the_pdf_beside_the_copy_has_an_outline_and_is_kept_in_the_ledger(
    project: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(OFFICE_VARIABLE)
    if find_office() is None:
        pytest.skip("LibreOffice is not installed")
    project.write("letter.md", letter_of("# The Heading\n\nA point.[@ntia2024, at 10]"))
    assert run("file", "letter.md").code == 0
    pdf = project.folder / "filed" / "letter-2024-09-09.pdf"
    assert {"name": "filed/letter-2024-09-09.pdf", "sha256": sha256(pdf)} in ledger(project)[0]["files"]  # type: ignore[operator]
    assert [each.get_title() for each in PdfDocument(pdf).get_toc()] == ["I. The Heading"]
    assert b"/MarkInfo<</Marked true>>" in pdf.read_bytes()
    assert b"comment-kit" not in pdf.read_bytes()
    before = project.holds()
    assert run("file", "letter.md").code == 0
    assert project.holds() == before
