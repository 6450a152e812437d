"""Every link of the documentation to another of its pages leads to a page that is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/*/README.md")])
_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`[^`\n]+`")
_LINK = re.compile(r"(?<!\\)\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)\s]*)?\)")


def links_of(page: str) -> list[str]:
    """Return where the links of a page lead, those within its code left out."""
    return _LINK.findall(_CODE.sub("", _FENCE.sub("", page)))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_link_leads_to_a_page_that_is_there(page: Path) -> None:
    lost = [link for link in links_of(page.read_text(encoding="utf-8")) if not (page.parent / link).exists()]
    assert lost == []


def test_links_are_read_as_their_reader_reads_them() -> None:
    page = "[a](b.md#part) `[x](y)` [out](https://example.org) \\[typed\\](g.md)\n```text\n[c](d.md)\n```\n[e](f/)\n"
    assert links_of(page) == ["b.md", "f/"]
