"""What is taken out of a letter comes back as its writer would type it; what cannot is marked and listed."""

from __future__ import annotations

from pathlib import Path

import pytest
from any_word import BEGIN, END, SEPARATE, fn, p, r, style, styled, word_file
from front_door import Desk, run
from taken_letters import HEADINGS, TO_ANOTHER_AGENCY, project, typed_docx
from typed_letters import HERE, call, paragraph

from comment_kit.blocks.taking import Passage
from comment_kit.blocks.taking.findings import (
    NAME_KEPT,
    PICTURE_LEFT_OUT,
    READS_OTHERWISE,
    REFERENCE_OUT_OF_THE_BLOCK,
    TRACKED_CHANGE,
    UNKNOWN_SOURCE,
    WORDS_LEFT_OUT,
)
from comment_kit.errors import CommentKitError
from comment_kit.model.citations import Citation, StringCite
from comment_kit.model.letter import Footnote, FrontMatter, Letter
from comment_kit.model.pinpoints import PagePin, Pinpoint
from comment_kit.project import Project
from comment_kit.workflows.extracting import Extracted, Extraction, extract, letter_outline, write_extracted
from comment_kit.workflows.rereading import differences
from comment_kit.workflows.shelves import read_shelves

ORDER = (
    "Executive Order 14110, Safe, Secure, and Trustworthy Development and Use of Artificial Intelligence, "
    "88 Fed. Reg. 75191 (2023)."
)
REPORT = "Nat'l Telecomm. & Info. Admin., Dual-Use Foundation Models with Widely Available Model Weights 47 (2024)."


def taken(folder: Path, paragraphs: list[str], notes: dict[int, str] | None = None, heading: str = "Part") -> Extracted:
    """Return the block of what stands under ``heading`` in a typed letter."""
    letter = typed_docx(folder / "letter.docx", paragraphs, notes or {})
    return extract(Extraction(letter=letter, heading=heading))


def body(done: Extracted) -> str:
    return done.text.partition("\n---\n")[2]


def codes(done: Extracted) -> list[str]:
    return [each.code for each in done.diagnostics]


def from_xml(folder: Path, *paragraphs: str, **parts: object) -> Extracted:
    """Return the block of a part made of ``paragraphs`` as XML."""
    letter = folder / "letter.docx"
    heading = p("Part", properties=styled("Heading1"))
    given = {"styles": HEADINGS, **parts}
    letter.write_bytes(word_file(heading, *paragraphs, **given))  # type: ignore[arg-type]
    return extract(Extraction(letter=letter, heading="Part"))


# ---- notes ----


def test_a_note_that_is_one_citation_becomes_a_bracket(tmp_path: Path) -> None:
    done = taken(tmp_path, ["# Part", "It asks.[^1]"], {1: f"*See* {REPORT}"})
    assert body(done) == "It asks.[see @ntia2024, at 47]\n"


def test_id_and_a_short_form_get_their_source_and_page(tmp_path: Path) -> None:
    notes = {1: ORDER, 2: "*Id.* at 75203.", 3: "*Id.*", 4: REPORT, 5: "Executive Order 14110, 88 Fed. Reg. at 75196."}
    done = taken(tmp_path, ["# First", "A.[^1]", "# Part", "B.[^2] C.[^3]", "D.[^4] E.[^5]"], notes)
    assert body(done) == (
        "B.[@eo14110, at 75203] C.[@eo14110, at 75203]\n\nD.[@ntia2024, at 47] E.[@eo14110, at 75196]\n"
    )


def test_words_that_could_not_be_read_as_a_page_stay_and_take_over_none(tmp_path: Path) -> None:
    notes = {1: "NIST AI 800-1, at 5.", 2: "*Id.* at 7-B."}
    assert "[@nist800-1, at 7-B]" in body(taken(tmp_path, ["# Part", "One.[^1] Two.[^2]"], notes))


def test_a_page_that_id_would_inherit_is_asked_for_where_it_was_printed(tmp_path: Path) -> None:
    done = taken(tmp_path, ["# Part", "A.[^1] B.[^2] C.[^3]"], {1: REPORT, 2: "*Id.*", 3: "*Id.* at 47."})
    assert body(done) == "A.[@ntia2024, at 47] B.[@ntia2024, at 47] C.[@ntia2024, at 47]{pin=always}\n"


def test_a_label_with_the_page_of_its_table_stands_alone(tmp_path: Path) -> None:
    done = taken(tmp_path, ["# Part", "A.[^1] B.[^2]"], {1: ORDER, 2: "*Id.* at 75203, § 4.6(a)."})
    assert body(done) == "A.[@eo14110] B.[@eo14110, § 4.6(a)]\n"


