"""Where each citation stands, and which form follows: one test for each rule."""

from datetime import date

import pytest
from builders import PaperTrail

from comment_kit.model.citations import Form
from comment_kit.model.policy import Again, Policy
from comment_kit.model.resolutions import Obstacle, Position

BLUEBOOK = Policy(name="bluebook")
HOUSE = Policy(name="house", again=Again.DESIGNATION, window=None, hereinafter=False)


def forms(trail: PaperTrail, policy: Policy = BLUEBOOK) -> list[str]:
    return [resolution.form.value for resolution in trail.resolved(policy)]


def test_the_first_citation_of_a_source_is_full() -> None:
    assert forms(PaperTrail().note("report")) == ["full"]


def test_the_source_just_cited_is_id() -> None:
    first, second = PaperTrail().note("report").note("report").resolved(BLUEBOOK)
    assert second.form is Form.ID
    assert second.antecedent == first.at
    assert second.position is Position.REPEAT


def test_id_prints_its_pinpoint_only_where_it_differs() -> None:
    trail = PaperTrail().note("report, 47").note("report, 47").note("report, 48")
    assert [each.prints_pinpoint for each in trail.resolved(BLUEBOOK)] == [True, False, True]


def test_id_may_be_made_to_print_a_pinpoint_it_would_inherit() -> None:
    trail = PaperTrail().note("report, 47").note("report, 47", pin_always=True)
    assert trail.resolved(BLUEBOOK)[1].prints_pinpoint


def test_a_note_of_the_page_dropped_is_another_place() -> None:
    trail = PaperTrail().note("report, 10 n.30").note("report, 10")
    assert trail.resolved(BLUEBOOK)[1].prints_pinpoint


def test_id_does_not_reach_past_a_note_citing_two_sources() -> None:
    last = PaperTrail().note("report", "article").note("report").resolved(BLUEBOOK)[-1]
    assert (last.form, last.obstacle) == (Form.SUPRA, Obstacle.SEVERAL_SOURCES)


def test_id_follows_a_note_that_cites_one_source_twice() -> None:
    assert forms(PaperTrail().note("report, 1", "report, 2").note("report, 3")) == ["full", "id", "id"]


def test_id_inside_a_note_means_the_citation_just_before() -> None:
    trail = PaperTrail().note("report").note("article", "article, 5").resolved(BLUEBOOK)
    assert trail[2].antecedent == trail[1].at


def test_id_does_not_reach_across_a_note_of_words() -> None:
    last = PaperTrail().note("report").words("We take no position.").note("report").resolved(BLUEBOOK)[-1]
    assert (last.form, last.obstacle) == (Form.SUPRA, Obstacle.NO_SOURCE)


def test_id_never_refers_to_a_cross_reference() -> None:
    last = PaperTrail().note("report").see_part("II").note("report").resolved(BLUEBOOK)[-1]
    assert (last.form, last.obstacle) == (Form.SUPRA, Obstacle.CROSS_REFERENCE)


def test_the_authors_own_note_stands_outside_the_run() -> None:
    trail = PaperTrail().note("report").words("The author is counsel.", mark="i").note("report")
    assert forms(trail) == ["full", "id"]


def test_a_citation_in_the_authors_own_note_is_no_antecedent() -> None:
    trail = PaperTrail().note("report").note("article", mark="i").note("report").note("article")
    assert forms(trail) == ["full", "full", "id", "full"]


def test_a_citation_without_page_after_one_with_a_page_is_not_bare_id() -> None:
    last = PaperTrail().note("report, 47").note("report").resolved(BLUEBOOK)[-1]
    assert (last.form, last.obstacle) == (Form.SUPRA, Obstacle.PINPOINT_DROPPED)


@pytest.mark.parametrize(("between", "form"), [(4, "short"), (5, "full")])
def test_a_short_form_reaches_back_five_notes(between: int, form: str) -> None:
    trail = PaperTrail().note("case, 30")
    for _ in range(between):
        trail.note("report", "article")
    assert forms(trail.note("case, 31"))[-1] == form


def test_a_short_form_renews_the_window() -> None:
    trail = PaperTrail().note("case")
    for _ in range(2):
        for _ in range(4):
            trail.note("report", "article")
        trail.note("case")
    assert forms(trail)[-1] == "short"


def test_supra_has_no_window() -> None:
    trail = PaperTrail().note("report")
    for _ in range(9):
        trail.note("case", "article")
    assert forms(trail.note("report"))[-1] == "supra"


