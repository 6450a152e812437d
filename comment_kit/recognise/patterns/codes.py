"""Find sections of the codes and articles of constitutions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comment_kit.recognise.clues import Clue, Identity, Rank
from comment_kit.recognise.groups import Groups
from comment_kit.recognise.identities import code_part, code_section
from comment_kit.recognise.index import SourceIndex
from comment_kit.recognise.lines import Line

_SUBSECTIONS = r"(?:\(\w{1,8}\))*"
_ONE = rf"\d+[a-z]{{0,4}}(?:-\d+[a-z]{{0,2}}(?![.\d])|\.\d+[a-z]?(?:-\d+[a-z]?(?![.\d]))?)*{_SUBSECTIONS}"
_JOINS = r"(?:, | and |, and | & |, & |(?: ?[-\u2013] ?)| to )"
_MORE = rf"(?:{_JOINS}(?:§ ?)?(?:{_ONE}(?! ?[A-Z])|\(\w{{1,8}}\){_SUBSECTIONS}))*"
_SECTION = re.compile(
    r"\b(\d{1,2}) (U\. ?S\. ?C\.(?: ?[AS]\.)?|USC|C\. ?F\. ?R\.|CFR),? ?"
    rf"(§§? ?|[Ss]ec(?:tions?|s?\.) |[Pp]arts? |pts?\. )?({_ONE})({_MORE})( note\b)?"
    r"(?: \((?:Supp\. \w+ )?((?:19|20)\d\d)\))?"
)
_RULE = re.compile(
    r"\b(Fed\. R\. (?:Civ\. P\.|Crim\. P\.|App\. P\.|Bankr\. P\.|Evid\.)) (\d+(?:\.\d+)?)(?:\(\w{1,3}\))*"
)
_CONSTITUTION = re.compile(r"\b(U\. ?S\.|[A-Z][a-z]+\.?(?: [A-Z][a-z]+\.?)?) Const\.", re.IGNORECASE)


def code_sections(line: Line, groups: Groups, index: SourceIndex) -> Iterator[Clue]:
    """Yield sections of the United States Code and sections and parts of the Code of Federal Regulations."""
    del groups, index
    if "C" not in line.text:
        return
    for found in _SECTION.finditer(line.text):
        if clue := _clue(found):
            yield clue


def _clue(found: re.Match[str]) -> Clue | None:
    title, sign, first, more, year = found[1], found[3] or "", found[4], found[5], found[7]
    code = "U.S.C." if found[2].startswith("U") else "C.F.R."
    is_part = sign.lower().startswith("p") or (code == "C.F.R." and not sign and "." not in first)
    if code == "U.S.C." and not sign and not found[2].endswith(("C", "C.", "A.", "S.")):
        return None
    if title == "3" and code == "C.F.R." and not sign:
        return None  # a page of the compilation of orders
    note = found[6] or ""
    if is_part:
        identity, pin = code_part(title, first), None
    else:
        identity = code_section(title, code, first + note)
        pin = f"{'§§' if more else '§'} {first}{more}{note}"
    end = found.end() if year is None else found.start(7) - 1
    return Clue(
        start=found.start(),
        end=end,
        rank=Rank.NUMBER,
        identity=identity,
        pins=(pin,) if pin else (),
        year=year,
    )


def court_rules(line: Line, groups: Groups, index: SourceIndex) -> Iterator[Clue]:
    """Yield federal rules: "Fed. R. Civ. P. 12(b)(6)"."""
    del groups, index
    if "Fed. R. " in line.text:
        for found in _RULE.finditer(line.text):
            identity = Identity("rule", f"{found[1]} {found[2]}")
            yield Clue(start=found.start(), end=found.end(), rank=Rank.NUMBER, identity=identity)


def constitutions(line: Line, groups: Groups, index: SourceIndex) -> Iterator[Clue]:
    """Yield constitutions: "U.S. Const." before its article."""
    del groups, index
    if "onst." not in line.text and "ONST." not in line.text:
        return
    for found in _CONSTITUTION.finditer(line.text):
        jurisdiction = "U.S." if found[1].upper().startswith("U") else found[1]
        identity = Identity("Const.", f"{jurisdiction} Const.")
        yield Clue(start=found.start(), end=found.end(), rank=Rank.NUMBER, identity=identity)
