"""What one setting changes, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from printed_forms import entry, house, printed, resolution, shipped, style

from comment_kit.model.citations import Form
from comment_kit.model.dates import PartialDate
from comment_kit.styles.dates import finest, read_date, year
from comment_kit.styles.filters import headline, section

if TYPE_CHECKING:
    from pathlib import Path

MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")

ORDER = (
    "@legislation{eo, entrysubtype={executive order}, number={12866}, title={Regulatory Planning and Review},"
    " date={1993-09-30}, frdate={1993-10-04}, frvolume={58}, frpage={51735}, cfrpage={638}, cfryear={1994}}\n"
)
AUTHORS = "@article{a, author={AUTHORS}, title={T}, date={2020}, journaltitle={J}, volume={1}, pages={2}}\n"


def article(folder: Path, *names: str) -> str:
    """Return the full form of an article by these authors in both editions."""
    library = entry(folder, AUTHORS.replace("AUTHORS", " and ".join(names)))
    editions = (style("bluebook", edition) for edition in (22, 21))
    return " | ".join(printed(edition, library, resolution(library, "a")).partition(", *T*")[0] for edition in editions)


def test_an_edition_decides_how_many_authors_are_named(tmp_path: Path) -> None:
    assert article(tmp_path, "Doe, A.", "Roe, B.") == "A. Doe & B. Roe | A. Doe & B. Roe"
    assert article(tmp_path, "Doe, A.", "Roe, B.", "Poe, C.") == "A. Doe, B. Roe & C. Poe | A. Doe et al."
    assert article(tmp_path, "Doe, A.", "Roe, B.", "Poe, C.", "Coe, D.") == "A. Doe et al. | A. Doe et al."
    assert article(tmp_path, "Doe, A.", "others") == "A. Doe et al. | A. Doe et al."


def test_a_short_form_names_two_authors_at_most(tmp_path: Path) -> None:
    library = entry(tmp_path, AUTHORS.replace("AUTHORS", "Doe, A. and Roe, B. and Poe, Jr., C."))
    assert printed(style(), library, resolution(library, "a", None, Form.SUPRA)) == "Doe et al., *supra* note 1"


@pytest.mark.parametrize(
    ("setting", "locator", "expected"),
    [
        ("", "§ 1(b), 51736", "Exec. Order No. 12,866, § 1(b), 58 Fed. Reg. 51735, 51736 (Sept. 30, 1993)"),
        ('order_date = "published"', "51736", "Exec. Order No. 12,866, 58 Fed. Reg. 51735, 51736 (Oct. 4, 1993)"),
        ("order_commas = false", None, "Exec. Order No. 12866, 58 Fed. Reg. 51735 (Sept. 30, 1993)"),
        ("page_commas = true", "51736", "Exec. Order No. 12,866, 58 Fed. Reg. 51,735, 51,736 (Sept. 30, 1993)"),
        ('order_reporter = "C.F.R."', "640", "Exec. Order No. 12,866, 3 C.F.R. 638, 640 (1994)"),
    ],
)
def test_an_order_as_a_house_has_it(tmp_path: Path, setting: str, locator: str | None, expected: str) -> None:
    own = house(tmp_path, f'base = "bluebook"\n{setting}\n')
    library = entry(tmp_path, ORDER)
    assert printed(own, library, resolution(library, "eo", locator)) == expected


@pytest.mark.parametrize(
    ("setting", "ends"),
    [("", "64878 (Aug. 8, 2024)"), ('request_for_comments = "proposed"', "64878 (proposed Aug. 8, 2024)")],
)
def test_a_request_is_a_proposal_only_where_the_house_says_so(tmp_path: Path, setting: str, ends: str) -> None:
    own = house(tmp_path, f'base = "bluebook"\n{setting}\n')
    assert printed(own, shipped(), resolution(shipped(), "rfc2024")).endswith(ends)


@pytest.mark.parametrize(
    ("setting", "prints"),
    [('addresses = "never"', False), ('addresses = "always"', True), ('addresses = ["book"]', False)],
)
def test_a_house_chooses_which_forms_print_addresses(tmp_path: Path, setting: str, *, prints: bool) -> None:
    own = house(tmp_path, f'base = "bluebook"\n{setting}\n')
    assert ("https://" in printed(own, shipped(), resolution(shipped(), "ntia2024"))) is prints
    assert ("https://" in printed(own, shipped(), resolution(shipped(), "eo14110"))) is prints


def test_a_page_is_said_to_be_visited_only_where_it_has_no_date(tmp_path: Path) -> None:
    page = "@online{a, title={T}, site={S}, url={https://example.org}, urldate={2021-07-06}DATE}\n"
    undated = entry(tmp_path, page.replace("DATE", ""))
    assert printed(style(), undated, resolution(undated, "a")) == (
        "*T*, ^^S^^, https://example.org (last visited July 6, 2021)"
    )
    dated = entry(tmp_path, page.replace("DATE", ", date={2020-03}"))
    assert printed(style(), dated, resolution(dated, "a")) == "*T*, ^^S^^ (Mar. 2020), https://example.org"


def test_a_doi_stands_where_there_is_no_other_address_or_the_house_prefers_it(tmp_path: Path) -> None:
    paper = "@online{a, author={Doe, A.}, title={T}, eprint={1}, site={arXiv}, date={2020}, doi={10.1/x}URL}\n"
    alone = entry(tmp_path, paper.replace("URL", ""))
    assert printed(style(), alone, resolution(alone, "a")).endswith("https://doi.org/10.1/x")
    both = entry(tmp_path, paper.replace("URL", ", url={https://arxiv.org/abs/1v1}"))
    assert printed(style(), both, resolution(both, "a")).endswith("https://arxiv.org/abs/1v1")
    assert printed(style("policy-letter"), both, resolution(both, "a")).endswith("https://doi.org/10.1/x")


def test_a_paper_that_zotero_names_by_its_number_at_arxiv_has_its_address(tmp_path: Path) -> None:
    paper = entry(
        tmp_path,
        "@online{a, kind={preprint}, author={Doe, A.}, title={T}, "
        "eprint={2403.04893}, eprinttype={arxiv}, date={2020}}\n",
    )
    assert printed(style(), paper, resolution(paper, "a")) == (
        "A. Doe, *T*, ^^arXiv^^ (2020), https://arxiv.org/abs/2403.04893"
    )
    assert printed(style("policy-letter"), paper, resolution(paper, "a")) == (
        'A. Doe, "T," arXiv, 2020, https://arxiv.org/abs/2403.04893'
    )


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Models With Weights", "Models with Weights"),
        ("The Art Of Law: The Case For It", "The Art of Law: The Case for It"),
        ("Vitamin A And C", "Vitamin A and C"),
        ("What We Live For", "What We Live For"),
        ("Safe, And Sound", "Safe, and Sound"),
    ],
)
def test_small_words_of_a_title_are_small(title: str, expected: str) -> None:
    assert headline(title) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [("553", "§ 553"), ("78u-4", "§ 78u-4"), ("151--646", "§§ 151–646"), ("1, 2", "§§ 1, 2"), ("§ 9", "§ 9")],
)
def test_a_hyphen_is_part_of_a_section_and_a_dash_a_span(number: str, expected: str) -> None:
    assert section(number) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2024-07-26", "July 26, 2024"),
        ("2024-9", "Sept. 2024"),
        ("2024", "2024"),
        ("2024-13", "2024"),
        ("undated", ""),
        (PartialDate(year=2023, month=5, day=1), "May 1, 2023"),
        (None, ""),
    ],
)
def test_a_date_is_printed_as_finely_as_it_is_known(written: object, expected: str) -> None:
    assert finest(written, MONTHS) == expected
    assert year(written) == (expected[-4:] if expected else "")


def test_a_date_is_read_from_what_an_entry_says() -> None:
    assert read_date("2024-07-26T10:00") == PartialDate(year=2024, month=7, day=26)


@pytest.mark.parametrize(
    ("author", "full", "short"),
    [
        ("{House of Things} and Doe, Jane", "House of Things & Jane Doe", "House of Things & Doe"),
        ("Doe, Jane and {House of Things}", "Jane Doe & House of Things", "Doe & House of Things"),
        ("{House of Things} and Doe, Jane}, shortauthor = {H.", "H. & Jane Doe", "H. & Doe"),
        ("{House} and Doe, Jane}, shortauthor = {H. and Doe", "H. & Jane Doe", "H. & Doe"),
        ("{House} and {Hall} and Doe, Jane}, shortauthor = {H.", "House, Hall & Jane Doe", "House et al."),
    ],
)
def test_a_body_and_a_person_are_both_printed(tmp_path: Path, author: str, full: str, short: str) -> None:
    text = f"@report{{k, author = {{{author}}}, title = {{T}}, institution = {{I}}, date = {{2020}}}}"
    library = entry(tmp_path, text)
    for form, words in ((Form.FULL, f"^^{full}, T^^ (2020)"), (Form.SUPRA, f"^^{short}^^, *supra* note 1")):
        assert printed(style(), library, resolution(library, "k", None, form)) == words


@pytest.mark.parametrize(
    ("typed", "printed_as"), [("House", "H.R."), ("house", "H.R."), ("H.R.", "H.R."), ("Senate", "S."), ("S.", "S.")]
)
def test_a_chamber_is_printed_as_reports_have_it(tmp_path: Path, typed: str, printed_as: str) -> None:
    text = f"@report{{r, entrysubtype={{committee report}}, chamber={{{typed}}}, number={{110-803}}, date={{2008}}}}"
    library = entry(tmp_path, text)
    assert printed(style(), library, resolution(library, "r")) == f"^^{printed_as} Rep. No.^^ 110-803 (2008)"


@pytest.mark.parametrize(("court", "behind"), [("", "1984"), ("U.S.", "1984"), ("D.C. Cir.", "D.C. Cir. 1984")])
def test_a_court_that_the_reporter_names_is_not_printed_again(tmp_path: Path, court: str, behind: str) -> None:
    text = (
        f"@jurisdiction{{c, title={{A v. B}}, volume={{467}}, reporter={{U.S.}}, pages={{837}}, court={{{court}}},"
        " date={1984}}"
    )
    library = entry(tmp_path, text)
    assert printed(style(), library, resolution(library, "c")) == f"A v. B, 467 U.S. 837 ({behind})"
