"""The project on which every page of a rule rests: two reports and a notice, with what the page lets them say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from front_door import run
from rule_pages import RulePage

PAGES = ("1", "2", "3")
"""Of each report; the notice stands on two pages of the Federal Register."""
NOTICE_PAGES = ("100", "101")
_ENTRIES = """\
@report{roads, entrysubtype = {agency report}, author = {{Road Office}}, title = {On Roads}, date = {2024},
  pagetotal = {3}}
@report{rivers, entrysubtype = {agency report}, author = {{River Office}}, title = {On Rivers}, date = {2024},
  pagetotal = {3}}
@legislation{ferries, entrysubtype = {notice}, author = {{River Office}}, title = {Notice on Ferries},
  frvolume = {89}, frpage = {100}, frlastpage = {101}, date = {2024-01-05}}
"""
_SETTINGS = (
    '[letter]\ntemplate = "policy-letter"\norganization = "Example Institute"\nauthors = [{name = "Your Name"}]\n'
)


def write_project(folder: Path, page: RulePage) -> None:
    """Write the project into ``folder``, with what ``page`` adds, and have the kit read its sources."""
    (folder / "citations" / "pinpoints").mkdir(parents=True)
    (folder / "comment-kit.toml").write_text(_SETTINGS, encoding="utf-8")
    (folder / "citations" / "own.bib").write_text(_ENTRIES + page.entries, encoding="utf-8")
    for key, table in page.tables.items():
        (folder / "citations" / "pinpoints" / f"{key}.csv").write_text(table, encoding="utf-8")
    for name, settings in page.styles.items():
        (folder / "templates" / "styles" / name).mkdir(parents=True)
        (folder / "templates" / "styles" / name / "style.toml").write_text(settings, encoding="utf-8")
    for key, words in page.pages.items():
        name, text = (f"{key}.xml", _notice(words)) if key == "ferries" else (f"{key}.txt", _report(words))
        (folder / name).write_text(text, encoding="utf-8")
        added = run("sources", "add", key, name, "--project", str(folder))
        assert added.code == 0, added.err


def _report(words: Mapping[str, str]) -> str:
    """Return pages as pdftotext writes them: the number at the foot, a form feed between two."""
    return "\f".join(f"{words.get(page, 'Nothing more.')}{chr(10) * 30}{page:>40}\n" for page in PAGES)


def _notice(words: Mapping[str, str]) -> str:
    """Return a notice in the Federal Register's XML, in which italics, calls of notes and notes are marked."""
    pages = "".join(
        f'<PRTPAGE P="{page}"/><P>{_marked_up(words.get(page, "Nothing more."))}</P>' for page in NOTICE_PAGES
    )
    return f"<NOTICE><SUBJECT>Notice on Ferries</SUBJECT>{pages}</NOTICE>"


def _marked_up(words: str) -> str:
    words = re.sub(r"\*(.+?)\*", r'<E T="03">\1</E>', words)
    words = re.sub(r"^\[\^(\d+)\]: (.+)$", r"</P><FTNT><P><SU>\1</SU> \2</P></FTNT><P>", words, flags=re.MULTILINE)
    return re.sub(r"\[\^(\d+)\]", r"<SU>\1</SU><FTREF/>", words)
