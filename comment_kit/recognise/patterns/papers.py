"""Find papers that bear a number of their own: comments on a docket, circulars, numbered series."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comment_kit.recognise.clues import Clue, Identity, Rank
from comment_kit.recognise.groups import Groups
from comment_kit.recognise.identities import circular
from comment_kit.recognise.index import SourceIndex
from comment_kit.recognise.lines import Line

_COMMENT = re.compile(r"\b[A-Z]{2,8}(?:-[A-Z]{2,5}){0,2}-(?:19|20)\d\d-(?:[A-Z]{1,2}-)?\d{3,5}-\d{3,6}\b")
_CIRCULAR = re.compile(r"\b(?:OMB )?(?:Circular|Memorandum) (?:No\. ?)?[A-Z]-\d[\d-]*\b")
_DESIGNATION = re.compile(r"\b[A-Z]{2,6}(?: [A-Z]{1,6}){0,2} \d{2,4}[-\u2013]\d{1,4}[A-Za-z]?(?:r\d)?(?![\w-])")


def docket_comments(line: Line, groups: Groups, index: SourceIndex) -> Iterator[Clue]:
    """Yield single papers of a docket: "FDA-2018-N-2381-1373"."""
    del groups, index
    for found in _COMMENT.finditer(line.text):
        yield Clue(
            start=found.start(), end=found.end(), rank=Rank.NUMBER, identity=Identity("docket comment", found[0])
        )


def circulars(line: Line, groups: Groups, index: SourceIndex) -> Iterator[Clue]:
    """Yield circulars and memoranda of the Office of Management and Budget."""
    del groups, index
    if "Circular" not in line.text and "Memorandum" not in line.text:
        return
    for found in _CIRCULAR.finditer(line.text):
        yield Clue(start=found.start(), end=found.end(), rank=Rank.NAME, identity=circular(found[0]))


def designations(line: Line, groups: Groups, index: SourceIndex) -> Iterator[Clue]:
    """Yield designations of series that the library does not have: "NIST SP 800-53"."""
    del groups, index
    for found in _DESIGNATION.finditer(line.text):
        name = found[0].replace("\u2013", "-")
        yield Clue(start=found.start(), end=found.end(), rank=Rank.NAME, identity=Identity("designation", name))
