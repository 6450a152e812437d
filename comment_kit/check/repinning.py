"""Offer the page on which quoted words were found, for the bracket of a letter's source that cites another or none."""

from __future__ import annotations

from comment_kit.check.case import Case, Judged
from comment_kit.model.citations import Citation
from comment_kit.model.diagnostics import Edit, Fix


def repinned(judged: Judged, case: Case) -> Fix | None:
    """Return the fix that cites the one place where the words stand.

    It is never safe: it changes what the letter says of its source. None where the words stand in several places, in
    another source, on a sheet that prints no number, or where the place was not typed as a page in a bracket.
    """
    places = judged.judgement.all_pages if judged.judgement else ()
    citation = _voucher(judged, case)
    if len(places) != 1 or not all(map(_is_page, places[0])) or citation is None or citation.key != judged.key:
        return None
    typed = f"@{citation.key}"
    cited = f"{typed}, {citation.locator}" if citation.locator else typed
    pinned = f"{typed}, {'-'.join(places[0])}"
    edit = Edit(location=citation.location, old=cited, new=pinned)
    return Fix(title=f"cite [{pinned}]", edits=(edit,), safe=False)


def _is_page(printed: str) -> bool:
    return bool(printed) and not printed.startswith("sheet ")


def _voucher(judged: Judged, case: Case) -> Citation | None:
    """Return the citation that vouches, where its source can be edited and names nothing but pages."""
    at = judged.quotation.voucher.at if judged.quotation.voucher else None
    resolution = case.by_place.get(at) if at else None
    if resolution is None or not case.letter.front.lines:
        # Only a letter with front matter cites in brackets; in others the citation was read from typed words.
        return None
    citation = resolution.citation
    return citation if len(citation.pinpoint.parts) == len(citation.pinpoint.pages) else None
