"""Law 6: wherever paragraphs are moved, every note goes on naming its own source and its own place."""

from itertools import pairwise

from builders import SOURCES, PaperTrail
from hypothesis import given
from hypothesis import strategies as st
from meanings import meaning

from comment_kit.model.citations import Form
from comment_kit.model.policy import Again, Policy

POLICIES = st.builds(
    Policy,
    name=st.just("any"),
    again=st.sampled_from(Again),
    window=st.none() | st.integers(min_value=0, max_value=6),
    hereinafter=st.booleans(),
    id_run_limit=st.none() | st.integers(min_value=1, max_value=4),
    restart_at_heading=st.booleans(),
)
CITATIONS = st.builds(
    lambda key, page: f"{key}, {page}" if page else key,
    st.sampled_from([source.key for source in SOURCES]),
    st.none() | st.integers(min_value=1, max_value=3),
)
NOTES = st.lists(
    st.one_of(
        st.lists(CITATIONS, min_size=1, max_size=3).map(tuple),
        st.just("words"),
        st.just("part"),
        st.just("heading"),
        st.just("author"),
    ),
    max_size=16,
)


def letter_of(notes: list[tuple[str, ...] | str]) -> PaperTrail:
    trail = PaperTrail()
    for note in notes:
        match note:
            case "words":
                trail.words("A remark.")
            case "part":
                trail.see_part("II")
            case "heading":
                trail.heading("A heading")
            case "author":
                trail.note("report", mark="i")
            case tuple():
                trail.note(*note)
    return trail


@given(NOTES, POLICIES)
def test_a_reader_of_the_forms_arrives_at_the_source_and_place_the_writer_meant(
    notes: list[tuple[str, ...] | str], policy: Policy
) -> None:
    resolutions = letter_of(notes).resolved(policy)
    by_place = {resolution.at: resolution for resolution in resolutions}
    for resolution in resolutions:
        assert meaning(resolution, by_place) == (resolution.citation.key, resolution.citation.pinpoint.reach)


@given(NOTES, POLICIES)
def test_id_always_means_the_one_source_cited_just_before(notes: list[tuple[str, ...] | str], policy: Policy) -> None:
    resolutions = letter_of(notes).resolved(policy)
    for before, here in pairwise(resolutions):
        if here.form is Form.ID:
            assert here.antecedent == before.at or before.at.note_number is None


@given(NOTES, POLICIES)
def test_supra_always_points_back_at_a_full_citation(notes: list[tuple[str, ...] | str], policy: Policy) -> None:
    resolutions = letter_of(notes).resolved(policy)
    full = {each.at for each in resolutions if each.form is Form.FULL}
    for resolution in resolutions:
        if resolution.form is Form.SUPRA:
            assert resolution.first_full in full


@given(NOTES, POLICIES)
def test_moving_a_paragraph_keeps_what_every_note_means(notes: list[tuple[str, ...] | str], policy: Policy) -> None:
    moved = [*notes[1:], *notes[:1]]
    before = sorted(str((each.key, each.citation.locator)) for each in letter_of(notes).resolved(policy))
    after = sorted(str((each.key, each.citation.locator)) for each in letter_of(moved).resolved(policy))
    assert before == after
