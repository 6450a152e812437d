"""Laws of every HTML file: what is written is shown and not obeyed, and every note is found."""

from __future__ import annotations

import re

from html_reading import HERE, call, note, paragraph, read, written
from hypothesis import given
from hypothesis import strategies as st

from comment_kit.model.letter import CodeBlock, Image
from comment_kit.model.text import Span

WORDS = st.text(min_size=1)
SPANS = st.builds(
    Span,
    text=WORDS,
    italic=st.booleans(),
    small_caps=st.booleans(),
    code=st.booleans(),
    url=st.none() | WORDS | WORDS.map("https://a.org/{}".format) | WORDS.map("javascript:{}".format),
    refers_to=st.none() | WORDS,
)
SAFE_ADDRESS = re.compile(r"https?://|mailto:|#(?:letter|note-\d+|call-\d+)$")


def as_shown(text: str) -> str:
    """Return the characters that a browser can show of ``text``."""
    shown = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]", "\ufffd", text)
    return shown.replace("\r", "\n")


@given(spans=st.lists(SPANS), words=WORDS, name=WORDS)
def test_whatever_is_written_is_shown_and_nothing_of_it_is_obeyed(spans: list[Span], words: str, name: str) -> None:
    html = written(
        paragraph(*spans, role=name),
        CodeBlock(text=words, location=HERE),
        paragraph(Image(path=name, alt=words, location=HERE), call(name)),
        notes=(note(name, *spans),),
    )
    reader = read(html)
    printed = as_shown("".join(span.text for span in spans))
    assert reader.text.count(printed) >= 2
    assert as_shown(words) in reader.text
    assert html.encode()
    assert all(SAFE_ADDRESS.match(link["href"]) for link in reader.all("a"))
    assert not any(key.startswith("on") or key == "style" for _, attributes in reader.elements for key in attributes)


@given(names=st.lists(st.sampled_from("abcdef"), max_size=12), marked=st.sets(st.sampled_from("abcdef")))
def test_every_call_leads_to_its_note_and_every_note_back(names: list[str], marked: set[str]) -> None:
    notes = tuple(note(name, f"Note {name}.", mark="*" if name in marked else None) for name in "abcdef")
    reader = read(written(paragraph(*map(call, dict.fromkeys(names))), notes=notes))
    links = reader.all("a")
    calls = [link for link in links if link.get("role") == "doc-noteref"]
    backs = [link for link in links if link.get("role") == "doc-backlink"]
    entries = [entry["id"] for entry in reader.all("li")]
    assert [f"#{entry}" for entry in entries] == [each["href"] for each in calls]
    assert [f"#{each['id']}" for each in calls] == [each["href"] for each in backs]
    assert len(set(entries)) == len(set(names))