def test_sentences_in_a_row_are_one_note(tmp_path: Path) -> None:
    notes = {1: f"{REPORT} *See also id.* at 10 n.30 (public comments)."}
    done = taken(tmp_path, ["# Part", "A.[^1]"], notes)
    assert body(done) == "A.^[[@ntia2024, at 47]. [see also @ntia2024, at 10 n.30 (public comments)].]\n"


def test_words_of_a_note_stay_around_its_citations(tmp_path: Path) -> None:
    notes = {1: f"The report says so. {REPORT} Others do not."}
    done = taken(tmp_path, ["# Part", "A.[^1]"], notes)
    assert body(done) == "A.^[The report says so. [@ntia2024, at 47]. Others do not.]\n"


def test_a_source_that_no_database_has_keeps_its_words_and_a_remark(tmp_path: Path) -> None:
    notes = {1: "Jane Smith, *On Things* 4 (2020).", 2: "*Id.* at 5."}
    done = taken(tmp_path, ["# First", "A.[^1]", "# Part", "B.[^2]"], notes)
    assert body(done) == (
        "B.^[*Id.* at 5{## no database has its source, which the letter cites as "
        "'Jane Smith, On Things 4 (2020)' ##}.]\n"
    )
    (told,) = done.diagnostics
    assert [told.code, told.location.note] == [UNKNOWN_SOURCE.code, "2"]
    assert (
        told.message
        == "'Id. at 5': no database has its source, which the letter cites as 'Jane Smith, On Things 4 (2020)'"
    )


def test_words_that_were_read_as_part_of_a_citation_are_told(tmp_path: Path) -> None:
    done = taken(tmp_path, ["# Part", "A.[^1]"], {1: f"First par. {REPORT}"})
    assert body(done) == "A.^[{## these words stood before the citation: First par ##}[@ntia2024, at 47].]\n"
    (told,) = done.diagnostics
    assert [told.code, told.location.note] == [WORDS_LEFT_OUT.code, "1"]
    assert told.message == "the words 'First par' stand before the citation of @ntia2024 and were left out"


def test_a_reference_to_a_note_of_the_passage_stays_live(tmp_path: Path) -> None:
    notes = {1: REPORT, 2: "*See supra* note 1 and accompanying text."}
    done = taken(tmp_path, ["# Part", "A.[^1] B.[^2]"], notes)
    assert body(done) == (
        "A.[@ntia2024, at 47]{#footnote-1} B.^[*See supra* note [](#footnote-1) and accompanying text.]\n"
    )


def test_a_note_of_two_paragraphs_stands_below(tmp_path: Path) -> None:
    note = p(r("It says so.")) + p(r("And more."))
    done = from_xml(tmp_path, p("A.", fn(1), " B."), footnotes={1: note})
    assert body(done) == "A.[^footnote-1] B.\n\n[^footnote-1]: It says so.\n\n    And more.\n"


# ---- words ----


def test_marks_of_markdown_and_jinja_come_back_as_typed(tmp_path: Path) -> None:
    words = "A * star, a_name, [brackets](x), {{ braces }}, {% tags %}, {## notes ##}, user@example.org, &amp; `code`."
    project(tmp_path)
    letter = tmp_path / "letter.docx"
    text = p(r(words.replace("&", "&amp;")))
    letter.write_bytes(word_file(p("Part", properties=styled("Heading1")), text, styles=HEADINGS))
    done = write_extracted(Extraction(letter=letter, heading="Part", name="a/b"))
    assert done.diagnostics == ()
    new = tmp_path / "new.md"
    new.write_text(TO_ANOTHER_AGENCY + '# Part\n\n{{ block("a/b") }}\n', encoding="utf-8")
    again = extract(Extraction(letter=new, heading="Part"))
    assert body(again) == body(done)
    desk = Desk(tmp_path)
    assert run("build", str(new), "-o", str(desk.folder / "new.docx")).code == 0
    assert body(extract(Extraction(letter=tmp_path / "new.docx", heading="Part"))) == body(done)


def test_an_alteration_in_a_quotation_stays_readable(tmp_path: Path) -> None:
    done = taken(tmp_path, ["# Part", "It says \u201c[t]ake care\u201d."])
    assert body(done) == "It says \u201c[t]ake care\u201d.\n"


def test_hard_spaces_and_the_ellipsis_are_written_as_typed(tmp_path: Path) -> None:
    done = taken(tmp_path, ["# Part", "Under §\u00a04 it is so .\u00a0.\u00a0. and on."])
    assert body(done) == "Under § 4 it is so ... and on.\n"


