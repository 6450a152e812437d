"""A typed Word letter is changed as hurried hands change it: each note that became a lie is found, and no other."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import pytest
from front_door import run
from mutations import mutants
from typed_documents import TypedDocument, lies, typed_document
from wordy_reports import KEYS, PAGES, Quoted, letter_of, passages, write_project

STYLES = ("bluebook", "comment-letter", "policy-letter")


@dataclass(frozen=True, slots=True)
class Filed:
    """A typed letter, and the quotation of each of its paragraphs."""

    folder: Path
    document: TypedDocument
    quoted: Sequence[Quoted]

    def found(self, document: TypedDocument) -> set[int]:
        """Return the numbers of the notes at which checking ``document`` finds something wrong."""
        path = document.save(self.folder / "changed.docx")
        outcome = run("check", str(path), "--project", str(self.folder), "--format", "json")
        report = json.loads(outcome.out)
        return {
            each["note"]
            for each in report["diagnostics"]
            if each["tier"] == "truth" and each["severity"] in {"error", "warning"}
        }


@pytest.fixture(scope="module", params=STYLES)
def filed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Filed:
    """Return a letter of fourteen quotations, built, filed and typed over."""
    folder = tmp_path_factory.mktemp("typed")
    write_project(folder)
    for key in KEYS:
        assert run("sources", "add", key, str(folder / f"{key}.txt"), "--project", str(folder)).code == 0
    quoted = passages(random.Random(request.param), 14)
    (folder / "letter.md").write_text(letter_of(quoted, request.param), encoding="utf-8")
    assert run("build", str(folder / "letter.md")).code == 0
    return Filed(folder, typed_document(folder / "letter.docx"), quoted)


def test_nothing_is_wrong_before_a_hand_touches_it(filed: Filed) -> None:
    assert lies(filed.document, filed.quoted) == set()
    assert filed.found(filed.document) == set()


def test_every_note_that_swapped_paragraphs_make_a_lie_is_found_and_no_other(filed: Filed) -> None:
    pairs = [*zip(range(13), range(1, 14), strict=True), *random.Random(7).sample([*combinations(range(14), 2)], 12)]
    for first, second in pairs:
        document = filed.document.copied()
        document.swap(first, second)
        quoted = list(filed.quoted)
        quoted[first], quoted[second] = quoted[second], quoted[first]
        assert filed.found(document) == lies(document, quoted), f"paragraphs {first + 1} and {second + 1} swapped"


def test_every_note_that_a_deleted_citation_makes_a_lie_is_found_and_no_other(filed: Filed) -> None:
    for at in range(14):
        document = filed.document.copied()
        document.delete(at)
        quoted = [*filed.quoted[:at], *filed.quoted[at + 1 :]]
        assert filed.found(document) == lies(document, quoted), f"paragraph {at + 1} deleted"


def test_a_page_moved_in_a_note_is_found_there(filed: Filed) -> None:
    for at, each in enumerate(filed.quoted):
        document = filed.document.copied()
        if document.turn_page(document.note(document.paragraphs[at]), each.page % PAGES + 1):
            assert filed.found(document) == lies(document, filed.quoted), f"the page of note {at + 1} moved"


def changes(filed: Filed) -> Iterator[tuple[str, int, str]]:
    """Yield what is done to a quotation, the number of its note, and its changed words."""
    dice = random.Random(11)
    for number, each in enumerate(filed.quoted, 1):
        for mutant in mutants(each.words, dice):
            yield mutant.sort, number, mutant.words


def test_every_change_of_quoted_words_is_found_at_its_note(filed: Filed) -> None:
    for sort, number, words in random.Random(5).sample([*changes(filed)], 40):
        document = filed.document.copied()
        document.retype(document.paragraphs[number - 1], filed.quoted[number - 1].words, words)
        assert filed.found(document) == {number}, f"{sort}: {words}"
