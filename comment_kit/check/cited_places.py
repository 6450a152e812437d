"""Say at which place of its source a reader of a citation arrives, and how its pages are printed."""

from __future__ import annotations

from collections.abc import Iterable

from comment_kit.check.case import Case
from comment_kit.model.citations import Citation, Form
from comment_kit.model.pinpoints import Pinpoint
from comment_kit.model.policy import LabelPages
from comment_kit.model.resolutions import Resolution


def effective_citation(resolution: Resolution, case: Case) -> Citation:
    """Return the citation whose place a reader arrives at: itself, or the one from which a bare *Id.* inherits.

    One that goes on with words that could not be read as a place inherits nothing.
    """
    seen: set[object] = set()
    while resolution.form is Form.ID and _is_bare(resolution.citation) and resolution.antecedent not in seen:
        if resolution.antecedent is None:
            break
        seen.add(resolution.antecedent)
        resolution = case.by_place[resolution.antecedent]
    return resolution.citation


def effective_pinpoint(resolution: Resolution, case: Case) -> Pinpoint:
    """Return the place that a reader arrives at: the citation's own, or the one that a bare *Id.* inherits."""
    return effective_citation(resolution, case).pinpoint


def _is_bare(citation: Citation) -> bool:
    return not citation.pinpoint and citation.unread is None


def pages_of(pinpoint: Pinpoint) -> str | None:
    """Return the pages of a place in print: "75196", "8, 9", "10-12"; None where it has none."""
    pages = [first if first == last else f"{first}-{last}" for first, last in pinpoint.reach.pages]
    return ", ".join(dict.fromkeys(pages)) or None


def printed_pages(pinpoint: Pinpoint, case: Case) -> str | None:
    """Return the pages that a reader finds printed: of a label alone, as many as the style prints."""
    first_alone = case.policy is not None and case.policy.label_pages is LabelPages.FIRST
    if first_alone and not pinpoint.pages and not pinpoint.notes:
        return joined(dict.fromkeys(label.first_page for label in pinpoint.labels if label.first_page))
    return pages_of(pinpoint)


def joined(parts: Iterable[str]) -> str | None:
    """Return ``parts`` in one line, or None where there are none."""
    return ", ".join(parts) or None
