"""Print citations as a house prints them: its policy, its forms, and a letter set in them.

Each door of this room is opened on its first use, so that reading a library does not wait for Jinja.
"""

from typing import TYPE_CHECKING

from comment_kit.first_use import on_first_use

if TYPE_CHECKING:
    from comment_kit.styles.checking import asked_forms, check_forms
    from comment_kit.styles.findings import FINDINGS
    from comment_kit.styles.lettering import set_letter
    from comment_kit.styles.naming import defined_name, source_names
    from comment_kit.styles.packs import read_style, style_names
    from comment_kit.styles.previewing import preview
    from comment_kit.styles.printing import Printer, print_citation
    from comment_kit.styles.style import Style

__all__ = [
    "FINDINGS",
    "Printer",
    "Style",
    "asked_forms",
    "check_forms",
    "defined_name",
    "preview",
    "print_citation",
    "read_style",
    "set_letter",
    "source_names",
    "style_names",
]

__getattr__ = on_first_use(
    __name__,
    {
        "FINDINGS": "findings",
        "Printer": "printing",
        "Style": "style",
        "asked_forms": "checking",
        "check_forms": "checking",
        "defined_name": "naming",
        "preview": "previewing",
        "print_citation": "printing",
        "read_style": "packs",
        "set_letter": "lettering",
        "source_names": "naming",
        "style_names": "packs",
    },
)
