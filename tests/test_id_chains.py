"""Worked chains of notes: the form of each citation, as printed under ``bluebook``."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from comment_kit.model.letter import SetCitation, notes_in_order, walk
from comment_kit.model.text import Text
from comment_kit.workflows.composing import compose

GOLDEN = Path(__file__).parent / "golden"
CHAINS = json.loads((GOLDEN / "id-chains.json").read_text(encoding="utf-8"))["cases"]
NAMED = {"C57": {"nist1": "nist1-named"}, "C59": {"nist1": "nist1-first", "nist2": "nist2-second"}}
"""Chains whose sources bear a name of their own."""


@pytest.mark.parametrize("chain", CHAINS, ids=lambda chain: f"{chain['id']} {chain['title']}")
def test_each_citation_takes_the_form_of_its_place(chain: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "letter.md"
    path.write_text(letter_of(chain), encoding="utf-8")
    composition = compose(path)
    assert [str(each) for each in composition.diagnostics if each.severity == "error"] == []
    printed = [
        [
            (part.resolution.form.value, marked(part.text))
            for part in walk(called.note.blocks)
            if isinstance(part, SetCitation)
        ]
        for called in notes_in_order(composition.letter)
    ]
    for note, forms in zip(chain["notes"], printed, strict=True):
        expected = [item for item in note["items"] if "key" in item]
        for item, (form, text) in zip(expected, forms, strict=True):
            assert form == item["form"]
            assert without_parenthetical(text, item) in {item["expect"], *item.get("accept", ())}


def letter_of(chain: dict[str, Any]) -> str:
    """Return the letter that a writer would type for ``chain``: one paragraph for each note."""
    paragraphs = [f"Words{note_of(note, NAMED.get(chain['id'], {}))}." for note in chain["notes"]]
    heading = chain.get("option", {}).get("heading_before_note")
    if heading:
        paragraphs.insert(heading - 1, "# A heading")
    front = [
        "---",
        "template: policy-letter",
        "style: bluebook",
        f"date: {chain.get('letter_date', '2024-09-09')}",
        "organization: Example Institute",
        f"bibliography: ['{GOLDEN / 'id-chains.bib'}']",
        "---",
        "",
    ]
    return "\n".join(front) + "\n\n".join(paragraphs) + "\n\n# A part {#part}\n"


def note_of(note: dict[str, Any], named: dict[str, str]) -> str:
    """Return the bracket of ``note``, or a note in words where it has several sentences or a cross-reference."""
    items = note["items"]
    if "crossref" in items[0]:
        return "^[*See infra* [](#part).]"
    sentences: list[list[str]] = []
    for item in items:
        begins = re.match(r"\*[A-Z]", item["expect"]) and item.get("signal", "with") != "with"
        if begins or not sentences:
            sentences.append([])
        sentences[-1].append(cite_of(item, named))
    brackets = [f"[{'; '.join(sentence)}]" for sentence in sentences]
    return brackets[0] if len(brackets) == 1 else f"^[{'. '.join(brackets)}.]"


def cite_of(item: dict[str, Any], named: dict[str, str]) -> str:
    signal = f"{item['signal']} " if item.get("signal") else ""
    # The hearing's full form stands at page 12 in the case itself.
    pin = "12" if item["key"] == "hear" and not item.get("pin") else item.get("pin")
    locator = f", {pin}" if pin else ""
    return f"{signal}@{named.get(item['key'], item['key'])}{locator}{parenthetical(item)}"


def parenthetical(item: dict[str, Any]) -> str:
    if "paren" not in item:
        return ""
    inner = " ".join(f"[@{source['key']}, {source['pin']}]" for source in item.get("paren_sources", ()))
    return f" ({item['paren']} {inner})" if inner else f" ({item['paren']})"


def without_parenthetical(text: str, item: dict[str, Any]) -> str:
    printed = item.get("printed_paren")
    if printed:
        assert text.endswith(f" {printed}")
        return text.removesuffix(f" {printed}")
    return re.sub(rf" \({re.escape(item['paren'])}.*\)$", "", text) if "paren" in item else text


def marked(text: Text) -> str:
    """Return ``text`` with its type shown as the cases show it."""
    pieces = []
    for span in text:
        words = "URL" if span.url else span.text
        words = f"*{words}*" if span.italic else words
        pieces.append(f"^^{words}^^" if span.small_caps else words)
    joined = "".join(pieces).translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0xA0: " "})
    return re.sub(r"\* \*|\*\*", lambda seam: " " if " " in seam[0] else "", joined)
