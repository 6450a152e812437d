"""Tell the settings of a file which two notes are its separators."""

from comment_kit.docx.writing.footnotes_part import SEPARATORS
from comment_kit.docx.writing.wml import Element, add, new, tag

_AFTER = frozenset(
    tag(name)
    for name in (
        "endnotePr", "compat", "docVars", "rsids", "attachedSchema", "themeFontLang", "clrSchemeMapping",
        "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions", "readModeInkLockDown",
        "schemaLibrary", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator",
    )
)  # fmt: skip
"""What the schema of the settings puts after ``w:footnotePr``."""


def declare_separators(settings: Element) -> None:
    """Give ``w:settings`` its ``w:footnotePr`` anew, in its fixed place."""
    for old in settings.findall(tag("footnotePr")):
        settings.remove(old)
    declared = new("footnotePr")
    for _, identity in SEPARATORS:
        add(declared, "footnote", id=identity)
    for child in settings:
        # Whatever is of another namespace, as mathematics and later versions are, stands after it too.
        if child.tag in _AFTER or not str(child.tag).startswith(tag("")):
            child.addprevious(declared)
            return
    settings.append(declared)
