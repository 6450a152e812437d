"""Finished diagnostics in the format a reader asked for."""

from comment_kit.report.text import render_text

__all__ = ["render_text"]
