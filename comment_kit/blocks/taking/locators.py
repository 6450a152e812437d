"""Write the place of a citation that was read from a page as a writer would type it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from comment_kit.model.citations import Citation, Form
from comment_kit.model.pinpoints import LabelKind, Pinpoint
from comment_kit.model.resolutions import Cited, Resolution
from comment_kit.model.text import Text, plain


def effective(resolution: Resolution, by_place: Mapping[Cited, Resolution]) -> Citation:
    """Return the citation whose place a reader of ``resolution`` arrives at: its own, or what a bare *Id.* inherits."""
    seen: set[Cited] = set()
    while _inherits(resolution) and resolution.antecedent and resolution.antecedent not in seen:
        seen.add(resolution.antecedent)
        resolution = by_place[resolution.antecedent]
    return resolution.citation


def _inherits(resolution: Resolution) -> bool:
    citation = resolution.citation
    return resolution.form is Form.ID and citation.locator is None and citation.unread is None


def typed_locator(citation: Citation) -> str | None:
    """Return the locator of ``citation``; labels alone where printing brings their pages by itself.

    Words that could not be read as a place stay where one stands, to be told when the letter is built.
    """
    if citation.locator is None or citation.printed is None:
        return citation.locator or citation.unread
    pinpoint = citation.pinpoint
    if _brings_its_pages(pinpoint, citation.printed):
        return ", ".join(label.label for label in pinpoint.labels)
    return f"at {citation.locator}" if citation.locator[0].isdigit() else citation.locator


def _brings_its_pages(pinpoint: Pinpoint, printed: Text) -> bool:
    """Return whether the pages of ``pinpoint`` are those that its labels have in the source's table."""
    if not pinpoint.labels or not pinpoint.pages or pinpoint.notes:
        return False
    written = [(page.first, page.last or page.first) for page in pinpoint.pages]
    firsts = list(dict.fromkeys((label.first_page, label.first_page) for label in pinpoint.labels))
    wholes = list(dict.fromkeys((label.first_page, label.last_page or label.first_page) for label in pinpoint.labels))
    if written not in (firsts, wholes):
        return False
    named = [label for label in pinpoint.labels if label.kind is LabelKind.NAMED]
    # "at 8 (Practice 3.1)" is a label with its page; "at 19, Appendix B" is a page and a label, both written.
    return (
        not named or re.search(rf"{re.escape(written[0][0])}\S* \(", plain(printed).replace("\u00a0", " ")) is not None
    )
