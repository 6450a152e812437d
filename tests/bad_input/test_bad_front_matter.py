"""What is wrong in the front matter, or in the house's settings, is told at its line with what to do."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from front_door import FRONT, Desk, letter_of


class Bad(NamedTuple):
    """Front matter with something wrong; the line after the opening fence is line 2."""

    name: str
    front: str
    place: str
    message: str
    hint: str


def without(key: str) -> str:
    return "".join(line for line in FRONT.splitlines(keepends=True) if not line.startswith(key))


def changed(old: str, new: str) -> str:
    assert old in FRONT
    return FRONT.replace(old, new)


NOT_YAML = (
    Bad("open quotation mark", FRONT + 're: "About\n', "9:5", "a quotation mark opens and never closes", "close it"),
    Bad("colon in a text", FRONT + "re: NIST: a draft\n", "9:9", "a colon stands inside of a text", "quotation marks"),
    Bad("open bracket", FRONT + "keywords: [a, b\n", "9:11", "a bracket opens and never closes", "close it"),
    Bad("odd indent", FRONT + "  re: x\n", "9:3", "indented unlike those beside it", "in one column"),
    Bad("tab", FRONT + "\tre: x\n", "9:1", "begins with a tab", "indent it with spaces"),
    Bad("sign of YAML", FRONT + "re: @nist\n", "9:5", "a text begins with a sign of YAML", "quotation marks"),
    Bad("words behind a mark", FRONT + 're: "A" title\n', "9:9", "words stand behind a closing", "one pair of marks"),
    Bad("no key", "organization\n" + FRONT, "3:9", "a colon stands inside of a text", "quotation marks"),
    Bad("a list", "- formal-comment\n", "2:1", "it is no list of 'key: value' lines", "write lines such as"),
    Bad("words", "My letter\n", "2:1", "it is no list of 'key: value' lines", "write lines such as"),
)

ERRORS = (
    Bad("no template", without("template"), "1", "LET113 the front matter has no 'template'", "template: formal-"),
    Bad("no style", without("style"), "1", "LET113 the front matter has no 'style'", "add style: comment-letter"),
    Bad("no date", without("date"), "1", "LET113 the front matter has no 'date'", "add date: 2024-09-09"),
    Bad("empty date", changed("2024-09-09", ""), "4", "LET113 'date' says nothing", "add date: 2024-09-09"),
    Bad("no organization", without("organization"), "1", "LET113 the front matter has no 'organization'", "add org"),
    Bad(
        "no title", changed("title: A Title, ", ""), "5", "LET113 the front matter has no 'docket.title'", "add docket"
    ),
    Bad(
        "nameless", changed("name: Your Name", "title: X"), "8:5", "LET113 one of the authors has no name", "name: ..."
    ),
    Bad("written date", changed("2024-09-09", "Sept. 9"), "4:1", "LET114 'date' is 'Sept. 9'", "written as 2024-09-09"),
    Bad("no such day", changed("2024-09-09", "2024-02-30"), "4:1", "LET114 'date' is '2024-02-30'", "a day written"),
    Bad("list for text", changed("Example Institute", "[a, b]"), "6:1", "LET114 'organization' is a list", "a text"),
    Bad("text for list", changed("\n  - {name: Your Name}", " Your Name"), "7:1", "LET114 'authors' is", "a list of"),
    Bad("text for keys", changed("{agency: NIST, title: A Title, id: X-1}", "NIST"), "5:1", "LET114 'docket'", "names"),
    Bad("perhaps", FRONT + "draft: perhaps\n", "9:1", "LET114 'draft' is 'perhaps'", "it holds true or false"),
    Bad("edition in words", FRONT + "edition: last\n", "9:1", "LET114 'edition' is 'last'", "a number, such as 22"),
    Bad(
        "edition unknown", FRONT + "edition: 9\n", "9", "FRM110 the style knows no edition 9", "it describes 21 and 22"
    ),
    Bad("label-pages", FRONT + "label-pages: some\n", "9:1", "LET114 'label-pages' is 'some'", "first or range"),
    Bad("twice", FRONT + "style: bluebook\n", "9:1", "LET115 'style' stands twice", ""),
    Bad(
        "template",
        changed("formal", "fromal"),
        "2",
        "LET121 there is no letter template 'fromal-c",
        "did you mean 'for",
    ),
    Bad(
        "template path",
        changed("formal-comment", "../x"),
        "2",
        "LET121 there is no letter template '../x'",
        "there are",
    ),
    Bad("style", changed("comment-letter", "bluebok"), "3", "FRM101 there is no style 'bluebok'", "'bluebook'"),
    Bad("style path", changed("comment-letter", "../x"), "3", "FRM101 there is no style '../x'", "known are"),
)

WARNINGS = (
    Bad("key", FRONT + "tempalte: x\n", "9:1", "LET112 warning: nothing reads the key 'tempalte'", "'template'"),
    Bad("own key", FRONT + "ourcode: x\n", "9:1", "LET112 warning: nothing reads the key 'ourcode'", "under 'vars'"),
    Bad(
        "inner", changed("agency", "agncy"), "5:10", "LET112 warning: nothing reads the key 'docket.agncy'", "'agency'"
    ),
)


@pytest.mark.parametrize("bad", NOT_YAML, ids=lambda bad: bad.name)
def test_front_matter_that_is_no_yaml_is_told_in_a_writers_words(desk: Desk, bad: Bad) -> None:
    desk.write("letter.md", letter_of("Words.", bad.front))
    before = desk.holds()
    built = desk.build()
    assert built.code == 1
    assert built.lines[0].startswith(f"letter.md:{bad.place}: LET111 the front matter is not YAML: ")
    assert bad.message in built.lines[0]
    assert built.lines[1].startswith("  hint: ")
    assert bad.hint in built.lines[1]
    assert built.lines[2:] == ["1 error", "nothing was written"]
    assert desk.holds() == before


def test_front_matter_that_never_ends_is_told(desk: Desk) -> None:
    desk.write("letter.md", f"---\n{FRONT}\nWords.\n")
    built = desk.build()
    assert built.code == 1
    assert built.lines[:2] == ["letter.md:1:1: LET111 the front matter is never closed", "  hint: close it with '---'"]


def test_front_matter_below_an_empty_line_is_no_text(desk: Desk) -> None:
    desk.write("letter.md", f"\n\n{letter_of('Words.')}")
    built = desk.build()
    assert built.code == 1
    assert built.lines[:2] == [
        "letter.md:3:1: LET111 the front matter stands below an empty line, where it is read as text",
        "  hint: begin the file with its '---'",
    ]


def test_a_rule_and_a_word_with_a_colon_below_an_empty_line_are_text(desk: Desk) -> None:
    desk.write("letter.md", "\n---\n\nDate: today\n\n---\n\nIn that style: words.\n")
    assert desk.build().code == 0


@pytest.mark.parametrize("bad", ERRORS, ids=lambda bad: bad.name)
def test_a_wrong_key_is_told_at_its_line_and_nothing_is_written(desk: Desk, bad: Bad) -> None:
    desk.write("letter.md", letter_of("Words.", bad.front))
    before = desk.holds()
    built = desk.build()
    assert built.code == 1
    assert built.lines[0].startswith(f"letter.md:{bad.place}: {bad.message}")
    assert bad.hint in built.lines[1]
    assert built.lines[-2:] == ["1 error", "nothing was written"]
    assert desk.holds() == before


@pytest.mark.parametrize("bad", WARNINGS, ids=lambda bad: bad.name)
def test_a_key_that_nothing_reads_is_told_and_the_file_is_written(desk: Desk, bad: Bad) -> None:
    desk.write("letter.md", letter_of("Words.", bad.front))
    built = desk.build()
    assert built.code == 0
    assert built.lines[0].startswith(f"letter.md:{bad.place}: {bad.message}")
    assert bad.hint in built.lines[1]
    assert (desk.folder / "letter.docx").exists()


def test_a_database_that_is_missing_is_told_where_it_is_named(desk: Desk) -> None:
    desk.write("letter.md", letter_of("Words.", FRONT + "bibliography: [nope.bib]\n"))
    built = desk.build()
    assert built.lines[:2] == [
        "letter.md:9: SRC101 warning: 'bibliography' names 'nope.bib': there is no such file",
        f"  hint: correct the path, which is read from {desk.folder.resolve()}",
    ]


# ---- the settings of the house ----


def test_a_settings_key_that_nothing_reads_is_told(desk: Desk) -> None:
    desk.write("comment-kit.toml", '[letter]\nstyl = "bluebook"\n')
    desk.write("letter.md", letter_of("Words."))
    built = desk.build()
    assert built.code == 0
    assert "comment-kit.toml: LET112 warning: nothing reads the key 'styl'" in built.lines[0]
    assert built.lines[1] == "  hint: did you mean 'style'?"


@pytest.mark.parametrize("line", ['authors = "Your Name"', "docket = 3", "organization = []", "draft = 1", "date = 3"])
def test_a_setting_of_the_wrong_type_is_told_and_nothing_is_written(desk: Desk, line: str) -> None:
    desk.write("comment-kit.toml", f"[letter]\n{line}\n")
    desk.write("letter.md", letter_of("Words."))
    before = desk.holds()
    built = desk.build()
    assert built.code == 1
    key, _, _ = line.partition(" ")
    assert f"comment-kit.toml: LET114 '{key}' " in built.lines[0]
    assert built.lines[1].startswith("  hint: it holds ")
    assert desk.holds() == before


def test_a_date_and_a_number_of_toml_are_taken_as_they_are_meant(desk: Desk) -> None:
    desk.write("comment-kit.toml", "[letter]\ndate = 2024-09-09\nedition = 21\n")
    desk.write("letter.md", letter_of("Words.", without("date")))
    assert desk.build().code == 0


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("[letter", "this is no TOML"),
        ("colour = 1", "unknown table or key 'colour'"),
        ("letter = 1", "[letter] must be a table"),
        ("[folders]\nblock = 'x'", "unknown folder 'block' in [folders]"),
        ("[folders]\nblocks = 3", "'blocks' in [folders] must be a path or a list of paths"),
    ],
)
def test_settings_that_cannot_be_read_stop_the_kit(desk: Desk, settings: str, message: str) -> None:
    desk.write("comment-kit.toml", settings)
    desk.write("letter.md", letter_of("Words."))
    before = desk.holds()
    built = desk.build()
    assert built.code == 2
    assert built.err.startswith("comment-kit: ")
    assert f"comment-kit.toml: {message}" in built.err
    assert "hint: " in built.err
    assert desk.holds() == before


# ---- the file of the letter ----


@pytest.mark.parametrize("text", ["", " \n\n", f"---\n{FRONT}---\n\n"], ids=["empty", "blank", "front matter alone"])
def test_a_letter_without_text_is_told_and_nothing_is_written(desk: Desk, text: str) -> None:
    desk.write("letter.md", text)
    built = desk.build()
    assert built.code == 1
    assert built.lines[0] == "letter.md: LET103 the letter has no text"
    assert list(desk.holds()) == ["letter.md"]


def test_a_letter_that_is_missing_stops_the_kit(desk: Desk) -> None:
    built = desk.build()
    assert built.code == 2
    assert built.err == (
        "comment-kit: letter.md: the letter cannot be read: No such file or directory\n"
        "hint: name the Markdown file of the letter\n"
    )
    assert not desk.holds()


def test_a_folder_is_no_letter(desk: Desk) -> None:
    (desk.folder / "letter.md").mkdir()
    built = desk.build()
    assert built.code == 2
    assert built.err.startswith("comment-kit: letter.md: this is a folder\nhint: ")


def test_a_letter_that_is_no_utf_8_stops_the_kit_with_its_line(desk: Desk) -> None:
    desk.write("letter.md", letter_of("First.\n\nCaf\xe9.").encode("latin-1"))
    built = desk.build()
    assert built.code == 2
    assert "letter.md: the letter is not UTF-8 text: line 13 holds a byte that UTF-8 does not" in built.err
    assert "hint: save it as UTF-8" in built.err
    assert list(desk.holds()) == ["letter.md"]


def test_markdown_of_anybody_without_front_matter_is_built(desk: Desk) -> None:
    desk.write("letter.md", "# Notes\n\nWords.[@ntia2024, 3]\n")
    built = desk.build()
    assert (built.code, built.out) == (0, "wrote letter.docx\n")
