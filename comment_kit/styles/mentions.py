"""Name a source in running text."""

import re

from comment_kit.model.sources import Source
from comment_kit.model.text import Span, Text
from comment_kit.styles.printing import Printer

_FIELD = re.compile(r"\{(\w+)\}")


def mention(key: str, printer: Printer) -> Text:
    """Return what running text calls the source: its designation, the name we gave it, its title, or its short form.

    A kind may put a name of its own before the title, as orders of the President are called by their number. Titles of
    kinds that are set in italics are italic; a designation and a number never are.
    """
    source = printer.library.sources.get(key)
    if source is None:
        return (Span(text=key),)
    designation = source.get("shorthand") or ("" if source.get("shorttitle") else _numbered(source))
    name = designation or source.get("shorttitle") or source.title or printer.called_plainly(source)
    italic = source.kind.italic_title and not designation and not printer.style.is_roman
    return printer.set_words((Span(text=name, italic=italic),), before=" ")


def _numbered(source: Source) -> str:
    """Return the name that the kind puts together from fields; nothing where the entry lacks one of them."""
    if not all(source.get(name) for name in _FIELD.findall(source.kind.mention)):
        return ""
    return _FIELD.sub(lambda field: source.get(field[1]) or "", source.kind.mention)
