"""Reading style packs: what a house may change, and what is said about a pack that is wrong."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from printed_forms import STYLES, entry, house, library_of, printed, resolution, shipped, style

from comment_kit.model.citations import Form
from comment_kit.model.places import Location
from comment_kit.model.policy import Again, LabelPages
from comment_kit.resources import shelf
from comment_kit.styles import check_forms, read_style, style_names
from comment_kit.styles.fields import KNOWN_FIELDS

if TYPE_CHECKING:
    from pathlib import Path

    from comment_kit.model.diagnostics import Diagnostic

ASKED_AT = Location(file="letter.md", line=3)
KIT = shelf("templates") / "styles"


def wrong(folder: Path, settings: str, **options: int) -> list[Diagnostic]:
    """Return what is said of a pack with these settings."""
    pack = folder / "styles" / "own"
    pack.mkdir(parents=True, exist_ok=True)
    (pack / "style.toml").write_text(settings, encoding="utf-8")
    _, found = read_style("own", [folder / "styles", KIT], asked_at=ASKED_AT, **options)  # type: ignore[arg-type]
    return list(found)


def full(body: str) -> str:
    """Return a file of forms with one macro, whose body begins on the second line."""
    return f"{{% macro full(source, pin, cite) %}}\n{body}\n{{% endmacro %}}\n"


def said(found: list[Diagnostic]) -> list[tuple[str, str, int]]:
    return [(each.code, each.location.file.rpartition("/")[2], each.location.line) for each in found]


# ---- the packs that ship ----


def test_three_styles_ship() -> None:
    assert style_names([KIT]) == tuple(sorted(STYLES))


def test_the_policies_are_those_of_the_houses() -> None:
    policies = {name: style(name).policy for name in STYLES}
    assert [policies[name].again for name in STYLES] == [Again.SUPRA, Again.DESIGNATION, Again.FULL]
    assert [policies[name].window for name in STYLES] == [5, None, None]
    assert [policies[name].hereinafter for name in STYLES] == [True, False, False]
    assert [policies[name].label_pages for name in STYLES] == [LabelPages.RANGE, LabelPages.FIRST, LabelPages.FIRST]
    assert {policy.edition for policy in policies.values()} == {22}
    assert {policy.id_run_limit for policy in policies.values()} == {None}


def test_the_forms_that_ship_need_no_check() -> None:
    assert check_forms(style(), shipped(), shipped().sources) == ()


def test_forms_of_the_kit_pass_as_a_users_own(tmp_path: Path) -> None:
    copy = tmp_path / "bluebook"
    shutil.copytree(KIT / "bluebook", copy)
    own, diagnostics = read_style("bluebook", [tmp_path])
    assert own is not None
    assert not diagnostics
    assert check_forms(own, shipped(), shipped().sources) == ()


def test_the_letter_may_choose_edition_and_pages() -> None:
    found, diagnostics = read_style("bluebook", [KIT], edition=21, label_pages=LabelPages.FIRST)
    assert found is not None
    assert not diagnostics
    assert (found.policy.edition, found.policy.label_pages) == (21, LabelPages.FIRST)


# ---- a pack of one's own ----


def test_a_pack_says_only_what_differs_from_its_base(tmp_path: Path) -> None:
    own = house(tmp_path, 'base = "bluebook"\npage_commas = true\norder_commas = false\norder_date = "published"\n')
    words = printed(own, shipped(), resolution(shipped(), "eo14110", "§ 4.6(a)"))
    assert words == "Exec. Order No. 14110, § 4.6(a), 88 Fed. Reg. 75,191, 75,203 (Nov. 1, 2023)"


def test_a_pack_may_replace_one_form(tmp_path: Path) -> None:
    own = house(
        tmp_path,
        'base = "bluebook"\n',
        executive_order=full("E.O. {{ source.number }}{{ pin.at | after('; ') }}"),
    )
    assert printed(own, shipped(), resolution(shipped(), "eo14110", "75203")) == "E.O. 14110; at 75203"
    assert printed(own, shipped(), resolution(shipped(), "eo14110", "75203", Form.ID)) == "*Id.* at 75203"
    assert printed(own, shipped(), resolution(shipped(), "rfc2024", "64878", Form.ID)) == "*Id.* at 64878"


def test_a_form_may_borrow_from_another_style_by_name(tmp_path: Path) -> None:
    own = house(
        tmp_path,
        'base = "bluebook"\n',
        executive_order=(
            '{% from "bluebook/executive-order.jinja" import full as theirs %}\n'
            "{% macro full(source, pin, cite) %}[{{ theirs(source, pin, cite) | trim }}]{% endmacro %}\n"
        ),
    )
    words = printed(own, shipped(), resolution(shipped(), "eo14179"))
    assert words == "[Exec. Order No. 14,179, 90 Fed. Reg. 8741 (Jan. 23, 2025)]"


def test_a_pack_of_the_project_may_refine_its_namesake_of_the_kit(tmp_path: Path) -> None:
    pack = tmp_path / "bluebook"
    pack.mkdir()
    (pack / "style.toml").write_text('base = "bluebook"\nwindow = 9\n', encoding="utf-8")
    found, diagnostics = read_style("bluebook", [tmp_path, KIT])
    assert found is not None
    assert not diagnostics
    assert (found.policy.window, found.policy.name) == (9, "bluebook")


def test_settings_of_its_own_forms_stand_under_house(tmp_path: Path) -> None:
    own = house(
        tmp_path,
        'base = "bluebook"\n[house]\nordered_by = "President"\n',
        executive_order=full("{{ house.ordered_by }}: {{ source.number }}"),
    )
    assert printed(own, shipped(), resolution(shipped(), "eo14110")) == "President: 14110"


def test_a_user_adds_a_kind_with_its_form(tmp_path: Path) -> None:
    kinds = tmp_path / "kinds"
    kinds.mkdir()
    (kinds / "treaty.toml").write_text(
        'name = "treaty"\nrecall = "supra"\nrequired = [["title"], ["treatyseries"]]\n', encoding="utf-8"
    )
    own = house(
        tmp_path,
        'base = "bluebook"\n',
        treaty=full(
            "{{ source.title }}{{ pin.marks | after(', ') }}, {{ source.treatyseries }}"
            "{{ source.get('parties') | after(', ') }}"
        ),
    )
    database = tmp_path / "a.bib"
    database.write_text("@legal{t, entrysubtype={treaty}, title={Example Treaty}, treatyseries={1 U.N.T.S. 1}}\n")
    library = library_of(database, kinds=kinds)
    assert check_forms(own, library, ["t"]) == ()
    assert printed(own, library, resolution(library, "t", "§ 3")) == "Example Treaty, § 3, 1 U.N.T.S. 1"
    assert printed(own, library, resolution(library, "t", "§ 3", Form.SUPRA)) == "Example Treaty, *supra* note 1, § 3"


# ---- packs that are wrong ----


def test_an_unknown_style_names_the_nearest() -> None:
    found, (diagnostic,) = read_style("blubook", [KIT], asked_at=ASKED_AT)
    assert found is None
    assert (diagnostic.code, diagnostic.location) == ("FRM101", ASKED_AT)
    assert diagnostic.message == "there is no style 'blubook'"
    assert diagnostic.hint == "did you mean 'bluebook'?"


def test_a_style_never_leads_out_of_its_folder(tmp_path: Path) -> None:
    (tmp_path / "style.toml").write_text('base = "bluebook"\n')
    (tmp_path / "styles").mkdir()
    assert [each.code for each in read_style("../styles/..", [tmp_path / "styles", KIT])[1]] == ["FRM101"]


def test_a_base_that_is_not_there_is_reported_at_its_line(tmp_path: Path) -> None:
    (diagnostic,) = wrong(tmp_path, '# ours\nbase = "bluebok"\n')
    assert said([diagnostic]) == [("FRM101", "style.toml", 2)]


def test_a_pack_based_on_itself_is_reported(tmp_path: Path) -> None:
    (diagnostic,) = wrong(tmp_path, 'base = "own"\n')
    assert said([diagnostic]) == [("FRM107", "style.toml", 1)]
    assert diagnostic.message == "the style 'own' is in the end based on itself"


def test_what_is_no_toml_is_reported_at_its_line(tmp_path: Path) -> None:
    (diagnostic,) = wrong(tmp_path, 'base = "bluebook"\nwindow = = 3\n')
    assert said([diagnostic]) == [("FRM102", "style.toml", 2)]
    assert diagnostic.message.startswith("this is not TOML: ")


def test_a_pack_that_is_not_text_is_reported(tmp_path: Path) -> None:
    wrong(tmp_path, "")
    (tmp_path / "styles" / "own" / "style.toml").write_bytes(b"\xff\xfe\x00")
    _, (diagnostic,) = read_style("own", [tmp_path / "styles", KIT])
    assert diagnostic.code == "FRM102"
    assert diagnostic.message == "the style 'own' cannot be read: it is not UTF-8"


def test_an_unknown_setting_is_a_warning_with_the_nearest_name(tmp_path: Path) -> None:
    (diagnostic,) = wrong(tmp_path, 'base = "bluebook"\n\npage_comma = true\n')
    assert said([diagnostic]) == [("FRM103", "style.toml", 3)]
    assert diagnostic.message == "no form and no rule asks for 'page_comma'"
    assert diagnostic.hint == "did you mean 'page_commas'?"


def test_an_unknown_setting_like_no_other_is_sent_to_house(tmp_path: Path) -> None:
    (diagnostic,) = wrong(tmp_path, 'base = "bluebook"\nzzz = 1\n')
    assert diagnostic.hint == "a setting of your own forms belongs under [house]"


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ('window = "five"', "'window' is 'five'", 'it must be a whole number or "none"'),
        ("window = true", "'window' is True", 'it must be a whole number or "none"'),
        ('again = "ibid"', "'again' is 'ibid'", 'it must be one of "supra", "designation", "full"'),
        ('page_commas = "yes"', "'page_commas' is 'yes'", "it must be true or false"),
        ('months = ["Jan."]', "'months' is ['Jan.']", "it must be twelve names of months"),
        ("edition = 22.5", "'edition' is 22.5", "it must be a whole number"),
        ("et_al = 3", "'et_al' is 3", "it must be text"),
        ('addresses = "some"', "'addresses' is 'some'", 'it must be "always", "never" or a list of forms'),
        ("labels = 1", "'labels' is 1", "it must be a table of words and their abbreviations"),
        ("house = 1", "'house' is 1", "it must be a table"),
        ("editions = 1", "'editions' is 1", "it must be a table"),
        ("base = 1", "'base' is 1", "it must be text"),
    ],
)
def test_a_wrong_setting_says_what_it_must_be(tmp_path: Path, line: str, message: str, hint: str) -> None:
    settings = f"{line}\n" if line.startswith("base") else f'base = "bluebook"\n{line}\n'
    (diagnostic,) = wrong(tmp_path, settings)
    assert said([diagnostic]) == [("FRM104", "style.toml", 1 if line.startswith("base") else 2)]
    assert (diagnostic.message, diagnostic.hint) == (message, hint)


def test_a_setting_of_an_edition_is_checked_where_it_stands(tmp_path: Path) -> None:
    (diagnostic,) = wrong(tmp_path, 'base = "bluebook"\n[editions.21]\nwindow = 4\net_al_above = "two"\n')
    assert said([diagnostic]) == [("FRM104", "style.toml", 4)]


def test_a_pack_without_base_must_say_everything(tmp_path: Path) -> None:
    (diagnostic,) = wrong(tmp_path, "edition = 22\n")
    assert said([diagnostic]) == [("FRM104", "style.toml", 0)]
    assert diagnostic.message == "'again', 'window', 'hereinafter' and 26 more are not set"
    assert diagnostic.hint == 'write base = "bluebook" and then only what differs'


def test_an_edition_the_style_does_not_describe_is_reported(tmp_path: Path) -> None:
    (diagnostic,) = wrong(tmp_path, 'base = "bluebook"\n', edition=7)
    assert (diagnostic.code, diagnostic.location) == ("FRM110", ASKED_AT)
    assert (diagnostic.message, diagnostic.hint) == ("the style knows no edition 7", "it describes 21 and 22")


# ---- forms that are wrong ----

BOOK = "@book{orwell, author = {Orwell, George}, title = {1984}, date = {1961}}\n"


@pytest.mark.parametrize(
    ("form", "line", "message"),
    [
        (
            full("{{ source.title }"),
            2,
            "the template is not understood",
        ),
        (full("\n{{ source.titel }}"), 3, "'titel' is not known here"),
        (full("{{ house.commas }}"), 2, "'commas' is not known here"),
        (
            full("{{ source.title | shout }}"),
            2,
            "the template is not understood",
        ),
        ("{% macro short(source, pin, cite) %}{% endmacro %}\n", 0, "it has no macro 'full'"),
        ('{% from "nowhere.jinja" import x %}\n', 1, "there is no template 'nowhere.jinja' in the template folders"),
        (
            full("{{ ().__class__ }}"),
            2,
            "a template may not use '__class__'",
        ),
    ],
)
def test_a_broken_form_is_reported_with_its_file_and_line(tmp_path: Path, form: str, line: int, message: str) -> None:
    own = house(tmp_path, 'base = "bluebook"\n', book=form)
    diagnostic = check_forms(own, entry(tmp_path, BOOK), ["orwell"])[0]
    assert said([diagnostic]) == [("FRM105", "book.jinja", line)]
    assert diagnostic.message.startswith(message)


def test_a_name_that_no_source_has_comes_with_the_nearest(tmp_path: Path) -> None:
    own = house(tmp_path, 'base = "bluebook"\n', book=full("{{ source.titel }}"))
    diagnostic = check_forms(own, entry(tmp_path, BOOK), ["orwell"])[0]
    assert diagnostic.hint == "did you mean 'title'?"


def test_one_fault_is_reported_once_whatever_number_of_sources_meet_it(tmp_path: Path) -> None:
    own = house(tmp_path, 'base = "bluebook"\n', book=full("{{ source.titel }}"))
    library = entry(tmp_path, BOOK + BOOK.replace("orwell,", "other,"))
    assert len(check_forms(own, library, ["orwell", "other"])) == 1


def test_a_kind_without_a_form_is_reported_at_its_source(tmp_path: Path) -> None:
    kinds = tmp_path / "kinds"
    kinds.mkdir()
    (kinds / "treaty.toml").write_text('name = "treaty"\nrecall = "supra"\n', encoding="utf-8")
    database = tmp_path / "a.bib"
    database.write_text("\n@legal{t, entrysubtype={treaty}, title={Example Treaty}}\n")
    library = library_of(database, kinds=kinds)
    (diagnostic,) = check_forms(style(), library, ["t", "t", "unknown"])
    assert said([diagnostic]) == [("FRM106", "a.bib", 2)]
    assert diagnostic.message == "the style 'bluebook' has no form for a treaty, which 't' is"
    assert (diagnostic.hint or "").endswith("/treaty.jinja with a macro 'full'")


def test_no_known_field_hides_a_method_that_forms_use() -> None:
    assert not KNOWN_FIELDS & {"get", "items", "keys", "values"}
