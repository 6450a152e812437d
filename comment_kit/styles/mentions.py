"""Name a source in running text."""

from comment_kit.model.text import Span, Text
from comment_kit.styles.printing import Printer


def mention(key: str, printer: Printer) -> Text:
    """Return what running text calls the source: its designation, the name we gave it, its title, or its short form.

    Titles of kinds that are set in italics are italic; a designation never is.
    """
    source = printer.library.sources.get(key)
    if source is None:
        return (Span(text=key),)
    designation = source.get("shorthand")
    name = designation or source.get("shorttitle") or source.title or printer.called_plainly(source)
    italic = source.kind.italic_title and not designation and not printer.style.is_roman
    return printer.set_words((Span(text=name, italic=italic),), before=" ")
