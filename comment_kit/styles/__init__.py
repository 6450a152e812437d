"""Print citations as a house prints them: its policy, its forms, and a letter set in them."""

from collections.abc import Mapping

from comment_kit.model.resolutions import Resolution
from comment_kit.model.sources import Library
from comment_kit.model.text import Text
from comment_kit.styles.checking import asked_forms, check_forms
from comment_kit.styles.findings import FINDINGS
from comment_kit.styles.lettering import set_letter
from comment_kit.styles.naming import defined_name, source_names
from comment_kit.styles.packs import read_style, style_names
from comment_kit.styles.preview import preview
from comment_kit.styles.printing import Printer
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


def print_citation(resolution: Resolution, library: Library, style: Style, notes: Mapping[str, int]) -> Text:
    """Return one citation without parentheticals and closing period; a ``Printer`` prints many faster.

    Args:
        resolution: as the resolver left it.
        library: the sources.
        style: the house's.
        notes: the printed number of each note, by id.
    """
    return Printer(library=library, style=style, notes=notes).citation(resolution)
