"""The line that docs/reference/ledger.md shows is one that the program writes and reads."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from front_door import Desk, letter_of, run

from comment_kit.blocks.ledger_lines import filing_id, filing_line, read_line

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "ledger.md").read_text(encoding="utf-8")
SHOWN: dict[str, Any] = json.loads(re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)[0])


def keys(value: object) -> object:
    """Return the keys of an object, and those of the first object of each list."""
    if isinstance(value, dict):
        return {name: keys(each) for name, each in value.items() if name != "parameters"}
    return keys(value[0]) if isinstance(value, list) else None


def test_the_line_is_read_and_written_as_the_page_shows_it() -> None:
    filing = read_line(json.dumps(SHOWN).encode())
    assert filing.id == filing_id(filing)
    line = filing_line(filing)
    assert json.loads(line) == SHOWN
    assert list(json.loads(line)) == list(SHOWN) == sorted(SHOWN)


def test_the_program_writes_the_keys_that_the_page_shows(desk: Desk) -> None:
    desk.write("comment-kit.toml", "")
    desk.write("letter.md", letter_of('{{ block("open-models/marginal-risk", agency="NTIA") }}'))
    assert run("file", "letter.md", "--no-pdf").code == 0
    assert keys(json.loads((desk.folder / "ledger.jsonl").read_text(encoding="utf-8"))) == keys(SHOWN)


def test_each_key_is_explained() -> None:
    explained = set(re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE))
    assert explained == SHOWN.keys()