def test_lists_and_tables_and_quotations_keep_their_shape(tmp_path: Path) -> None:
    number = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="%{at + 1}."/></w:lvl>'
        for at, form in enumerate(("decimal", "bullet"))
    )
    numbering = (
        f'<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    cells = "".join(
        f"<w:tr>{''.join(f'<w:tc>{p(cell)}</w:tc>' for cell in row)}</w:tr>" for row in (("A", "B"), ("1", "2|3"))
    )
    done = from_xml(
        tmp_path,
        p("One", properties=number.format(0)),
        p("Inner", properties=number.format(1)),
        p("Two", properties=number.format(0)),
        p("Quoted words", properties=styled("Q")),
        f"<w:tbl>{cells}</w:tbl>",
        p("Below", properties=styled("Heading2")),
        p("Text"),
        styles=HEADINGS + style("Q", "Quote"),
        more=(("numbering", "word/numbering.xml", numbering),),
    )
    assert body(done) == (
        "1.  One\n\n    -   Inner\n\n2.  Two\n\n> Quoted words\n\n| A | B |\n| :--- | :--- |\n| 1 | 2\\|3 |\n\n"
        "# Below\n\nText\n"
    )


# ---- what does not come along ----


def test_a_reference_to_another_part_is_marked(tmp_path: Path) -> None:
    done = taken(
        tmp_path, ["# I. First", "Words.", "# II. Part", "As Part I shows.[^1]"], {1: "*See supra* Part I."}, "II."
    )
    assert codes(done) == [REFERENCE_OUT_OF_THE_BLOCK.code] * 2
    assert [(each.location.note, each.message) for each in done.diagnostics] == [
        ("1", "'supra Part I' points at another part of the letter"),
        ("", "'Part I' points at another part of the letter"),
    ]
    remark = "{## this points at another part of the letter it was taken from ##}"
    assert body(done) == f"As Part I{remark} shows.^[*See supra* Part I{remark}.]\n"


def test_a_number_that_a_field_prints_is_marked(tmp_path: Path) -> None:
    reference = f"{BEGIN}<w:r><w:instrText> REF _Ref1 \\r </w:instrText></w:r>{SEPARATE}{r('Part I')}{END}"
    done = from_xml(tmp_path, p("As ", reference, " shows."))
    assert codes(done) == [REFERENCE_OUT_OF_THE_BLOCK.code]


def test_a_tracked_change_and_a_picture_are_marked_and_told(tmp_path: Path) -> None:
    inserted = f'<w:ins w:id="1" w:author="A">{r("new words")}</w:ins>'
    done = from_xml(tmp_path, p("With ", inserted, "."), p("Words.", "<w:r><w:drawing/></w:r>"))
    assert codes(done) == [TRACKED_CHANGE.code, PICTURE_LEFT_OUT.code]
    assert [each.location.words for each in done.diagnostics] == ["With new words.", "Words."]
    assert body(done).startswith("With new words.{## a change is tracked here")
    assert "Words.{## a picture stands here and was left out ##}" in body(done)


def test_a_citation_that_is_read_back_as_another_is_told() -> None:
    page = Pinpoint((PagePin(first="10"),))
    cited = Citation(key="ntia2024", locator="at 47", pinpoint=page, location=HERE)
    note = Footnote(id="fn-1", blocks=(paragraph(StringCite(citations=(cited,), location=HERE)),), location=HERE)
    letter = Letter(
        file="l.docx", front=FrontMatter(values={}), blocks=(paragraph(call("fn-1")),), notes={"fn-1": note}
    )
    passage = Passage(title="Part", letter=letter, parameters={}, inserts={}, diagnostics=())
    (told,) = differences(passage, read_shelves(Project()).library)
    assert (told.code, told.location) == (READS_OTHERWISE.code, HERE)
    assert told.message == "the note cites @ntia2024 10, and is read back as @ntia2024 47"


# ---- the agency ----

COVER = ["In the Matter of", "NIST AI 800-1"]
DEFINED = "The National Institute of Standards and Technology (NIST) asks."


def test_the_names_of_the_agency_become_parameters(tmp_path: Path) -> None:
    done = taken(tmp_path, [*COVER, "# Part", DEFINED, "We urge NIST's staff to act."])
    assert body(done) == "The {{ agency_name }} ({{ agency }}) asks.\n\nWe urge {{ agency }}'s staff to act.\n"
    assert done.parameters == ("agency", "agency_name")
    assert 'agency: {required: true}  # "NIST" there' in done.text


