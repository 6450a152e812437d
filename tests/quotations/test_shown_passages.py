"""How a passage of a source is shown: words that a line's end broke are read as the document writes them."""

import pytest
from quoting import judged


@pytest.mark.parametrize(
    ("source", "quoted", "shown"),
    [
        ("The bene-\nfits are great. Benefits grow.", "The benefits are great", "The benefits are great"),
        ("The long-\nterm view holds. A long-term view.", "The long-term view holds", "The long-term view holds"),
        ("An open-\nsource model. Open models have a source.", "An open-source model", "An open-source model"),
        ("A re-\nlease is no re-release of it.", "A release is no re-release", "A release is no re-release"),
        ("Some 14110-\n14115 are orders.", "Some 14110-14115 are orders", "Some 14110-14115 are orders"),
    ],
    ids=["as elsewhere", "hyphened elsewhere", "two words", "nothing tells", "numbers"],
)
def test_a_broken_word_is_shown_as_the_document_writes_it(source: str, quoted: str, shown: str) -> None:
    assert judged(source, quoted).found_text == shown


def test_broken_words_beside_a_quotation_are_shown_so_too() -> None:
    judgement = judged("No bene-\nfits. Weights help research, and bene-\nfits follow.", "Weights help research")
    assert (judgement.before, judgement.after) == ("No benefits.", ", and benefits follow.")


def test_broken_words_of_a_difference_are_shown_so_too() -> None:
    altered = judged("The coordi-\nnated approach helps us all.", "The careful approach helps us all")
    assert [(each.quoted, each.source) for each in altered.differences] == [("careful", "coordinated")]
    cut = judged("Weights help, and are a coordi-\nnated good.", "Weights help.")
    assert [(each.quoted, each.source) for each in cut.differences] == [("", ", and are a coordinated good")]


def test_a_word_that_turns_the_sense_does_so_where_a_line_breaks_it() -> None:
    assert judged("Open weights can-\nnot be recalled.", "be recalled", phrase=True).context == ("cannot",)
    swallowed = judged("Weights help and can-\nnot be recalled.", "Weights help ... be recalled.")
    assert [(swap.source, swap.mark) for swap in swallowed.swallowed] == [("and cannot", "...")]
