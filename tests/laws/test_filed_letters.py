"""What is filed reads as the draft does, and holds nothing of ours."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from letter_texts import LAW, Text, composed, texts, written
from msgspec.structs import replace

from comment_kit.docx import lint_docx, read_docx, write_docx
from comment_kit.docx.filing.copy import filed_copy
from comment_kit.docx.filing.properties import properties_of
from comment_kit.docx.filing.waiting import waiting_in
from comment_kit.docx.package import open_package
from comment_kit.model.blocks import BlockUse, fingerprint
from comment_kit.model.word import WordFacts
from comment_kit.workflows.composing import Composition, compose

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(ROOT.glob("examples/**/letter*.md"))
BLOCK = "---\ntitle: A block\n---\nSecret of the house.\n"
USE = BlockUse(name="topic/secret-name", fingerprint=fingerprint(BLOCK), parameters={"agency": "Agency of Secrets"})
OURS = ("CKIT", "comment-kit", "comment_kit", "customXml", "ADDIN", "rsid", "urn:", '{"', "topic/secret-name")
MEMBER = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/core\.xml|word/(_rels/)?"
    r"(document|styles|numbering|settings|fontTable|footnotes|footer\d+|header\d+|theme/theme1)\.xml(\.rels)?"
    r"|word/media/image\d+\.\w+"
)


def copy_of(content: bytes) -> bytes:
    package = open_package(content)
    return filed_copy(package, properties_of(package))


def draft_of(composition: Composition) -> bytes:
    """Return the Word file of a letter that set a block."""
    about = replace(composition.about, blocks=(USE,), block_texts={USE.fingerprint: BLOCK})
    return write_docx(composition.letter, composition.layout, about=about, pages={}, images=composition.images)


def text_of(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}


def assert_holds_nothing_of_ours(content: bytes, keys: tuple[str, ...]) -> None:
    for name, text in text_of(content).items():
        assert MEMBER.fullmatch(name), name
        instructions = " ".join(re.findall(r"<w:instrText[^>]*>([^<]*)<", text))
        found = [words for words in (*OURS, USE.fingerprint, "Secret") if words in text]
        assert not found, (name, found)
        # A key may be a word of its own address; no attribute, name or instruction is one.
        told = [key for key in keys if f'"{key}"' in text or key in instructions]
        assert not told, (name, told)


def test_a_draft_is_told_apart_from_what_is_filed() -> None:
    """Show that the search finds in a draft what it must not find in the copy."""
    composition = compose(EXAMPLES[0])
    draft = draft_of(composition)
    with pytest.raises(AssertionError):
        assert_holds_nothing_of_ours(draft, composition.about.sources)
    assert '{"v":1' in text_of(draft)["word/footnotes.xml"]
    assert json.dumps(composition.about.sources[0]) in text_of(draft)["word/footnotes.xml"]


@pytest.mark.parametrize("letter", EXAMPLES, ids=lambda path: path.parent.name)
def test_an_example_as_filed_reads_as_its_draft_and_holds_nothing_of_ours(letter: Path) -> None:
    composition = compose(letter)
    draft = draft_of(composition)
    assert waiting_in(draft, "letter.docx") == ()
    copy = copy_of(draft)
    assert_holds_nothing_of_ours(copy, composition.about.sources)
    assert read_docx(copy).letter == read_docx(draft).letter
    facts = read_docx(copy).facts
    assert not any(facts.stored.values())
    assert facts.margins == read_docx(draft).facts.margins
    assert replace(facts, stored={}, margins=()) == WordFacts(properties={"author": composition.about.author})
    assert lint_docx(copy) == ()


@LAW
@given(text=texts())
def test_any_letter_as_filed_reads_as_its_draft_and_holds_nothing_of_ours(text: Text, tmp_path: Path) -> None:
    composition = composed(text, tmp_path)
    draft = draft_of(composition)
    copy = copy_of(draft)
    assert_holds_nothing_of_ours(copy, composition.about.sources)
    assert read_docx(copy).letter == read_docx(draft).letter
    assert lint_docx(copy) == lint_docx(draft)
    assert copy_of(draft) == copy
    assert copy_of(copy) == copy


def test_a_draft_remembers_its_blocks(tmp_path: Path) -> None:
    composition = composed(Text(template="policy-letter", style="bluebook", parts=("A word.",)), tmp_path)
    stamp = read_docx(draft_of(composition)).facts.stamp
    assert stamp is not None
    assert (stamp.blocks, stamp.block_texts) == ((USE,), {USE.fingerprint: BLOCK})
    assert stamp.docket == ("X-1",)
    bare = read_docx(written(composition)).facts.stamp
    assert bare is not None
    assert (bare.blocks, bare.block_texts) == ((), {})
