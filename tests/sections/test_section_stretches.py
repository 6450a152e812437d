"""Every part of an order that a table lists is found where it begins, whatever file its text was read from."""

import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sectioned_documents import MadeDocument, as_pdf, as_text, as_xml, made_document

from comment_kit.model.pages import PageText
from comment_kit.sections import sections_of

SEEDS = st.integers(min_value=0, max_value=10_000)


def wrong_beginnings(document: MadeDocument, text: PageText) -> list[str]:
    """Return the labels of the parts of which a stretch was found that does not begin with their own words."""
    found = sections_of(text, document.table())
    return [
        each.label
        for each in document.parts
        if (stretch := found.of(each.label))
        and not text.body.text[stretch.start :].replace(" ", "").startswith(each.printed.replace(" ", "")[:24])
    ]


@settings(deadline=None, max_examples=60)
@given(seed=SEEDS, print_=st.sampled_from([as_text, as_xml]))
def test_no_part_is_found_where_it_does_not_begin(seed: int, print_: Callable[[MadeDocument], PageText]) -> None:
    document = made_document(random.Random(seed))
    assert wrong_beginnings(document, print_(document)) == []


@pytest.mark.parametrize("print_", [as_text, as_xml, as_pdf])
def test_every_part_is_found_in_every_kind_of_file(print_: Callable[[MadeDocument], PageText]) -> None:
    for seed in range(8):
        document = made_document(random.Random(seed))
        text = print_(document)
        assert wrong_beginnings(document, text) == []
        found = sections_of(text, document.table())
        assert [each.label for each in found.stretches] == [each.label for each in document.parts]
        assert all(each.is_closed for each in found.stretches)
