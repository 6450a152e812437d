"""LaTeX in a .bib value comes out as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bib_reading import fields_of, read_bib
from hypothesis import example, given
from hypothesis import strategies as st

from comment_kit.library.latex import address, decode, plain_text

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(("written", "plain"), [
    (r"Standards \& Technology", "Standards & Technology"),
    (r"5\% of \$10 \#1 a\_b \{c\}", "5% of $10 #1 a_b {c}"),
    ("pages 3--5 --- all", "pages 3–5 — all"),
    ("Knuth,~D.", "Knuth,\u00a0D."),
    ("The {NIST} {AI {RMF}}", "The NIST AI RMF"),
    (r"\emph{Roe} and \textit{Doe {v.} X}", "Roe and Doe v. X"),
    (r"{\em Roe} v. {\it Wade}", "Roe v. Wade"),
    ("``Quoted'' `words'", "“Quoted” ‘words'"),
    (r"\enquote{Quoted}", "“Quoted”"),
    (r"G\"odel G\"{o}del G{\"o}del {\"{O}}", "Gödel Gödel Gödel Ö"),
    (r"\'Etude d\'{e}j\`a Fran\c{c}ais \~no", "Étude déjà Français ño"),
    (r"Na\"{\i}ve na\"\i ve", "Naïve naïve"),
    (r"Ko\v{s}ice \v Cech \H{o} \k{a} \r{a}", "Košice Čech ő ą å"),
    (r"\o{} \O re \ss{} \ae on \L{}\'od\'z \aa", "ø Øre ß æon Łódź å"),
    (r"\S 4 and \P~3", "§4 and ¶\u00a03"),
    (r"H$_2$O and $\alpha$-test", "H_2O and α-test"),
    ("It costs $5 to $10", "It costs $5 to $10"),
    (r"\href{https://x.org}{the page}", "the page"),
    ("two\n  lines\tand  tabs", "two lines and tabs"),
    (r"A\\B\ C\,D", "A B C\u00a0D"),
    (r"soft\-hyphen", "softhyphen"),
    (r"wait\ldots{} \dots", "wait... ..."),
    (r"\textsc{Small} \MakeUppercase{caps}", "Small caps"),
    (r"back\textbackslash slash \~{} \^{}", "back\\slash ~ ^"),
    (r"\LaTeX{} \TeX", "LaTeX TeX"),
    ("a{b", "ab"),
    ("a}b}c", "abc"),
    ("", ""),
])  # fmt: skip
def test_what_is_written_is_read_as_it_prints(written: str, plain: str) -> None:
    assert decode(written).text == plain
    assert decode(written).unknown == ()


def test_a_command_that_is_not_understood_is_said(tmp_path: Path) -> None:
    read = read_bib(tmp_path, "@report{k, institution={I}, date={2020},\n title = {The \\blackletter{Law} \\foo}}")
    assert read.said == ["SRC116 a.bib:2", "SRC116 a.bib:2"]
    assert read.messages[0] == "in 'title' of 'k', the LaTeX command '\\blackletter' is not understood"
    assert read.sources["k"].title == "The Law"


@pytest.mark.parametrize(("written", "plain"), [
    ("https://x.org/a--b/~c_d%20e", "https://x.org/a--b/~c_d%20e"),
    (r"https://x.org/a\_b\%20c\&d\#e", "https://x.org/a_b%20c&d#e"),
    (r"\url{https://x.org/a\~{}b}", "https://x.org/a~b"),
    (r"https://x.org/{\textasciitilde}me", "https://x.org/~me"),
    ("https://x.org/a\n  b", "https://x.org/ab"),
])  # fmt: skip
def test_an_address_is_verbatim_but_for_its_escapes(written: str, plain: str) -> None:
    assert address(written) == plain


def test_addresses_are_told_by_their_fields(tmp_path: Path) -> None:
    fields = fields_of(tmp_path, "title={a--b}, date={2020}, url={https://x.org/a--b~c}, doi={10.1/a--b}")
    assert (fields["title"], fields["url"], fields["doi"]) == ("a–b", "https://x.org/a--b~c", "10.1/a--b")


@given(st.text(alphabet="abc \\{}$'`\"~-^_\n&c", max_size=40))
@example("$\\${")
def test_any_value_comes_to_an_end_without_braces(written: str) -> None:
    assert not any(brace in plain_text(written.replace("\\{", "").replace("\\}", "")) for brace in "{}")


@given(
    st.text(
        alphabet=st.characters(exclude_characters="\\{}~$`\n\t-'", exclude_categories=("Cs", "Zs", "Cc")), max_size=40
    )
)
def test_text_without_markup_stays_itself(written: str) -> None:
    assert plain_text(written) == written
