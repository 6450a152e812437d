"""Write a set letter as one self-contained HTML file."""

from comment_kit.html.document import write_html

__all__ = ["write_html"]
