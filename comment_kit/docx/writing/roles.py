"""Which style a paragraph takes for what the letter template made of it."""

from comment_kit.docx.writing.composition import Surroundings

_ANYWHERE = {
    "cover-lead": "Cover Lead",
    "organization": "Letterhead Organization",
    "author": "Body Text",
    "docket-title": "Docket Title",
    "docket-id": "Docket Id",
    "filing-date": "Date",
    "contents-title": "TOC Heading",
    "letterhead": "Letterhead",
    "addressee": "Inside Address",
    "re": "Subject Line",
    "closing": "Closing",
    "signature-line": "Signature Line",
    "signatory": "Signature",
    "contact": "Contact",
    "disclaimer": "Disclaimer",
    "draft": "Draft Mark",
}

_IN_DIVISIONS = {
    "cover": {
        "": "Cover Text",
        "organization": "Cover Organization",
        "author": "Cover Author",
        "docket-title": "Cover Docket Title",
        "docket-id": "Cover Docket Id",
        "filing-date": "Cover Date",
    },
    "letterhead": {"": "Letterhead"},
    "signature": {"": "Signature", "organization": "Signature", "author": "Signature", "filing-date": "Signature"},
    "footer": {"": "Contact"},
}
"""Where a division changes what a role looks like."""


def style_of(role: str, around: Surroundings) -> str:
    """Return the name of the style for a paragraph of ``role``; body text for a role that nobody knows."""
    if around.quotes:
        return "Block Text"
    if around.lists:
        return "List Paragraph"
    inside = _IN_DIVISIONS.get(around.division, {})
    return inside.get(role) or _ANYWHERE.get(role) or inside.get("", "Body Text")
