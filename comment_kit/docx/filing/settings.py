"""Take out of the settings of a Word file what is about its drafting."""

from __future__ import annotations

from comment_kit.docx.filing.clear_story import clear_attributes
from comment_kit.docx.package import Element

_GONE = frozenset(
    {
        "activeWritingStyle",
        "attachedSchema",
        "attachedTemplate",
        "docId",
        "docVars",
        "linkStyles",
        "mailMerge",
        "proofState",
        "revisionView",
        "rsid",
        "rsids",
        "saveThroughXslt",
        "schemaLibrary",
        "smartTagType",
        "trackRevisions",
        "documentType",
        "forceUpgrade",
    }
)
"""Sessions of editing, variables, and the places of templates, forms and mailing lists."""


def clear_settings(root: Element, word: str) -> None:
    """Clear the settings, the styles or the lists in place; how the letter is set stays."""
    for element in list(root.iter()):
        parent = element.getparent()
        if str(element.tag).rpartition("}")[2] in _GONE and parent is not None:
            parent.remove(element)
    clear_attributes(root, word)
