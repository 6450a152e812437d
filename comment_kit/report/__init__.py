"""What was found, in the format a reader asked for.

Each format is loaded on its first use: a build writes lines for a terminal, and waits for no cite-check sheet.
"""

from typing import TYPE_CHECKING

from comment_kit.first_use import on_first_use

if TYPE_CHECKING:
    from comment_kit.report.clearance import render_clearance
    from comment_kit.report.github import render_github
    from comment_kit.report.json import render_json
    from comment_kit.report.sarif import render_sarif
    from comment_kit.report.sheet import render_sheet
    from comment_kit.report.text import render_text

__all__ = ["render_clearance", "render_github", "render_json", "render_sarif", "render_sheet", "render_text"]

__getattr__ = on_first_use(__name__, {name: name.removeprefix("render_") for name in __all__})
