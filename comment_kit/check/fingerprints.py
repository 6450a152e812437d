"""Tie a clearance to what was read: a short hash of the quoted words and of the citation that vouches for them."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator

from comment_kit.check.case import Case, CitedSource, Judged
from comment_kit.check.cited_places import printed_pages
from comment_kit.model.clearances import clearance_comment
from comment_kit.model.quotations import Verdict
from comment_kit.quotations.characters import is_quote

FAMILY_OF_QUOTATIONS = "QUO"
CLEARED_BY_FAMILY = (Verdict.UNDECIDED, Verdict.WORDS_ONLY)
"""What a clearance by a family of codes may clear: what the machine could not decide."""
_LENGTH = 8
_DOTS = re.compile(r" ?\.(?: ?\.){2,} ?")
_DASHES = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2013": "-", "\u2014": "--"})


def fingerprint(judged: Judged, case: Case) -> str:
    """Return eight hexadecimal digits that change with the words, the source, its edition or the place in it.

    They do not change with the number of the note, the form of the citation, the paragraph, the shape of quotation
    marks, dashes and dots, or the spaces between words: a letter's source and its Word file have the same.
    """
    parts = [_words(judged.quotation.text), *(part for each in judged.cites for part in _citation(each, case))]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:_LENGTH]


def vouching_note(judged: Judged) -> str | None:
    """Return the number of the note that vouches for a quotation, as printed; None where no numbered note does."""
    at = judged.quotation.voucher.at if judged.quotation.voucher else None
    return str(at.note_number) if at and at.note_number is not None else None


def offer(judged: Judged, case: Case) -> str:
    """Return the comment that clears a quotation, for somebody to sign."""
    return clearance_comment(FAMILY_OF_QUOTATIONS, vouching_note(judged), fingerprint(judged, case))


def _words(text: str) -> str:
    plain = " ".join(unicodedata.normalize("NFKC", text.translate(_DASHES)).split())
    return _DOTS.sub("...", "".join('"' if is_quote(character) else character for character in plain))


def _citation(cited: CitedSource, case: Case) -> Iterator[str]:
    reach = cited.pinpoint.reach
    yield cited.key or ""
    yield cited.edition
    yield printed_pages(cited.pinpoint, case) or ""
    yield ", ".join(reach.labels)
    yield ", ".join("-".join(notes) for notes in reach.notes)
    if cited.unread is not None:
        # What nobody could read as a place is part of the place all the same.
        yield _words(cited.unread)