def test_somebody_may_say_whose_names_are_parameters(tmp_path: Path) -> None:
    letter = typed_docx(tmp_path / "letter.docx", ["# First", DEFINED, "# Part", "We urge NIST to act."], {})
    unasked = extract(Extraction(letter=letter, heading="Part"))
    assert body(unasked) == "We urge NIST to act.\n"
    for asked in ("NIST", "National Institute of Standards and Technology"):
        assert (
            body(extract(Extraction(letter=letter, heading="Part", agency=asked))) == "We urge {{ agency }} to act.\n"
        )


def test_names_in_quotations_and_designations_stay(tmp_path: Path) -> None:
    words = "\u201cNIST wrote this,\u201d says NIST AI 800-1, under NIST-2024-0001 and *NIST Today*."
    done = taken(tmp_path, [*COVER, "# First", DEFINED, "# Part", words])
    assert body(done) == f"{words}\n"


def test_a_name_beside_a_paper_of_the_agency_is_kept_and_told(tmp_path: Path) -> None:
    notes = {1: "U.S. AI Safety Inst., NIST AI 800-1, at 12 (2024)."}
    done = taken(tmp_path, [*COVER, "# First", DEFINED, "# Part", "NIST writes so.[^1]"], notes)
    assert body(done) == "NIST writes so.[@nist800-1, at 12]\n"
    (told,) = done.diagnostics
    assert told.code == NAME_KEPT.code
    assert told.message == "'NIST' was kept: it stands in a paragraph that cites the agency's own paper"


def test_the_front_matter_says_who_receives_a_letter(tmp_path: Path) -> None:
    letter = tmp_path / "letter.md"
    front = "template: formal-comment\nstyle: comment-letter\ndate: 2024-09-09\nvars: {agency: FCC}\n"
    front += "docket: {agency: FCC, title: A Title}\norganization: Example Institute\nauthors: [{name: Your Name}]\n"
    letter.write_text(
        f"---\n{front}---\n\n# Part\n\nWe urge {{{{ vars.agency }}}} to act.[@ntia2024, 10]\n", encoding="utf-8"
    )
    done = extract(Extraction(letter=letter, heading="Part"))
    assert body(done) == "We urge {{ agency }} to act.[@ntia2024, 10]\n"


# ---- which part ----


def test_headings_are_found_by_label_by_title_and_by_some_words(tmp_path: Path) -> None:
    letter = typed_docx(
        tmp_path / "letter.docx", ["# I. The Test", "A.", "## A. Two Sides", "B.", "# II. The Draft", "C."], {}
    )
    for asked, first in (("II.", 5), ("the test", 1), ("I.A", 3), ("sides", 3), ("II. The Draft", 5)):
        done = extract(Extraction(letter=letter, heading=asked))
        assert f"title: {('The Test', 'Two Sides', 'The Draft')[first // 2]}\n" in done.text


def test_a_heading_that_is_not_there_names_those_that_are(tmp_path: Path) -> None:
    letter = typed_docx(tmp_path / "letter.docx", ["# I. The Test", "A.", "# II. The Draft", "B."], {})
    with pytest.raises(CommentKitError, match=r"no heading fits 'III\.'") as refused:
        extract(Extraction(letter=letter, heading="III."))
    assert refused.value.remedy == "its headings, with their paragraphs: I. The Test (1-2); II. The Draft (3-4)"


def test_two_headings_of_one_title_are_asked_about(tmp_path: Path) -> None:
    letter = typed_docx(tmp_path / "letter.docx", ["# Part", "A.", "# Part", "B."], {})
    with pytest.raises(CommentKitError, match="several headings fit 'Part'"):
        extract(Extraction(letter=letter, heading="Part"))


def test_paragraphs_are_taken_as_the_outline_counts_them(tmp_path: Path) -> None:
    letter = typed_docx(tmp_path / "letter.docx", ["Cover", "# Part", "One.", "Two.", "Three."], {})
    assert body(extract(Extraction(letter=letter, paragraphs=(3, 4)))) == "One.\n\nTwo.\n"


def test_headings_that_nobody_styled_are_seen(tmp_path: Path) -> None:
    bold = "<w:b/>"
    letter = tmp_path / "letter.docx"
    letter.write_bytes(
        word_file(p(r("INTRODUCTION")), p("A."), p(r("I. The Test", bold)), p("B."), p(r("Words.", bold), " D."))
    )
    assert [str(each) for each in letter_outline(letter)] == ["INTRODUCTION", "I. The Test"]


def test_the_signature_is_no_part_of_the_conclusion(tmp_path: Path) -> None:
    done = taken(tmp_path, ["# Conclusion", "We ask.", "Respectfully submitted,", "Your Name"], heading="Conclusion")
    assert body(done) == "We ask.\n"