def test_id_moves_within_one_title_of_one_code() -> None:
    trail = PaperTrail().note("usc553").note("usc551").note("cfr").resolved(BLUEBOOK)
    assert [each.form for each in trail] == [Form.FULL, Form.ID, Form.FULL]


def test_a_section_stands_alone_only_while_one_title_is_live() -> None:
    trail = PaperTrail().note("usc553").note("report").note("usc553").note("cfr").note("usc553").resolved(BLUEBOOK)
    assert [each.bare_section for each in trail if each.key == "usc553"] == [True, True, False]


def test_headings_break_nothing_unless_the_style_says_so() -> None:
    trail = PaperTrail().note("report").heading("Next").note("report")
    assert forms(trail) == ["full", "id"]
    afresh = Policy(name="afresh", restart_at_heading=True)
    assert trail.resolved(afresh)[-1].obstacle is Obstacle.HEADING


def test_a_run_of_id_has_no_limit_unless_the_style_sets_one() -> None:
    trail = PaperTrail()
    for page in range(8):
        trail.note(f"report, {page + 1}")
    assert forms(trail)[1:] == ["id"] * 7
    assert forms(trail, Policy(name="brief", id_run_limit=4)).count("supra") == 1


def test_a_house_may_cite_by_designation_and_else_in_full() -> None:
    trail = PaperTrail().note("draft").note("report").note("draft").note("report")
    assert forms(trail, HOUSE) == ["full", "full", "short", "full"]


def test_a_designation_two_sources_share_names_neither() -> None:
    trail = PaperTrail().note("draft").note("draft2").note("draft")
    assert forms(trail, HOUSE) == ["full", "full", "full"]


def test_two_sources_of_one_name_get_a_hereinafter_where_cited_again() -> None:
    trail = PaperTrail().note("draft").note("draft2").note("draft").resolved(BLUEBOOK)
    assert [each.name for each in trail] == ["draft, defined", None, "draft, defined"]


def test_persons_are_told_apart_by_title() -> None:
    trail = PaperTrail().note("article").note("article2").note("article").resolved(BLUEBOOK)
    assert [(each.with_title, each.name) for each in trail] == [(False, None), (False, None), (True, None)]


def test_a_wished_hereinafter_is_defined_only_if_the_source_is_cited_again() -> None:
    assert PaperTrail().note("wished").resolved(BLUEBOOK)[0].name is None
    trail = PaperTrail().note("wished").note("report").note("wished").resolved(BLUEBOOK)
    assert [each.name for each in trail] == ["wished, defined", None, "wished, defined"]


def test_an_authority_revoked_before_the_letter_says_so_in_full_forms_only() -> None:
    trail = PaperTrail(date=date(2025, 3, 1)).note("order").note("report").note("order").resolved(BLUEBOOK)
    assert [len(each.history) for each in trail] == [1, 0, 0]


def test_a_letter_dated_before_the_revocation_says_nothing() -> None:
    assert not PaperTrail(date=date(2024, 9, 9)).note("order").resolved(BLUEBOOK)[0].history


def test_a_superseded_draft_keeps_its_form() -> None:
    assert not PaperTrail(date=date(2025, 3, 1)).note("draft").resolved(BLUEBOOK)[0].history


def test_a_form_that_was_asked_for_stands_and_says_so() -> None:
    last = PaperTrail().note("report").note("report", form=Form.FULL).resolved(BLUEBOOK)[-1]
    assert (last.form, last.obstacle) == (Form.FULL, Obstacle.ASKED)


def test_id_asked_for_with_nothing_before_it_has_no_antecedent() -> None:
    only = PaperTrail().note("report", form=Form.ID).resolved(BLUEBOOK)[0]
    assert (only.antecedent, only.obstacle) == (None, Obstacle.NOTHING_BEFORE)


def test_supra_in_the_same_note_points_at_that_note() -> None:
    last = PaperTrail().note("report", "article", "report").resolved(BLUEBOOK)[-1]
    assert last.form is Form.SUPRA
    assert last.first_full is not None
    assert last.first_full.note_id == last.at.note_id


def test_a_signal_of_another_class_begins_a_sentence() -> None:
    trail = PaperTrail().string("see report", "see also article", "but see case").resolved(BLUEBOOK)
    assert [each.starts_sentence for each in trail] == [True, False, True]


def test_an_unknown_source_is_no_antecedent() -> None:
    trail = PaperTrail().note("report").note("nobody").note("report").resolved(BLUEBOOK)
    assert [each.form for each in trail] == [Form.FULL, Form.FULL, Form.SUPRA]
