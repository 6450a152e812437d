"""A whole letter set: what joins citations, what closes notes, and what stands inside parentheticals."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace
from printed_forms import (
    HERE,
    bracket,
    cited,
    composed,
    entry,
    house,
    letter_of,
    library_of,
    marked,
    marked_line,
    notes_of,
    plain_marks,
    shipped,
    style,
)

from comment_kit.locators import pinpointed
from comment_kit.model.citations import Form, Parenthetical, StringCite
from comment_kit.model.letter import (
    CrossReference,
    Footnote,
    Heading,
    Inline,
    LineBreak,
    Mention,
    NoteCall,
    Paragraph,
    SetCitation,
    walk,
)
from comment_kit.model.sources import Library
from comment_kit.model.text import Span
from comment_kit.resolve import resolve
from comment_kit.styles import print_citation, source_names

NTIA = "^^Nat'l Telecomm. & Info. Admin.^^"
REPORT = "https://www.ntia.gov/sites/default/files/publications/ntia-ai-open-model-report.pdf"


@cache
def further() -> Library:
    return library_of(Path(__file__).with_name("forms.bib"))


def with_words(written: str, *content: Inline) -> StringCite:
    """Return a bracket whose one citation has a parenthetical of ``content``."""
    return bracket(replace(cited(written), parentheticals=(Parenthetical(content=content),)))


def bluebook(*notes: StringCite | tuple[Inline, ...]) -> list[str]:
    return notes_of(style(), shipped(), *notes)


# ---- what joins and closes ----


def test_the_citations_of_one_bracket_are_joined_by_semicolons() -> None:
    *_, last = bluebook(bracket("@ntia2024"), bracket("@eo14179"), bracket("@ntia2024, 3", "see also @eo14179, 8742"))
    assert last == f"{NTIA}, *supra* note 1, at 3; *see also* Exec. Order No. 14,179, 90 Fed. Reg. at 8742."


def test_a_signal_of_another_class_begins_a_sentence() -> None:
    *_, last = bluebook(bracket("@ntia2024"), bracket("See @ntia2024, 3", "but see @eo14179, 8742"))
    assert last == "*See id.* at 3. *But see* Exec. Order No. 14,179, 90 Fed. Reg. 8741, 8742 (Jan. 23, 2025)."


def test_compare_is_followed_by_commas() -> None:
    *_, last = bluebook(
        bracket("@ntia2024, 10"), bracket("Compare @ntia2024, 10 (weighing benefits)", "with @eo14179 (weighing risk)")
    )
    assert last == (
        "*Compare id.* (weighing benefits), *with* Exec. Order No. 14,179, 90 Fed. Reg. 8741 (Jan. 23, 2025) "
        "(weighing risk)."
    )


def test_the_period_of_id_closes_its_note() -> None:
    assert bluebook(bracket("@ntia2024, 3"), bracket("@ntia2024, 3"))[1] == "*Id.*"


def report(folder: Path, fields: str = "") -> Library:
    """Return a library with one report ``k``."""
    return entry(folder, f"@report{{k, author = {{{{I}}}}, title = {{T}}, date = {{2024}}, {fields}}}")


def test_an_abbreviation_closes_its_note(tmp_path: Path) -> None:
    library = report(tmp_path, "shorthand = {Rep. of Ex. Agcy.}")
    notes = notes_of(style("comment-letter"), library, bracket("@k, 3"), bracket("@k"))
    assert notes == ["^^I, Rep. of Ex. Agcy.^^ 3 (2024).", "Rep. of Ex. Agcy."]


def test_a_period_inside_a_quotation_does_not_close_the_note() -> None:
    assert bluebook(bracket('@eo14179 ("It ends.")'))[0].endswith('2025) ("It ends.").')


def test_a_typed_period_behind_one_goes_and_an_ellipsis_stays() -> None:
    both = (bracket("@ntia2024, 3"), Span(text=". Words.")), (bracket("@ntia2024, 3"), Span(text=". And more."))
    assert bluebook(*both)[1] == "*Id.* And more."
    dots = (bracket("@ntia2024, 3"), Span(text=".")), (bracket("@ntia2024, 3"), Span(text="... more."))
    assert bluebook(*dots)[1] == "*Id.*. . . more."


def test_a_note_in_words_keeps_its_own_end() -> None:
    assert bluebook((Span(text="Words without a stop"),)) == ["Words without a stop"]


def test_a_citation_inside_a_clause_begins_small() -> None:
    note = (Span(text="So says the report, "), bracket("@ntia2024, 3"), Span(text=", and others."))
    assert bluebook(bracket("@ntia2024, 4"), note)[1] == "So says the report, *id.* at 3, and others."


def test_a_citation_behind_a_full_stop_begins_a_sentence() -> None:
    note = (Span(text="Words. "), bracket("see @ntia2024, 3"), Span(text="."))
    assert bluebook(bracket("@ntia2024, 4"), note)[1] == "Words. *See id.* at 3."


def test_two_bare_ids_in_one_note_need_one_space() -> None:
    note = (bracket("@ntia2024, 3"), Span(text=". "), bracket("but see @ntia2024, 4"), Span(text="."))
    assert bluebook(bracket("@ntia2024, 3"), note)[1] == "*Id. But see id.* at 4."


def test_a_note_that_nothing_calls_stays_as_written() -> None:
    letter = letter_of(bracket("@ntia2024"))
    aside = replace(letter.notes["fn-1"], id="aside")
    done = composed(style(), shipped(), replace(letter, notes={**letter.notes, "aside": aside}))
    assert any(isinstance(part, StringCite) for part in walk(done.notes["aside"].blocks))


# ---- parentheticals and what follows them ----


def test_words_stand_behind_the_address_and_before_the_history(tmp_path: Path) -> None:
    own = house(tmp_path, 'base = "bluebook"\naddresses = "always"\n')
    library = entry(
        tmp_path,
        "@legislation{a, entrysubtype={executive order}, number={13000}, title={A}, date={2001-01-01}, frvolume={66},"
        " frpage={1}, url={https://example.org/a}, revoked={2003-01-01}, revokedby={b, § 2}}\n"
        "@legislation{b, entrysubtype={executive order}, number={13001}, title={B}, date={2003-01-01}, frvolume={68},"
        " frpage={9}}\n",
    )
    assert notes_of(own, library, bracket("@a (explaining)")) == [
        (
            "Exec. Order No. 13,000, 66 Fed. Reg. 1 (Jan. 1, 2001), https://example.org/a (explaining), "
            "*revoked by*, Exec. Order No. 13,001, § 2, 68 Fed. Reg. 9 (Jan. 1, 2003)."
        )
    ]


def test_the_worked_case_with_a_quoting_parenthetical() -> None:
    database = (
        "@jurisdiction{banks, title={Banks v. Manchester}, shorttitle={Banks}, volume={128}, reporter={U.S.},"
        " pages={244}, date={1888}}\n"
    )
    library = further()
    banks = library_with(library, database)
    note = with_words("@F29, 1509", Span(text="quoting "), bracket("@banks, 253"))
    assert notes_of(style(), banks, note, bracket("@F29, 1513"), bracket("@banks, 253")) == [
        (
            "Georgia v. Public.Resource.Org, Inc., 140 S. Ct. 1498, 1509 (2020) "
            "(quoting Banks v. Manchester, 128 U.S. 244, 253 (1888))."
        ),
        "*Id.* at 1513.",
        "Banks v. Manchester, 128 U.S. 244, 253 (1888).",
    ]


def library_with(library: Library, database: str) -> Library:
    """Return ``library`` with the sources of ``database`` added."""
    from tempfile import TemporaryDirectory  # noqa: PLC0415 - one test needs it

    with TemporaryDirectory() as folder:
        return Library(sources={**library.sources, **entry(Path(folder), database).sources})


def test_the_worked_case_of_a_hearing_cited_again() -> None:
    *_, last = notes_of(
        style(), further(), bracket("@F25, 12"), bracket("@F13"), bracket("@F25, 12 (statement of Zoe Lofgren)")
    )
    assert last == "*Cell Tax Fairness Act of 2008*, *supra* note 1, at 12 (statement of Zoe Lofgren)."


def test_what_was_cited_in_full_is_short_inside_a_parenthetical() -> None:
    note = with_words("@eo14179", Span(text="citing "), bracket("@ntia2024, 5"))
    assert bluebook(bracket("@ntia2024"), note)[1].endswith(f"(citing {NTIA}, *supra* note 1, at 5).")


@pytest.mark.parametrize(
    ("between", "ends"),
    [
        (0, "(citing *State Farm*, 463 U.S. at 43)."),
        (
            6,
            "v. State Farm Mut. Auto. Ins. Co., 463 U.S. 29, 43 (1983)).",
        ),
    ],
)
def test_a_case_inside_a_parenthetical_is_short_within_the_window_alone(between: int, ends: str) -> None:
    note = with_words("@F41", Span(text="citing "), bracket("@F27, 43"))
    filler = [bracket("@F35")] * between
    assert notes_of(style(), further(), bracket("@F27"), *filler, note)[-1].endswith(ends)


@pytest.mark.parametrize(
    ("name", "key", "ends"),
    [
        ("comment-letter", "nist800-1", "(citing NIST AI 800-1 at 5)."),
        ("comment-letter", "ntia2024", f"Weights^^ 5 (2024), {REPORT})."),
        ("policy-letter", "ntia2024", f'Weights," 2024, at 5, {REPORT}).'),
    ],
)
def test_inside_a_parenthetical_a_house_cites_again_as_elsewhere(name: str, key: str, ends: str) -> None:
    note = with_words("@eo14179", Span(text="citing "), bracket(f"@{key}, 5"))
    assert notes_of(style(name), shipped(), bracket(f"@{key}"), note)[1].endswith(ends)


def test_two_authorities_inside_a_parenthetical_are_joined_by_a_semicolon() -> None:
    note = with_words("@F41", Span(text="citing "), bracket("@F27, 43", "@F33"))
    (printed,) = notes_of(style(), further(), note)
    assert printed.endswith("463 U.S. 29, 43 (1983); Tegna, Inc., 367 N.L.R.B. No. 71 (Jan. 17, 2019)).")


def test_a_parenthetical_may_name_a_source_a_part_and_break_a_line() -> None:
    note = with_words(
        "@eo14179",
        Mention(key="nist800-1", location=HERE),
        Span(text=" in "),
        CrossReference(target="part", location=HERE),
        LineBreak(),
        CrossReference(target="part", location=HERE, words=(Span(text="above"),)),
        NoteCall(note="fn-1", location=HERE),
    )
    letter = letter_of(note)
    part = Heading(level=1, content=(Span(text="Words"),), location=HERE, id="part", label="II.")
    done = composed(style(), shipped(), replace(letter, blocks=(*letter.blocks, part)))
    assert marked_line(line_of(done.notes["fn-1"])).endswith("(Jan. 23, 2025) (NIST AI 800-1 in Part II above).")
    spans = [span for cite in cites_of(done.notes["fn-1"]) for span in cite.text if span.refers_to == "part"]
    assert [plain_marks(span.text) for span in spans] == ["Part II", "above"]


def line_of(note: Footnote) -> tuple[Inline, ...]:
    (block,) = note.blocks
    assert isinstance(block, Paragraph)
    return block.content


def cites_of(note: Footnote) -> list[SetCitation]:
    return [part for part in walk(note.blocks) if isinstance(part, SetCitation)]


# ---- supra and hereinafter ----


def test_supra_points_at_its_note_with_a_live_number() -> None:
    done = composed(style(), shipped(), letter_of(bracket("@ntia2024"), bracket("@eo14179"), bracket("@ntia2024, 3")))
    (cite,) = cites_of(done.notes["fn-3"])
    assert [(span.text, span.refers_to) for span in cite.text if span.refers_to] == [("1", "fn-1")]


def test_supra_to_the_same_note_has_no_number() -> None:
    (note,) = bluebook(bracket("@ntia2024", "@eo14179", "@ntia2024, 5"))
    assert note.endswith(f"; {NTIA}, *supra*, at 5.")


DRAFTS = (
    "@report{one, entrysubtype={guidance}, author={{AI Office}}, shorthand={AI 1}, title={Misuse}, date={2024},"
    " stage={initial public draft}, url={https://example.org/1}}\n"
    "@report{two, entrysubtype={guidance}, author={{AI Office}}, shorthand={AI 1}, title={Misuse}, date={2025},"
    " stage={second public draft}, url={https://example.org/2}}\n"
    "@article{by-a, author={Doe, A. B.}, title={One: A Study}, date={2020}, journaltitle={J}, volume={1}, pages={2}}\n"
    "@article{by-b, author={Doe, A. B.}, title={Two}, date={2021}, journaltitle={J}, volume={2}, pages={3}}\n"
)


def test_two_drafts_under_one_number_are_told_apart_by_name(tmp_path: Path) -> None:
    library = entry(tmp_path, DRAFTS)
    notes = notes_of(
        style(), library, bracket("@one, 12 (saying so)"), bracket("@two, 14"), bracket("@one, 13"), bracket("@two, 15")
    )
    assert notes == [
        (
            "^^AI Office, AI 1, Misuse^^ 12 (initial public draft 2024) [hereinafter ^^AI 1 Initial Public Draft^^], "
            "https://example.org/1 (saying so)."
        ),
        (
            "^^AI Office, AI 1, Misuse^^ 14 (second public draft 2025) [hereinafter ^^AI 1 Second Public Draft^^], "
            "https://example.org/2."
        ),
        "^^AI 1 Initial Public Draft^^, *supra* note 1, at 13.",
        "^^AI 1 Second Public Draft^^, *supra* note 2, at 15.",
    ]


def test_two_articles_of_one_author_are_told_apart_by_title(tmp_path: Path) -> None:
    library = entry(tmp_path, DRAFTS)
    *_, last = notes_of(style(), library, bracket("@by-a"), bracket("@by-b"), bracket("@by-a, 3"))
    assert last == "Doe, *One*, *supra* note 1, at 3."


def test_an_entry_may_ask_for_a_name(tmp_path: Path) -> None:
    library = entry(tmp_path, DRAFTS.replace("stage={initial", "hereinafter={AI 1 First Draft}, stage={initial"))
    first, _, last = notes_of(style(), library, bracket("@one"), bracket("@by-a"), bracket("@one, 3"))
    assert "(initial public draft 2024) [hereinafter ^^AI 1 First Draft^^], https" in first
    assert last == "^^AI 1 First Draft^^, *supra* note 1, at 3."


# ---- type and typography ----


def test_the_comma_behind_eg_is_roman_and_see_id_one_run() -> None:
    letter = letter_of(bracket("See, e.g., @ntia2024"), bracket("See @ntia2024, 3"), bracket("See, e.g., @ntia2024, 4"))
    done = composed(style(), shipped(), letter)
    runs = [[(span.text, span.italic) for span in cites_of(note)[0].text][:3] for note in done.notes.values()]
    assert runs[0][:2] == [("See, e.g.", True), (", ", False)]
    assert runs[1] == [("See id.", True), (" at\u00a03", False)]
    assert runs[2] == [("See, e.g.", True), (", ", False), ("id.", True)]


def test_a_house_in_roman_has_roman_signals_and_keeps_a_writers_emphasis() -> None:
    note = with_words("See @eo14179", Span(text="so it "), Span(text="says", italic=True))
    (printed,) = notes_of(style("policy-letter"), shipped(), note)
    assert printed.startswith("See Executive Order 14179")
    assert printed.endswith("(so it *says*).")


def test_words_are_set_as_a_printer_would() -> None:
    body = (Span(text='"It\'s" at 5 -- so ... in § 3, '), Mention(key="ntia2024", location=HERE), Span(text='."'))
    done = composed(style(), shipped(), letter_of((Span(text='See p. at 5 ... "x"'),), body=body))
    (paragraph,) = done.blocks
    assert isinstance(paragraph, Paragraph)
    text = "".join(part.text for part in paragraph.content if isinstance(part, Span))
    assert text == (
        "“It’s” at 5 – so .\u00a0.\u00a0. in §\u00a03, Dual-Use Foundation Models with Widely Available Model Weights.”"
    )
    note = "".join(part.text for part in line_of(done.notes["fn-1"]) if isinstance(part, Span))
    assert note == "See p. at\u00a05 .\u00a0.\u00a0. “x”"


def test_addresses_stay_as_they_are(tmp_path: Path) -> None:
    library = report(
        tmp_path, "url = {https://example.org/a--b?x='1'&y=...}, archiveurl = {https://perma.cc/AAAA-1111}"
    )
    done = composed(style(), library, letter_of(bracket("@k")))
    (cite,) = cites_of(done.notes["fn-1"])
    assert [span.text for span in cite.text if span.url] == [
        "https://example.org/a--b?x='1'&y=...",
        "https://perma.cc/AAAA-1111",
    ]
    assert marked_line((cite,)) == "^^I, T^^ (2024), https://example.org/a--b?x='1'&y=... [https://perma.cc/AAAA-1111]"


@pytest.mark.parametrize(
    ("name", "key", "expected"),
    [
        ("bluebook", "nist800-1", "NIST AI 800-1"),
        ("bluebook", "srikumar2024", "*Risk Mitigation Strategies for the Open Foundation Model Value Chain*"),
        ("policy-letter", "srikumar2024", "Risk Mitigation Strategies for the Open Foundation Model Value Chain"),
        ("bluebook", "eo14179", "Executive Order 14179"),
        ("policy-letter", "eo14110", "Executive Order 14110"),
        ("bluebook", "nobody", "nobody"),
    ],
)
def test_a_mention_prints_the_short_name(name: str, key: str, expected: str) -> None:
    done = composed(style(name), shipped(), letter_of(body=(Mention(key=key, location=HERE),)))
    (paragraph,) = done.blocks
    assert isinstance(paragraph, Paragraph)
    assert marked_line(paragraph.content) == expected


def test_a_law_without_a_name_is_mentioned_by_its_place() -> None:
    done = composed(style(), further(), letter_of(body=(Mention(key="F05", location=HERE),)))
    (paragraph,) = done.blocks
    assert isinstance(paragraph, Paragraph)
    assert plain_marks(marked_line(paragraph.content)) == "5 U.S.C. § 553(c)"


def test_a_cross_reference_of_the_text_keeps_its_words_for_the_writer() -> None:
    reference = CrossReference(target="part", location=HERE, words=(Span(text="it's"),))
    done = composed(style(), shipped(), letter_of((reference, CrossReference(target="x", location=HERE))))
    assert line_of(done.notes["fn-1"]) == (
        replace(reference, words=(Span(text="it’s"),)),
        CrossReference(target="x", location=HERE),
    )


def test_a_form_asked_for_is_the_one_printed() -> None:
    asked = bracket(cited("@ntia2024, 5", form=Form.FULL))
    *_, last = bluebook(bracket("@ntia2024, 5"), asked)
    assert last.endswith(f"Weights^^ 5 (2024), {REPORT}.")


def test_one_citation_may_be_printed_by_itself() -> None:
    letter, _ = pinpointed(letter_of(bracket("See @ntia2024, 3 (left to the letter)")), shipped())
    (made,) = resolve(letter, shipped(), style().policy, source_names(shipped(), ["ntia2024"], style()))
    assert marked(print_citation(made, shipped(), style(), {"fn-1": 1})).startswith("*See* ^^Nat'l Telecomm.")


def test_an_unknown_source_is_printed_by_its_key() -> None:
    assert bluebook(bracket("@nobody, 3")) == ["nobody."]


def test_a_house_without_italics_keeps_see_and_id_apart() -> None:
    notes = notes_of(style("policy-letter"), shipped(), bracket("@ntia2024, 3"), bracket("See @ntia2024, 4"))
    assert notes[1] == "See id. at 4."


def test_the_marks_of_a_parenthetical_turn_towards_their_words() -> None:
    done = composed(style(), shipped(), letter_of(bracket("@eo14179 (\"It's 'so'.\")")))
    (cite,) = cites_of(done.notes["fn-1"])
    assert "".join(span.text for span in cite.text).endswith("(“It’s ‘so’.”)")


def test_a_raised_comma_stands_between_two_marks() -> None:
    done = composed(style(), shipped(), letter_of(bracket("@nist800-1"), bracket("@ntia2024")))
    (paragraph,) = done.blocks
    assert isinstance(paragraph, Paragraph)
    first, comma, second = paragraph.content
    assert (isinstance(first, NoteCall), comma, isinstance(second, NoteCall)) == (
        True,
        Span(text=",", superscript=True),
        True,
    )
