"""Work that is begun ahead is never much, and each result is that of its own work."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from comment_kit.workflows.begun_ahead import BegunAhead

NAMES = ("a", "b", "c", "d", "e")


def test_no_more_is_begun_than_may_wait_to_be_taken() -> None:
    begun: list[str] = []
    with ThreadPoolExecutor(max_workers=1) as executor:
        ahead = BegunAhead({name: partial(begun.append, name) for name in NAMES}, executor, most=2)
        ahead.result("b")
        executor.submit(int).result()
        assert begun == ["a", "b", "c"]


def test_results_may_be_taken_in_any_order() -> None:
    with ThreadPoolExecutor(max_workers=2) as executor:
        ahead = BegunAhead({name: partial(str.upper, name) for name in NAMES}, executor, most=2)
        assert [ahead.result(name) for name in reversed(NAMES)] == ["E", "D", "C", "B", "A"]


def test_work_that_fails_keeps_no_other_from_being_done() -> None:
    with ThreadPoolExecutor(max_workers=2) as executor:
        ahead = BegunAhead(
            {"a": partial(int, "no number"), "b": partial(int, "2"), "c": partial(int, "3")}, executor, most=1
        )
        with pytest.raises(ValueError, match="no number"):
            ahead.result("a")
        assert [ahead.result("b"), ahead.result("c")] == [2, 3]
