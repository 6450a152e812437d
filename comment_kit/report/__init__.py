"""What was found, in the format a reader asked for.

Each format is loaded on its first use: a build writes lines for a terminal, and waits for no cite-check sheet.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from comment_kit.report.clearance import render_clearance
    from comment_kit.report.github import render_github
    from comment_kit.report.json import render_json
    from comment_kit.report.sarif import render_sarif
    from comment_kit.report.sheet import render_sheet
    from comment_kit.report.text import render_text

__all__ = ["render_clearance", "render_github", "render_json", "render_sarif", "render_sheet", "render_text"]


def __getattr__(name: str) -> object:
    """Return what ``name`` is the door to: ``render_text`` stands in ``text``."""
    if name not in __all__:
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    return getattr(import_module(f"{__name__}.{name.removeprefix('render_')}"), name)
