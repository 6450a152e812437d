"""What a list of blocks knows is never another text's, and is read the same way fast and slowly."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from front_door import Desk, run
from hypothesis import given
from hypothesis import strategies as st

from comment_kit.blocks.digests import Digests
from comment_kit.blocks.plain_front import PlainFront, read_plain_front
from comment_kit.blocks.reading import RESERVED, read_block
from comment_kit.blocks.records import record_of

# ---- front matter, fast and slowly ----

_TYPED = """
Marginal risk|open models|naïve|it's|A (b)|2024-09-09|NO|true|null|1.5|x: y|a, b|"q"|'q'|q # r|- r|[r]|{r}|&r|*r|!r
|a  b|~|a-|Who?|''|"a\\"b\"|@k|`c`|%d|a:b|x #|y:|=|<<|off|?x|-x|a\tb|x\u2028y|ça va|A;b|(x)|1|.5|...
"""
_WORDS = st.sampled_from([word for line in _TYPED.strip().split("\n") for word in line.split("|")])
_QUOTED = st.builds(lambda words, mark: f"{mark}{words}{mark}", _WORDS, st.sampled_from(["", "", '"', "'"]))
_NAMES = st.sampled_from(["agency", "report", "_x", "a1", "block", "1a", "é"])
_GIVEN = st.one_of(
    st.sampled_from(["{required: true}", "{required: false}", "{ required: true }", "{required: yes}", "{}", "text"]),
    _QUOTED.map(lambda words: f"{{default: {words}}}"),
)
_PAIRS = st.builds(lambda name, given: f"{name}: {given}", _NAMES, _GIVEN)
_LISTS = st.lists(_QUOTED, min_size=1, max_size=3)
_LINES = st.one_of(
    _QUOTED.map(lambda words: f"title: {words}"),
    _QUOTED.map(lambda words: f"topics: {words}"),
    _LISTS.map(lambda words: f"topics: [{', '.join(words)}]"),
    st.builds(
        lambda words, indent: "\n".join(["topics:", *(f"{indent}- {each}" for each in words)]),
        _LISTS,
        st.sampled_from(["", "  "]),
    ),
    st.lists(_PAIRS, min_size=1, max_size=3).map(lambda pairs: f"params: {{{', '.join(pairs)}}}"),
    st.lists(_PAIRS, min_size=1, max_size=3).map(lambda pairs: "\n".join(["params:", *(f"  {one}" for one in pairs)])),
    st.sampled_from(["other: x", "title:", " title: x", "# a remark", "title:  two blanks", "topics: []", "params:"]),
)


@given(st.lists(_LINES, min_size=1, max_size=3).map("\n".join), st.booleans())
def test_what_is_read_without_the_parser_is_what_the_parser_reads(yaml: str, ends: bool) -> None:  # noqa: FBT001
    front = read_plain_front(f"{yaml}\n" if ends else yaml)
    if front is None or not RESERVED.isdisjoint(front.parameters):
        return
    reading = read_block(f"---\n{yaml}\n---\n{{{{ agency report _x a1 }}}}\n", "", "x.md")
    block = reading.block
    assert not reading.diagnostics
    assert front == PlainFront(
        title=block.title,
        topics=block.topics,
        parameters={name: (each.required, each.default) for name, each in block.parameters.items()},
    )


@pytest.mark.parametrize(
    ("yaml", "front"),
    [
        ("title: Marginal risk\n", PlainFront(title="Marginal risk")),
        ("topics: [open models, 'a: b']\n", PlainFront(topics=("open models", "a: b"))),
        ("topics:\n  - open models\n  - risk\n", PlainFront(topics=("open models", "risk"))),
        (
            "params: {agency: {required: true}, report: {default: the Report}}\n",
            PlainFront(parameters={"agency": (True, ""), "report": (False, "the Report")}),
        ),
        ("params:\n  agency: {required: true}\n", PlainFront(parameters={"agency": (True, "")})),
    ],
)
def test_the_usual_front_matter_needs_no_parser(yaml: str, front: PlainFront) -> None:
    assert read_plain_front(yaml) == front


@pytest.mark.parametrize("yaml", ["title: a: b", "title: true", "other: x", "title: x\ntitle: y", "topics:\n  a: b"])
def test_anything_else_is_left_to_the_parser(yaml: str) -> None:
    assert read_plain_front(yaml) is None


# ---- what is said of a block ----


def test_words_sources_and_inner_blocks_are_read_off_the_text() -> None:
    text = (
        "---\ntitle: A title\n---\n# Three words here\n\nAsk {{ agency }} first.[@ntia2024, at 10; see @eo14110, § 1]\n"
        'It said `[@code]` and @mention.{{ cite("called") }} {## [@hidden] ##}\n'
        '\n{{ block("open/risk", agency="X") }}\n'
    )
    record = record_of(text)
    assert record.title == "A title"
    assert record.sources == ("ntia2024", "eo14110", "mention", "called")
    assert record.sets == ("open/risk",)
    assert record.words == 10
    assert record.problem == ""


def test_a_block_that_the_parser_refuses_says_why() -> None:
    assert record_of("---\ntitle: [\n---\nWords.\n").problem == (
        "the front matter is not YAML: a bracket opens and never closes"
    )


# ---- what is remembered ----


def test_what_was_read_is_not_read_again() -> None:
    first = Digests()
    assert first.of(b"abc", len) == 3
    again = Digests(first.dumped())
    assert again.of(b"abc", lambda _: pytest.fail("it was read before")) == 3
    assert not again.changed


@given(st.data())
def test_a_damaged_memory_is_as_none(data: st.DataObject) -> None:
    memory = Digests()
    memory.of(b"abc", len)
    stored = bytearray(memory.dumped())
    at = data.draw(st.integers(0, len(stored) - 1))
    stored[at] ^= data.draw(st.integers(1, 255))
    cut = bytes(stored[: data.draw(st.integers(0, len(stored)))])
    for damaged in (bytes(stored), cut):
        assert Digests(damaged).of(b"abc", lambda _: "read anew") == "read anew"


def test_values_of_another_shape_are_forgotten() -> None:
    memory = Digests(shape="title,words")
    memory.of(b"abc", len)
    assert Digests(memory.dumped(), shape="title").of(b"abc", lambda _: "read anew") == "read anew"


def test_what_nobody_asks_for_any_more_is_forgotten() -> None:
    memory = Digests()
    for number in range(300):
        memory.of(str(number).encode(), len)
    later = Digests(memory.dumped())
    later.of(b"0", len)
    assert later.changed
    assert len(later.dumped()) < 400


def listed(*options: str) -> list[str]:
    outcome = run("blocks", "list", *options)
    assert outcome.code == 0
    return [line for line in outcome.out.splitlines() if "own/" in line]


def test_a_text_of_the_same_size_and_date_is_read_anew(desk: Desk) -> None:
    desk.write("comment-kit.toml", "")
    block = desk.write("blocks/own/risk.md", "One two three.\n")
    os.utime(block, (1_000_000_000, 1_000_000_000))
    assert listed() == ["own/risk  3 words, not filed yet"]
    block.write_text("One twothree.\n\n"[:15])
    os.utime(block, (1_000_000_000, 1_000_000_000))
    assert listed() == ["own/risk  2 words, not filed yet"]


def test_a_memory_that_is_damaged_or_cannot_be_kept_costs_nothing_but_time(desk: Desk) -> None:
    desk.write("comment-kit.toml", "")
    desk.write("blocks/own/risk.md", "One two three.\n")
    listed()
    memory = Path(".comment-kit/blocks.digests")
    memory.write_bytes(memory.read_bytes()[:-9])
    assert listed() == ["own/risk  3 words, not filed yet"]
    memory.unlink()
    memory.mkdir()
    assert listed() == ["own/risk  3 words, not filed yet"]
