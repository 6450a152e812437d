"""What was found, in the format a reader asked for."""

from comment_kit.report.clearance import render_clearance
from comment_kit.report.json import render_json
from comment_kit.report.sheet import render_sheet
from comment_kit.report.text import render_text

__all__ = ["render_clearance", "render_json", "render_sheet", "render_text"]
