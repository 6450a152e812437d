"""Read the letters that people write in Markdown, and write a set letter as Markdown.

Each door of this room is opened on its first use, so that checking a Word file does not wait for Markdown and YAML.
"""

from typing import TYPE_CHECKING

from comment_kit.first_use import on_first_use

if TYPE_CHECKING:
    from comment_kit.letters.escaping import escape
    from comment_kit.letters.findings import FINDINGS
    from comment_kit.letters.front import FrontReading, missing_keys, read_defaults, read_front
    from comment_kit.letters.functions import FUNCTIONS
    from comment_kit.letters.inclusions import Inclusions
    from comment_kit.letters.layouts import read_template
    from comment_kit.letters.letter import Setting, read_letter
    from comment_kit.letters.markdown import MarkdownReading, read_markdown
    from comment_kit.letters.reading import cleaned, read_text
    from comment_kit.letters.rendering import render_letter
    from comment_kit.letters.typesetting import House
    from comment_kit.letters.words_in_source import SourceWords
    from comment_kit.letters.writing import write_markdown
    from comment_kit.letters.writing_blocks import write_block_body

__all__ = [
    "FINDINGS",
    "FUNCTIONS",
    "FrontReading",
    "House",
    "Inclusions",
    "MarkdownReading",
    "Setting",
    "SourceWords",
    "cleaned",
    "escape",
    "missing_keys",
    "read_defaults",
    "read_front",
    "read_letter",
    "read_markdown",
    "read_template",
    "read_text",
    "render_letter",
    "write_block_body",
    "write_markdown",
]

__getattr__ = on_first_use(
    __name__,
    {
        "FINDINGS": "findings",
        "FUNCTIONS": "functions",
        "FrontReading": "front",
        "House": "typesetting",
        "Inclusions": "inclusions",
        "MarkdownReading": "markdown",
        "Setting": "letter",
        "SourceWords": "words_in_source",
        "cleaned": "reading",
        "escape": "escaping",
        "missing_keys": "front",
        "read_defaults": "front",
        "read_front": "front",
        "read_letter": "letter",
        "read_markdown": "markdown",
        "read_template": "layouts",
        "read_text": "reading",
        "render_letter": "rendering",
        "write_block_body": "writing_blocks",
        "write_markdown": "writing",
    },
)
